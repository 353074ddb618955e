"""Questions about persons and their roles."""

from datetime import date

from django.db.models import QuerySet

from samverkan.people.choices import RoleKind
from samverkan.people.models import Person


def coordinators_on(collaboration_id: int, on: date) -> QuerySet[Person]:
    """Return those who coordinate a collaboration on a day."""
    return Person.objects.filter(
        roles__collaboration_id=collaboration_id,
        roles__kind=RoleKind.COORDINATOR,
        roles__period__contains=on,
    ).distinct()
