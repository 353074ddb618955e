"""Questions about the days when the principals' own bodies meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from samverkan.principals.line_rules import needs_confirming
from samverkan.principals.models import LineBody, Principal
from samverkan.principals.queries import principals_on


@dataclass(frozen=True)
class CalendarState:
    """How much is known of when a principal's body meets; without a body nothing is."""

    principal: Principal
    body: LineBody | None
    confirmed: int = 0
    assumed: int = 0
    last_day: date | None = None
    confirmed_at: datetime | None = None
    needs_confirming: bool = True

    @property
    def coming(self) -> int:
        """Return how many coming days are known."""
        return self.confirmed + self.assumed


def line_bodies_on(collaboration_id: int, on: date) -> QuerySet[LineBody]:
    """Return the principals' own bodies on a day, in the principals' order, the usual first."""
    found = LineBody.objects.filter(
        principal__collaboration_id=collaboration_id,
        principal__period__contains=on,
        period__contains=on,
    )
    order = ("principal__position", "principal__name", "-is_usual_decider", "name")
    return found.select_related("principal").order_by(*order)


def calendar_states(collaboration_id: int, today: date) -> list[CalendarState]:
    """Return every principal with its bodies and what is known of their days; two questions."""
    coming = Q(meetings__on__gte=today)
    sure = coming & Q(meetings__confirmed_at__isnull=False)
    counted = line_bodies_on(collaboration_id, today).annotate(
        sure=Count("meetings", filter=sure),
        guessed=Count("meetings", filter=coming & Q(meetings__confirmed_at=None)),
        last=Max("meetings__on", filter=coming),
        last_sure=Max("meetings__on", filter=sure),
        latest=Max("meetings__confirmed_at"),
    )
    by_principal: dict[int, list[LineBody]] = {}
    for body in counted:
        by_principal.setdefault(body.principal_id, []).append(body)
    principals = principals_on(collaboration_id, today)
    return [state for one in principals for state in _states(one, by_principal, today)]


def _states(
    principal: Principal, bodies: dict[int, list[LineBody]], today: date
) -> Iterator[CalendarState]:
    found = bodies.get(principal.pk, [])
    if not found:
        yield CalendarState(principal, None)
    for body in found:
        told = vars(body)
        last_sure = told["last_sure"]
        yield CalendarState(
            principal,
            body,
            told["sure"],
            told["guessed"],
            told["last"],
            told["latest"],
            needs_confirming([last_sure] if last_sure else [], today),
        )


def without_confirmed_days(states: Iterable[CalendarState]) -> list[str]:
    """Return the short names of the principals whose usual decider's days nobody has confirmed."""
    return [
        one.principal.short_name
        for one in states
        if one.needs_confirming and (one.body is None or one.body.is_usual_decider)
    ]
