"""P13 and P14: a public meeting page, and a point added to an agenda through its form."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count

from django.test import Client
from django.utils.timezone import localdate, localtime

from samverkan.bodies.models import Body
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.meetings import actions
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Item, Meeting
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, Role, User
from tools.bench.bars import Figure
from tools.bench.pages import get, statements
from tools.bench.place import HOST
from tools.bench.rounds import cpu, medians

SIZES = (1, 20, 200)
MOST_STATEMENTS = 8
ROUNDS = 40
BY = Actor("Mätningen")
SECURE = {"Host": HOST, "X-Forwarded-Proto": "https", "Referer": f"https://{HOST}/"}


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    here = Collaboration.objects.get(slug="bench")
    body = Body.objects.filter(collaboration=here).earliest("position")
    days = (localdate() + timedelta(days=30 + number) for number in count())
    meetings = {size: _called(body, next(days), size) for size in SIZES}
    paths = {size: actions.meeting_path(meeting) for size, meeting in meetings.items()}
    asked = {size: statements(path) for size, path in paths.items()}
    page = medians(ROUNDS, {"page": lambda: cpu(lambda: get(paths[20]))})["page"]
    said = ", ".join(f"{number} med {size} punkter" for size, number in asked.items())
    yield f"offentlig mötessida med 20 punkter, inget behållet; SQL-satser: {said}"
    yield Figure("P13", 1000 * page, "ms", 10)
    yield Figure("P13", max(asked.values()), "statements", MOST_STATEMENTS)
    yield Figure("P13", max(asked.values()) - min(asked.values()), "more with 200 points", 0)

    planned = actions.plan_meeting(body.pk, on=next(days), by=BY, now=localtime())
    form = _Form(_coordinator(here), planned)
    before = planned.items.count()
    added = medians(ROUNDS, {"added": lambda: cpu(form.send)})["added"]
    if planned.items.count() != before + ROUNDS + 1:
        raise RuntimeError("the form did not add its points")
    yield "en punkt tillagd genom sitt formulär, med journalanteckning"
    yield Figure("P14", 1000 * added, "ms", 25)


def _called(body: Body, on: date, points: int) -> Meeting:
    meeting = actions.plan_meeting(body.pk, on=on, standing_points=False, by=BY, now=localtime())
    Item.objects.bulk_create(
        Item(
            meeting=meeting,
            body=body,
            position=10 * number,
            kind=ItemKind.INFORMATION,
            heading=f"Punkt {number}: så går arbetet med den gemensamma rutinen",
            text="Föredragning och samtal.",
        )
        for number in range(1, points + 1)
    )
    return actions.call_meeting(meeting.pk, by=BY, now=localtime())


def _coordinator(here: Collaboration) -> User:
    person = Person.objects.create(collaboration=here, name="Koordinatorn")
    Role.objects.create(
        collaboration=here, person=person, kind=RoleKind.COORDINATOR, period=from_day(date.min)
    )
    return User.objects.create_user("koordinator@example.invalid", person=person)


class _Form:
    """The form as a signed-in coordinator has it open, sent again and again."""

    def __init__(self, user: User, meeting: Meeting) -> None:
        self._client = Client(enforce_csrf_checks=True, headers=SECURE)
        self._client.force_login(user)
        place = f"{meeting.body.slug}/{meeting.on}"
        self._url = f"/{meeting.collaboration.slug}/arbeta/moten/{place}/punkt/"
        shown = self._client.get(self._url, secure=True).content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
        if token is None:
            raise RuntimeError(f"no form at {self._url}")
        self._typed = {
            "csrfmiddlewaretoken": token[1],
            "kind": ItemKind.INFORMATION,
            "heading": "Läget i arbetet med den gemensamma rutinen",
            "text": "Föredragning och samtal.",
        }

    def send(self) -> None:
        answer = self._client.post(self._url, self._typed, secure=True)
        if answer.status_code != 302:
            raise RuntimeError(f"{self._url} answered {answer.status_code}")
