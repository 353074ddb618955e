"""A small county at work: one body, three principals, and the people who come to the desk."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, localtime

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body, Mission
from samverkan.cases.models import Case
from samverkan.journal.models import Collaboration
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Attending
from samverkan.meetings.choices import Outcome
from samverkan.meetings.models import Item, Meeting
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person
from samverkan.principals.models import Principal
from tests.factories import (
    TESTER,
    BodyFactory,
    CaseFactory,
    ChairTermFactory,
    CollaborationFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
    UserFactory,
)


@dataclass
class County:
    """What the tests of the signed-in pages stand on."""

    collaboration: Collaboration
    body: Body
    principals: list[Principal]
    coordinator: Person
    chair: Person
    member: Person
    substitute: Person
    seats: dict[str, Mission]

    @property
    def today(self) -> date:
        return localdate()

    def address(self, path: str = "") -> str:
        return f"/{self.collaboration.slug}/arbeta/{path}"

    def case(self, **facts: object) -> Case:
        facts = {"collaboration": self.collaboration, "body": self.body} | facts
        return CaseFactory(**{"raised_by": self.member, "handler": None} | facts)

    def meeting(self, *, days: int = 0, on: date | None = None) -> Meeting:
        day = on or self.today + timedelta(days=days)
        return meetings.plan_meeting(self.body.pk, on=day, by=TESTER, now=localtime())

    def agreed_meeting(self, case: Case, *, days: int = 0) -> tuple[Meeting, Item]:
        """Return a meeting that has agreed on a recommendation, still open."""
        meeting = self.meeting(days=days)
        then = {"by": TESTER, "now": localtime()}
        item = meetings.place_case(meeting.pk, case.number, **then)
        meetings.note_attendance(
            meeting.pk, [Attending(self.chair.pk)], led_by=self.chair.pk, **then
        )
        meetings.conclude_point(item.pk, Outcome.RECOMMENDED, clauses=["att anta rutinen."], **then)
        return meeting, item


@pytest.fixture
def county(db) -> County:
    return make_county()


@pytest.fixture
def elsewhere(db) -> County:
    """Another collaboration, whose matters must never be seen in the first."""
    return make_county(name="Annan samverkan")


def make_county(name: str = "Samverkan i länet") -> County:
    here = CollaborationFactory(name=name)
    body = BodyFactory(collaboration=here, name=f"Samråd, {name}", short_name="Samråd")
    ask, ahed = (PrincipalFactory(collaboration=here, short_name=one) for one in ("Ask", "Ahed"))
    region = PrincipalFactory(collaboration=here, short_name="Regionen", region=True)
    seats = {
        "chair": MissionFactory(body=body, principal=region, person__name="Carin Ordförande"),
        "member": MissionFactory(body=body, principal=ask, person__name="Maj Ledamot"),
        "absent": MissionFactory(body=body, principal=ahed, person__name="Frans Frånvarande"),
        "substitute": MissionFactory(
            body=body, principal=ahed, person__name="Elsa Ersättare", substitute=True
        ),
    }
    chair = seats["chair"].person
    ChairTermFactory(body=body, person=chair, office=Office.CHAIR)
    coordinator = RoleFactory(
        collaboration=here, kind=RoleKind.COORDINATOR, person__name="Kim Koordinator"
    ).person
    people = (seats["member"].person, seats["substitute"].person)
    return County(here, body, [ask, ahed, region], coordinator, chair, *people, seats)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(getattr(person, "account", None) or UserFactory(person=person))
    return client


@pytest.fixture
def coordinator(county: County) -> Client:
    return client_of(county.coordinator)


@pytest.fixture
def chair(county: County) -> Client:
    return client_of(county.chair)


@pytest.fixture
def member(county: County) -> Client:
    return client_of(county.member)


@pytest.fixture
def stranger(county: County, elsewhere: County) -> Client:
    """A coordinator of another collaboration."""
    return client_of(elsewhere.coordinator)


@pytest.fixture
def outsider(county: County) -> Client:
    """Someone entered in the collaboration without any role or mission."""
    return client_of(PersonFactory(collaboration=county.collaboration))


def text(response: HttpResponse) -> str:
    return response.content.decode()


def queries_of(client: Client, address: str) -> int:
    """Return how many questions to the database a page takes."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
