"""Who someone is in a body on a day, for the tables of rights of later areas."""

from datetime import date
from typing import Any

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body
from samverkan.bodies.queries import members_on, officer_on
from samverkan.people.models import User
from samverkan.people.permissions import Visitor


def _body_id(thing: Any) -> int:
    return int(thing.pk if isinstance(thing, Body) else thing.body_id)


def member(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone sits in a body: the thing is a body or belongs to one."""
    return isinstance(user, User) and user.person_id in members_on(_body_id(thing), on)


def working_committee(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone is chair or vice chair of a body: its AU (R072, R104)."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    officers = (officer_on(_body_id(thing), office, on) for office in Office)
    return any(officer.pk == user.person_id for officer in officers if officer)
