"""The cells of the board: where each principal stands with each recommendation, ready for HTML.

A board has hundreds of cells, so they are joined here and not by a template: everything that
people have written is escaped in this folder, once, before it is put into a cell.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

from samverkan.dispatches.choices import DispatchState, ShownState
from samverkan.dispatches.rules import shown_state, unanswered_since
from samverkan.dispatches.wording import EVERYONE
from samverkan.public.queries.board import Answered, Column
from samverkan.public.templatetags.swedish import day, short_day

WORDS = {state.value: state.label.capitalize() for state in ShownState}
APPROVED = ShownState.APPROVED.value
REJECTED = ShownState.REJECTED.value
PLANNED = ShownState.PLANNED.value
RECEIVED = ShownState.RECEIVED.value
UNANSWERED = ShownState.UNANSWERED.value
NOT_ASKED = (ShownState.NOT_CONCERNED.value, ShownState.TAKEN_OVER.value)
STORED = {state.value: state for state in DispatchState}
_TURN = re.compile(r"årsskiftet\s+(\d{4})\s*/\s*(?:\d\d)?(\d\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Cell(NamedTuple):
    """One principal's answer as it is shown: a state's code, a day in few words, where it leads."""

    state: str
    about: str
    url: str
    changed: bool = False


Cells = Mapping[int, Cell]
Line = Mapping[str, Any]
Changed = Collection[tuple[int, int]]  # pairs of a recommendation and a principal


def cells_of(
    lines: Sequence[Line],
    columns: Sequence[Column],
    answers: Sequence[Answered],
    *,
    base: str,
    today: date,
    changed: Changed = (),
) -> dict[int, dict[int, Cell]]:
    """Return each recommendation's cells by principal, ready to be put into HTML."""
    reply_by = {line["pk"]: line["reply_by"] for line in lines}
    withdrawn = {line["pk"]: line["withdrawn_on"] is not None for line in lines}
    addresses = {line["pk"]: address_of(line, base) for line in lines}
    slugs = {column.pk: quote(column.slug) for column in columns}
    said: dict[date | None, str] = {}
    states: dict[tuple[str, date | None, date | None, bool], str] = {}
    cells: dict[int, dict[int, Cell]] = {pk: {} for pk in addresses}
    for answer in answers:
        line, principal, stored, decided_on, decided_about, planned_on, received_on = answer[:7]
        conditional, key, name, earlier = answer[7:]
        told = (stored, reply_by[line], planned_on, withdrawn[line])
        state = states.get(told)
        if state is None:
            state = states[told] = _shown(*told, today)
        if state in (APPROVED, REJECTED):
            on = decided_on
        elif state == PLANNED:
            on = planned_on
        else:
            on = received_on if state == RECEIVED else None
        about = said.get(on)
        if about is None:
            about = said[on] = short_day(on)
        if key and name:
            url = f"{base}dokument/{key}/{quote(name)}"
        else:
            url = f"{addresses[line]}#{slugs[principal]}"
        if not about and decided_about:
            about = escape(short_about(decided_about))
        if conditional:
            about += ", med villkor"
        elif state == UNANSWERED:
            about += f"sedan {_missing_since(told, today)}"
        if earlier:
            about += f"{', ' if about else ''}version {earlier}"
        cells[line][principal] = Cell(state, about, url, (line, principal) in changed)
    return cells


def address_of(line: Line, base: str) -> str:
    """Return the address of a recommendation's page."""
    return f"{base}rekommendationer/{quote(line['number'])}/"


def short_about(text: str) -> str:
    """Return in a few words when something was decided whose day is not known."""
    if turn := _TURN.search(text):
        return f"årsskiftet {turn[1]}/{turn[2]}"
    if year := _YEAR.search(text):
        return f"{year[0]}, dag okänd"
    return "dag okänd" if text else ""


def origin(line: Line) -> str:
    """Return which body agreed on a recommendation, and when."""
    body = line["body__short_name"] or line["body__name"]
    to = line["addressing__said"] or EVERYONE
    besides = "" if to == EVERYONE else f" · {escape(to)}"
    return f"{escape(body)} · {day(line['agreed_on'])}, punkt {line['point']}{besides}"


def follows(line: Line, tag: str) -> str:
    """Return what follows from the answers, or that the recommendation has been withdrawn."""
    said = line.get("follows")
    return f"<{tag}>{escape(said)}</{tag}>" if said else ""


def bar(own: Collection[Cell]) -> str:
    """Return how many have said what as a thin picture; the same stands in words beside it."""
    if not own:
        return ""
    asked, approved, rejected = counts(own)
    return (
        f'<svg class="sv-sum" viewBox="0 0 {asked or 1} 1" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false"><rect class="sv-sum__approved" width="{approved}" '
        f'height="1"/><rect class="sv-sum__rejected" x="{approved}" width="{rejected}" '
        'height="1"/></svg>'
    )


def said_of(own: Collection[Cell]) -> str:
    """Return how many have decided, in words."""
    if not own:
        return "Inte expedierad än"
    asked, approved, rejected = counts(own)
    said = f"{approved + rejected} av {asked} har beslutat"
    said = f"{said}, {rejected} avslag" if rejected else said
    apart = sum(cell.state == ShownState.NOT_CONCERNED for cell in own)
    return f"{said}, {apart} berörs inte" if apart else said


def counts(own: Collection[Cell]) -> tuple[int, int, int]:
    """Return how many are asked, and how many of those have approved and rejected."""
    states = [cell.state for cell in own if cell.state not in NOT_ASKED]
    return len(states), states.count(APPROVED), states.count(REJECTED)


def _shown(
    state: str, reply_by: date | None, planned_on: date | None, withdrawn: bool, today: date
) -> str:
    shown = shown_state(
        STORED[state], reply_by=reply_by, planned_on=planned_on, today=today, withdrawn=withdrawn
    )
    return str(shown.value)


def _missing_since(told: tuple[str, date | None, date | None, bool], today: date) -> str:
    state, reply_by, planned_on, _ = told
    since = unanswered_since(STORED[state], reply_by=reply_by, planned_on=planned_on, today=today)
    return short_day(since)
