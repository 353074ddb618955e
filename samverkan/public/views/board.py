"""The board: who has decided what, in every form it takes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse

from samverkan.dispatches.effects import effect_sentences
from samverkan.public import board as drawn
from samverkan.public import wording
from samverkan.public.board import Asked, as_csv, as_json, as_xlsx, asked_of
from samverkan.public.board.since import LATELY, Since, since_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import Page, page_of
from samverkan.public.personal import reader_of
from samverkan.public.queries import board as queries
from samverkan.public.queries.changes import changes_since

CAPTIONS = {
    queries.OUT: "Rekommendationer ute för beslut",
    queries.DECIDED_BY_ALL: "Rekommendationer där alla har beslutat",
    queries.NOT_SENT: "Rekommendationer som inte är expedierade",
    queries.WITHDRAWN: "Rekommendationer som har återtagits",
}
LINKS = ("board_atom", "subjects", "principals", "embed_code")
# So many columns have room at a desk; more scroll sideways in a box of their own.
FIT_BESIDE = 16
FORMS = {"CSV": "board_csv", "Excel": "board_xlsx", "JSON": "board_json"}


@public_page
def board(visit: Visit) -> HttpResponseBase:
    reader = reader_of(visit)
    if reader and reader.home and not visit.request.GET:
        return HttpResponseRedirect(f"?{reader.home}")
    asked = asked_of(visit)
    since = since_of(visit.asked("sedan"), visit.today, reader.look if reader else None)
    page = page_of(
        queries.lines(visit.collaboration.pk, asked.choice), queries.ORDER, visit.request.GET
    )
    return visit.page(
        "board",
        "beslutslaget",
        ("Beslutsläget", ""),
        now=wording.just_now(queries.standing(visit.collaboration.pk)),
        asked=asked,
        page=page,
        reader=reader,
        files=[(said, visit.url(name) + asked.query) for said, name in FORMS.items()],
        follow_url=visit.url("follow") + asked.query,
        since=since,
        links={name: visit.url(name) for name in LINKS},
        lately=[(asked.but(sedan=key), said) for key, (_, said) in LATELY.items()],
        unmarked=asked.but(),
        printed_from=settings.SITE_ADDRESS + visit.url("board") + asked.query,
        **_drawn(visit, asked, page, since),
    )


@public_page
def board_csv(visit: Visit) -> HttpResponseBase:
    return _file(visit, as_csv.rows_of, "csv", "text/csv; charset=utf-8")


@public_page
def board_json(visit: Visit) -> HttpResponseBase:
    return _file(visit, as_json.parts_of, "json", "application/json; charset=utf-8", inline=True)


@public_page
def board_xlsx(visit: Visit) -> HttpResponseBase:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    asked = asked_of(visit)
    written = as_xlsx.workbook(visit.collaboration, asked, visit.today, visit.url("board"))
    response = HttpResponse(written, content_type=kind)
    response["Content-Disposition"] = 'attachment; filename="beslutslaget.xlsx"'
    return response


def _file(
    visit: Visit,
    parts: Callable[[Any, Asked, date], Any],
    ending: str,
    kind: str,
    *,
    inline: bool = False,
) -> StreamingHttpResponse:
    asked = asked_of(visit)
    response = StreamingHttpResponse(
        parts(visit.collaboration, asked, visit.today), content_type=kind
    )
    how = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{how}; filename="beslutslaget.{ending}"'
    return response


def _drawn(visit: Visit, asked: Asked, page: Page, since: Since) -> dict[str, Any]:
    """Return the board as it is shown, whole or group by group, with what has changed."""
    base = visit.url("start")
    answers = queries.answers([line["pk"] for line in page.rows])
    follows = effect_sentences(page.rows, today=visit.today)
    rows = [{**line, "follows": follows[line["pk"]]} for line in page.rows]
    columns = _with_former(asked.present, answers, visit)
    changes = changes_since(visit.collaboration, since, page.rows, columns)
    cells = drawn.cells_of(
        rows, columns, answers, base=base, today=visit.today, changed=changes.cells
    )
    shown = asked.shown(columns)
    caption = CAPTIONS.get(asked.choice.state, "Rekommendationer, den senaste först")
    if asked.group:
        caption = f"{caption}: {asked.group.name}"
    about: dict[str, Any] = {"base": base, "new": changes.new}
    if parts := asked.parts(shown):
        by_group = drawn.compact(
            rows,
            shown,
            parts,
            cells,
            asked=asked,
            caption=caption,
            opened=visit.asked("oppna"),
            **about,
        )
        table, cards = by_group
    else:
        table = drawn.table(rows, shown, cells, caption=caption, **about)
        cards = drawn.cards(rows, shown, cells, **about)
    wide = len(parts or shown) > FIT_BESIDE
    return {"table": table, "cards": cards, "parts": parts, "changes": changes, "wide": wide}


def _with_former(
    present: list[queries.Column], answers: list[queries.Answered], visit: Visit
) -> list[queries.Column]:
    """Add the principals that no longer are, when one of these recommendations went to them."""
    addressed = {principal for _, principal, *_ in answers}
    if addressed <= {column.pk for column in present}:
        return present
    return queries.columns(visit.collaboration.pk, visit.today, addressed)
