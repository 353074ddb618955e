"""Who sits in a body, for whom and with how many seats; who leads it, now and later."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission, Quota
from samverkan.bodies.rules.seats import vacant_seats
from samverkan.journal.periods import contains, last_of
from samverkan.principals.models import Principal
from samverkan.www.structure.holders import Holder, code_of

YEAR = timedelta(days=365)


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
        return vacant_seats(least, self._count(MissionKind.ORDINARY))

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
