"""Who sits on whose behalf, and which places nobody holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from samverkan.bodies.choices import Anchor, MissionKind
from samverkan.bodies.models import Body, Mission, Quota
from samverkan.bodies.queries import members_known
from samverkan.bodies.rules.seats import vacant_seats
from samverkan.dispatches.wording import listed
from samverkan.principals.choices import Side
from samverkan.public.paging import Row
from samverkan.public.structure_words import appointed, seats_allowed, span, term

Holder = tuple[int, int | None, int | None]  # body, principal, nominator

HOLDERS = (
    "body",
    "body__slug",
    "body__name",
    "body__short_name",
    "body__position",
    "principal",
    "principal__slug",
    "principal__short_name",
    "nominator",
    "nominator__name",
    "nominator__side",
)
QUOTAS = (
    *HOLDERS,
    "held_by",
    "ordinary_min",
    "ordinary_max",
    "substitutes_max",
    "anchor",
    "years",
    "anchored_on",
    "source",
)
MISSIONS = (
    *HOLDERS,
    "pk",
    "person",
    "person__name",
    "person__party",
    "kind",
    "place",
    "is_main",
    "line_function",
    "period",
    "appointed_by",
    "appointed_on",
    "paragraph",
)


@dataclass(frozen=True)
class Sitting:
    """Somebody in a seat: the committee or service behind, from when, by whose decision."""

    mission: Row
    also: str

    @property
    def name(self) -> str:
        """Return the name, with the party of one who is elected."""
        return named(self.mission)

    @property
    def whose(self) -> str:
        """Return on whose behalf."""
        return holder_name(self.mission)

    @property
    def kind(self) -> str:
        """Return whether the seat is ordinary or a substitute's."""
        return MissionKind(self.mission["kind"]).label

    @property
    def days(self) -> str:
        """Return from when to when."""
        return span(self.mission["period"].lower, self.mission["period"].upper)

    @property
    def behind(self) -> str:
        """Return the committee or service behind the seat, and from when to when."""
        behind = self.mission["line_function"]
        said = " · ".join(part for part in (behind, self.days) if part)
        return said[:1].upper() + said[1:]

    @property
    def decided(self) -> str:
        """Return by whom it was decided, and when."""
        said = appointed(self.mission)
        return said[:1].upper() + said[1:]


@dataclass
class Seats:
    """The seats of one principal or nominator in one body: by the texts, and as they are held."""

    about: Row
    whose: str
    quota: Row | None = None
    ordinary: list[Sitting] = field(default_factory=list)
    substitutes: list[Sitting] = field(default_factory=list)

    @property
    def unknown(self) -> bool:
        """Return whether nobody knows who sat in the body then."""
        return self.quota is not None and not self.quota["known"]

    @property
    def vacant(self) -> int:
        """Return how many ordinary seats must be held, and are not."""
        least = self.quota["ordinary_min"] if self.quota and not self.unknown else 0
        return vacant_seats(least, len(self.ordinary))

    @property
    def vacancies(self) -> range:
        """Return as many as there are vacant seats, to loop over."""
        return range(self.vacant)

    @property
    def unused(self) -> str:
        """Return which ordinary seats are allowed and not used, as in "Plats 2 används inte"."""
        if self.quota is None or self.unknown:
            return ""
        held = {sitting.mission["place"] for sitting in self.ordinary}
        most = self.quota["ordinary_max"]
        free = [place for place in range(1, most + 1) if place not in held]
        return _unused(free[self.vacant :])

    @property
    def unused_substitutes(self) -> str:
        """Return which of the substitutes' seats are not used."""
        most = self.quota["substitutes_max"] if self.quota and not self.unknown else 0
        if most and not self.substitutes:
            return "Ingen ersättare"
        held = {sitting.mission["place"] for sitting in self.substitutes}
        return _unused([place for place in range(1, most + 1) if place not in held])

    @property
    def allowed(self) -> list[str]:
        """Return how many seats the texts give, to which office, and for how long."""
        if self.quota is None:
            return []
        said = [seats_allowed(self.quota)]
        if self.quota["held_by"]:
            said.append(f"Platsen följer funktionen {self.quota['held_by']}")
        if self.quota["anchor"] != Anchor.OPEN:
            quota = self.quota
            for_how_long = term(quota["anchor"], quota["years"], quota["anchored_on"])
            said.append(f"Utses för {for_how_long}")
        return said


def missions_between(found: QuerySet[Mission], on: date) -> list[Row]:
    """Return missions of a day as rows, those of the principals in their order first."""
    return list(
        found.filter(period__contains=on)
        .order_by("principal__position", "principal__name", "nominator__name", "kind", "place")
        .values(*MISSIONS)
    )


