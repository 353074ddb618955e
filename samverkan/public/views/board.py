"""The board: who has decided what."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

from samverkan.dispatches.effects import effect_sentences
from samverkan.public import board as drawn
from samverkan.public import wording
from samverkan.public.board_csv import rows_of
from samverkan.public.filters import Filter, filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import board as queries

CAPTIONS = {
    queries.OUT: "Rekommendationer ute för beslut",
    queries.DECIDED_BY_ALL: "Rekommendationer där alla har beslutat",
    queries.NOT_SENT: "Rekommendationer som inte är expedierade",
    queries.WITHDRAWN: "Rekommendationer som har återtagits",
}


@public_page
def board(visit: Visit) -> HttpResponse:
    here, base = visit.collaboration.pk, visit.url("start")
    present = queries.columns(here, visit.today)
    filters = _filters(visit, [(column.slug, column.name) for column in present])
    choice = queries.Choice(*(one.chosen for one in filters))
    page = page_of(queries.lines(here, choice), queries.ORDER, visit.request.GET)
    answers = queries.answers([line["pk"] for line in page.rows])
    follows = effect_sentences(page.rows, today=visit.today)
    rows = [{**line, "follows": follows[line["pk"]]} for line in page.rows]
    columns = _with_former(present, answers, visit)
    cells = drawn.cells_of(rows, columns, answers, base=base, today=visit.today)
    shown = [column for column in columns if choice.principal in ("", column.slug)]
    caption = CAPTIONS.get(choice.state, "Rekommendationer, den senaste först")
    return visit.page(
        "board",
        "beslutslaget",
        ("Beslutsläget", ""),
        now=wording.just_now(queries.standing(here)),
        filters=filters,
        narrowed=any(choice),
        page=page,
        table=drawn.table(rows, shown, cells, base=base, caption=caption),
        cards=drawn.cards(rows, shown, cells, base=base),
        csv_url=_csv_url(visit, filters),
    )


@public_page
def board_csv(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    present = queries.columns(here, visit.today)
    filters = _filters(visit, [(column.slug, column.name) for column in present])
    choice = queries.Choice(*(one.chosen for one in filters))
    response = StreamingHttpResponse(
        rows_of(visit.collaboration, choice, visit.today), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="beslutslaget.csv"'
    return response


def _filters(visit: Visit, principals: list[tuple[str, str]]) -> list[Filter]:
    bodies = queries.body_options(visit.collaboration.pk)
    everyone = f"Alla {len(principals)}"
    return [
        filter_of("huvudman", "Huvudman", everyone, principals, visit.asked("huvudman")),
        filter_of("organ", "Organ", "Alla organ", bodies, visit.asked("organ")),
        filter_of("lage", "Läge", "Alla", queries.STATES.items(), visit.asked("lage")),
    ]


def _with_former(
    present: list[queries.Column], answers: list[queries.Answered], visit: Visit
) -> list[queries.Column]:
    """Add the principals that no longer are, when one of these recommendations went to them."""
    addressed = {principal for _, principal, *_ in answers}
    if addressed <= {column.pk for column in present}:
        return present
    return queries.columns(visit.collaboration.pk, visit.today, addressed)


def _csv_url(visit: Visit, filters: list[Filter]) -> str:
    asked = urlencode({one.name: one.chosen for one in filters if one.chosen})
    return visit.url("board_csv") + (f"?{asked}" if asked else "")
