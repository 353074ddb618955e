"""The meetings: those to come, those that have been, and each one's agenda or minutes."""

from datetime import date

from django.http import Http404, HttpResponse, HttpResponseBase

from samverkan.documents import pdf
from samverkan.meetings.choices import MeetingStage
from samverkan.public.filters import filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import meetings as queries
from samverkan.public.templatetags.swedish import day


@public_page
def meetings(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    bodies = queries.body_options(here)
    chosen = filter_of("organ", "Organ", "Alla organ", bodies, visit.asked("organ"))
    found = queries.held(here, visit.today, chosen.chosen)
    return visit.page(
        "meetings",
        "moten",
        ("Möten", ""),
        filters=[chosen],
        coming=queries.coming(here, visit.today, chosen.chosen),
        page=page_of(found, queries.ORDER, visit.request.GET),
    )


@public_page
def meeting(visit: Visit, body: str, on: date) -> HttpResponseBase:
    one = queries.meeting_of(visit.collaboration.pk, body, on)
    minutes = queries.minutes_of(one)
    return visit.page(
        "meeting",
        "moten",
        ("Möten", visit.url("meetings")),
        (f"{one.body.short} {day(one.on)}", ""),
        one=one,
        held=one.stage == MeetingStage.HELD,
        minutes=minutes,
        agenda=[] if minutes else queries.agenda_of(one),
        supplements=[] if minutes else queries.supplements_of(one),
        recommendations=queries.recommendations_from(one) if minutes else [],
    )


@public_page
def minutes_pdf(visit: Visit, body: str, on: date) -> HttpResponseBase:
    minutes = queries.minutes_of(queries.meeting_of(visit.collaboration.pk, body, on))
    if minutes is None:
        raise Http404
    response = HttpResponse(pdf.minutes_pdf(minutes.content), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="anteckningar-{body}-{on}.pdf"'
    return response