def quotas_of(found: QuerySet[Quota], on: date) -> list[Row]:
    """Return quotas of a day as rows."""
    return list(
        found.filter(period__contains=on)
        .order_by("principal__position", "principal__name", "nominator__name")
        .annotate(known=members_known(on))
        .values(*QUOTAS, "known")
    )


def seats_of(
    quotas: Iterable[Row],
    missions: Iterable[Row],
    others: Mapping[int, list[Row]],
    called: Mapping[int, str],
) -> list[Seats]:
    """Return the seats by whose they are: those that the texts count, then those that are held.

    `called` has the names that principals had then, when they are not those of today.
    """

    def whose(row: Row) -> str:
        return called.get(row["principal"], "") or holder_name(row)

    seats = {_holder(quota): Seats(quota, whose(quota), quota) for quota in quotas}
    for mission in missions:
        held = seats.setdefault(_holder(mission), Seats(mission, whose(mission)))
        sitting = Sitting(mission, also_sits(mission, others.get(mission["person"], [])))
        ordinary = mission["kind"] == MissionKind.ORDINARY
        (held.ordinary if ordinary else held.substitutes).append(sitting)
    return list(seats.values())


def missions_elsewhere(people: Iterable[int], on: date) -> dict[int, list[Row]]:
    """Return all missions of some people on a day, by person."""
    held: dict[int, list[Row]] = {}
    found = Mission.objects.filter(
        person__in=set(people), period__contains=on, body__period__contains=on
    ).order_by("body__position", "body__name", "principal__position")
    for row in found.values("pk", "person", *HOLDERS):
        held.setdefault(row["person"], []).append(row)
    return held


def also_sits(mission: Row, held: Iterable[Row]) -> str:
    """Return for whom else, and where else, the holder of a mission sits on the same day."""
    said = []
    for other in sorted(held, key=lambda other: other["body"] != mission["body"]):
        whom = holder_name(other)
        same_body = other["body"] == mission["body"]
        same_holder = _holder(other)[1:] == _holder(mission)[1:]
        if other["pk"] == mission["pk"] or (same_body and same_holder):
            continue
        where = "" if same_body else f"i {other['body__short_name'] or other['body__name']}"
        behalf = "" if same_holder or not whom else f"för {whom}"
        said.append(" ".join(part for part in (where, behalf) if part))
    said = list(dict.fromkeys(part for part in said if part))
    return f"Sitter också {listed(said)}" if said else ""


def vacancies_by_body(collaboration_id: int, on: date) -> Counter[int]:
    """Return how many ordinary seats of each body stand empty on a day."""
    vacant: Counter[int] = Counter()
    for row, missing in vacancies(collaboration_id, on):
        vacant[row["body"]] += missing
    return vacant


def vacancies_by_principal(collaboration_id: int, on: date) -> Counter[int]:
    """Return how many ordinary seats of each principal stand empty on a day."""
    vacant: Counter[int] = Counter()
    for row, missing in vacancies(collaboration_id, on):
        vacant[row["principal"]] += missing
    return vacant


def vacancies(
    collaboration_id: int, on: date, body: Body | None = None, shown: Sequence[str] = ()
) -> Iterator[tuple[Row, int]]:
    """Yield whose ordinary seats in which body must be held and are not, and how many."""
    within = Q(body__collaboration_id=collaboration_id, body__period__contains=on)
    within &= Q(period__contains=on) & (Q(body=body) if body else Q())
    keys = ("body", "principal", "nominator")
    ordinary = Mission.objects.filter(within, kind=MissionKind.ORDINARY).order_by()
    held = {
        (body_id, principal, nominator): count
        for body_id, principal, nominator, count in ordinary.values_list(*keys).annotate(
            held=Count("pk")
        )
    }
    quotas = Quota.objects.filter(members_known(on), within, ordinary_min__gt=0)
    for row in quotas.values(*keys, "ordinary_min", *shown):
        missing = vacant_seats(row["ordinary_min"], held.get(_holder(row), 0))
        if missing:
            yield row, missing


def named(row: Row) -> str:
    """Return a person's name, with the party of one who is elected."""
    party = row["person__party"]
    return f"{row['person__name']} ({party})" if party else str(row["person__name"])


def holder_name(row: Row) -> str:
    """Return on whose behalf somebody sits; nothing when that is not known."""
    return row["principal__short_name"] or row["nominator__name"] or ""


def side_of(row: Row) -> str:
    """Return for which side a nominator fills seats."""
    return Side(row["nominator__side"]).label if row["nominator__side"] else ""


def _holder(row: Row) -> Holder:
    return row["body"], row["principal"], row["nominator"]


def _unused(places: list[int]) -> str:
    if not places:
        return ""
    return f"Plats {listed([str(place) for place in places])} används inte"
