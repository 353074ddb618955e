"""What can be done with seats and chairs."""

from datetime import date, datetime

from django.db import transaction

from samverkan.bodies import queries
from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, Mission, Quota
from samverkan.bodies.rules import Seats, obstacles_to_appoint, obstacles_to_elect
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.people.models import Person
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal


@transaction.atomic
def appoint(
    body_id: int,
    *,
    person_id: int,
    principal_id: int | None,
    kind: MissionKind = MissionKind.ORDINARY,
    first: date,
    until: date | None = None,
    line_function: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> Mission:
    """Give a person one of a principal's seats in a body.

    Raises StepRefused when the principal has no free seat of that kind, or the person belongs to
    another collaboration.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    person = Person.objects.get(pk=person_id, collaboration_id=body.collaboration_id)
    principal = None
    if principal_id is not None:
        ours = Principal.objects.filter(collaboration_id=body.collaboration_id)
        principal = ours.get(pk=principal_id)
    quotas = Quota.objects.filter(body=body, period__contains=first)
    quota = quotas.filter(principal=principal).first() if principal else None
    period = from_day(first, until)
    places = set(
        Mission.objects.filter(
            body=body, principal=principal, kind=kind, period__overlap=period
        ).values_list("place", flat=True)
    )
    refuse(
        obstacles_to_appoint(
            kind=kind,
            seats=Seats(quota.ordinary_min, quota.ordinary_max, quota.substitutes_max)
            if quota
            else None,
            taken=len(places),
            body_has_quotas=quotas.exists(),
        )
    )
    mission = Mission.objects.create(
        body=body,
        person=person,
        principal=principal,
        kind=kind,
        place=next(place for place in range(1, len(places) + 2) if place not in places),
        line_function=line_function,
        period=period,
    )
    record(
        body.collaboration_id,
        "mission.given",
        f"body/{body.slug}",
        by=by,
        at=now,
        rule="R062" if body.code == "N01" else "R092" if body.code == "N06" else "",
        source=source,
        body=body.name,
        person=person.name,
        principal=principal.name if principal else "",
        kind=kind.label,
        first=first,
    )
    return mission


@transaction.atomic
def elect(
    body_id: int,
    office: Office,
    *,
    person_id: int,
    first: date,
    until: date,
    by: Actor,
    now: datetime,
) -> ChairTerm:
    """Let a member lead a body, as chair or vice chair, to the end of a calendar year.

    Raises StepRefused when the person is no member, both would come from one side, or the term
    is not a calendar year's.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    missions = list(queries.missions_on(body.pk, first))
    of_sides = body.quotas.filter(period__contains=first).exists()
    side = _side(missions, person_id) if of_sides else None
    period = from_day(first, until)
    other = body.chair_terms.exclude(office=office).filter(period__overlap=period).first()
    busy = body.chair_terms.filter(office=office, period__overlap=period).exists()
    refuse(
        obstacles_to_elect(
            first=first,
            until=until,
            members={mission.person_id for mission in missions},
            person=person_id,
            side=side,
            side_of_other=Side(other.side) if other and other.side else None,
        )
        + ([Obstacle("office_taken", {"office": office.label})] if busy else [])
    )
    term = ChairTerm.objects.create(
        body=body, person_id=person_id, office=office, side=side or "", period=period
    )
    record(
        body.collaboration_id,
        "chair.elected",
        f"body/{body.slug}",
        by=by,
        at=now,
        rule="R067",
        source="överenskommelsen § 5.1.3",
        body=body.name,
        person=term.person.name,
        office=office.label,
        first=first,
    )
    return term


def _side(missions: list[Mission], person_id: int) -> Side | None:
    held = (mission.principal for mission in missions if mission.person_id == person_id)
    return next((Side(principal.side) for principal in held if principal), None)
