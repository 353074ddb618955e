"""Personal links of every kind: made, found by their token, and whether they still hold."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from samverkan.journal.obstacles import Obstacle
from samverkan.journal.tokens import new_key
from samverkan.people.models import PersonalLink
from samverkan.people.rules import LINK_LASTS, obstacles_to_link


def fresh(now: datetime) -> dict[str, Any]:
    """Return what a link that is issued now begins with: its key, and how long it holds."""
    return {"key": new_key(), "issued_at": now, "expires_at": now + LINK_LASTS}


def obstacles_now(link: PersonalLink, now: datetime) -> list[Obstacle]:
    """Return what stands in the way of using a link."""
    expires_at = localtime(link.expires_at)
    return obstacles_to_link(expires_at=expires_at, revoked_at=link.revoked_at, now=now)
