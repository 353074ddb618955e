"""One body: who sits there, who leads it, what is true of it, and what can be done."""

from datetime import date

from django.db.models import Q
from django.http import HttpResponse

from samverkan.bodies.choices import Anchor, Extension
from samverkan.bodies.models import Body, ChairRule, ChairTerm, Parentage
from samverkan.bodies.queries.orders import order_on
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side
from samverkan.www.pages import Workspace, page
from samverkan.www.reasons import explained
from samverkan.www.structure.chairs import WORDS
from samverkan.www.structure.found import crumbs, find_body
from samverkan.www.structure.next_step import next_step
from samverkan.www.structure.seating import given_seats, offices_of, only_derived, places_of
from samverkan.www.timeline import timeline

LATEST = 12  # entries that stand open; the earlier ones are folded


@page
def body(work: Workspace, slug: str) -> HttpResponse:
    found = find_body(work, slug)
    on = _shown_day(work, found)
    rule = order_on(found, on)
    places = places_of(found, on)
    offices = offices_of(found, on, rule.vice_chairs if rule else 1)
    by_hand = not only_derived(found, on)
    entries = timeline(work, f"body/{found.slug}")
    return work.page(
        "structure/body.html",
        *crumbs(work, found),
        body=found,
        ended=found.period.upper is not None and found.period.upper <= work.today,
        coming=found.period.lower is not None and found.period.lower > work.today,
        last=last_of(found.period.upper),
        next=next_step(work, found, places, offices, by_hand=by_hand, ordered=rule is not None),
        places=places,
        offices=[(one, WORDS[one.office]) for one in offices],
        order=order_in_words(rule),
        by_hand=by_hand,
        not_by_hand=[] if by_hand else explained(work, [Obstacle("seat_is_derived")]),
        given=given_seats(found, on),
        gives=found.gives_seats.filter(period__contains=on).select_related("body"),
        parents=_parents(found, on),
        heirs=found.heirs.select_related("heir"),
        predecessors=found.predecessors.select_related("predecessor"),
        past_terms=_past_terms(found, work),
        earlier=entries[:-LATEST],
        entries=entries[-LATEST:],
    )


def order_in_words(rule: ChairRule | None) -> list[str]:
    """Return what the texts say of a body's chairs, in short sentences."""
    if rule is None:
        return []
    extension = Extension(rule.extension)
    told = [
        f"En period följer {Anchor(rule.anchor).label}."
        if rule.anchor != Anchor.OPEN
        else "En period gäller tills vidare.",
        "Sidorna turas om." if rule.alternates else "",
        "Ordförande och vice kommer från var sin sida." if rule.opposite_sides else "",
        f"Ordföranden kommer från {Side(rule.chair_side).label}." if rule.chair_side else "",
        "Förlängs inte." if extension is Extension.NO else f"Förlängs genom {extension.label}.",
    ]
    return [one for one in told if one]


def _shown_day(work: Workspace, found: Body) -> date:
    """Show a body that has ended as it was on its last day, one to come as it begins."""
    first, last = found.period.lower, last_of(found.period.upper)
    day = max(work.today, first) if first else work.today
    return min(day, last) if last else day


def _parents(found: Body, on: date) -> list[Parentage]:
    return list(found.parentages.filter(period__contains=on).select_related("parent"))


def _past_terms(found: Body, work: Workspace) -> list[ChairTerm]:
    ended = Q(period__endswith__lte=work.today)
    terms = found.chair_terms.filter(ended).select_related("person")
    return list(terms.order_by("-period")[:6])
