"""What can be done with seats: give, end, pass on, correct, and leave a note to the next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from samverkan.bodies.actions.leading import stop_leading
from samverkan.bodies.choices import DerivedPart, MissionKind
from samverkan.bodies.models import Body, Mission, Nominator, Quota
from samverkan.bodies.queries.orders import seats_of
from samverkan.bodies.rules.seats import (
    Wanted,
    free_place,
    obstacles_to_appoint,
    obstacles_to_end,
    obstacles_to_period,
)
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.periods import last_of
from samverkan.journal.record import record
from samverkan.people.models import Person
from samverkan.principals.models import Principal


@dataclass(frozen=True)
class Decision:
    """Who appointed somebody, when and under which paragraph, and what stands behind the seat."""

    line_function: str = ""
    appointed_by: str = ""
    appointed_on: date | None = None
    paragraph: str = ""


@transaction.atomic
def appoint(
    body_id: int,
    *,
    person_id: int,
    principal_id: int | None = None,
    nominator_id: int | None = None,
    kind: MissionKind = MissionKind.ORDINARY,
    first: date,
    until: date | None = None,
    is_main: bool = False,
    line_function: str = "",
    appointed_by: str = "",
    appointed_on: date | None = None,
    paragraph: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> Mission:
    """Give a person one of the seats that a principal, or a nominator, has in a body.

    Raises StepRefused when there is no free seat on some day, the period leaves the body's, or
    the seat follows an office.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    ours = {"collaboration_id": body.collaboration_id}
    mission = Mission(
        body=body,
        person=Person.objects.get(pk=person_id, **ours),
        principal=Principal.objects.get(pk=principal_id, **ours) if principal_id else None,
        nominator=Nominator.objects.get(pk=nominator_id, **ours) if nominator_id else None,
        kind=kind,
        is_main=is_main,
        period=from_day(first, until),
    )
    decision = Decision(line_function, appointed_by, appointed_on, paragraph)
    quota_source = _seat(mission, decision)
    _tell("mission.given", mission, by=by, now=now, source=source or quota_source, first=first)
    return mission


@transaction.atomic
def replace_member(
    mission_id: int,
    *,
    person_id: int,
    first: date,
    until: date | None = None,
    line_function: str = "",
    appointed_by: str = "",
    appointed_on: date | None = None,
    paragraph: str = "",
    by: Actor,
    now: datetime,
) -> Mission:
    """Let another person take over a mission from a day; the one before ends the day before.

    Raises StepRefused when the mission has ended by then, or the person already sits there.
    """
    former = _locked(mission_id)
    if former.period.upper != first:
        _leave(former, first, today=now.date())
    mission = Mission(
        body=former.body,
        person=Person.objects.get(pk=person_id, collaboration_id=former.body.collaboration_id),
        principal=former.principal,
        nominator=former.nominator,
        kind=MissionKind(former.kind),
        is_main=former.is_main,
        period=from_day(first, until),
    )
    _seat(mission, Decision(line_function, appointed_by, appointed_on, paragraph))
    facts: dict[str, Any] = {"former": former.person.name, "first": first}
    _tell("mission.replaced", mission, by=by, now=now, **facts)
    return mission


@transaction.atomic
def end_mission(
    mission_id: int, *, until: date, by: Actor, now: datetime, source: str = ""
) -> Mission:
    """End a mission: the day is the first without it. What the person led in the body ends too.

    A mission that has not begun by then is taken back.

    Raises StepRefused when it would end before it began, or has already ended.
    """
    mission = _locked(mission_id)
    begun = _leave(mission, until, today=now.date())
    verb = "mission.ended" if begun else "mission.withdrawn"
    _tell(verb, mission, by=by, now=now, source=source, last=last_of(until))
    return mission


@transaction.atomic
def correct_mission(
    mission_id: int,
    *,
    is_main: bool,
    line_function: str,
    appointed_by: str,
    appointed_on: date | None,
    paragraph: str,
    by: Actor,
    now: datetime,
) -> Mission:
    """Put right what is noted of a mission; who, for whom and when are other acts.

    Raises StepRefused when nothing would change, or a text holds what must not be kept.
    """
    mission = _locked(mission_id)
    before = _noted(mission)
    mission.is_main = is_main
    _note(mission, Decision(line_function, appointed_by, appointed_on, paragraph))
    if _noted(mission) == before:
        refuse([Obstacle("mission_unchanged")])
    mission.save()
    _only_main(mission)
    _tell("mission.corrected", mission, by=by, now=now)
    return mission


