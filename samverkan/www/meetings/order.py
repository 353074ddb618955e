"""How a body takes part in its meetings: at a distance or not, and how substitutes are called."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import set_attendance_order
from samverkan.meetings.models import AttendanceOrder
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.presence import order_of
from samverkan.www.forms import Form, line, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step


class OrderForm(Form):
    distance_allowed = forms.BooleanField(label="Det går att delta på distans", required=False)
    calls_substitutes = forms.BooleanField(
        label="Nästa ersättare kallas av sig själv när någon anmäler förhinder",
        required=False,
        help_text="Annars föreslås ersättaren, och koordinatorn eller arbetsutskottet kallar.",
    )
    source = line("Källa", 300, hint="Till exempel organets arbetsordning och avsnittet i den.")

    def __init__(self, order: AttendanceOrder, sent: Any = None) -> None:
        names = ("distance_allowed", "calls_substitutes", "source")
        super().__init__(sent, initial={name: getattr(order, name) for name in names})


@step
def attendance_order(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    form = OrderForm(order_of(meeting.body_id), work.sent)
    if work.posted and form.is_valid():
        try:
            set_attendance_order(
                meeting.body_id,
                distance_allowed=typed(form, "distance_allowed"),
                calls_substitutes=typed(form, "calls_substitutes"),
                source=typed(form, "source"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Närvaroordningen är ändrad.", work.url("called", body, on))
    return work.page(
        "meetings/attendance_order.html",
        *crumbs(work, meeting, "Så deltar man"),
        meeting=meeting,
        form=form,
    )
