"""Questions about who sits where on a day."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission
from samverkan.people.models import Person


def bodies_on(collaboration_id: int, on: date) -> QuerySet[Body]:
    """Return the bodies that exist on a day."""
    return Body.objects.filter(collaboration_id=collaboration_id, period__contains=on)


def missions_on(body_id: int, on: date) -> QuerySet[Mission]:
    """Return the missions in a body on a day, with person and on whose behalf."""
    return (
        Mission.objects.filter(body_id=body_id, period__contains=on)
        .select_related("person", "principal", "nominator")
        .order_by("principal__position", "nominator__name", "kind", "place")
    )


def officer_on(body_id: int, office: Office, on: date) -> Person | None:
    """Return who is chair, or vice chair, of a body on a day."""
    term = (
        ChairTerm.objects.filter(body_id=body_id, office=office, period__contains=on)
        .select_related("person")
        .first()
    )
    return term.person if term else None


def derived_people(body_id: int, on: date, part: DerivedPart = DerivedPart.SEAT) -> set[int]:
    """Return the ids of those who sit in a body by their office in another (R123, R131, R137)."""
    seats = DerivedSeat.objects.filter(body_id=body_id, part=part, period__contains=on)
    holders = Q(pk__in=[])
    for of_body_id, office in seats.values_list("of_body_id", "office"):
        holders |= Q(body_id=of_body_id, office=office)
    return set(
        ChairTerm.objects.filter(holders, period__contains=on).values_list("person_id", flat=True)
    )


def members_on(body_id: int, on: date) -> set[int]:
    """Return the ids of a body's members on a day: missions and derived seats."""
    held = missions_on(body_id, on).order_by().values_list("person_id", flat=True)
    return set(held) | derived_people(body_id, on)


def deciding_members_on(body_id: int, on: date) -> set[int]:
    """Return the ids of those who take part in what a body agrees on: ordinary and derived."""
    held = missions_on(body_id, on).filter(kind=MissionKind.ORDINARY).order_by()
    return set(held.values_list("person_id", flat=True)) | derived_people(body_id, on)


def bodies_of(person_id: int, on: date) -> QuerySet[Body]:
    """Return the bodies in which a person holds a mission on a day."""
    return Body.objects.filter(
        missions__person_id=person_id, missions__period__contains=on
    ).distinct()


def takes_part(person_id: int, collaboration_id: int, on: date) -> bool:
    """Return whether a person holds any mission in the collaboration on a day."""
    return Mission.objects.filter(
        person_id=person_id, body__collaboration_id=collaboration_id, period__contains=on
    ).exists()


def members_known(on: date) -> Exists:
    """Return whether anybody is known to have sat, by a day, in the body that a row is about.

    Before that nobody knows who sat: an empty seat is then not vacant but unknown.
    """
    begun = Q(period__startswith__lte=on) | Q(period__lower_inf=True)
    return Exists(Mission.objects.filter(begun, body=OuterRef("body")))
