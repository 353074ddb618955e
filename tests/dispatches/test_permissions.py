"""Who may do what with recommendations, and with carrying them out."""

import pytest

from samverkan.dispatches.permissions import Act, Home, may
from samverkan.journal.fields import from_day
from samverkan.people.choices import RoleKind
from tests.factories import BodyFactory, PersonFactory, PrincipalFactory, RoleFactory
from tests.permissions import ON, account, cast, who_may

COORDINATES = {"coordinator"}
WHO_MAY = {
    Act.DISPATCH: COORDINATES,
    Act.REMIND: COORDINATES,
    Act.MANAGE_LINKS: COORDINATES,
    Act.ANSWER_FOR: COORDINATES,
    Act.FOLLOW_EXECUTIONS: {"coordinator", "line manager"},
    Act.EXECUTE: {"coordinator", "line manager", "named"},
}


@pytest.fixture
def people(db):
    body = BodyFactory()
    here = body.collaboration
    ours, theirs = (PrincipalFactory(collaboration=here) for _ in range(2))

    def manager(principal, **facts):
        role = {"collaboration": here, "kind": RoleKind.LINE_MANAGER, "principal": principal}
        return account(RoleFactory(**role, **facts).person)

    named = account(PersonFactory(collaboration=here))
    home = Home(here.pk, ours.pk, named.person_id)
    return home, {
        **cast(body),
        "line manager": manager(ours),
        "line manager of another principal": manager(theirs),
        "line manager until yesterday": manager(ours, period=from_day(ON.replace(year=2020), ON)),
        "named": named,
    }


@pytest.mark.rule("R022")
@pytest.mark.parametrize("act", list(WHO_MAY))
def test_who_may(act, people):
    home, everybody = people

    assert who_may(everybody, may, act, home) == WHO_MAY[act]
