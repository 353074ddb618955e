"""The bodies of a day as trees, by who meets in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.safestring import SafeString, mark_safe

from samverkan.bodies.choices import Level, Office, Power, Relation, Sphere
from samverkan.bodies.models import ChairRule, ChairTerm, Parentage
from samverkan.bodies.queries import bodies_on
from samverkan.principals.choices import Side
from samverkan.public.paging import Row
from samverkan.public.queries.structure.former import Heir, heirs_of
from samverkan.public.queries.structure.seats import vacancies_by_body
from samverkan.public.structure_words import span

HEADINGS = {
    Sphere.POLITICAL.value: "Där förtroendevalda möts",
    Sphere.OFFICIALS.value: "Där tjänstepersoner möts",
    Sphere.BOTH.value: "Där båda möts",
    "": "Utanför den fasta strukturen",
}
MOST_WORDS = 28
SHOWN = (
    "pk",
    "slug",
    "name",
    "short_name",
    "sphere",
    "level",
    "power",
    "purpose",
    "in_fixed_structure",
    "period",
)


@dataclass
class Branch:
    """A body in the structure, with those that stand under it among the same kind of people."""

    body: Row
    under: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    chair: str = ""
    unled: bool = False
    vacant: int = 0
    heirs: list[Heir] = field(default_factory=list)
    branches: list["Branch"] = field(default_factory=list)

    @property
    def part(self) -> str:
        """Return under which heading the body stands; working groups stand apart (R122)."""
        return str(self.body["sphere"]) if self.body["in_fixed_structure"] else ""

    @property
    def short(self) -> str:
        """Return the name to use where there is little room."""
        return str(self.body["short_name"] or self.body["name"])

    @property
    def notes(self) -> str:
        """Return in few words what the body may do, where, and under which bodies."""
        said = [
            self.body["short_name"],
            Power(self.body["power"]).label.capitalize(),
            Level(self.body["level"]).label,
            f"under {' och '.join(self.under)}" if self.under else "",
            f"möts före {' och '.join(self.before)}" if self.before else "",
        ]
        return " · ".join(word for word in said if word)

    @property
    def purpose(self) -> str:
        """Return the beginning of the purpose."""
        words = self.body["purpose"].split()
        return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")

    @property
    def ends(self) -> str:
        """Return until when the body exists, when that is known."""
        period = self.body["period"]
        return span(None, period.upper) if period.upper else ""


@dataclass(frozen=True)
class Line:
    """A body as one row of a nested list, with what opens and closes the lists around it."""

    branch: Branch
    after: SafeString
    before: SafeString = mark_safe("<li>")  # noqa: RUF009  (ours)


@dataclass(frozen=True)
class Part:
    """The bodies where the same kind of people meet."""

    heading: str
    branches: list[Branch]

    def lines(self) -> Iterator[Line]:
        """Yield the tree as flat rows: a template that calls itself is dear for many bodies."""
        yield from _lines(self.branches, "")


def structure_on(collaboration_id: int, on: date) -> list[Part]:
    """Return the bodies of a day as trees, by who meets; one with two parents stands once."""
    chairs, vacant = _chairs(collaboration_id, on), vacancies_by_body(collaboration_id, on)
    heirs, unled = heirs_of(collaboration_id), _unled(collaboration_id, on)
    branches = {
        row["pk"]: Branch(
            row,
            chair=chairs.get(row["pk"], ""),
            unled=row["pk"] in unled,
            vacant=vacant[row["pk"]],
            heirs=heirs.get(row["pk"], []),
        )
        for row in bodies_on(collaboration_id, on).values(*SHOWN)
    }
    inner = _joined(branches, on)
    roots = [branch for pk, branch in branches.items() if pk not in inner]
    parts = [
        Part(heading, [branch for branch in roots if branch.part == part])
        for part, heading in HEADINGS.items()
    ]
    return [part for part in parts if part.branches]


def _joined(branches: dict[int, Branch], on: date) -> set[int]:
    """Put bodies under their parents; return those that now stand under another."""
    inner: set[int] = set()
    links = (
        Parentage.objects.filter(child__in=branches, parent__in=branches, period__contains=on)
        .order_by("parent__position", "parent__name", "child__position", "child__name")
        .values_list("child", "parent", "relation")
    )
    for child_id, parent_id, relation in links:
        child, parent = branches[child_id], branches[parent_id]
        if relation == Relation.BEFORE:
            child.before.append(parent.short)
        elif child.part == parent.part and child_id not in inner:
            parent.branches.append(child)
            inner.add(child_id)
        else:
            child.under.append(parent.short)
    return inner


def _chairs(collaboration_id: int, on: date) -> dict[int, str]:
    found = ChairTerm.objects.filter(
        body__collaboration_id=collaboration_id, office=Office.CHAIR, period__contains=on
    ).values_list("body", "person__name", "side")
    return {body: f"{name}, {Side(side).label}" if side else name for body, name, side in found}


def _unled(collaboration_id: int, on: date) -> set[int]:
    """Return the bodies that ought to have a chair, have had one, and have none on a day."""
    chairs = ChairTerm.objects.filter(body=OuterRef("body"), office=Office.CHAIR)
    found = ChairRule.objects.filter(
        Exists(chairs.filter(period__fully_lt=(on, None))),
        ~Exists(chairs.filter(period__contains=on)),
        body__collaboration_id=collaboration_id,
        period__contains=on,
    )
    return set(found.values_list("body", flat=True))


def _lines(branches: list[Branch], closing: str) -> Iterator[Line]:
    for place, branch in enumerate(branches, start=1):
        last = closing if place == len(branches) else ""
        if branch.branches:
            yield Line(branch, mark_safe("<ul>"))
            yield from _lines(branch.branches, f"</ul></li>{last}")
        else:
            yield Line(branch, mark_safe(f"</li>{last}"))  # noqa: S308  (ours)
