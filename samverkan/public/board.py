"""The board as HTML: one table for wide screens, one list a recommendation for narrow ones.

A board has hundreds of cells, so they are joined here and not by a template: everything that
people have written is escaped in this file, once, before it is put into a cell.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from samverkan.dispatches.choices import DispatchState, ShownState
from samverkan.dispatches.rules import shown_state, unanswered_since
from samverkan.dispatches.wording import EVERYONE
from samverkan.public.queries.board import Answered, Column
from samverkan.public.templatetags.swedish import day, short_day

WORDS = {state.value: state.label.capitalize() for state in ShownState}
CARD_ORDER = (
    APPROVED := ShownState.APPROVED.value,
    REJECTED := ShownState.REJECTED.value,
    PLANNED := ShownState.PLANNED.value,
    RECEIVED := ShownState.RECEIVED.value,
    ShownState.DISPATCHED.value,
    ShownState.UNANSWERED.value,
    ShownState.NOT_AWAITED.value,
    ShownState.NOT_DISPATCHED.value,
    *(NOT_ASKED := (ShownState.NOT_CONCERNED.value, ShownState.TAKEN_OVER.value)),
)
STORED = {state.value: state for state in DispatchState}
NOT_SENT = (
    '<td class="sv-cell sv-cell--not_dispatched"><span><span aria-hidden="true">–</span>'
    '<span class="govuk-visually-hidden">Ej expedierad</span></span></td>'
)
_TURN = re.compile(r"årsskiftet\s+(\d{4})\s*/\s*(?:\d\d)?(\d\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Cell(NamedTuple):
    """One principal's answer as it is shown: a state's code, a day in few words, where it leads."""

    state: str
    about: str
    url: str


Cells = Mapping[int, Cell]
Line = Mapping[str, Any]


def cells_of(
    lines: Sequence[Line],
    columns: Sequence[Column],
    answers: Sequence[Answered],
    *,
    base: str,
    today: date,
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
        line, principal = answer.recommendation, answer.principal
        told = (answer.state, reply_by[line], answer.planned_on, withdrawn[line])
        if told not in states:
            states[told] = shown_state(
                STORED[answer.state],
                reply_by=reply_by[line],
                planned_on=answer.planned_on,
                today=today,
                withdrawn=withdrawn[line],
            ).value
        state = states[told]
        on = _day_of(answer, state)
        if on not in said:
            said[on] = short_day(on)
        if answer.extract_key and answer.extract_name:
            url = f"{base}dokument/{answer.extract_key}/{quote(answer.extract_name)}"
        else:
            url = f"{addresses[line]}#{slugs[principal]}"
        about = said[on] or escape(short_about(answer.decided_about))
        about += beside(answer, state, reply_by[line], today)
        if answer.earlier_version:
            about = ", ".join(filter(None, [about, f"version {answer.earlier_version}"]))
        cells[line][principal] = Cell(state, about, url)
    return cells


def table(
    lines: Sequence[Line],
    columns: Sequence[Column],
    cells: Mapping[int, Cells],
    *,
    base: str,
    caption: str,
) -> SafeString:
    """Return the board as a table with a column for each principal."""
    parts = [
        '<table class="sv-board__table"><caption id="tavla">',
        escape(caption),
        '</caption><colgroup><col class="sv-board__first">',
        '<col class="sv-board__each">' * len(columns),
        '</colgroup><thead><tr><th scope="col">Rekommendation</th>',
        *(
            '<th scope="col" class="sv-board__principal">'
            f'<a href="{base}huvudman/{quote(column.slug)}/">{escape(column.name)}</a></th>'
            for column in columns
        ),
        "</tr></thead><tbody>",
    ]
    keys = [column.pk for column in columns]
    for line in lines:
        own = cells[line["pk"]]
        parts.append(f'<tr><th scope="row">{_heading(line, own, base)}</th>')
        parts += [_cell(own[key]) if key in own else NOT_SENT for key in keys]
        parts.append("</tr>")
    parts.append("</tbody></table>")
    return mark_safe("".join(parts))  # noqa: S308 - escaped above, part by part


def cards(
    lines: Sequence[Line], columns: Sequence[Column], cells: Mapping[int, Cells], *, base: str
) -> SafeString:
    """Return the board as one section a recommendation, its principals listed by state."""
    names = {column.pk: escape(column.name) for column in columns}
    parts = []
    for line in lines:
        own = cells[line["pk"]]
        parts.append(
            f'<section class="sv-board-card"><h2><a href="{address_of(line, base)}">'
            f"{escape(line['title'])}</a></h2><p>{_origin(line)}</p>{_bar(own)}<p>{_sum(own)}</p>"
            f"{_follows(line, 'p')}"
        )
        if own:
            parts.append(f"<dl>{_by_state(own, names)}</dl>")
        parts.append("</section>")
    return mark_safe("".join(parts))  # noqa: S308 - escaped above, part by part


def address_of(line: Line, base: str) -> str:
    """Return the address of a recommendation's page."""
    return f"{base}rekommendationer/{quote(line['number'])}/"


