"""The meetings: those to come, those that have been, and each one's agenda or minutes."""

from datetime import date

from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect

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
    here = visit.collaboration.pk
    try:
        one = queries.meeting_of(here, body, on)
    except Http404:
        if (moved := queries.moved_from(here, body, on)) is None:
            raise
        return HttpResponseRedirect(visit.url("meeting", body, moved.on))
    minutes = queries.minutes_of(one)
    return visit.page(
        "meeting",
        "moten",
        ("Möten", visit.url("meetings")),
        (f"{one.body.short} {day(one.on)}", ""),
        one=one,
        held=one.stage in (MeetingStage.HELD, MeetingStage.REOPENED),
        minutes=minutes,
        corrections=list(minutes.corrections.all()) if minutes else [],
        agenda=[] if minutes else queries.agenda_of(one),
        former=[] if minutes else queries.former_days(one),
        supplements=[] if minutes else queries.supplements_of(one),
        recommendations=queries.recommendations_from(one) if minutes else [],
    )


@public_page
def minutes_pdf(visit: Visit, body: str, on: date) -> HttpResponseBase:
    one = queries.meeting_of(visit.collaboration.pk, body, on)
    minutes = queries.minutes_of(one)
    if minutes is None:
        raise Http404
    notes = [
        {"on": one.made_on, "by": one.made_by, "text": one.text}
        for one in minutes.corrections.all()
    ]
    notice = "" if one.source else visit.notice  # what the sources tell is not invented
    printed = pdf.minutes_pdf(minutes.content, notice=notice, corrections=notes)
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="anteckningar-{body}-{on}.pdf"'
    return response
