"""What a roster is checked against, as the tables have it, and the rosters that were sent in."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import QuerySet

from samverkan.bodies.choices import DerivedPart, MissionKind, Sphere
from samverkan.bodies.models import (
    Body,
    BodyAlias,
    DerivedSeat,
    Mission,
    Nominator,
    Quota,
    Roster,
)
from samverkan.bodies.rosters.world import (
    HolderKey,
    KnownBody,
    KnownHolder,
    KnownMission,
    KnownPerson,
    SeatKey,
    World,
    key_of,
)
from samverkan.bodies.rules.seats import Seats
from samverkan.journal.fields import Period
from samverkan.people.models import Person, User
from samverkan.principals.models import FormerName, Principal

_NOTED = ("place", "is_main", "line_function", "appointed_by", "appointed_on", "paragraph")


def rosters_of(collaboration_id: int) -> QuerySet[Roster]:
    """Return the rosters that were sent in, newest first, without their contents."""
    return Roster.objects.filter(collaboration_id=collaboration_id).defer(
        "cells", "faults", "unread", "plan"
    )


def world_of(collaboration_id: int, today: date) -> World:
    """Return all that a roster is checked against; the same few questions however long it is."""
    counted, quotas = _quotas(collaboration_id)
    return World(
        today=today,
        bodies=_bodies(collaboration_id, counted),
        holders=_holders(collaboration_id),
        people=_people(collaboration_id),
        missions=_missions(collaboration_id),
        quotas=quotas,
        emails=dict(User.objects.values_list("email", "person_id")),
    )


def _bodies(collaboration_id: int, counted: dict[int, list[Period]]) -> dict[str, list[KnownBody]]:
    derived: dict[int, list[Period]] = defaultdict(list)
    seats = DerivedSeat.objects.filter(body__collaboration=collaboration_id, part=DerivedPart.SEAT)
    for pk, period in seats.values_list("body_id", "period"):
        derived[pk].append(period)
    known = {}
    names: dict[str, list[KnownBody]] = defaultdict(list)
    for one in Body.objects.filter(collaboration=collaboration_id):
        ours = tuple(counted.get(one.pk, ())), tuple(derived.get(one.pk, ()))
        body = KnownBody(one.pk, one.name, one.slug, one.period, Sphere(one.sphere), *ours)
        known[one.pk] = body
        for name in (one.name, one.slug, one.short_name):
            _name(names, name, body)
    aliases = BodyAlias.objects.filter(body__in=known)
    for pk, name in aliases.values_list("body_id", "name"):
        _name(names, name, known[pk])
    return dict(names)


def _holders(collaboration_id: int) -> dict[str, list[KnownHolder]]:
    names: dict[str, list[KnownHolder]] = defaultdict(list)
    principals = {}
    for one in Principal.objects.filter(collaboration=collaboration_id):
        holder = KnownHolder(("principal", one.pk), one.name, one.period)
        principals[one.pk] = holder
        for name in (one.name, one.slug, one.short_name):
            _name(names, name, holder)
    former = FormerName.objects.filter(principal__in=principals)
    for pk, name in former.values_list("principal_id", "name"):
        _name(names, name, principals[pk])
    for nominator in Nominator.objects.filter(collaboration=collaboration_id):
        holder = KnownHolder(("nominator", nominator.pk), nominator.name, nominator.period)
        for name in (nominator.name, nominator.slug):
            _name(names, name, holder)
    return dict(names)


def _name(names: dict[str, list[Any]], name: str, known: object) -> None:
    if name and known not in names[key_of(name)]:
        names[key_of(name)].append(known)


def _people(collaboration_id: int) -> dict[str, list[KnownPerson]]:
    names: dict[str, list[KnownPerson]] = defaultdict(list)
    people = Person.objects.filter(collaboration=collaboration_id).order_by("pk")
    for pk, name, elected, email in people.values_list("pk", "name", "elected", "account__email"):
        names[key_of(name)].append(KnownPerson(pk, name, elected, email or ""))
    return dict(names)


def _missions(collaboration_id: int) -> dict[SeatKey, list[KnownMission]]:
    seats: dict[SeatKey, list[KnownMission]] = defaultdict(list)
    rows = Mission.objects.filter(body__collaboration=collaboration_id).order_by("pk")
    for pk, body, principal, nominator, kind, person, period, *noted in rows.values_list(
        "pk", "body_id", "principal_id", "nominator_id", "kind", "person_id", "period", *_NOTED
    ):
        seat = (body, _holder(principal, nominator), MissionKind(kind))
        mission = KnownMission(pk, seat, person, period.lower, period.upper, *noted)
        seats[seat].append(mission)
    return dict(seats)


def _quotas(
    collaboration_id: int,
) -> tuple[dict[int, list[Period]], dict[tuple[int, HolderKey], list[tuple[Period, Seats]]]]:
    counted: dict[int, list[Period]] = defaultdict(list)
    seats: dict[tuple[int, HolderKey], list[tuple[Period, Seats]]] = defaultdict(list)
    rows = Quota.objects.filter(body__collaboration=collaboration_id)
    for body, principal, nominator, period, *numbers in rows.values_list(
        "body_id",
        "principal_id",
        "nominator_id",
        "period",
        "ordinary_min",
        "ordinary_max",
        "substitutes_max",
    ):
        if period not in counted[body]:
            counted[body].append(period)
        if holder := _holder(principal, nominator):
            seats[body, holder].append((period, Seats(*numbers)))
    return dict(counted), dict(seats)


def _holder(principal: int | None, nominator: int | None) -> HolderKey | None:
    if principal is not None:
        return "principal", principal
    return ("nominator", nominator) if nominator is not None else None


def missions_to_write(
    collaboration_id: int, *, on: date, body: Body | None = None
) -> QuerySet[Mission]:
    """Return the missions of a day, in all bodies or in one, in the order of a sheet."""
    found = Mission.objects.filter(body__collaboration=collaboration_id, period__contains=on)
    if body is not None:
        found = found.filter(body=body)
    return found.select_related("body", "principal", "nominator", "person__account").order_by(
        "body__position",
        "body__name",
        "principal__position",
        "nominator__name",
        "kind",
        "place",
        "period",
        "pk",
    )
