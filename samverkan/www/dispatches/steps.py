"""Dispatch and reminder; a GET shows exactly what would be sent and to whom."""

from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.queries import letters_about
from samverkan.dispatches.rules import EVERYONE, NOTE_LIMIT, To
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import ProposalText
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import Principal
from samverkan.www.dispatches.addressees import AddressForm, obstacles_to_seal, seal
from samverkan.www.dispatches.foreseen import asks_forecast, before_dispatch
from samverkan.www.dispatches.ready import ready_of
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, line, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained
from samverkan.www.reminders.letters import reads


class DispatchForm(AddressForm):
    """When an answer is wanted, and whom it goes to."""

    places = {
        **AddressForm.places,
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
    form = DispatchForm(work, work.sent)
    chosen = actions.choose(work.collaboration.pk, _to(form), on=work.today)
    only_shown = "show" in work.request.POST or asks_forecast(work)
    if work.posted and form.is_valid() and not only_shown:
        try:
            refuse(obstacles_to_seal(chosen, work.request.POST.get("seen")))
            actions.dispatch_recommendation(
                work.collaboration.pk,
                number,
                reply_by=typed(form, "reply_by"),
                to=chosen.to,
                reason=typed(form, "reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad {chosen.said}."
            return work.done(said, work.url("recommendation", number))
    stops = [
        *actions.obstacles_before_dispatch(found, chosen.reached, today=work.today),
        *(chosen.obstacles() if only_shown or not work.posted else []),
    ]
    mute = [one for one in chosen.reached if not one.registrar_email]
    mute_federations = [one for one in chosen.first if not one.registrar_email]
    level = actions.level_of(found)
    deciders = actions.deciders_at(level, chosen.principals)
    return work.page(
        "dispatches/dispatch.html",
        *crumbs(work, found, "Expediera"),
        recommendation=found,
        form=form,
        chosen=chosen,
        seal=seal(chosen),
        level=actions.said_level(level),
        addressees=[
            (one, deciders.get(one.pk, ""), chosen.to.not_concerned.get(one.pk))
            for one in chosen.principals
        ],
        mute=mute,
        mute_federations=mute_federations,
        mute_count=len(mute) + len(mute_federations),
        forecast=before_dispatch(work, chosen.reached, form, actions.level_kind(found)),
        text=_sample(work, found, chosen.reached, deciders),
        ready=ready_of(work, found, chosen.reached),
        obstacles=explained(work, stops),
    )


def _to(form: DispatchForm) -> To:
    return form.chosen() if form.is_bound and form.is_valid() else EVERYONE


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
    work: Workspace, found: Recommendation, principals: list[Principal], deciders: dict[int, str]
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
        sender=letterheads_on([first.pk], work.today).get(first.pk),
        level=actions.said_level(actions.level_of(found)),
    )
