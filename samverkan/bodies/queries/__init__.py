"""What we want to know about bodies."""

from samverkan.bodies.queries.seats import (
    bodies_of,
    bodies_on,
    deciding_members_on,
    derived_people,
    members_known,
    members_on,
    missions_on,
    officer_on,
    takes_part,
)

__all__ = [
    "bodies_of",
    "bodies_on",
    "deciding_members_on",
    "derived_people",
    "members_known",
    "members_on",
    "missions_on",
    "officer_on",
    "takes_part",
]
