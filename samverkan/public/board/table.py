"""The board as a table for wide screens: a column for each principal."""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from samverkan.dispatches.choices import ShownState
from samverkan.public.board.cells import (
    WORDS,
    Cell,
    Cells,
    Line,
    address_of,
    bar,
    follows,
    origin,
    said_of,
)
from samverkan.public.queries.board import Column

NEW = '<b class="sv-new">ny</b>'
CHANGED = '<b class="sv-new">ändrat</b>'
NOT_SENT = (
    '<td class="sv-cell sv-cell--not_dispatched"><span><span aria-hidden="true">–</span>'
    '<span class="govuk-visually-hidden">Ej expedierad</span></span></td>'
)
_OPEN = {
    state.value: f'<td class="sv-cell sv-cell--{state.value}"><a href="' for state in ShownState
}


def table(
    lines: Sequence[Line],
    columns: Sequence[Column],
    cells: Mapping[int, Cells],
    *,
    base: str,
    caption: str,
    new: Collection[int] = (),
) -> SafeString:
    """Return the board as a table; `new` are the recommendations that have come since."""
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
        parts.append(f'<tr><th scope="row">{heading(line, own, base, line["pk"] in new)}</th>')
        parts += [_cell(own[key]) if key in own else NOT_SENT for key in keys]
        parts.append("</tr>")
    parts.append("</tbody></table>")
    return mark_safe("".join(parts))  # noqa: S308 - escaped above, part by part


def heading(line: Line, own: Cells, base: str, new: bool) -> str:
    """Return what stands first in a row: the recommendation, where it is from, how it goes."""
    cells = own.values()
    return (
        f'<a href="{address_of(line, base)}">{escape(line["title"])}</a>{NEW if new else ""}'
        f"<small>{origin(line)}</small>{bar(cells)}<small>{said_of(cells)}</small>"
        f"{follows(line, 'small')}"
    )


def _cell(cell: Cell) -> str:
    state, about, url, changed = cell
    small = f"<small>{about}</small>" if about else ""
    mark = CHANGED if changed else ""
    return f'{_OPEN[state]}{url}">{WORDS[state]}{small}{mark}</a></td>'
