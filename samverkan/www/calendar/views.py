"""The year for those who take part: everything in it, and one's own calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse, HttpResponseRedirect

from samverkan.bodies.models import Body
from samverkan.days import MONTHS
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import address_of
from samverkan.meetings.actions import (
    own_calendar_link,
    renew_calendar_link,
    revoke_calendar_link,
)
from samverkan.meetings.actions.subscriptions import DOOR
from samverkan.meetings.permissions import Act, may
from samverkan.meetings.reminders import reminders_in
from samverkan.meetings.year import Entry, in_order, met_too_seldom, year_of, years_known
from samverkan.sentences import say, say_all
from samverkan.www.meetings.steps import bodies_to_plan_in
from samverkan.www.pages import Workspace, page, step


@dataclass(frozen=True)
class Month:
    """A month of the list."""

    number: int
    name: str
    entries: list[Entry]


@page
def calendar(work: Workspace) -> HttpResponse:
    here, asked = work.collaboration.pk, work.request.GET
    years = years_known(here, work.today)
    year = next((one for one in years if str(one) == asked.get("ar")), work.today.year)
    bodies = _bodies_in(here, year)
    body = next((one for one in bodies if one.slug == asked.get("organ")), None)
    chosen = body.slug if body else ""
    found = in_order(
        [
            *year_of(here, year, body=chosen, internal=True),
            *reminders_in(here, year, work.today, body=chosen),
        ]
    )
    return work.page(
        "calendar/calendar.html",
        ("Kalendern", ""),
        year=year,
        years=years,
        bodies=bodies,
        body=body,
        months=list(months_of(found)),
        remarks=[say(one) for one in met_too_seldom(here, year, body=chosen)],
        may_plan=bool(bodies_to_plan_in(work)),
        may_keep=may(work.user, Act.KEEP_CALENDAR, work.scope, work.today),
    )


@step
def mine(work: Workspace) -> HttpResponse:
    here, refused = work.collaboration.pk, []
    if work.posted:
        try:
            return _change_link(work)
        except StepRefused as refusal:
            refused = say_all(refusal.obstacles)
    link = own_calendar_link(here, work.person_id, work.now)
    return work.page(
        "calendar/mine.html",
        ("Kalendern", work.url("calendar")),
        ("Min kalender", ""),
        link=link,
        address=address_of(link.key, DOOR) if link else "",
        refused=refused,
    )


def _change_link(work: Workspace) -> HttpResponseRedirect | HttpResponse:
    if work.request.POST.get("do") == "revoke":
        revoke_calendar_link(work.collaboration.pk, work.person_id, by=work.by, now=work.now)
        return work.done("Adressen är stängd.", work.url("my_calendar"))
    renew_calendar_link(work.collaboration.pk, work.person_id, by=work.by, now=work.now)
    return work.done("Du har fått en adress till din kalender.", work.url("my_calendar"))


def months_of(found: Iterable[Entry]) -> Iterator[Month]:
    """Yield the months that have something in them."""
    for number, of_month in groupby(found, key=lambda one: one.on.month):
        yield Month(number, MONTHS[number - 1], list(of_month))


def _bodies_in(collaboration_id: int, year: int) -> list[Body]:
    days = (date(year, 1, 1), date(year + 1, 1, 1))
    found = Body.objects.filter(collaboration_id=collaboration_id, period__overlap=days)
    return list(found.only("slug", "name", "short_name"))
