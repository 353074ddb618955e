"""The clear description of the structure: on the page, in sheets when it is long, and as PDF."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse, HttpResponseBase

from samverkan.documents import pdf
from samverkan.public.describing.document import (
    HEADINGS,
    MOST_PRINTED,
    MOST_ROWS,
    Numbered,
    document,
    numbered,
    rows_of,
    sheets_of,
)
from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.paging import Row
from samverkan.public.queries.description import listings_on

TOO_LONG = (
    "Beskrivningen är för lång för ett enda dokument: {bodies} organ. Läs den här på sidan, blad "
    "för blad. Varje blad går att skriva ut."
)


@public_page
def description(visit: Visit) -> HttpResponseBase:
    listings = listings_on(visit.collaboration.pk, visit.on)
    chapters = numbered(listings)
    if rows_of(chapters) <= MOST_ROWS:
        text = document(visit.collaboration, visit.on, chapters, listings=listings)
        return _page(visit, chapters, text=text, sheets=[])
    sheets = sheets_of(chapters)
    number = _asked_sheet(visit, len(sheets))
    text = document(
        visit.collaboration,
        visit.on,
        sheets[number - 2] if number > 1 else [],
        listings=listings,
        whole_too=number == 1,
    )
    return _page(visit, chapters, text=text, sheets=_links(visit, sheets), number=number)


@public_file
def description_pdf(visit: Visit) -> HttpResponseBase:
    listings = listings_on(visit.collaboration.pk, visit.on)
    chapters = numbered(listings)
    if rows_of(chapters) > MOST_PRINTED:
        refused = _page(visit, chapters, too_long=TOO_LONG.format(bodies=len(chapters)))
        refused.status_code = 404
        return refused
    text = document(visit.collaboration, visit.on, chapters, listings=listings)
    response = HttpResponse(
        pdf.description_pdf({**text, "notice": visit.notice}), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="struktur-{visit.on}.pdf"'
    return response


def _asked_sheet(visit: Visit, sheets: int) -> int:
    asked = visit.asked("blad") or "1"
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked) <= sheets + 1):
        raise Http404
    return int(asked)


def _links(visit: Visit, sheets: Sequence[Sequence[Numbered]]) -> list[Row]:
    start = f"{visit.as_of}&" if visit.as_of else "?"
    links: list[Row] = [{"url": visit.as_of or visit.request.path, "label": "Inledning och slut"}]
    for number, sheet in enumerate(sheets, start=2):
        first, last = sheet[0], sheet[-1]
        heading = HEADINGS[first.part]
        label = f"{heading}: {first.number} {first.body.short} – {last.number} {last.body.short}"
        links.append({"url": f"{start}blad={number}", "label": label})
    return links


def _page(visit: Visit, chapters: Sequence[Numbered], **context: object) -> HttpResponse:
    return visit.page(
        "description",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Beskrivning", ""),
        printable=rows_of(chapters) <= MOST_PRINTED,
        **context,
    )
