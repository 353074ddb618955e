"""Someone takes no part in a point, by jäv or not, and a substitute may stand in."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import step_aside, take_part_again
from samverkan.meetings.choices import AbsenceKind, Part
from samverkan.meetings.models import ItemAbsence, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.presence import spans_of
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.people.models import Person
from samverkan.www.forms import Choices, Form, labelled, one_of, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step


class AsideForm(Form):
    places = {
        "not_deciding_at_point": "person",
        "already_aside": "person",
        "stands_in_at_point": "person",
        "stand_in_not_there": "stood_in_by",
        "stand_in_decides_already": "stood_in_by",
        "stand_in_of_other_principal": "stood_in_by",
        "stand_in_stands_for_other": "stood_in_by",
        "stand_in_is_aside": "stood_in_by",
    }

    def __init__(self, deciding: Choices, substitutes: Choices, sent: Any = None) -> None:
        super().__init__(sent)
        self.fields["person"] = one_of(
            "Vem deltar inte", deciding, missing="Välj vem som inte deltar i punkten."
        )
        self.fields["kind"] = one_of(
            "Skäl", labelled(list(AbsenceKind)), missing="Välj skäl.", radios=True
        )
        if substitutes:
            self.fields["stood_in_by"] = one_of(
                "Ersättare som träder in",
                substitutes,
                hint="En ersättare för samma huvudman som är med och inte redan är beslutande.",
            )


@step
def note_aside(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    item = get_object_or_404(meeting.items, pk=pk)
    form = AsideForm(*_choices(meeting, item.position), work.sent)
    if work.posted and form.is_valid():
        stands_in = form.cleaned_data.get("stood_in_by")
        try:
            step_aside(
                item.pk,
                int(typed(form, "person")),
                AbsenceKind(typed(form, "kind")),
                stood_in_by=int(stands_in) if stands_in else None,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(
                "Det är antecknat vid punkten.", f"{work.url('secretary', body, on)}#punkt-{pk}"
            )
    return work.page(
        "meetings/aside.html",
        *crumbs(work, meeting, "Jäv eller frånvaro"),
        meeting=meeting,
        item=item,
        form=form,
        is_open=meeting.stage in BEFORE_HELD,
        attended=meeting.attendances.exists(),
    )


@step
def remove_aside(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    noted = ItemAbsence.objects.filter(item__meeting=meeting).select_related("person", "item")
    absence = get_object_or_404(noted, pk=pk)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        back = f"{work.url('secretary', body, on)}#punkt-{absence.item_id}"
        try:
            take_part_again(absence.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Anteckningen om frånvaro är borttagen.", back)
    return work.page(
        "meetings/remove_aside.html",
        *crumbs(work, meeting, "Ta bort"),
        meeting=meeting,
        absence=absence,
        form=form,
    )


def _choices(meeting: Meeting, position: int) -> tuple[Choices, Choices]:
    there = [one for one in spans_of(meeting) if one.is_there(position)]
    people = Person.objects.in_bulk([one.person for one in there])
    deciding = [one for one in there if one.part is Part.DECIDING]
    free = [one for one in there if one.part is not Part.DECIDING and one.substitute_for]
    return _named(people, [one.person for one in deciding]), _named(
        people, [one.person for one in free]
    )


def _named(people: dict[int, Person], chosen: list[int]) -> Choices:
    return sorted(((str(pk), people[pk].name) for pk in chosen), key=lambda one: one[1])
