"""The year: by month, as a wheel, as a table, and as a calendar to subscribe to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.safestring import SafeString, mark_safe

from samverkan.bodies.models import Body
from samverkan.days import MONTHS
from samverkan.meetings.feeds import public_feed
from samverkan.meetings.year import Entry, Sort, met_too_seldom, year_of, years_known
from samverkan.public.filters import Filter, filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.pictures.wheel import wheel_of
from samverkan.public.templatetags.swedish import day
from samverkan.sentences import say
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

CALENDAR = "text/calendar; charset=utf-8"
HEADINGS = ("Dag", "Tid", "Slag", "Vem", "Vad", "Plats", "Läge", "Källa")
SORTS = {
    Sort.MEETING: "möte",
    Sort.DEADLINE: "tidsgräns",
    Sort.OUTSIDE: "möte utanför samverkan",
}


@dataclass(frozen=True)
class Month:
    """A month of the list."""

    number: int
    name: str
    entries: list[Entry]


@dataclass(frozen=True)
class Asked:
    """Which year, and which body, an address asks for."""

    year: int
    body: str
    name: str
    filters: list[Filter]
    address: str  # what links carry to ask for the same


@public_page
def calendar(visit: Visit) -> HttpResponseBase:
    asked = _asked(visit)
    found = year_of(visit.collaboration.pk, asked.year, body=asked.body)
    return visit.page(
        "calendar",
        "moten",
        ("Möten", visit.url("meetings")),
        ("Kalendern", ""),
        asked=asked,
        months=list(_months(found)),
        remarks=_remarks(visit, asked),
        ics=_ics(visit, asked),
        csv_url=visit.url("calendar_csv") + asked.address,
        coming=next((one for one in found if one.on >= visit.today and not one.is_off), None),
    )


@public_page
def wheel(visit: Visit) -> HttpResponseBase:
    asked = _asked(visit)
    found = _on_the_wheel(visit, asked)
    return visit.page(
        "wheel",
        "moten",
        ("Möten", visit.url("meetings")),
        ("Kalendern", visit.url("calendar") + asked.address),
        ("Årshjulet", ""),
        asked=asked,
        months=list(_months(found)),
        remarks=_remarks(visit, asked),
        drawn=_safe(_drawn(visit, asked, found)),
        title=_title(asked),
        file_url=visit.url("wheel_svg") + asked.address,
    )


@public_page
def wheel_svg(visit: Visit) -> HttpResponseBase:
    asked = _asked(visit)
    drawn = _drawn(visit, asked, _on_the_wheel(visit, asked), headed=True)
    response = HttpResponse(drawn, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="arshjul-{asked.year}.svg"'
    return response


@public_page
def calendar_csv(visit: Visit) -> HttpResponseBase:
    asked = _asked(visit)
    found = year_of(visit.collaboration.pk, asked.year, body=asked.body)
    rows = [HEADINGS, *(_row(one) for one in found)]
    text = BYTE_ORDER_MARK + written(rows)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="kalender-{asked.year}.csv"'
    return response


@public_page
def calendar_ics(visit: Visit) -> HttpResponseBase:
    return _subscription(public_feed(visit.collaboration, visit.today), visit.collaboration.slug)


@public_page
def body_ics(visit: Visit, slug: str) -> HttpResponseBase:
    body = Body.objects.filter(collaboration=visit.collaboration, slug=slug).first()
    if body is None:
        raise Http404
    return _subscription(public_feed(visit.collaboration, visit.today, body), slug)


def _asked(visit: Visit) -> Asked:
    here, today = visit.collaboration.pk, visit.today
    years = [(str(one), str(one)) for one in years_known(here, today) if one != today.year]
    year = filter_of("ar", "År", f"{today.year} (i år)", years, visit.asked("ar"))
    chosen = int(year.chosen or today.year)
    there = Body.objects.filter(collaboration_id=here).exclude(kind="committee")
    within = there.filter(period__overlap=(date(chosen, 1, 1), date(chosen + 1, 1, 1)))
    options = [(one.slug, one.short) for one in within.only("slug", "name", "short_name")]
    body = filter_of("organ", "Organ", "Alla organ", options, visit.asked("organ"))
    kept = {one.name: one.chosen for one in (year, body) if one.chosen}
    address = f"?{urlencode(kept)}" if kept else ""
    return Asked(chosen, body.chosen, body.options.get(body.chosen, ""), [body, year], address)


def _months(found: Iterable[Entry]) -> Iterator[Month]:
    for number, of_month in groupby(found, key=lambda one: one.on.month):
        yield Month(number, MONTHS[number - 1], list(of_month))


def _remarks(visit: Visit, asked: Asked) -> list[str]:
    found = met_too_seldom(visit.collaboration.pk, asked.year, body=asked.body)
    return [say(one) for one in found]


def _on_the_wheel(visit: Visit, asked: Asked) -> list[Entry]:
    found = year_of(visit.collaboration.pk, asked.year, body=asked.body)
    # Of one body there is room for what follows from its meetings; of all, for the meetings.
    return [one for one in found if asked.body or one.sort is not Sort.DEADLINE]


def _title(asked: Asked) -> str:
    return f"Årshjul {asked.year}" + (f" för {asked.name}" if asked.name else "")


def _drawn(visit: Visit, asked: Asked, found: list[Entry], *, headed: bool = False) -> str:
    first = visit.request.build_absolute_uri("/").rstrip("/") if headed else ""
    return wheel_of(
        found,
        year=asked.year,
        title=_title(asked),
        month_url=f"{first}{visit.url('calendar')}{asked.address}",
        headed=headed,
        alone=bool(asked.body),
    )


def _ics(visit: Visit, asked: Asked) -> str:
    if asked.body:
        return visit.url("body_ics", asked.body)
    return visit.url("calendar_ics")


def _subscription(written: bytes, name: str) -> HttpResponse:
    response = HttpResponse(written, content_type=CALENDAR)
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response


def _row(one: Entry) -> list[object]:
    about = f" (möte {day(one.about)})" if one.about else ""
    at = one.starts_at.strftime("%H.%M") if one.starts_at else ""
    source = one.external.source if one.external else ""
    return [one.on, at, SORTS[one.sort], one.name, one.what + about, one.place, one.note, source]


def _safe(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308  (written by ElementTree, which escapes)
