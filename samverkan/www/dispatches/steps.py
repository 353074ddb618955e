"""Dispatch and reminder; a GET shows exactly what would be sent and to whom."""

from datetime import date

from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.queries import letters_about
from samverkan.dispatches.rules import NOTE_LIMIT
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import ProposalText
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import usual_deciders
from samverkan.www.dispatches.foreseen import asks_forecast, before_dispatch
from samverkan.www.dispatches.ready import ready_of
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, line, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained
from samverkan.www.reminders.letters import reads


class DispatchForm(Form):
    places = {
        "reply_by_passed": "reply_by",
        "reply_by_before_possible": "reply_by",
        "reply_by_before_assumed": "reply_by",
    }

    reply_by = day(
        "Svar senast",
        hint="Överenskommelsen anger ingen svarstid. Med en dag här syns det när den har passerat.",
    )
    reason = line(
        "Skäl",
        300,
        hint="Blir offentligt. Behövs när svarsdagen kommer före den dag då alla kan ha beslutat.",
    )


@step
def dispatch(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.DISPATCH, found, work.today)
    form = DispatchForm(work.sent)
    if work.posted and not asks_forecast(work) and form.is_valid():
        try:
            actions.dispatch_recommendation(
                work.collaboration.pk,
                number,
                reply_by=typed(form, "reply_by"),
                reason=typed(form, "reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad till alla huvudmän."
            return work.done(said, work.url("recommendation", number))
    principals = actions.addressees_of(work.collaboration.pk, work.today)
    deciders = usual_deciders(work.collaboration.pk)
    return work.page(
        "dispatches/dispatch.html",
        *crumbs(work, found, "Expediera"),
        recommendation=found,
        form=form,
        forecast=before_dispatch(work, principals, form),
        addressees=[(one, deciders.get(one.pk, "")) for one in principals],
        missing_addresses=any(not one.registrar_email for one in principals),
        text=_sample(found, principals, deciders, work.today),
        ready=ready_of(work, found, principals),
        obstacles=explained(
            work, actions.obstacles_before_dispatch(found, principals, today=work.today)
        ),
    )


class RemindForm(Form):
    places = {"reminder_note_too_long": "note"}

    note = line(
        "En egen rad till mottagarna (frivilligt)",
        NOTE_LIMIT,
        hint="Raden står först i brevet. Skriv inget om enskilda personer.",
    )


@step
def remind(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.REMIND, found, work.today)
    form = RemindForm(work.sent)
    if work.posted and form.is_valid():
        try:
            reminded = actions.remind(
                work.collaboration.pk,
                number,
                note=typed(form, "note") or "",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            names = listed([one.principal.short_name for one in reminded])
            return work.done(
                f"Påminnelse är på väg till {names}.", work.url("recommendation", number)
            )
    letters = letters_about(found, work.now)
    nobody = [] if letters else [Obstacle("nobody_to_remind")]
    return work.page(
        "dispatches/remind.html",
        *crumbs(work, found, "Påminn"),
        recommendation=found,
        form=form,
        silent=[letter.dispatches[0] for letter in letters],
        letter=reads(work, letters[0]) if letters else None,
        obstacles=explained(work, nobody),
    )


def _sample(
    found: Recommendation, principals: list[Principal], deciders: dict[int, str], today: date
) -> ProposalText | None:
    if not principals:
        return None
    first = principals[0]
    return proposal_text(
        found,
        first,
        addressee=first.name,
        decider=deciders.get(first.pk, ""),
        annexes=actions.annex_names(found),
        sender=letterheads_on([first.pk], today).get(first.pk),
    )
