"""Who sits in a body, for whom, with how many seats, and what is ahead; in a few questions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission, Nominator, Quota
from samverkan.bodies.rules.seats import contains
from samverkan.bodies.rules.terms import last_of
from samverkan.principals.models import Principal

YEAR = timedelta(days=365)
Holder = Principal | Nominator | None


@dataclass(frozen=True)
class Held:
    """A mission as the page shows it."""

    mission: Mission
    state: str  # now, ahead or past

    @property
    def last(self) -> date | None:
        """Return the last day, when there is one."""
        return last_of(self.mission.period.upper)

    @property
    def kind(self) -> str:
        """Return ordinary or substitute, in words."""
        return MissionKind(self.mission.kind).label


@dataclass
class Places:
    """The seats of one who has some: how many, who sits there, how many are free."""

    holder: Holder
    quota: Quota | None
    now: list[Held] = field(default_factory=list)
    ahead: list[Held] = field(default_factory=list)
    past: list[Held] = field(default_factory=list)

    @property
    def code(self) -> str:
        """Return how a form and an address name the holder."""
        return code_of(self.holder)

    @property
    def vacant(self) -> int:
        """Return how many ordinary seats stand empty that ought not to."""
        least = self.quota.ordinary_min if self.quota else 0
        return max(least - self._count(MissionKind.ORDINARY), 0)

    @property
    def free(self) -> int:
        """Return how many more ordinary seats may be filled, beyond the vacant ones."""
        if self.quota is None:
            return 0
        taken = max(self._count(MissionKind.ORDINARY), self.quota.ordinary_min)
        return max(self.quota.ordinary_max - taken, 0)

    @property
    def free_substitutes(self) -> int:
        """Return how many substitutes there is room for."""
        if self.quota is None:
            return 0
        return max(self.quota.substitutes_max - self._count(MissionKind.SUBSTITUTE), 0)

    def _count(self, kind: MissionKind) -> int:
        return sum(one.mission.kind == kind for one in self.now)


@dataclass(frozen=True)
class Led:
    """An office of a body: who has it now, and who is elected for later."""

    office: Office
    now: ChairTerm | None
    ahead: list[ChairTerm]

    @property
    def last(self) -> date | None:
        """Return the last day of the present term, when there is one."""
        return last_of(self.now.period.upper) if self.now else None


@dataclass(frozen=True)
class Given:
    """A seat that follows an office in another body, and who has it by that."""

    seat: DerivedSeat
    office: str
    people: list[str]


def code_of(holder: Holder) -> str:
    """Return "p-<address>" for a principal and "n-<address>" for a nominator; nothing for none."""
    if holder is None:
        return ""
    return f"{'p' if isinstance(holder, Principal) else 'n'}-{holder.slug}"


def places_of(body: Body, on: date) -> list[Places]:
    """Return everybody who has, had or gets seats in a body, in the order of the principals."""
    quotas = body.quotas.filter(period__contains=on).select_related("principal", "nominator")
    found = {
        code_of(one.principal or one.nominator): Places(one.principal or one.nominator, one)
        for one in quotas
    }
    missions = Mission.objects.filter(body=body).select_related("person", "principal", "nominator")
    for mission in missions.order_by("kind", "place", "period"):
        upper = mission.period.upper
        if upper is not None and upper <= on - YEAR:
            continue
        places = found.setdefault(code_of(mission.holder), Places(mission.holder, None))
        state = _state(mission, on)
        getattr(places, state).append(Held(mission, state))
    return sorted(found.values(), key=_order)


def _state(mission: Mission, on: date) -> str:
    if contains(mission.period, on):
        return "now"
    return "ahead" if mission.period.lower and mission.period.lower > on else "past"


def _order(places: Places) -> tuple[int, int, str]:
    holder = places.holder
    if isinstance(holder, Principal):
        return (0, holder.position, holder.name)
    return (1, 0, holder.name) if holder else (2, 0, "")


def offices_of(body: Body, on: date, vice_chairs: int) -> list[Led]:
    """Return the offices of a body, each with its present and coming terms."""
    terms = list(body.chair_terms.select_related("person").order_by("period"))
    expected = list(Office)[: 1 + vice_chairs]
    held = {Office(one.office) for one in terms if _later(one, on)}
    return [
        Led(
            office,
            next((t for t in terms if t.office == office and contains(t.period, on)), None),
            [t for t in terms if t.office == office and t.period.lower and t.period.lower > on],
        )
        for office in Office
        if office in expected or office in held
    ]


def _later(term: ChairTerm, on: date) -> bool:
    return term.period.upper is None or term.period.upper > on


def given_seats(body: Body, on: date) -> list[Given]:
    """Return what follows offices in other bodies, with those who hold the offices."""
    seats = list(body.derived_seats.filter(period__contains=on).select_related("of_body"))
    terms = ChairTerm.objects.filter(
        body__in=[one.of_body_id for one in seats], period__contains=on
    ).select_related("person")
    led: dict[tuple[int, str], list[str]] = {}
    for term in terms:
        led.setdefault((term.body_id, term.office), []).append(term.person.name)
    return [
        Given(one, Office(one.office).label, led.get((one.of_body_id, one.office), []))
        for one in seats
    ]


def only_derived(body: Body, on: date) -> bool:
    """Return whether seats in a body follow offices only, so that none is given by hand (R072)."""
    counted = body.quotas.filter(period__contains=on).exists()
    derived = body.derived_seats.filter(part=DerivedPart.SEAT, period__contains=on)
    return not counted and derived.exists()


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
    later = Q(period__endswith__gt=on) | Q(period__upper_inf=True)
    missions = _by_body(Mission.objects.filter(later, body__in=numbers, kind=MissionKind.ORDINARY))
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
    return max(quota.ordinary_min - held, 0)


def _ahead(now: Sequence[Mission], missions: Sequence[Mission]) -> list[str]:
    begin = len(missions) - len(now)
    end = sum(one.period.upper is not None for one in now)
    counted = [(begin, "uppdrag börjar senare"), (end, "uppdrag har en sista dag")]
    return [f"{many} {words}" for many, words in counted if many]
