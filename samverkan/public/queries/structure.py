"""What the pages about the structure and one body show."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import Http404

from samverkan.bodies.choices import MissionKind, Office, Sphere
from samverkan.bodies.models import (
    Body,
    ChairTerm,
    CoordinatorFunction,
    DerivedSeat,
    Mission,
    Parentage,
    Quota,
    Succession,
)
from samverkan.bodies.queries import bodies_on, missions_on
from samverkan.meetings.queries import public_meetings
from samverkan.people.models import Person
from samverkan.principals.models import Principal
from samverkan.public.paging import Row

MOST_SHOWN = 10


@dataclass
class Branch:
    """A body in the structure, with those that stand under it among the same kind of people."""

    body: Body
    under: list[str] = field(default_factory=list)
    branches: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """The bodies where the same kind of people meet."""

    heading: str
    branches: list[Branch]


HEADINGS = {
    Sphere.POLITICAL: "Där förtroendevalda möts",
    Sphere.OFFICIALS: "Där tjänstepersoner möts",
    Sphere.BOTH: "Där båda möts",
}


def structure_on(collaboration_id: int, on: date) -> list[Part]:
    """Return the bodies of a day as trees, by who meets; one with two parents stands once."""
    bodies = list(bodies_on(collaboration_id, on))
    branches = {body.pk: Branch(body) for body in bodies}
    inner: set[int] = set()
    links = Parentage.objects.filter(
        child__in=branches, parent__in=branches, period__contains=on
    ).order_by("parent__position", "parent__name")
    for child_id, parent_id in links.values_list("child", "parent"):
        child, parent = branches[child_id], branches[parent_id]
        if child.body.sphere == parent.body.sphere and child_id not in inner:
            parent.branches.append(child)
            inner.add(child_id)
        else:
            child.under.append(parent.body.short)
    parts = [
        Part(heading, [branches[b.pk] for b in bodies if b.sphere == sphere and b.pk not in inner])
        for sphere, heading in HEADINGS.items()
    ]
    return [part for part in parts if part.branches]


@dataclass(frozen=True)
class Former:
    """A body that has ended: its last day, and those that took over."""

    body: Body
    last_day: date


def former_bodies(collaboration_id: int, on: date) -> list[Former]:
    """Return the bodies that have ended, with those that took over."""
    found = Body.objects.filter(collaboration_id=collaboration_id, period__fully_lt=(on, None))
    return [
        Former(body, body.period.upper - timedelta(days=1))
        for body in found.prefetch_related("heirs__heir")
    ]


def functions_on(collaboration_id: int, on: date) -> list[CoordinatorFunction]:
    """Return the coordinators' functions of a day."""
    found = CoordinatorFunction.objects.filter(
        collaboration_id=collaboration_id, period__contains=on
    )
    return list(found.select_related("host"))


def body_of(collaboration_id: int, slug: str) -> Body:
    """Return a body by its address.

    Raises Http404 when there is none.
    """
    found = Body.objects.filter(collaboration_id=collaboration_id, slug=slug)
    body = found.prefetch_related("aliases").first()
    if body is None:
        raise Http404
    return body


@dataclass
class Seats:
    """One principal's seats in a body on a day: how many by the texts, and who sits there."""

    principal: Principal | None
    quota: Quota | None = None
    ordinary: list[Person] = field(default_factory=list)
    substitutes: list[Person] = field(default_factory=list)

    @property
    def quota_text(self) -> str:
        """Return how many seats the texts give, as in "1–2 ordinarie, högst 2 ersättare"."""
        if self.quota is None:
            return ""
        least, most = self.quota.ordinary_min, self.quota.ordinary_max
        ordinary = f"{least}" if least == most else f"{least}–{most}"
        return f"{ordinary} ordinarie, {self.quota.substitutes_max} ersättare"


@dataclass(frozen=True)
class Derived:
    """A seat that follows from an office elsewhere, and who holds the office on the day."""

    seat: DerivedSeat
    person: Person | None


@dataclass(frozen=True)
class Sheet:
    """A body with everything that its page tells."""

    body: Body
    day: date
    ended: bool
    chairs: list[ChairTerm]
    seats: list[Seats]
    derived: list[Derived]
    parents: list[Body]
    children: list[Body]
    predecessors: list[Succession]
    heirs: list[Succession]
    meetings: list[Row]
    recommendations: list[Row]

    @property
    def quota_sources(self) -> str:
        """Return where the numbers of seats are known from."""
        sources = (one.quota.source for one in self.seats if one.quota and one.quota.source)
        return "; ".join(dict.fromkeys(sources))


def sheet_of(body: Body, today: date) -> Sheet:
    """Return all about a body as of a day; of one that has ended, as of its last."""
    until = body.period.upper
    ended = until is not None and until <= today
    day = until - timedelta(days=1) if until is not None and ended else today
    return Sheet(
        body=body,
        day=day,
        ended=ended,
        chairs=_chairs(body, day),
        seats=_seats(body, day),
        derived=_derived(body, day),
        parents=list(
            Body.objects.filter(children_links__child=body, children_links__period__contains=day)
        ),
        children=list(
            Body.objects.filter(parentages__parent=body, parentages__period__contains=day)
        ),
        predecessors=list(body.predecessors.select_related("predecessor")),
        heirs=list(body.heirs.select_related("heir")),
        meetings=list(
            public_meetings(body.collaboration_id)
            .filter(body=body)
            .order_by("-on")
            .values("on", "stage")[:MOST_SHOWN]
        ),
        recommendations=list(
            body.recommendations.order_by("-agreed_on", "-number").values(
                "number", "title", "agreed_on", "point"
            )[:MOST_SHOWN]
        ),
    )


def _chairs(body: Body, day: date) -> list[ChairTerm]:
    found = ChairTerm.objects.filter(body=body, period__contains=day).select_related("person")
    return sorted(found, key=lambda term: term.office != Office.CHAIR)


def _seats(body: Body, day: date) -> list[Seats]:
    quotas = Quota.objects.filter(body=body, period__contains=day)
    seats: dict[int | None, Seats] = {
        quota.principal_id: Seats(quota.principal, quota)
        for quota in quotas.select_related("principal").order_by("principal__position")
    }
    missions: list[Mission] = list(missions_on(body.pk, day))
    for mission in missions:
        held = seats.setdefault(mission.principal_id, Seats(mission.principal))
        ordinary = mission.kind == MissionKind.ORDINARY
        (held.ordinary if ordinary else held.substitutes).append(mission.person)
    return list(seats.values())


def _derived(body: Body, day: date) -> list[Derived]:
    seats = list(body.derived_seats.filter(period__contains=day).select_related("of_body"))
    terms = ChairTerm.objects.filter(
        body__in=[seat.of_body_id for seat in seats], period__contains=day
    ).select_related("person")
    holders = {(term.body_id, term.office): term.person for term in terms}
    return [Derived(seat, holders.get((seat.of_body_id, seat.office))) for seat in seats]
