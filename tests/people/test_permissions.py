"""Who may change what is noted of the principals."""

import pytest

from samverkan.people.permissions import Act, NotAllowed, may, require
from tests.factories import BodyFactory
from tests.permissions import ON, cast, who_may

WHO_MAY = {Act.KEEP_PRINCIPALS: {"coordinator"}}


@pytest.mark.parametrize("act", Act)
def test_who_may(db, act):
    body = BodyFactory()

    assert who_may(cast(body), may, act, body) == WHO_MAY[act]


def test_the_refusal_says_who_may(db):
    body = BodyFactory()

    with pytest.raises(NotAllowed, match="Bara koordinatorerna"):
        require(cast(body)["chair"], Act.KEEP_PRINCIPALS, body, ON)
