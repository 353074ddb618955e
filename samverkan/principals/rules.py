"""Rules for what is noted of a principal. Pure: no database, no clock."""

import re

from samverkan.journal.obstacles import Obstacle

PREFIX_LIMIT = 20
NAME_LIMIT = 120
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def obstacles_to_registrar(
    *, email: str, prefix: str, present_email: str, present_prefix: str
) -> list[Obstacle]:
    """List what stands in the way of noting where a principal takes its post in."""
    if email and (len(email) > 254 or not _ADDRESS.fullmatch(email)):
        return [Obstacle("email_not_an_address", {"email": email[:80]})]
    if len(prefix) > PREFIX_LIMIT:
        return [Obstacle("prefix_too_long", {"limit": PREFIX_LIMIT})]
    if (email, prefix) == (present_email, present_prefix):
        return [Obstacle("registrar_unchanged")]
    return []


def obstacles_to_usual_decider(
    *, name: str, kind: str, present: tuple[str, str] | None
) -> list[Obstacle]:
    """List what stands in the way of noting which line body usually decides (R005)."""
    if not name.strip():
        return [Obstacle("decider_without_name")]
    if len(name) > NAME_LIMIT:
        return [Obstacle("decider_name_too_long", {"limit": NAME_LIMIT})]
    if (name, kind) == present:
        return [Obstacle("decider_unchanged")]
    return []
