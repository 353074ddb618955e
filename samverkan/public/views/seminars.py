"""The leadership seminar to everybody: year by year, its programme and what it prioritised."""

from django.http import Http404, HttpResponseBase, StreamingHttpResponse

from samverkan.dispatches.wording import listed
from samverkan.meetings.actions.seminar_found import subject
from samverkan.meetings.models import Seminar
from samverkan.meetings.seminar_queries import (
    priorities_of,
    seminars_of,
    turnout_of,
    versions_of,
    years_missing,
)
from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.queries.texts import values_in_force
from samverkan.public.seminars_csv import rows_of
from samverkan.public.timeline import timeline


@public_page
def seminars(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    return visit.page(
        "seminars",
        "struktur",
        ("Struktur", visit.url("structure")),
        ("Ledningsseminariet", ""),
        seminars=list(seminars_of(here)),
        missing=listed([str(year) for year in years_missing(here, visit.today)]),
        values=values_in_force(here, visit.today),
        has_priorities=bool(priorities_of(here)),
    )


@public_page
def seminar(visit: Visit, year: int) -> HttpResponseBase:
    one = _found(visit, year)
    both = priorities_of(visit.collaboration.pk, year, year - 1)
    invited, attended, principals = turnout_of(one)
    return visit.page(
        "seminar",
        "struktur",
        ("Struktur", visit.url("structure")),
        ("Ledningsseminariet", visit.url("seminars")),
        (str(year), ""),
        seminar=one,
        # Until it is adopted, a programme is a proposal within the cooperation (R052).
        programme=list(one.programme.all()) if one.adopted_at_id else [],
        priorities=[found for found in both if found.seminar_id == one.pk],
        before=[found for found in both if found.seminar_id != one.pk],
        versions=versions_of(one),
        invited=invited,
        attended=attended,
        turnouts=principals,
        events=timeline(visit.collaboration, subject(one)),
    )


@public_file
def priorities_csv(visit: Visit) -> HttpResponseBase:
    rows = rows_of(visit.collaboration.pk)
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="prioriterade-omraden.csv"'
    return response


def _found(visit: Visit, year: int) -> Seminar:
    one = seminars_of(visit.collaboration.pk).filter(year=year).first()
    if one is None:
        raise Http404
    return one
