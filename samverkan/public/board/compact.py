"""The board of very many principals: a column a group with counts; a row opens to names."""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from samverkan.public.board.asking import Asked
from samverkan.public.board.cards import by_state, card_head
from samverkan.public.board.cells import Cell, Cells, Line, bar, counts
from samverkan.public.board.groups import Group
from samverkan.public.board.table import NOT_SENT, heading
from samverkan.public.queries.board import Column


class Drawn(NamedTuple):
    """The board by groups, for wide and for narrow screens."""

    table: SafeString
    cards: SafeString


def compact(
    lines: Sequence[Line],
    columns: Sequence[Column],
    groups: Sequence[Group],
    cells: Mapping[int, Cells],
    *,
    asked: Asked,
    base: str,
    caption: str,
    opened: str = "",
    new: Collection[int] = (),
) -> Drawn:
    """Return the board with groups as columns; the opened row tells every principal by name."""
    names = {
        group.key: {
            column.pk: escape(column.name) for column in columns if column.pk in group.members
        }
        for group in groups
    }
    links = {group.key: escape(asked.but(grupp=group.key)) for group in groups}
    rows, sections = [], []
    for line in lines:
        own, number = cells[line["pk"]], line["number"]
        is_open = number == opened
        told = [(group, [own[pk] for pk in names[group.key] if pk in own]) for group in groups]
        row = [f'<tr id="rad-{escape(number)}"><th scope="row">']
        row += [
            heading(line, own, base, line["pk"] in new),
            _toggle(asked, number, is_open),
            "</th>",
        ]
        row += [_cell(some, links[group.key]) for group, some in told]
        rows.append("".join([*row, "</tr>"]))
        names_told = _names(groups, own, names) if is_open else ""
        if is_open:
            rows.append(
                f'<tr class="sv-opened"><td colspan="{len(groups) + 1}">{names_told}</td></tr>'
            )
        sections.append(
            f"{card_head(line, own, base, line['pk'] in new)}"
            f"{_list(told, links)}{_toggle(asked, number, is_open)}{names_told}</section>"
        )
    head = "".join(
        '<th scope="col" class="sv-board__principal">'
        f'<a href="{links[group.key]}">{escape(group.name)}</a></th>'
        for group in groups
    )
    each = '<col class="sv-board__each">' * len(groups)
    table = (
        f'<table class="sv-board__table"><caption id="tavla">{escape(caption)}</caption><colgroup>'
        f'<col class="sv-board__first">{each}</colgroup>'
        f'<thead><tr><th scope="col">Rekommendation</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )
    # Escaped above, part by part.
    return Drawn(mark_safe(table), mark_safe("".join(sections)))  # noqa: S308


def _toggle(asked: Asked, number: str, is_open: bool) -> str:
    address = escape(asked.but(oppna="" if is_open else number))
    said = "Dölj namnen" if is_open else "Visa namnen"
    about = f'<span class="govuk-visually-hidden"> för {escape(number)}</span>'
    return f'<p class="sv-open"><a href="{address}#rad-{escape(number)}">{said}{about}</a></p>'


def _cell(some: Sequence[Cell], link: str) -> str:
    if not some:
        return NOT_SENT
    asked_of_them, approved, rejected = counts(some)
    decided = approved + rejected
    changed = sum(cell.changed for cell in some)
    notes = [f"<small>{rejected} avslag</small>"] if rejected else []
    notes += [f'<b class="sv-new">{changed} ändrade</b>'] if changed else []
    return (
        f'<td class="sv-cell sv-cell--group"><a href="{link}">'
        f"<span>{decided} av {asked_of_them}</span>"
        f"{bar(some)}{''.join(notes)}</a></td>"
    )


def _list(told: Sequence[tuple[Group, list[Cell]]], links: Mapping[str, str]) -> str:
    """Return the same figures as a list, for narrow screens."""
    items = []
    for group, some in told:
        if not some:
            continue
        asked_of_them, approved, rejected = counts(some)
        decided = approved + rejected
        said = f"{decided} av {asked_of_them}" + (f", {rejected} avslag" if rejected else "")
        items.append(f'<li><a href="{links[group.key]}">{escape(group.name)}</a> {said}</li>')
    return f'<ul class="sv-groups">{"".join(items)}</ul>' if items else ""


def _names(groups: Sequence[Group], own: Cells, names: Mapping[str, Mapping[int, str]]) -> str:
    told = ((group.name, by_state(own, names[group.key])) for group in groups)
    return "".join(
        f'<div class="sv-opened__group"><p><b>{escape(name)}</b></p><dl>{said}</dl></div>'
        for name, said in told
        if said
    )
