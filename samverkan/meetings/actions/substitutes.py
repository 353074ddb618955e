"""Calling substitutes for members who cannot come, and letting them go again (R065, R095)."""

from datetime import datetime

from django.db import transaction

from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import officer_on
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.calls import DOOR, issue_calls
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.models import Call, Meeting
from samverkan.meetings.presence import order_of
from samverkan.meetings.rules import Answered, Seat
from samverkan.people.queries import addresses_of, coordinators_on


@transaction.atomic
def call_substitute(
    meeting_id: int, absent_mission: int, person_id: int, *, by: Actor, now: datetime
) -> Call:
    """Call a substitute for a member who cannot come, with a link of their own.

    Raises StepRefused for one of another principal, one who is taken, or when one is called.
    """
    meeting = locked(meeting_id)
    ordinary, substitutes = seats_at(meeting)
    absent = next((one for one in ordinary if one.mission == absent_mission), None)
    if absent is None:
        raise Mission.DoesNotExist(absent_mission)
    own = [one for one in substitutes if one.person == person_id]
    chosen = next((one for one in own if one.holder == absent.holder), own[0] if own else None)
    answers = answers_to(meeting)
    refuse(
        rules.obstacles_to_call_substitute(
            absent,
            chosen,
            stage=MeetingStage(meeting.stage),
            is_absent=_cannot_come(absent, answers),
            answers=answers,
        )
    )
    return _call(meeting, absent.mission, person_id, by=by, now=now)


def seats_at(meeting: Meeting) -> tuple[list[Seat], list[Seat]]:
    """Return a meeting's ordinary seats, and those of substitutes who sit as nothing else."""
    missions = list(
        Mission.objects.filter(body_id=meeting.body_id, period__contains=meeting.on).order_by(
            "principal__position", "nominator__name", "place", "pk"
        )
    )
    seats = {
        kind: [
            Seat(one.pk, one.person_id, one.holder_key, one.place)
            for one in missions
            if one.kind == kind
        ]
        for kind in MissionKind
    }
    ordinary = seats[MissionKind.ORDINARY]
    members = {one.person for one in ordinary}
    return ordinary, [one for one in seats[MissionKind.SUBSTITUTE] if one.person not in members]


def answers_to(meeting: Meeting) -> dict[int, Answered]:
    """Return what each who was called has answered, and for whom they are called."""
    rows = meeting.calls.values_list("person_id", "reply", "instead_of_id", "revoked_at")
    return {
        person: Answered(Reply(reply) if reply else None, instead_of, revoked_at is not None)
        for person, reply, instead_of, revoked_at in rows
    }


def seats_to_fill(meeting: Meeting) -> list[tuple[Seat, Seat | None]]:
    """Return the seats of members who cannot come and for whom nobody is called, each with the
    substitute who is next in order, if any is left.
    """
    ordinary, substitutes = seats_at(meeting)
    answers = answers_to(meeting)
    stood_for = {one.stands_for for one in answers.values()}
    return [
        (seat, rules.substitute_for(seat, substitutes, answers))
        for seat in ordinary
        if _cannot_come(seat, answers) and seat.mission not in stood_for
    ]


def call_next(meeting: Meeting, *, by: Actor, now: datetime) -> None:
    """Call the next substitute for each seat to fill, where the body has agreed on that."""
    if meeting.stage != MeetingStage.CALLED or not order_of(meeting.body_id).calls_substitutes:
        return
    for seat, _ in seats_to_fill(meeting):
        # Asked again for each: the one before may have taken the substitute.
        chosen = dict(seats_to_fill(meeting))[seat]
        if chosen is not None:
            _call(meeting, seat.mission, chosen.person, by=by, now=now)


def release(meeting: Meeting, missions: list[int], *, by: Actor, now: datetime) -> None:
    """Tell those who were called for some members that they are not needed."""
    calls = meeting.calls.filter(instead_of__in=missions).select_related(
        "person", "instead_of__person"
    )
    for call in calls:
        absent = call.instead_of.person.name if call.instead_of else ""
        call.instead_of = None
        call.save(update_fields=["instead_of"])
        entry = _tell("substitute.released", meeting, call, absent, by=by, now=now)
        _write_to(entry, "substitute_released", meeting, call, absent, now=now)


def tell_of_apology(
    entry: Entry, meeting: Meeting, call: Call, seats: list[Seat], *, now: datetime
) -> None:
    """Tell coordinators and working committee who cannot come, and who is proposed instead."""
    proposed = dict(seats_to_fill(meeting))
    called = {
        one.instead_of_id: one.person.name
        for one in meeting.calls.exclude(instead_of=None).select_related("person")
    }
    names = dict(
        Mission.objects.filter(
            pk__in=[found.mission for found in proposed.values() if found]
        ).values_list("pk", "person__name")
    )
    rows = [
        {
            "called": called.get(seat.mission, ""),
            "proposed": names.get(found.mission, "") if (found := proposed.get(seat)) else "",
        }
        for seat in seats
    ]
    facts = {
        "person": call.person.name,
        "body": meeting.body.name,
        "on": str(meeting.on),
        "seats": rows,
        "path": _called_path(meeting),
    }
    notify(entry, "apology_made", [(to, facts) for to in _leaders(meeting, call)], at=now)


def _cannot_come(seat: Seat, answers: dict[int, Answered]) -> bool:
    return answers.get(seat.person, Answered()).reply is Reply.ABSENT


def _call(meeting: Meeting, mission: int, person_id: int, *, by: Actor, now: datetime) -> Call:
    issue_calls(meeting, [person_id], now=now)
    call = meeting.calls.select_related("person").get(person_id=person_id)
    call.instead_of = Mission.objects.select_related("person").get(pk=mission)
    call.to = addresses_of([person_id]).get(person_id, "")
    call.reply, call.replied_at, call.note = "", None, ""
    call.save(update_fields=["instead_of", "to", "reply", "replied_at", "note"])
    absent = call.instead_of.person.name
    entry = _tell("substitute.called", meeting, call, absent, by=by, now=now)
    _write_to(entry, "substitute_called", meeting, call, absent, now=now)
    return call


def _tell(
    verb: str, meeting: Meeting, call: Call, absent: str, *, by: Actor, now: datetime
) -> Entry:
    return record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R065",
        source="överenskommelsen § 5.1.3 och § 6.1.3",
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        person=call.person.name,
        absent=absent,
    )


def _write_to(
    entry: Entry, template: str, meeting: Meeting, call: Call, absent: str, *, now: datetime
) -> None:
    if not call.to:
        return
    facts = {
        "person": call.person.name,
        "absent": absent,
        "body": meeting.body.name,
        "on": str(meeting.on),
        "starts_at": meeting.starts_at.strftime("%H.%M") if meeting.starts_at else "",
        "place": meeting.place,
        "link_key": call.key,
        "link_door": DOOR,
    }
    notify(entry, template, [(call.to, facts)], at=now)


def _leaders(meeting: Meeting, call: Call) -> list[str]:
    people = {one.pk for one in coordinators_on(meeting.collaboration_id, meeting.on)}
    for office in Office:
        officer = officer_on(meeting.body_id, office, meeting.on)
        people |= {officer.pk} if officer else set()
    return sorted(set(addresses_of(people - {call.person_id}).values()))


def _called_path(meeting: Meeting) -> str:
    here = f"{meeting.body.slug}/{meeting.on}"
    return f"/{meeting.collaboration.slug}/arbeta/moten/{here}/kallade/"
