"""What the page about support and actors outside shows."""

from dataclasses import dataclass
from datetime import date

from samverkan.agreements.models import Section
from samverkan.agreements.queries import anchor
from samverkan.bodies.queries.functions import CostOf, Support, overlap_notes_of, support_on
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from samverkan.principals.queries import outside_actors_on

QUOTED = {"2": "Privata skolhuvudmän", "8": "Kostnaderna fördelas", "10": "Respektive huvudman"}


@dataclass(frozen=True)
class Function:
    """A coordinator function with the costs that concern the day."""

    support: Support
    costs: list[CostOf]
    unknown_year: int | None


@dataclass(frozen=True)
class Neighbour:
    """An actor outside, with the day that work was last gone through with it."""

    actor: OutsideActor
    gone_through_on: date | None


@dataclass(frozen=True)
class Kind:
    """The actors outside of one sort."""

    label: str
    neighbours: list[Neighbour]


@dataclass(frozen=True)
class Quote:
    """A paragraph of the agreement, and where to read it."""

    text: str
    source: str
    agreement: str
    anchor: str


def functions_on(collaboration_id: int, on: date) -> list[Function]:
    """Return the coordinator functions of a day, with costs up to what is reckoned for the next."""
    return [_function(one, on) for one in support_on(collaboration_id, on)]


def kinds_on(collaboration_id: int, on: date) -> list[Kind]:
    """Return the actors outside on a day by sort; school channels are told by municipality."""
    notes = overlap_notes_of(collaboration_id).filter(on__lte=on).order_by("on")
    last = dict(notes.values_list("actor_id", "on"))
    actors = list(outside_actors_on(collaboration_id, on))
    found = [
        Kind(
            str(kind.label).capitalize(),
            [Neighbour(one, last.get(one.pk)) for one in actors if one.kind == kind],
        )
        for kind in OutsideKind
        if kind is not OutsideKind.SCHOOL_CHANNEL
    ]
    return [kind for kind in found if kind.neighbours]


def quotes_of(collaboration_id: int) -> dict[str, Quote]:
    """Return the paragraphs that the page rests on, by what they are about."""
    sections = Section.objects.filter(
        agreement__collaboration_id=collaboration_id, number__in=QUOTED
    ).select_related("agreement")
    found = {one.number: one for one in sections.order_by("-agreement_id")}
    named = {"2": "schools", "8": "cost", "10": "own"}
    return {named[number]: _quote(section) for number, section in found.items()}


def _function(one: Support, on: date) -> Function:
    known = one.cost_of_year(on.year)
    return Function(
        one,
        [cost for cost in one.costs if cost.cost.year <= on.year + 1],
        None if known else on.year,
    )


def _quote(section: Section) -> Quote:
    word = QUOTED[section.number]
    paragraphs = (part.strip() for part in section.text.split("\n\n"))
    return Quote(
        next((part for part in paragraphs if word in part), ""),
        f"Överenskommelsen § {section.number}",
        section.agreement.slug,
        anchor(section.number),
    )
