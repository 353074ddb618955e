"""Questions about cases."""

from datetime import date

from django.db.models import Q, QuerySet

from samverkan.bodies.queries import takes_part
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case, Watch
from samverkan.cases.routines import ENDED_AS_RAISED
from samverkan.people.models import Role, User
from samverkan.people.permissions import Visitor


def is_member(user: Visitor, collaboration_id: int, on: date) -> bool:
    """Return whether someone has any role or mission in the collaboration on a day."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    roles = Role.objects.filter(
        person_id=user.person_id, collaboration_id=collaboration_id, period__contains=on
    )
    return roles.exists() or takes_part(user.person_id, collaboration_id, on)


def public_cases(collaboration_id: int) -> QuerySet[Case]:
    """Return the cases that everyone may read: those that have been prepared."""
    found = Case.objects.filter(collaboration_id=collaboration_id).exclude(stage=CaseStage.RAISED)
    return found.exclude(Q(stage=CaseStage.CLOSED) & Q(ENDED_AS_RAISED))


def cases_visible_to(user: Visitor, collaboration_id: int, on: date) -> QuerySet[Case]:
    """Return the cases that someone may read: members all, everyone else the public ones."""
    if is_member(user, collaboration_id, on):
        return Case.objects.filter(collaboration_id=collaboration_id)
    return public_cases(collaboration_id)


def watches_due(collaboration_id: int, on: date) -> QuerySet[Watch]:
    """Return what is to be looked at by a day and has not been, the earliest first."""
    return (
        Watch.objects.filter(case__collaboration_id=collaboration_id, finished_on=None, on__lte=on)
        .select_related("case__body")
        .order_by("on", "pk")
    )
