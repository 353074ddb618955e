"""Which arenas there are for each principal, at every level of responsibility."""

from django.http import HttpResponseBase, StreamingHttpResponse

from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.queries import coverage as queries


@public_page
def coverage(visit: Visit) -> HttpResponseBase:
    rows = queries.rows_on(visit.collaboration.pk, visit.on)
    with_cells = [row for row in rows if row.cells]
    return visit.page(
        "coverage",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Täckningen", ""),
        rows=rows,
        names=[cell.name for cell in with_cells[0].cells] if with_cells else [],
    )


@public_file
def coverage_csv(visit: Visit) -> HttpResponseBase:
    rows = queries.file_on(visit.collaboration.pk, visit.on)
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="tackning-{visit.on}.csv"'
    return response
