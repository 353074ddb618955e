"""Which handover pages somebody may read (R018)."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from samverkan.bodies.models import Mission
from samverkan.people.models import User
from samverkan.people.permissions import Visitor, is_coordinator


def handovers_visible_to(user: Visitor, scope: object, on: date) -> QuerySet[Mission]:
    """Return the missions whose handover page somebody may read in a collaboration.

    Coordinators read all. Others their own, and those of the same seats before and after them: a
    note is from the one who leaves to the one who comes. `scope` says which collaboration.
    """
    collaboration_id: int = scope.collaboration_id  # type: ignore[attr-defined]
    ours = Mission.objects.filter(body__collaboration_id=collaboration_id)
    if is_coordinator(user, scope, on):
        return ours
    if not isinstance(user, User) or user.person_id is None:
        return ours.none()
    alike = Mission.objects.filter(person_id=user.person_id, body=OuterRef("body"))
    alike = alike.filter(Q(principal=OuterRef("principal")) | Q(nominator=OuterRef("nominator")))
    return ours.filter(Q(person_id=user.person_id) | Q(Exists(alike)))
