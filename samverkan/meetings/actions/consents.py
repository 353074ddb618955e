"""The working committee agrees on an agenda."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.bodies.choices import BodyKind, DerivedPart, Office
from samverkan.bodies.models import ChairTerm, DerivedSeat
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.agenda_text import agenda_stamp
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import AgendaConsent, Meeting

AGREEMENT = "överenskommelsen § 5.1.5 och § 6.1.6"


@transaction.atomic
def agree_agenda(meeting_id: int, *, person_id: int, by: Actor, now: datetime) -> AgendaConsent:
    """Let one of the working committee agree on the agenda as it stands.

    Raises StepRefused when the body has no committee, the person is not in it, or the summons
    has been sent.
    """
    meeting = locked(meeting_id)
    office = office_of(meeting, person_id, localdate(now))
    stamp = agenda_stamp(meeting)
    refuse(obstacles_before_agreed(meeting, person_id, localdate(now)))
    consent, _ = AgendaConsent.objects.update_or_create(
        meeting=meeting,
        person_id=person_id,
        defaults={"office": office, "at": now, "sha256": stamp},
    )
    record(
        meeting.collaboration_id,
        "agenda.agreed",
        subject(meeting),
        by=by,
        at=now,
        rule="R073",
        source=AGREEMENT,
        body=meeting.body.name,
        on=meeting.on,
        person=consent.person.name,
        office=Office(consent.office).label,
    )
    return consent


def obstacles_before_agreed(meeting: Meeting, person_id: int | None, today: date) -> list[Obstacle]:
    """Return what stands in the way of somebody agreeing on an agenda as it is now."""
    stamp = agenda_stamp(meeting)
    return rules.obstacles_to_agree(
        stage=MeetingStage(meeting.stage),
        has_committee=has_committee(meeting),
        holds_office=person_id is not None and office_of(meeting, person_id, today) != "",
        agreed=meeting.consents.filter(person=person_id, sha256=stamp).exists(),
        kinds=kinds_of(meeting),
    )


def has_committee(meeting: Meeting) -> bool:
    """Return whether the body's chairs sit as its working committee on the day (R072, R104)."""
    return DerivedSeat.objects.filter(
        of_body=meeting.body_id,
        part=DerivedPart.SEAT,
        body__kind=BodyKind.COMMITTEE,
        period__contains=meeting.on,
    ).exists()


def office_of(meeting: Meeting, person_id: int, on: date) -> str:
    """Return by what office somebody is in the working committee on a day; empty for none."""
    terms = ChairTerm.objects.filter(
        body=meeting.body_id, person=person_id, period__contains=on
    ).order_by("office")
    return terms.values_list("office", flat=True).first() or ""


def kinds_of(meeting: Meeting) -> list[ItemKind]:
    """Return of what kind each point of a meeting is."""
    kinds = meeting.items.values_list("kind", flat=True)
    return [ItemKind(kind) for kind in kinds]
