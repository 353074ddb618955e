"""Everything that the page of one body tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import DerivedPart, Office, Relation, TextKind, TextStage
from samverkan.bodies.models import (
    Body,
    ChairTerm,
    DerivedSeat,
    Mission,
    Parentage,
    Quota,
    Succession,
)
from samverkan.journal.periods import last_of
from samverkan.meetings.queries import public_meetings
from samverkan.principals.choices import Standing
from samverkan.public.paging import Row
from samverkan.public.queries.structure.around import former_names
from samverkan.public.queries.structure.chairs import Leading, leading
from samverkan.public.queries.structure.seats import (
    MISSIONS,
    Seats,
    Sitting,
    missions_between,
    missions_elsewhere,
    named,
    quotas_of,
    seats_of,
)
from samverkan.public.queries.texts import rows_in_force

MOST_SHOWN = 10
MOST_PAST = 200


def find_body(collaboration_id: int, slug: str) -> Body | None:
    """Return a body by its address."""
    found = Body.objects.filter(collaboration_id=collaboration_id, slug=slug)
    return found.select_related("setter", "grouping", "host").prefetch_related("aliases").first()


@dataclass(frozen=True)
class Life:
    """When a body exists, and the day to show it on."""

    day: date
    ended: bool
    coming: bool
    first: date | None
    last: date | None

    @property
    def exists(self) -> bool:
        """Return whether the body exists on the day asked for."""
        return not (self.ended or self.coming)


def life_of(body: Body, on: date) -> Life:
    """Return a body's days; one that has ended is shown on its last, a coming one on its first."""
    first, until = body.period.lower, body.period.upper
    last = last_of(until)
    ended = last is not None and last < on
    coming = first is not None and on < first
    day = last if ended and last else first if coming and first else on
    return Life(day, ended, coming, first, last)


@dataclass(frozen=True)
class Derived:
    """What follows from an office elsewhere, and who holds the office on the day."""

    seat: Row
    holder: str

    @property
    def office(self) -> str:
        """Return the office that gives it."""
        return Office(self.seat["office"]).label

    @property
    def part(self) -> str:
        """Return what the office gives."""
        return DerivedPart(self.seat["part"]).label


@dataclass(frozen=True)
class Link:
    """Another body, and how it stands to this one."""

    slug: str
    name: str
    standing: str = ""
    source: str = ""


@dataclass(frozen=True)
class Kin:
    """The bodies around one: above, below, before it and after it."""

    parents: list[Link]
    children: list[Link]
    meets_before: list[Link]
    met_before_by: list[Link]
    predecessors: list[Link]
    heirs: list[Link]


@dataclass(frozen=True)
class Text:
    """A governing text of a body: the version of the day, or that there is none."""

    title: str
    slug: str = ""
    version: Row | None = None

    @property
    def proposed(self) -> bool:
        """Return whether work only begins by it, until the body revises it."""
        return self.version is not None and self.version["stage"] == TextStage.PROPOSED


@dataclass(frozen=True)
class Sheet:
    """A body with everything that its page tells."""

    body: Body
    life: Life
    leading: Leading
    seats: list[Seats]
    derived: list[Derived]
    past: list[Sitting]
    kin: Kin
    texts: list[Text]
    meetings: list[Row]
    recommendations: list[Row]

    @property
    def vacant(self) -> int:
        """Return how many ordinary seats must be held, and are not."""
        return sum(one.vacant for one in self.seats)

    @property
    def unknown(self) -> bool:
        """Return whether nobody knows who sat there then."""
        return any(one.unknown for one in self.seats)

    @property
    def least(self) -> int:
        """Return how many ordinary seats must be held."""
        return sum(one.quota["ordinary_min"] for one in self.seats if one.quota)

    @property
    def members_by_office(self) -> list[str]:
        """Return who sit in a body that has no seats but those that follow from offices."""
        if self.seats:
            return []
        held = (one.holder for one in self.derived if one.seat["part"] == DerivedPart.SEAT)
        return [name for name in held if name]

    @property
    def just_now(self) -> bool:
        """Return whether there is something to say about how it is, before all else."""
        said = self.leading.now or self.leading.missing or self.least or self.members_by_office
        return bool(said) or not self.life.exists

    @property
    def lacking(self) -> list[str]:
        """Return who must appoint somebody and has not."""
        return [one.whose for one in self.seats if one.vacant]

    @property
    def quota_sources(self) -> str:
        """Return where the numbers of seats are known from."""
        sources = (one.quota["source"] for one in self.seats if one.quota and one.quota["source"])
        return "; ".join(dict.fromkeys(sources))


