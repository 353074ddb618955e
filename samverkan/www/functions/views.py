"""The support as it is today, and the actors outside: what is so, what is missing, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from samverkan.bodies.models import OverlapNote
from samverkan.bodies.queries.functions import Support, overlap_notes_of, support_on
from samverkan.bodies.rules.functions import remarks_on_function
from samverkan.bodies.rules.overlaps import SYNCHRONISED, is_sync_due, next_sync
from samverkan.journal.obstacles import Remark
from samverkan.journal.periods import last_of
from samverkan.principals.models import OutsideActor
from samverkan.principals.queries import outside_actors_sought, school_channels_on
from samverkan.www.functions.actor_forms import KINDS
from samverkan.www.functions.found import crumbs
from samverkan.www.pages import Workspace, page
from samverkan.www.reasons import Shown, explained
from samverkan.www.structure.found import keep
from samverkan.www.timeline import timeline


@dataclass(frozen=True)
class Sheet:
    """A function with what it lacks, and this year's cost or that it is unknown."""

    support: Support
    missing: list[Shown]
    unknown_year: int | None


@dataclass(frozen=True)
class Card:
    """An actor outside, with what was gone through with it and when that is done next."""

    actor: OutsideActor
    notes: list[OverlapNote]
    synchronised: bool
    due: bool

    @property
    def next_on(self) -> date | None:
        """Return when work is gone through again."""
        return next_sync(self.actor.kind, self.notes[0].on if self.notes else None)

    @property
    def last(self) -> date | None:
        """Return the actor's last day; None until further notice."""
        return last_of(self.actor.period.upper)


@page
def functions(work: Workspace) -> HttpResponse:
    keep(work)
    found = support_on(work.collaboration.pk, work.today)
    return work.page(
        "functions/functions.html",
        *crumbs(work),
        sheets=_sheets(work, found),
        entries=timeline(work, *(f"function/{one.function.slug}" for one in found)),
    )


@page
def outside(work: Workspace) -> HttpResponse:
    keep(work)
    asked = work.request.GET
    text, kind = _readable(asked.get("fraga", ""))[:120], _readable(asked.get("slag", ""))
    ended = "upphorda" in asked
    since = None if ended else work.today
    sought = outside_actors_sought(work.collaboration.pk, text=text, kind=kind, since=since)
    cards = _cards(work, sought)
    channels = school_channels_on(work.collaboration.pk, work.today)
    # A channel that stands in the table of the municipalities is listed only when it is sought.
    sought_any = bool(text or kind or ended)
    tabled = set() if sought_any else {one.pk for _, one in channels if one is not None}
    return work.page(
        "functions/outside.html",
        *crumbs(work, outside=True),
        groups=[
            (
                label,
                [one for one in cards if one.actor.kind == of_kind and one.actor.pk not in tabled],
            )
            for of_kind, label in KINDS
        ],
        found=len(cards),
        narrowed=bool(text or kind),
        asked={"text": text, "kind": kind, "ended": ended},
        kinds=KINDS,
        channels=channels,
    )


def _sheets(work: Workspace, found: list[Support]) -> list[Sheet]:
    """Return the functions with what they lack; all explained at once, by as many queries."""
    remarks = [_remarks(one) for one in found]
    told = iter(explained(work, [remark for some in remarks for remark in some]))
    return [
        Sheet(
            one,
            [next(told) for _ in some],
            None if one.cost_of_year(work.today.year) else work.today.year,
        )
        for one, some in zip(found, remarks, strict=True)
    ]


def _remarks(one: Support) -> list[Remark]:
    return remarks_on_function(
        size=one.function.full_time_equivalents,
        vacant=one.vacant,
        has_assignment=one.has_assignment,
    )


def _readable(text: str) -> str:
    """Return what was asked for without signs that no text holds."""
    return "".join(sign for sign in text if sign.isprintable()).strip()


def _cards(work: Workspace, found: Iterable[OutsideActor]) -> list[Card]:
    notes: dict[int, list[OverlapNote]] = {}
    for note in overlap_notes_of(work.collaboration.pk):
        notes.setdefault(note.actor_id, []).append(note)
    return [_card(work, actor, notes.get(actor.pk, [])) for actor in found]


def _card(work: Workspace, actor: OutsideActor, notes: list[OverlapNote]) -> Card:
    last = notes[0].on if notes else None
    present = work.today in actor.period
    return Card(
        actor,
        notes,
        synchronised=actor.kind in SYNCHRONISED,
        due=present and is_sync_due(actor.kind, last, work.today),
    )
