"""What presses most in a body, and the button that mends it."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.formats import date_format

from samverkan.bodies.models import Body
from samverkan.journal.periods import last_of
from samverkan.sentences import DAY
from samverkan.www.cases.next_step import Next
from samverkan.www.pages import Workspace
from samverkan.www.structure.chairs import WORDS
from samverkan.www.structure.seating import Held, Led, Places

AHEAD = timedelta(days=120)  # from September on, next year's chairs are asked for (R068, R100)


def next_step(
    work: Workspace,
    body: Body,
    places: Sequence[Places],
    offices: Sequence[Led],
    *,
    by_hand: bool,
    ordered: bool,
) -> Next | None:
    """Return the most pressing thing to do for a body, or nothing.

    A body that no text gives an order for its chairs may be without.
    """
    if body.period.upper is not None:
        return _closing(work, body)
    seat = _vacant(work, body, places) if by_hand else None
    return (
        seat
        or (_without_chair(work, body, offices) if ordered else None)
        or (_leaves_empty(work, places) if by_hand else None)
        or _next_chair(work, body, offices)
    )


def _closing(work: Workspace, body: Body) -> Next | None:
    if body.period.upper <= work.today:
        return None
    return Next(
        "avveckla organet",
        f"Det upphör: sista dagen är den {_last(body.period.upper)}.",
        "Öppna checklistan",
        work.url("close_body", body.slug),
    )


def _vacant(work: Workspace, body: Body, places: Sequence[Places]) -> Next | None:
    empty = [one for one in places if one.vacant]
    if not empty:
        return None
    first, others = empty[0], len(empty) - 1
    more = f" Dessutom saknar {others} till en representant." if others else ""
    coming = next((one for one in first.ahead if one.mission.kind == "ordinary"), None)
    if coming:
        day = date_format(coming.mission.period.lower, DAY)
        more = f" {coming.mission.person.name} tillträder den {day}.{more}"
    return Next(
        f"utse en representant för {first.holder}",
        f"Platsen är vakant.{more}",
        "Utse",
        f"{work.url('appoint', body.slug)}?{urlencode({'for': first.code})}",
    )


def _without_chair(work: Workspace, body: Body, offices: Sequence[Led]) -> Next | None:
    empty = next((one for one in offices if one.now is None), None)
    if empty is None:
        return None
    label = empty.office.label
    return Next(
        f"välj {label}",
        f"{body.short} har ingen {label} i dag.",
        f"Välj {label}",
        work.url("elect_chair", body.slug, WORDS[empty.office]),
    )


def _leaves_empty(work: Workspace, places: Sequence[Places]) -> Next | None:
    """Return the first ordinary seat that somebody leaves soon and nobody takes over."""
    leaving = [
        (one, whose)
        for whose in places
        for one in whose.now
        if one.mission.kind == "ordinary" and _soon(one.last, work.today)
        if not _taken_over(one, whose)
    ]
    if not leaving:
        return None
    held, whose = min(leaving, key=lambda pair: pair[0].last or date.max)
    return Next(
        f"ersätt {held.mission.person.name}",
        f"Uppdraget för {whose.holder} slutar den {_day(held.last)}.",
        "Ersätt",
        work.url("replace_member", held.mission.pk),
    )


def _taken_over(held: Held, places: Places) -> bool:
    return any(one.mission.kind == held.mission.kind for one in places.ahead)


def _next_chair(work: Workspace, body: Body, offices: Sequence[Led]) -> Next | None:
    ending = next((one for one in offices if _soon(one.last, work.today) and not one.ahead), None)
    if ending is None or ending.now is None:
        return None
    return Next(
        f"välj {ending.office.label} för nästa period",
        f"{ending.now.person.name} har uppdraget till och med den {_day(ending.last)}.",
        f"Välj {ending.office.label}",
        work.url("elect_chair", body.slug, WORDS[ending.office]),
    )


def _soon(last: date | None, today: date) -> bool:
    return last is not None and last <= today + AHEAD


def _day(day: date | None) -> str:
    return date_format(day, DAY) if day else ""


def _last(until: date) -> str:
    return _day(last_of(until))
