"""Persons, their accounts and roles, as they are entered and ended."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.people.actions import end_role, enter_person, give_role
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, User
from samverkan.people.permissions import has_role
from samverkan.people.queries import coordinators_on
from tests.factories import CollaborationFactory, PersonFactory, RoleFactory, UserFactory

THEN = {"by": Actor("Testare"), "now": datetime(2026, 3, 1, 9, tzinfo=UTC)}
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


@pytest.fixture
def here(db):
    return CollaborationFactory()


def test_a_person_gets_an_account_with_an_address(here):
    person = enter_person(here.pk, "Anna Ek", email="Anna@Example.Invalid", **THEN)

    assert person.account.email == "anna@example.invalid"
    entry = Entry.objects.get()
    assert (entry.verb, entry.visibility) == ("person.entered", Visibility.MEMBERS)


def test_an_address_belongs_to_one(here):
    enter_person(here.pk, "Anna Ek", email="anna@example.invalid", **THEN)

    with pytest.raises(StepRefused, match="email_taken"):
        enter_person(here.pk, "Anna Alm", email="ANNA@example.invalid", **THEN)

    assert (Person.objects.count(), User.objects.count(), Entry.objects.count()) == (1, 1, 1)


def test_the_database_refuses_a_party_on_an_official(here):
    with pytest.raises(IntegrityError, match="party_only_on_elected"), transaction.atomic():
        PersonFactory(collaboration=here, elected=False, party="S")


@pytest.mark.rule("R016")
def test_a_role_holds_from_its_first_day_to_the_day_it_ends(here):
    user = UserFactory(person=PersonFactory(collaboration=here))
    role = give_role(user.person_id, RoleKind.COORDINATOR, first=MARCH, **THEN)
    end_role(role.pk, on=APRIL, **THEN)

    held = [
        has_role(user, RoleKind.COORDINATOR, here.pk, day)
        for day in (date(2026, 2, 28), MARCH, date(2026, 3, 31), APRIL)
    ]

    assert held == [False, True, True, False]
    assert [one.verb for one in Entry.objects.order_by("sequence")] == ["role.given", "role.ended"]


def test_coordinators_are_those_of_this_collaboration_today(here):
    now = RoleFactory(collaboration=here).person
    RoleFactory(collaboration=here, ended=True)
    RoleFactory(collaboration=here, kind=RoleKind.READER)
    RoleFactory()

    assert list(coordinators_on(here.pk, MARCH)) == [now]