def sheet_of(body: Body, on: date) -> Sheet:
    """Return all about a body as of a day."""
    life = life_of(body, on)
    quotas = quotas_of(Quota.objects.filter(body=body), life.day)
    missions = missions_between(Mission.objects.filter(body=body), life.day)
    others = missions_elsewhere((one["person"] for one in missions), life.day)
    return Sheet(
        body=body,
        life=life,
        leading=leading(body.pk, life.day),
        seats=seats_of(quotas, missions, others, former_names(body.collaboration_id, life.day)),
        derived=_derived(body, life.day),
        past=_past(body, life.day),
        kin=kin_of(body, life.day),
        texts=_texts(body, life.day),
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


def kin_of(body: Body, on: date) -> Kin:
    """Return the bodies above and below one on a day, and those before and after it in time."""
    shown = ("relation", "parent__slug", "parent__name", "child__slug", "child__name")
    links = Parentage.objects.filter(period__contains=on)
    up = list(links.filter(child=body).order_by("parent__position").values(*shown))
    down = list(links.filter(parent=body).order_by("child__position").values(*shown))
    return Kin(
        parents=_links(up, "parent", Relation.UNDER),
        children=_links(down, "child", Relation.UNDER),
        meets_before=_links(up, "parent", Relation.BEFORE),
        met_before_by=_links(down, "child", Relation.BEFORE),
        predecessors=[
            Link(one.predecessor.slug, one.predecessor.name, _sure(one), one.source)
            for one in body.predecessors.select_related("predecessor")
        ],
        heirs=[
            Link(one.heir.slug, one.heir.name, _sure(one), one.source)
            for one in body.heirs.select_related("heir")
        ],
    )


def _links(rows: Iterable[Row], end: str, relation: Relation) -> list[Link]:
    return [
        Link(row[f"{end}__slug"], row[f"{end}__name"])
        for row in rows
        if row["relation"] == relation
    ]


def _sure(one: Succession) -> str:
    return Standing(one.standing).label


def _derived(body: Body, day: date) -> list[Derived]:
    shown = ("of_body", "of_body__slug", "of_body__name", "office", "part", "source")
    seats = list(
        DerivedSeat.objects.filter(body=body, period__contains=day)
        .order_by("of_body__position", "office", "part")
        .values(*shown)
    )
    terms = ChairTerm.objects.filter(
        body__in=[seat["of_body"] for seat in seats], period__contains=day
    ).values("body", "office", "person__name", "person__party")
    holders = {(term["body"], term["office"]): named(term) for term in terms}
    return [Derived(one, holders.get((one["of_body"], one["office"]), "")) for one in seats]


def _past(body: Body, day: date) -> list[Sitting]:
    gone = Mission.objects.filter(body=body, period__fully_lt=(day, None))
    return [Sitting(row, "") for row in gone.order_by("-period").values(*MISSIONS)[:MOST_PAST]]


def _texts(body: Body, day: date) -> list[Text]:
    """Return the texts that hold on the day, then those that ought to be."""
    rows = rows_in_force([body.pk], day)
    texts = [Text(row["text__title"], row["text__slug"], row) for row in rows]
    kinds = {row["text__kind"] for row in rows}
    wanting = [kind for kind in body.expected_texts if kind not in kinds]
    return texts + [Text(TextKind(kind).label.capitalize()) for kind in wanting]
