"""A small board for another web site: a page for an iframe, and the page with the code for it."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import mark_safe

from samverkan.public.board import Asked, asked_of, cells_of
from samverkan.public.board.cells import WORDS, Line, address_of, counts, origin
from samverkan.public.filters import filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import board as queries

SIZES = {"5": "5", "10": "10", "20": "20"}
USUAL = "10"
# Any web site of a municipality may show it; all other pages may be shown by none.
FRAMED_BY = ["'self'", "https:"]


@public_page
def embedded(visit: Visit) -> HttpResponseBase:
    asked = asked_of(visit)
    page = page_of(
        queries.lines(visit.collaboration.pk, asked.choice),
        queries.ORDER,
        visit.request.GET,
        size=int(_size(visit)),
    )
    response = render(
        visit.request,
        "public/embedded.html",
        {
            "collaboration": visit.collaboration,
            "heading": _heading(asked),
            "rows": _rows(visit, asked, page.rows),
            "alone": bool(asked.choice.principal),
            "board_url": visit.url("board") + asked.query,
            "fresh": visit.collaboration.head_at,
        },
    )
    response._csp_replace = {"frame-ancestors": FRAMED_BY}  # type: ignore[attr-defined]
    response.xframe_options_exempt = True
    return response


@public_page
def code(visit: Visit) -> HttpResponse:
    asked = asked_of(visit)
    size = filter_of("antal", "Antal", f"{USUAL}", SIZES.items(), visit.asked("antal"))
    query = asked.but(antal=size.chosen)
    address = visit.url("embedded") + (query if query != "?" else "")
    response = visit.page(
        "embed_code",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Bädda in", ""),
        filters=[one for one in asked.filters if one.name != "lage"] + [size],
        heading=_heading(asked),
        whole=visit.request.build_absolute_uri(address),
        address=address,
    )
    response._csp_replace = {"frame-src": ["'self'"]}  # type: ignore[attr-defined]
    return response


def _size(visit: Visit) -> str:
    return visit.asked("antal") if visit.asked("antal") in SIZES else USUAL


def _heading(asked: Asked) -> str:
    names = {column.slug: column.name for column in asked.present}
    about = names.get(asked.choice.principal) or (asked.group.name if asked.group else "")
    return f"Beslutsläget: {about}" if about else "Beslutsläget"


def _rows(visit: Visit, asked: Asked, lines: Sequence[Line]) -> list[dict[str, object]]:
    """Return each recommendation with one principal's word, or with how many have decided."""
    answers = queries.answers([line["pk"] for line in lines])
    columns = queries.columns(
        visit.collaboration.pk, visit.today, {answer.principal for answer in answers}
    )
    base = visit.url("start")
    cells = cells_of(lines, columns, answers, base=base, today=visit.today)
    shown = {column.pk for column in asked.shown(columns)}
    rows = []
    for line in lines:
        own = [cell for pk, cell in cells[line["pk"]].items() if pk in shown]
        asked_of_them, approved, rejected = counts(own)
        one = own[0] if asked.choice.principal and own else None
        rows.append(
            {
                "title": line["title"],
                "url": address_of(line, base),
                "origin": mark_safe(origin(line)),  # noqa: S308 - escaped there
                "cell": one,
                "word": WORDS[one.state] if one else "",
                "count": asked_of_them,
                "decided": approved + rejected,
                "rejected": rejected,
            }
        )
    return rows
