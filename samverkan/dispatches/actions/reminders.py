"""Reminders to those who have not answered: sent, held back, or taken back by an answer."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.choices import DispatchState, Rung
from samverkan.dispatches.letters import reminder_facts, subject
from samverkan.dispatches.models import Dispatch, Recommendation, Reminder
from samverkan.dispatches.queries import Letter, letters_about, letters_planned
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify, take_back
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

REMINDER_TEMPLATES = {
    Rung.REGISTRAR: "recommendation_reminded",
    Rung.REPRESENTATIVE: "representative_told_of_silence",
    Rung.CHAIR: "chair_told_of_silence",
}


@transaction.atomic
def remind(
    collaboration_id: int, number: str, *, note: str = "", by: Actor, now: datetime
) -> list[Dispatch]:
    """Send a reminder, with new personal links, to the registrars that have not answered.

    Returns the dispatches that were reminded of. Raises StepRefused when everyone has answered or
    was written to within the last week.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    letters = letters_about(recommendation, now)
    refuse(rules.obstacles_to_remind(letters=len(letters), note=note) + obstacles_to_text(Rad=note))
    _send(letters, note=note, by=by, now=now)
    return [letter.dispatches[0] for letter in letters]


@transaction.atomic
def send_reminders(
    collaboration_id: int,
    *,
    only: Collection[str] | None = None,
    note: str = "",
    by: Actor,
    now: datetime,
) -> list[Letter]:
    """Send the reminders whose day has come, or some of them by their keys.

    Raises StepRefused when there is none to send.
    """
    today = localdate(now)
    about = {
        one.recommendation_id
        for letter in letters_planned(collaboration_id, now, today)
        for one in letter.dispatches
    }
    list(
        Recommendation.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=about)
        .order_by("pk")
    )
    # Asked again under the lock: what somebody else has just sent is not sent twice.
    letters = [
        letter
        for letter in letters_planned(collaboration_id, now, today)
        if letter.to and (only is None or letter.key in only)
        if {one.recommendation_id for one in letter.dispatches} <= about
    ]
    refuse(rules.obstacles_to_remind(letters=len(letters), note=note) + obstacles_to_text(Rad=note))
    _send(letters, note=note, by=by, now=now)
    return letters


@transaction.atomic
def hold_reminders(
    dispatch_id: int, *, until: date | None, reason: str, by: Actor, now: datetime
) -> Dispatch:
    """Let a principal be until a day, with the reason. Raises StepRefused without either."""
    dispatch = _locked(dispatch_id)
    refuse(
        rules.obstacles_to_hold(
            state=DispatchState(dispatch.state), until=until, reason=reason, today=localdate(now)
        )
        + obstacles_to_text(Skäl=reason)
    )
    _set_hold(dispatch, until, reason)
    _note(dispatch, "reminders.held", by=by, now=now, until=until, reason=reason)
    return dispatch


@transaction.atomic
def resume_reminders(dispatch_id: int, *, by: Actor, now: datetime) -> Dispatch:
    """Let reminders go as usual again. Raises StepRefused when they are not held back."""
    dispatch = _locked(dispatch_id)
    refuse([] if dispatch.held_until else [Obstacle("hold_not_set")])
    _set_hold(dispatch, None, "")
    _note(dispatch, "reminders.resumed", by=by, now=now)
    return dispatch


def to_remind(recommendation: Recommendation, now: datetime) -> list[Dispatch]:
    """Return the dispatches whose registrars would get a reminder of a recommendation now."""
    return [letter.dispatches[0] for letter in letters_about(recommendation, now)]


def take_back_unsent(dispatch: Dispatch) -> None:
    """Leave a matter that is answered out of the letters that have not gone out yet."""
    take_back(dispatch.recommendation.collaboration_id, "matters", {"dispatch": dispatch.pk})


def _send(letters: Sequence[Letter], *, note: str, by: Actor, now: datetime) -> None:
    matters = [(letter.rung, one) for letter in letters for one in letter.dispatches]
    registrars = [one for rung, one in matters if rung is Rung.REGISTRAR]
    keys = issue(registrars, now=now, replacing=False)
    Dispatch.objects.filter(pk__in=[one.pk for _, one in matters]).update(reminded_at=now)
    Reminder.objects.bulk_create(Reminder(dispatch=one, rung=rung, at=now) for rung, one in matters)
    entries = _entries(letters, by, now)
    for letter in letters:
        facts = reminder_facts(letter, keys, note=note, today=localdate(now))
        entry = entries[letter.rung, letter.dispatches[0].recommendation_id]
        notify(entry, REMINDER_TEMPLATES[letter.rung], [(to, facts) for to in letter.to], at=now)


def _entries(letters: Sequence[Letter], by: Actor, now: datetime) -> dict[tuple[Rung, int], Entry]:
    """Record one entry for each recommendation and step of the ladder, and return them."""
    about: dict[tuple[Rung, Recommendation], list[tuple[Letter, Dispatch]]] = defaultdict(list)
    for letter in letters:
        for one in letter.dispatches:
            about[letter.rung, one.recommendation].append((letter, one))
    entries = {}
    for (rung, recommendation), told in about.items():
        further = rung is not Rung.REGISTRAR
        entries[rung, recommendation.pk] = record(
            recommendation.collaboration_id,
            "recommendation.raised_further" if further else "recommendation.reminded",
            subject(recommendation),
            by=by,
            at=now,
            rule="R153",
            source="huvudpunkterna, Tjänstepersoner",
            number=recommendation.number,
            principals=[one.principal.name for _, one in told],
            whom=sorted({letter.role for letter, _ in told}),
        )
    return entries


def _set_hold(dispatch: Dispatch, until: date | None, reason: str) -> None:
    dispatch.held_until, dispatch.held_because = until, reason
    dispatch.save(update_fields=["held_until", "held_because"])


def _note(
    dispatch: Dispatch,
    verb: str,
    *,
    until: date | None = None,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> None:
    recommendation = dispatch.recommendation
    record(
        recommendation.collaboration_id,
        verb,
        subject(recommendation),
        by=by,
        at=now,
        number=recommendation.number,
        principal=dispatch.principal.name,
        until=until,
        reason=reason,
    )


def _locked(dispatch_id: int) -> Dispatch:
    return (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation__body")
        .get(pk=dispatch_id)
    )