def beside(answer: Answered, state: str, reply_by: date | None, today: date) -> str:
    """Return what stands beside a word: that it has a condition, since when it is missing."""
    if answer.conditional:
        return ", med villkor"
    if state == ShownState.UNANSWERED.value:
        since = unanswered_since(
            STORED[answer.state], reply_by=reply_by, planned_on=answer.planned_on, today=today
        )
        return f"sedan {short_day(since)}"
    return ""


def short_about(text: str) -> str:
    """Return in a few words when something was decided whose day is not known."""
    if turn := _TURN.search(text):
        return f"årsskiftet {turn[1]}/{turn[2]}"
    if year := _YEAR.search(text):
        return f"{year[0]}, dag okänd"
    return "dag okänd" if text else ""


def _day_of(answer: Answered, state: str) -> date | None:
    if state in (APPROVED, REJECTED):
        return answer.decided_on
    if state == PLANNED:
        return answer.planned_on
    return answer.received_on if state == RECEIVED else None


def _cell(cell: Cell) -> str:
    small = f"<small>{cell.about}</small>" if cell.about else ""
    return (
        f'<td class="sv-cell sv-cell--{cell.state}">'
        f'<a href="{cell.url}">{WORDS[cell.state]}{small}</a></td>'
    )


def _heading(line: Line, own: Cells, base: str) -> str:
    return (
        f'<a href="{address_of(line, base)}">{escape(line["title"])}</a>'
        f"<small>{_origin(line)}</small>{_bar(own)}<small>{_sum(own)}</small>"
        f"{_follows(line, 'small')}"
    )


def _origin(line: Line) -> str:
    body = line["body__short_name"] or line["body__name"]
    to = line["addressing__said"] or EVERYONE
    besides = "" if to == EVERYONE else f" · {escape(to)}"
    return f"{escape(body)} · {day(line['agreed_on'])}, punkt {line['point']}{besides}"


def _counts(own: Cells) -> tuple[int, int, int]:
    """Return how many are asked, and how many of those have approved and rejected."""
    states = [cell.state for cell in own.values() if cell.state not in NOT_ASKED]
    return len(states), states.count(APPROVED), states.count(REJECTED)


def _bar(own: Cells) -> str:
    if not own:
        return ""
    asked, approved, rejected = _counts(own)
    return (
        f'<svg class="sv-sum" viewBox="0 0 {asked or 1} 1" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false"><rect class="sv-sum__approved" width="{approved}" '
        f'height="1"/><rect class="sv-sum__rejected" x="{approved}" width="{rejected}" '
        'height="1"/></svg>'
    )


def _sum(own: Cells) -> str:
    if not own:
        return "Inte expedierad än"
    asked, approved, rejected = _counts(own)
    said = f"{approved + rejected} av {asked} har beslutat"
    said = f"{said}, {rejected} avslag" if rejected else said
    apart = sum(cell.state == ShownState.NOT_CONCERNED for cell in own.values())
    return f"{said}, {apart} berörs inte" if apart else said


def _follows(line: Line, tag: str) -> str:
    """Return what follows from the answers, or that the recommendation has been withdrawn."""
    said = line.get("follows")
    return f"<{tag}>{escape(said)}</{tag}>" if said else ""


def _by_state(own: Cells, names: Mapping[int, str]) -> str:
    groups: dict[str, list[str]] = {}
    for key, name in names.items():
        if key in own:
            cell = own[key]
            about = f' <span class="sv-soft">{cell.about}</span>' if cell.about else ""
            groups.setdefault(cell.state, []).append(f'<a href="{cell.url}">{name}</a>{about}')
    return "".join(
        f'<dt><span class="sv-state sv-state--{state}">{WORDS[state]} '
        f"{len(groups[state])}</span></dt><dd>{', '.join(groups[state])}</dd>"
        for state in CARD_ORDER
        if state in groups
    )
