"""The board as a list for narrow screens: a section for each recommendation, by state."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from samverkan.dispatches.choices import ShownState
from samverkan.public.board.cells import (
    WORDS,
    Cells,
    Line,
    address_of,
    bar,
    follows,
    origin,
    said_of,
)
from samverkan.public.board.table import NEW
from samverkan.public.queries.board import Column

ORDER = [
    state.value
    for state in (
        ShownState.APPROVED,
        ShownState.REJECTED,
        ShownState.PLANNED,
        ShownState.RECEIVED,
        ShownState.DISPATCHED,
        ShownState.UNANSWERED,
        ShownState.NOT_AWAITED,
        ShownState.NOT_DISPATCHED,
        ShownState.NOT_CONCERNED,
        ShownState.TAKEN_OVER,
    )
]


def cards(
    lines: Sequence[Line],
    columns: Sequence[Column],
    cells: Mapping[int, Cells],
    *,
    base: str,
    new: Collection[int] = (),
) -> SafeString:
    """Return the board as one section a recommendation, its principals listed by state."""
    names = {column.pk: escape(column.name) for column in columns}
    parts = []
    for line in lines:
        own = cells[line["pk"]]
        parts.append(card_head(line, own, base, line["pk"] in new))
        if own:
            parts.append(f"<dl>{by_state(own, names)}</dl>")
        parts.append("</section>")
    return mark_safe("".join(parts))  # noqa: S308 - escaped above, part by part


def card_head(line: Line, own: Cells, base: str, new: bool) -> str:
    """Return the beginning of a section, left open."""
    all_of_them = own.values()
    return (
        f'<section class="sv-board-card"><h2><a href="{address_of(line, base)}">'
        f"{escape(line['title'])}</a>{NEW if new else ''}</h2><p>{origin(line)}</p>"
        f"{bar(all_of_them)}<p>{said_of(all_of_them)}</p>"
        f"{follows(line, 'p')}"
    )


def by_state(own: Cells, names: Mapping[int, str]) -> str:
    """Return some principals by state, each with its day and where it leads."""
    groups: dict[str, list[str]] = {}
    for key, name in names.items():
        if key in own:
            state, about, url, changed = own[key]
            small = f' <span class="sv-soft">{about}</span>' if about else ""
            mark = " <b>ändrat</b>" if changed else ""
            groups.setdefault(state, []).append(f'<a href="{url}">{name}</a>{small}{mark}')
    return "".join(
        f'<dt><span class="sv-state sv-state--{state}">{WORDS[state]} '
        f"{len(groups[state])}</span></dt><dd>{', '.join(groups[state])}</dd>"
        for state in ORDER
        if state in groups
    )
