"""Which reminders go, to which role and when; the same for the page that shows them and the act."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Max, Q, QuerySet
from django.utils.timezone import localdate, localtime

from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import ChairTerm, Mission
from samverkan.dispatches import rules
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import DispatchState, Rung
from samverkan.dispatches.models import Dispatch, Recommendation, Reminder
from samverkan.dispatches.rules import Due, Silent
from samverkan.people.queries import addresses_of

Key = tuple[Rung, int, int]


@dataclass(frozen=True)
class Letter:
    """One reminder to one role, about everything that it has not answered.

    `to` holds its addresses; empty when nobody who has the role can be reached.
    """

    rung: Rung
    on: date
    dispatches: list[Dispatch]
    to: list[str]

    @property
    def key(self) -> str:
        """Return what the letter is called in a form: the role, the principal, the body."""
        first = self.dispatches[0]
        body = first.recommendation.body.slug
        if self.rung is Rung.REGISTRAR:
            return f"{self.rung}.{first.principal.slug}"
        if self.rung is Rung.REPRESENTATIVE:
            return f"{self.rung}.{first.principal.slug}.{body}"
        return f"{self.rung}.{body}"

    @property
    def role(self) -> str:
        """Return whom it goes to, in words: a role and never a person."""
        first = self.dispatches[0]
        body = first.recommendation.body.name
        if self.rung is Rung.REGISTRAR:
            return f"registratorn hos {first.principal.name}"
        if self.rung is Rung.REPRESENTATIVE:
            return f"representanten för {first.principal.name} i {body}"
        return f"ordföranden i {body}"


def letters_planned(collaboration_id: int, now: datetime, until: date) -> list[Letter]:
    """Return the reminders that go by themselves until a day, the first first."""
    waiting: dict[Key, list[tuple[Due, Dispatch]]] = defaultdict(list)
    for dispatch in _awaited(collaboration_id, now):
        due = rules.next_reminder(_silent(dispatch))
        if due is not None:
            waiting[_key(due.rung, dispatch)].append((due, dispatch))
    last = _last_letters(collaboration_id, now)
    today = localdate(now)
    planned: list[tuple[Rung, date, list[Dispatch]]] = []
    for key, matters in waiting.items():
        days = [max(due.on, rules.weekday_from(today)) for due, _ in matters]
        on = rules.next_letter_day(days, last_letter_at=last.get(key))
        if on <= until:
            rung = key[0]
            planned.append((rung, on, [one for due, one in matters if due.on <= on]))
    return sorted(_addressed(collaboration_id, planned, today), key=_in_order)


def letters_about(recommendation: Recommendation, now: datetime) -> list[Letter]:
    """Return the reminders to registrars that could be sent now about one recommendation.

    Each tells also of what else the principal has not answered in time.
    """
    here = recommendation.collaboration_id
    last = _last_letters(here, now)
    chosen = [
        dispatch
        for dispatch in _undecided(here)
        .filter(recommendation=recommendation)
        .exclude(to="")
        .order_by("principal__position")
        if rules.may_be_reminded(
            state=DispatchState(dispatch.state),
            answers_earlier=dispatch.answers_earlier,
            dispatched_at=dispatch.sent_again_at or dispatch.dispatched_at,
            reminded_at=last.get(_key(Rung.REGISTRAR, dispatch)),
            quiet_until=max(filter(None, _own_days(dispatch)), default=None),
            now=now,
        )
    ]
    others: dict[int, list[Dispatch]] = defaultdict(list)
    late = _awaited(here, now).filter(principal__in=[one.principal_id for one in chosen])
    for dispatch in late.exclude(recommendation=recommendation):
        if not any(day >= localdate(now) for day in filter(None, _own_days(dispatch))):
            others[dispatch.principal_id].append(dispatch)
    today = localdate(now)
    planned = [(Rung.REGISTRAR, today, [one, *others[one.principal_id]]) for one in chosen]
    return _addressed(here, planned, today)


def out_of_steps(collaboration_id: int, now: datetime) -> list[Dispatch]:
    """Return what has been reminded of at every step without an answer: a person must call."""
    return [
        dispatch
        for dispatch in _awaited(collaboration_id, now)
        if rules.next_reminder(_silent(dispatch)) is None
    ]


def _undecided(collaboration_id: int) -> QuerySet[Dispatch]:
    return (
        Dispatch.objects.filter(recommendation__collaboration_id=collaboration_id)
        .filter(awaited())
        .exclude(state=DispatchState.HELD)
        .select_related("principal", "recommendation__body", "recommendation__collaboration")
    )


def _awaited(collaboration_id: int, now: datetime) -> QuerySet[Dispatch]:
    """Return what has passed its day, or will do so within some days, with what was sent."""
    return (
        _undecided(collaboration_id)
        .filter(recommendation__reply_by__isnull=False)
        .annotate(last_answer_at=Max("answers__given_at"))
        .prefetch_related("reminders")
        .order_by("recommendation__reply_by", "recommendation__number", "principal__position")
    )


def _own_days(dispatch: Dispatch) -> tuple[date | None, ...]:
    return dispatch.planned_on, dispatch.more_time_until


def _silent(dispatch: Dispatch) -> Silent:
    days = (dispatch.recommendation.reply_by, *_own_days(dispatch), dispatch.held_until)
    return Silent(
        days_told=[day for day in days if day is not None],
        sent=[(Rung(one.rung), localtime(one.at)) for one in dispatch.reminders.all()],
        last_answer_at=dispatch.last_answer_at,  # type: ignore[attr-defined]
    )


def _key(rung: Rung, dispatch: Dispatch) -> Key:
    """Return to whom a letter goes: a principal's registrar, its representative, a body's chair."""
    principal = dispatch.principal_id if rung is not Rung.CHAIR else 0
    body = dispatch.recommendation.body_id if rung is not Rung.REGISTRAR else 0
    return rung, principal, body


def _last_letters(collaboration_id: int, now: datetime) -> dict[Key, datetime]:
    """Return when each role that got a letter within the last week got it."""
    recent = Reminder.objects.filter(
        dispatch__recommendation__collaboration_id=collaboration_id,
        at__gt=now - rules.REMIND_AT_MOST_EVERY,
    ).select_related("dispatch__recommendation")
    last: dict[Key, datetime] = {}
    for one in recent:
        key = _key(Rung(one.rung), one.dispatch)
        last[key] = max(localtime(one.at), last.get(key, localtime(one.at)))
    return last


def _addressed(
    collaboration_id: int, planned: Iterable[tuple[Rung, date, list[Dispatch]]], today: date
) -> list[Letter]:
    planned = list(planned)
    rungs = {rung for rung, _, _ in planned}
    find: dict[Rung, Callable[[Dispatch], list[str]]] = {
        Rung.REGISTRAR: lambda one: [one.to or one.principal.registrar_email],
        Rung.REPRESENTATIVE: _representatives(collaboration_id, today)
        if Rung.REPRESENTATIVE in rungs
        else lambda _: [],
        Rung.CHAIR: _chairs(collaboration_id, today) if Rung.CHAIR in rungs else lambda _: [],
    }
    return [
        Letter(rung, on, matters, [one for one in find[rung](matters[0]) if one])
        for rung, on, matters in planned
    ]


def _representatives(collaboration_id: int, today: date) -> Callable[[Dispatch], list[str]]:
    """Return how to find those who sit for a principal: in the body that agreed, or in another."""
    seats = (
        Mission.objects.filter(
            body__collaboration_id=collaboration_id,
            kind=MissionKind.ORDINARY,
            period__contains=today,
            principal__isnull=False,
        )
        .order_by(F("is_main").desc(), "body__position", "place")
        .values_list("principal_id", "body_id", "person_id")
    )
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for principal_id, body_id, person_id in seats:
        held[principal_id or 0].append((body_id, person_id))
    addresses = addresses_of({person for seated in held.values() for _, person in seated})

    def found(dispatch: Dispatch) -> list[str]:
        seated = held[dispatch.principal_id]
        body = dispatch.recommendation.body_id
        here = [addresses[one] for at, one in seated if at == body and one in addresses]
        elsewhere = [addresses[one] for _, one in seated if one in addresses]
        return list(dict.fromkeys(here)) or elsewhere[:1]

    return found


def _chairs(collaboration_id: int, today: date) -> Callable[[Dispatch], list[str]]:
    chairs = dict(
        ChairTerm.objects.filter(
            Q(office=Office.CHAIR), body__collaboration_id=collaboration_id, period__contains=today
        ).values_list("body_id", "person_id")
    )
    addresses = addresses_of(chairs.values())

    def found(dispatch: Dispatch) -> list[str]:
        address = addresses.get(chairs.get(dispatch.recommendation.body_id, 0))
        return [address] if address else []

    return found


def _in_order(letter: Letter) -> tuple[date, int, int, str]:
    order = list(Rung).index(letter.rung)
    return letter.on, order, letter.dispatches[0].principal.position, letter.key
