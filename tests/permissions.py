"""The people who are tried against every area's table of rights."""

from datetime import date, timedelta

from django.contrib.auth.models import AnonymousUser

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body
from samverkan.journal.fields import from_day
from samverkan.people.models import Person, User
from samverkan.people.permissions import Visitor
from tests.factories import (
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
    RoleFactory,
    UserFactory,
)

ON = date(2026, 3, 12)
YESTERDAY = ON - timedelta(days=1)


def account(person: Person) -> User:
    return UserFactory(person=person)


def cast(body: Body) -> dict[str, Visitor]:
    """Return those who may, and those who must not, do things with what belongs to a body."""
    here = body.collaboration
    chair, vice = (MissionFactory(body=body).person for _ in range(2))
    ChairTermFactory(body=body, person=chair, office=Office.CHAIR)
    ChairTermFactory(body=body, person=vice, office=Office.VICE_CHAIR)
    ended = RoleFactory(collaboration=here, period=from_day(date(2020, 1, 1), ON)).person
    former = MissionFactory(body=body, period=from_day(date(2020, 1, 1), ON)).person
    other_body = MissionFactory(body__collaboration=here).person
    return {
        "visitor": AnonymousUser(),
        "account without a person": UserFactory(person=None),
        "person without a role": account(PersonFactory(collaboration=here)),
        "member": account(MissionFactory(body=body).person),
        "substitute": account(MissionFactory(body=body, substitute=True).person),
        "member whose mission ended yesterday": account(former),
        "member of another body": account(other_body),
        "chair": account(chair),
        "vice chair": account(vice),
        "coordinator": account(RoleFactory(collaboration=here).person),
        "coordinator of another collaboration": account(RoleFactory().person),
        "coordinator whose role ended yesterday": account(ended),
    }


def who_may(people: dict[str, Visitor], may, act, thing) -> set[str]:
    return {who for who, user in people.items() if may(user, act, thing, ON)}
