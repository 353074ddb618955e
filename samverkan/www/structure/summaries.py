"""Bodies in a row each: how many seats are filled, who leads them, what changes ahead."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan.bodies.choices import DerivedPart, MissionKind
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission, Quota
from samverkan.bodies.rules.seats import vacant_seats
from samverkan.journal.fields import not_over
from samverkan.journal.periods import contains, last_of


@dataclass(frozen=True)
class Summary:
    """A body in one row of the hub."""

    body: Body
    filled: int
    vacant: int
    least: int
    most: int
    chairs: list[ChairTerm]
    ahead: list[str]
    derived: bool = False

    @property
    def short(self) -> bool:
        """Return whether seats stand empty that ought not to."""
        return self.vacant > 0

    @property
    def last(self) -> date | None:
        """Return the body's last day, when it has one."""
        return last_of(self.body.period.upper)


def summaries(bodies: Collection[Body], on: date) -> list[Summary]:
    """Return each body with how many seats are filled, its chairs and what changes ahead."""
    numbers = [body.pk for body in bodies]
    quotas = _by_body(Quota.objects.filter(body__in=numbers, period__contains=on))
    missions = _by_body(
        Mission.objects.filter(not_over(on), body__in=numbers, kind=MissionKind.ORDINARY)
    )
    terms = _by_body(
        ChairTerm.objects.filter(body__in=numbers, period__contains=on)
        .select_related("person")
        .order_by("office")
    )
    derived = DerivedSeat.objects.filter(
        body__in=numbers, part=DerivedPart.SEAT, period__contains=on
    )
    following = set(derived.values_list("body_id", flat=True))
    rows = (
        (quotas.get(body.pk, []), missions.get(body.pk, []), terms.get(body.pk, []))
        for body in bodies
    )
    return [
        _summary(body, *row, on, derived=body.pk in following and not row[0])
        for body, row in zip(bodies, rows, strict=True)
    ]


def _by_body(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.body_id, []).append(row)
    return found


def _summary(
    body: Body,
    quotas: Sequence[Quota],
    missions: Sequence[Mission],
    terms: Sequence[ChairTerm],
    on: date,
    *,
    derived: bool,
) -> Summary:
    now = [one for one in missions if contains(one.period, on)]
    return Summary(
        body,
        filled=len(now),
        vacant=sum(_short_of(one, now) for one in quotas),
        least=sum(one.ordinary_min for one in quotas),
        most=sum(one.ordinary_max for one in quotas),
        chairs=list(terms),
        ahead=_ahead(now, missions),
        derived=derived,
    )


def _short_of(quota: Quota, now: Sequence[Mission]) -> int:
    """Return how many seats one of those who have some leaves empty; another's do not fill them."""
    whose = (quota.principal_id, quota.nominator_id)
    held = sum((one.principal_id, one.nominator_id) == whose for one in now)
    return vacant_seats(quota.ordinary_min, held)


def _ahead(now: Sequence[Mission], missions: Sequence[Mission]) -> list[str]:
    begin = len(missions) - len(now)
    end = sum(one.period.upper is not None for one in now)
    counted = [(begin, "uppdrag börjar senare"), (end, "uppdrag har en sista dag")]
    return [f"{many} {words}" for many, words in counted if many]
