"""Doing what a roster says: people entered, missions ended, put right and given, by the many."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from samverkan.bodies.actions.leading import stop_leading
from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import ChairTerm, Mission
from samverkan.bodies.rosters.intended import Changed, Given, Intended, NewPerson
from samverkan.bodies.rosters.seating import placed
from samverkan.bodies.rosters.world import World
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.periods import last_of
from samverkan.journal.record import record
from samverkan.people.models import Person, User

_FIELDS = {"line": "line_function"}  # what is called otherwise in the table
_AT_A_TIME = 1000


def carry_out(
    intended: Intended,
    world: World,
    collaboration_id: int,
    *,
    by: Actor,
    now: datetime,
    invented: bool,
) -> None:
    """Do all that a roster would do; part of the act that reads it in, under its locks."""
    people = _enter(intended.people, collaboration_id, invented=invented)
    _change(intended)
    ends = {one.mission: one.until for one in intended.ended if one.until}
    Mission.objects.bulk_create(
        (
            _mission(one, place, people.get(str(one.person), one.person))
            for one, place in placed(intended.given, world, ends)
        ),
        batch_size=_AT_A_TIME,
    )
    _stop_leading(intended.ended)
    _tell_of_people(intended, collaboration_id, by=by, now=now)
    _tell_of_missions(intended, collaboration_id, by=by, now=now)


def _enter(
    new: Mapping[str, NewPerson], collaboration_id: int, *, invented: bool
) -> dict[str, int]:
    people = Person.objects.bulk_create(
        (
            Person(
                collaboration_id=collaboration_id,
                name=one.name,
                title=one.title,
                elected=one.elected,
                party=one.party,
                invented=invented,
            )
            for one in new.values()
        ),
        batch_size=_AT_A_TIME,
    )
    entered = {key: person.pk for key, person in zip(new, people, strict=True)}
    # An account that nobody has a password to; the person chooses one by "glömt lösenordet".
    users = User.objects.bulk_create(
        (
            User(email=one.email, person_id=entered[key], password=make_password(None))
            for key, one in new.items()
            if one.email
        ),
        batch_size=_AT_A_TIME,
    )
    EmailAddress.objects.bulk_create(
        (EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users),
        batch_size=_AT_A_TIME,
    )
    return entered


def _change(intended: Intended) -> None:
    """End missions, and put right what is noted of some; before new ones take their places."""
    changes = [*intended.ended, *intended.corrected]
    missions = Mission.objects.in_bulk({one.mission for one in changes})
    fields: set[str] = set()
    for one in changes:
        mission = missions[one.mission]
        if one.until:
            mission.period = from_day(mission.period.lower, one.until)
            fields.add("period")
        for name, value in one.noted.items():
            setattr(mission, _FIELDS.get(name, name), value)
            fields.add(_FIELDS.get(name, name))
    if fields:
        Mission.objects.bulk_update(missions.values(), sorted(fields), batch_size=_AT_A_TIME)


def _stop_leading(ended: list[Changed]) -> None:
    """Who has left a body leads it no more."""
    since = {(one.seat.body.pk, one.person): one.until for one in ended if one.until}
    leading = ChairTerm.objects.filter(
        body__in={body for body, _ in since}, person__in={person for _, person in since}
    )
    for body, person in set(leading.values_list("body_id", "person_id")) & since.keys():
        stop_leading(body, person, since[body, person])


def _mission(one: Given, place: int, person: int | str) -> Mission:
    holder = one.seat.holder.key if one.seat.holder else None
    return Mission(
        body_id=one.seat.body.pk,
        principal_id=holder[1] if holder and holder[0] == "principal" else None,
        nominator_id=holder[1] if holder and holder[0] == "nominator" else None,
        person_id=person,
        kind=one.seat.kind,
        place=place,
        period=from_day(one.first, one.until),
        is_main=one.noted.is_main,
        line_function=one.noted.line,
        appointed_by=one.noted.appointed_by,
        appointed_on=one.noted.appointed_on,
        paragraph=one.noted.paragraph,
    )


def _tell_of_people(intended: Intended, collaboration_id: int, *, by: Actor, now: datetime) -> None:
    people = intended.people.values()
    if not people:
        return
    record(
        collaboration_id,
        "roster.people_entered",
        "structure",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        count=len(people),
        people=[{"person": one.name, "has_account": bool(one.email)} for one in people],
    )


def _tell_of_missions(
    intended: Intended, collaboration_id: int, *, by: Actor, now: datetime
) -> None:
    bodies = {}
    told: dict[int, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for part, changes in (
        ("given", intended.given),
        ("ended", intended.ended),
        ("corrected", intended.corrected),
    ):
        for one in changes:
            bodies[one.seat.body.pk] = one.seat.body
            told[one.seat.body.pk][part].append(_facts(one))
    for pk in sorted(bodies):
        record(
            collaboration_id,
            "roster.imported",
            f"body/{bodies[pk].slug}",
            by=by,
            at=now,
            body=bodies[pk].name,
            counted=_counted({part: len(rows) for part, rows in told[pk].items()}),
            **dict[str, Any](told[pk]),
        )


def _facts(one: Given | Changed) -> dict[str, Any]:
    holder = one.seat.holder.name if one.seat.holder else ""
    kind = MissionKind(one.seat.kind).label
    facts: dict[str, Any] = {"person": one.name, "principal": holder, "kind": kind}
    if isinstance(one, Given):
        facts["first"] = one.first
    return facts | ({"last": last_of(one.until)} if one.until else {})


def _counted(counts: Mapping[str, int]) -> str:
    """Return "3 nya uppdrag, 1 avslutat, 2 rättade"."""
    words = {
        "given": ("nytt uppdrag", "nya uppdrag"),
        "ended": ("avslutat", "avslutade"),
        "corrected": ("rättat", "rättade"),
    }
    return ", ".join(
        f"{counts[part]} {one if counts[part] == 1 else many}"
        for part, (one, many) in words.items()
        if counts.get(part)
    )
