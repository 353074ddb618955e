"""How long a personal link can be used."""

from datetime import UTC, datetime, timedelta

import pytest

from samverkan.people.rules import LINK_LASTS, obstacles_to_link

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("expires_at", "revoked_at", "found"),
    [
        (NOW + LINK_LASTS, None, []),
        (NOW + timedelta(microseconds=1), None, []),
        (NOW, None, ["link_expired"]),
        (NOW - DAY, None, ["link_expired"]),
        (NOW + DAY, NOW - DAY, ["link_revoked"]),
        (NOW - DAY, NOW - DAY, ["link_revoked"]),
    ],
)
def test_a_link_can_be_used_until_it_expires_or_is_revoked(expires_at, revoked_at, found):
    obstacles = obstacles_to_link(expires_at=expires_at, revoked_at=revoked_at, now=NOW)
    assert [one.code for one in obstacles] == found
