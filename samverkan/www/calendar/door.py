"""The door of calendar programs: a person's own meetings, by a secret address."""

from hashlib import sha256

from django.http import HttpResponse, HttpResponseBase
from django.urls import path
from django.utils.cache import get_conditional_response

from samverkan.meetings.actions import calendar_link_of
from samverkan.meetings.feeds import personal_feed
from samverkan.meetings.models import CalendarLink
from samverkan.www import door
from samverkan.www.door import LOOK, Door

Visit = door.Visit[CalendarLink]
calendars = Door(calendar_link_of, "calendar_link")
app_name = "calendar_link"


@calendars.open(*LOOK)
def feed(visit: Visit) -> HttpResponseBase:
    """Answer with the person's calendar; unchanged ones are not sent again."""
    if visit.too_often("print"):
        return HttpResponse(status=429)
    link = visit.link
    written = personal_feed(link.scope, link.person, visit.now)
    response = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{sha256(written).hexdigest()[:24]}"'
    response["Content-Disposition"] = 'inline; filename="min-kalender.ics"'
    answer = get_conditional_response(visit.request, etag=response["ETag"], response=response)
    return answer or response


urlpatterns = [path("", feed, name="feed")]
