"""Who sits in a body, and who leads it, as the later areas' tables of rights ask."""

import pytest

from samverkan.bodies.permissions import member, working_committee
from tests.factories import BodyFactory, CaseFactory
from tests.permissions import ON, cast

SITS = {"member", "substitute", "chair", "vice chair"}


@pytest.mark.parametrize(
    ("who", "expected"), [(member, SITS), (working_committee, {"chair", "vice chair"})]
)
def test_who_is(db, who, expected):
    body = BodyFactory()
    people = cast(body)
    case = CaseFactory(collaboration=body.collaboration, body=body)

    of_the_body = {name for name, user in people.items() if who(user, body, ON)}
    of_its_case = {name for name, user in people.items() if who(user, case, ON)}

    assert of_the_body == of_its_case == expected
