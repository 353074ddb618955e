"""Questions about persons and their roles."""

from collections.abc import Iterable
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


def addresses_of(people: Iterable[int]) -> dict[int, str]:
    """Return where each of some persons is reached by e-mail: their account, or what is noted.

    Those who cannot be reached are left out.
    """
    found = Person.objects.filter(pk__in=people).select_related("account")
    addresses = {person.pk: _address_of(person) for person in found}
    return {pk: address for pk, address in addresses.items() if address}


def _address_of(person: Person) -> str:
    account = getattr(person, "account", None)
    return account.email if account and account.is_active else person.email