@transaction.atomic
def write_handover(mission_id: int, *, note: str, by: Actor, now: datetime) -> Mission:
    """Write to the successor what a mission leaves open (R018).

    Raises StepRefused when nothing changes, or the text holds what must not be kept.
    """
    mission = _locked(mission_id)
    if note == mission.handover:
        refuse([Obstacle("handover_unchanged")])
    refuse(obstacles_to_text(**{"Att lämna över": note}))
    mission.handover = note
    mission.save(update_fields=["handover"])
    _tell("mission.handed_over", mission, by=by, now=now, visibility=Visibility.MEMBERS)
    return mission


def _locked(mission_id: int) -> Mission:
    """Return a mission whose body nobody else changes meanwhile."""
    body_id = Mission.objects.values_list("body_id", flat=True).get(pk=mission_id)
    Body.objects.select_for_update(no_key=True).get(pk=body_id)
    found = Mission.objects.select_related("body", "person", "principal", "nominator")
    return found.get(pk=mission_id)


def _seat(mission: Mission, decision: Decision) -> str:
    """Save a mission in the lowest free place and return the source of its number of seats."""
    body, period = mission.body, mission.period
    # First, for the database knows no period that ends before it begins.
    refuse(obstacles_to_period(period.lower, period.upper, within=body.period))
    quotas = Quota.objects.filter(body=body)
    own_quotas = quotas.filter(principal=mission.principal_id, nominator=mission.nominator_id)
    held = _alike(mission)
    derived = body.derived_seats.filter(part=DerivedPart.SEAT, period__overlap=period)
    counted = quotas.filter(period__overlap=period).exists()
    refuse(
        obstacles_to_appoint(
            Wanted(MissionKind(mission.kind), period.lower, period.upper),
            quotas=seats_of(own_quotas.filter(period__overlap=period)),
            held=list(held.values_list("period", flat=True)),
            own=list(held.filter(person=mission.person).values_list("period", flat=True)),
            body=body.period,
            holder=mission.holder.period if mission.holder else None,
            body_has_quotas=counted,
            derived_only=not counted and derived.exists(),
        )
    )
    _note(mission, decision)
    mission.place = free_place(held.values_list("place", flat=True))
    mission.save()
    _only_main(mission)
    quota = own_quotas.filter(period__contains=period.lower).first()
    return quota.source if quota else ""


def _alike(mission: Mission) -> QuerySet[Mission]:
    """Return the other missions of the same kind, for the same holder, on any of its days."""
    return Mission.objects.filter(
        body=mission.body,
        principal=mission.principal_id,
        nominator=mission.nominator_id,
        kind=mission.kind,
        period__overlap=mission.period,
    ).exclude(pk=mission.pk)


def _leave(mission: Mission, until: date, *, today: date) -> bool:
    """End a mission, and what its person led because of it; return whether it ever began."""
    period = mission.period
    refuse(obstacles_to_end(first=period.lower, until=period.upper, wanted=until, today=today))
    begun: bool = period.lower is None or period.lower < until
    if begun:
        mission.period = from_day(period.lower, until)
        mission.save(update_fields=["period"])
    else:
        mission.delete()
    stop_leading(mission.body_id, mission.person_id, until)
    return begun


def _note(mission: Mission, decision: Decision) -> None:
    texts = {"Nämnd eller verksamhet": decision.line_function, "Utsedd av": decision.appointed_by}
    refuse(obstacles_to_text(**texts, Paragraf=decision.paragraph))
    mission.line_function = decision.line_function
    mission.appointed_by = decision.appointed_by
    mission.appointed_on = decision.appointed_on
    mission.paragraph = decision.paragraph


def _noted(mission: Mission) -> tuple[object, ...]:
    names = ("is_main", "line_function", "appointed_by", "appointed_on", "paragraph")
    return tuple(getattr(mission, name) for name in names)


def _only_main(mission: Mission) -> None:
    """Of several who sit for the same, one is the main representative (R077)."""
    if mission.is_main:
        _alike(mission).update(is_main=False)


def _tell(
    verb: str,
    mission: Mission,
    *,
    by: Actor,
    now: datetime,
    source: str = "",
    visibility: Visibility = Visibility.PUBLIC,
    **facts: Any,
) -> None:
    body, holder = mission.body, mission.holder
    record(
        body.collaboration_id,
        verb,
        f"body/{body.slug}",
        by=by,
        at=now,
        source=source,
        visibility=visibility,
        body=body.name,
        person=mission.person.name,
        principal=str(holder) if holder else "",
        kind=MissionKind(mission.kind).label,
        **facts,
    )
