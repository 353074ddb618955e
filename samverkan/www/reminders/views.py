"""What goes by itself, to whom and when; send it now, or let a principal be until a day."""

from datetime import timedelta

from django import forms
from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.queries import Letter, letters_planned, out_of_steps
from samverkan.dispatches.rules import NOTE_LIMIT
from samverkan.journal.obstacles import StepRefused
from samverkan.www.dispatches.views import find_dispatch, find_recommendation
from samverkan.www.forms import Form, day, line, typed
from samverkan.www.pages import Crumb, Workspace, step
from samverkan.www.reminders.letters import reads

SHOWN = timedelta(days=14)
MOST = 100


class SendForm(Form):
    places = {"reminder_note_too_long": "note"}

    letters = forms.MultipleChoiceField(
        label="Påminnelser att sända nu",
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Välj minst en påminnelse av dem som går att sända nu."
        ),
    )
    note = line(
        "En egen rad till mottagarna (frivilligt)",
        NOTE_LIMIT,
        hint="Raden står först i brevet. Skriv inget om enskilda personer.",
    )

    def __init__(self, work: Workspace, ready: list[Letter]) -> None:
        super().__init__(work.sent, initial={"letters": [one.key for one in ready]})
        self.fields["letters"].choices = [(one.key, _label(one)) for one in ready]  # type: ignore[attr-defined]


class HoldForm(Form):
    places = {
        "no_hold_day": "until",
        "hold_day_passed": "until",
        "hold_day_far": "until",
        "hold_without_reason": "reason",
    }

    until = day("Vänta till och med", missing="Ange till och med vilken dag.")
    reason = line(
        "Skäl",
        300,
        missing="Skriv varför.",
        hint="Till exempel: registratorn är åter den 7 januari.",
    )


@step
def reminders(work: Workspace) -> HttpResponse:
    require(work.user, Act.REMIND, work.scope, work.today)
    here = work.collaboration.pk
    planned = letters_planned(here, work.now, work.today + SHOWN)
    ready = [one for one in planned if one.on <= work.today and one.to]
    form = SendForm(work, ready)
    if work.posted and form.is_valid():
        try:
            sent = actions.send_reminders(
                here,
                only=form.cleaned_data["letters"],
                note=typed(form, "note") or "",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            count = "En påminnelse" if len(sent) == 1 else f"{len(sent)} påminnelser"
            return work.done(f"{count} är på väg.", work.url("reminders"))
    note = str(form.data.get("note", ""))[:NOTE_LIMIT] if work.posted else ""
    return work.page(
        "reminders/list.html",
        *_crumbs(work),
        form=form,
        ready=bool(ready),
        more=len(planned) > MOST,
        planned=[(one, reads(work, one, note)) for one in planned[:MOST]],
        held=_held(work),
        out=out_of_steps(here, work.now)[:MOST],
    )


@step
def hold(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = _found(work, number, principal)
    form = HoldForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.hold_reminders(
                dispatch.pk,
                until=typed(form, "until"),
                reason=typed(form, "reason") or "",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Påminnelserna till {dispatch.principal.short_name} väntar."
            return work.done(said, work.url("reminders"))
    return work.page(
        "reminders/hold.html", *_crumbs(work, "Vänta med påminnelser"), dispatch=dispatch, form=form
    )


@step
def resume(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = _found(work, number, principal)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.resume_reminders(dispatch.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Påminnelserna till {dispatch.principal.short_name} går som vanligt igen."
            return work.done(said, work.url("reminders"))
    return work.page(
        "reminders/resume.html",
        *_crumbs(work, "Låt påminnelserna gå igen"),
        dispatch=dispatch,
        form=form,
    )


def _found(work: Workspace, number: str, principal: str) -> Dispatch:
    found = find_recommendation(work, number)
    require(work.user, Act.REMIND, found, work.today)
    return find_dispatch(found, principal)


def _held(work: Workspace) -> list[Dispatch]:
    found = Dispatch.objects.filter(
        recommendation__collaboration=work.collaboration, held_until__gte=work.today
    )
    related = found.select_related("principal", "recommendation")
    return list(related.order_by("held_until", "principal__position")[:MOST])


def _label(letter: Letter) -> str:
    titles = [one.recommendation.title for one in letter.dispatches]
    return f"{letter.role[0].upper()}{letter.role[1:]}: {', '.join(titles)}"


def _crumbs(work: Workspace, label: str = "") -> list[Crumb]:
    trail = [
        ("Rekommendationer", work.url("recommendations")),
        ("Påminnelser", work.url("reminders") if label else ""),
    ]
    return [*trail, (label, "")] if label else trail
