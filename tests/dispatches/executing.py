"""A bifall that somebody is to carry out."""

from datetime import timedelta

from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import name_execution
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import Named
from samverkan.journal.fields import from_day
from samverkan.people.choices import RoleKind
from tests.factories import (
    TESTER,
    CollaborationFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
    UserFactory,
    agreed_recommendation,
)

ADDRESS = "socialchef@mala.example.invalid"


def approved_by_mala(*, here=None) -> Dispatch:
    """Return Malå's bifall of ten days ago to what was dispatched thirty days ago."""
    here = here or CollaborationFactory()
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå", slug="mala")
    PrincipalFactory(collaboration=here, name="Umeå kommun", short_name="Umeå", slug="umea")
    agreed = agreed_recommendation(here, on=localdate() - timedelta(days=30), dispatched=True)
    mine = agreed.dispatches.get(principal__slug="mala")
    Dispatch.objects.filter(pk=mine.pk).update(
        state="approved",
        decided_on=localdate() - timedelta(days=10),
        deciding_body="Socialnämnden",
        paragraph="§ 31",
    )
    return agreed.dispatches.get(principal__slug="mala")


def named(dispatch, *, days=60, function="Socialchefen", to=ADDRESS, **facts):
    facts = {"by": TESTER, "now": localtime()} | facts
    person = facts.pop("person", None)
    due_on = localdate(facts["now"]) + timedelta(days=days)
    return name_execution(dispatch.pk, Named(function, due_on, to, person), **facts)


def manager_of(principal, **facts):
    """Return a line manager of a principal, with an account."""
    person = PersonFactory(collaboration=principal.collaboration)
    RoleFactory(
        collaboration=principal.collaboration,
        person=person,
        kind=RoleKind.LINE_MANAGER,
        principal=principal,
        **facts,
    )
    UserFactory(person=person)
    return person


ENDED = from_day(localdate() - timedelta(days=400), localdate())
