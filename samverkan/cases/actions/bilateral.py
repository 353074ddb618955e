"""What can be done with contacts between one municipality and the region (§ 5.3)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.formats import date_format

from samverkan.bodies.models import Body
from samverkan.cases.actions.sheets import Sheet, raise_case
from samverkan.cases.models import BilateralContact, BilateralMeeting, Case
from samverkan.cases.rules.aspects import obstacles_to_length
from samverkan.cases.rules.bilateral import (
    obstacles_to_become_case,
    obstacles_to_call_contact_meeting,
    obstacles_to_note_contact,
    obstacles_to_note_held,
)
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.principals.choices import PrincipalKind, Side
from samverkan.principals.models import Principal

SECTION = "överenskommelsen § 5.3"
LIMITS = {"Ämne": 200, "Vad det gäller": 4000, "Vilka som utses": 500}


@dataclass(frozen=True)
class ContactSheet:
    """What is written of a bilateral contact."""

    subject: str
    about: str = ""
    touches_more: bool = False
    coordinator_informed_on: date | None = None
    is_public: bool = False


@transaction.atomic
def note_bilateral(
    collaboration_id: int,
    principal_id: int,
    sheet: ContactSheet,
    *,
    by: Actor,
    now: datetime,
    source: str = "",
) -> BilateralContact:
    """Note a contact between a municipality and the region; the contact itself needs no leave.

    Raises StepRefused without a subject, or for one that is no municipality.
    """
    principal = Principal.objects.get(pk=principal_id, collaboration_id=collaboration_id)
    refuse(_refused(sheet, principal, now.date()))
    contact = BilateralContact.objects.create(
        collaboration_id=collaboration_id,
        principal=principal,
        noted_at=now,
        source=source,
        **asdict(sheet),
    )
    _record(
        contact,
        "bilateral.noted",
        by,
        now,
        rule="R029" if sheet.touches_more else "R028",
        source=source,
        principal=principal.name,
        informed_on=sheet.coordinator_informed_on,
    )
    return contact


@transaction.atomic
def change_bilateral(
    contact_id: int, sheet: ContactSheet, *, by: Actor, now: datetime
) -> BilateralContact:
    """Write something else of a contact: that more are touched, that a coordinator is informed.

    Raises StepRefused when nothing changes or the subject is gone.
    """
    contact = _locked(contact_id)
    written = asdict(sheet)
    changed = [name for name, value in written.items() if getattr(contact, name) != value]
    obstacles = _refused(sheet, contact.principal, now.date())
    if not changed:
        obstacles.append(Obstacle("nothing_changed"))
    refuse(obstacles)
    for name in changed:
        setattr(contact, name, written[name])
    contact.save(update_fields=changed)
    labels = {one.name: str(one.verbose_name) for one in BilateralContact._meta.fields}
    _record(
        contact, "bilateral.changed", by, now, rule="R029", fields=[labels[one] for one in changed]
    )
    return contact


@transaction.atomic
def call_bilateral_meeting(
    contact_id: int,
    *,
    called_by: Side,
    on: date | None,
    planned: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> BilateralMeeting:
    """Call a meeting of a contact: the municipality the first, either side those that follow.

    Raises StepRefused when the region calls the first, or the day is missing.
    """
    contact = _locked(contact_id)
    position = contact.meetings.count() + 1
    refuse(
        [
            *obstacles_to_call_contact_meeting(
                is_first=position == 1,
                called_by=called_by,
                on=on,
                planned=planned,
                from_source=bool(source),
            ),
            *obstacles_to_length({"Planerat till": (planned, 60)}),
            *obstacles_to_text(**{"Planerat till": planned}),
        ]
    )
    meeting = BilateralMeeting.objects.create(
        contact=contact,
        position=position,
        called_by=called_by,
        on=on,
        planned=planned,
        source=source,
    )
    _record(
        contact,
        "bilateral.meeting_called",
        by,
        now,
        rule="R032" if position == 1 else "R033",
        source=source,
        side=_side(contact, called_by),
        when=_when(meeting),
    )
    return meeting


@transaction.atomic
def appoint_to_bilateral(
    meeting_id: int, side: Side, people: str, *, by: Actor, now: datetime
) -> BilateralMeeting:
    """Note whom one side appoints to a meeting; the region and the municipality each their own.

    Raises StepRefused when nothing changes.
    """
    meeting = BilateralMeeting.objects.select_for_update(no_key=True).get(pk=meeting_id)
    field = "for_region" if side is Side.REGION else "for_municipality"
    label = "Vilka som utses"
    obstacles = [
        *obstacles_to_length({label: (people, LIMITS[label])}),
        *obstacles_to_text(**{label: people}),
    ]
    if getattr(meeting, field) == people:
        obstacles.append(Obstacle("nothing_changed"))
    refuse(obstacles)
    setattr(meeting, field, people)
    meeting.save(update_fields=[field])
    _record(
        meeting.contact,
        "bilateral.appointed",
        by,
        now,
        rule="R031",
        side=_side(meeting.contact, side),
        people=people,
    )
    return meeting


@transaction.atomic
def note_bilateral_held(
    meeting_id: int, *, was_held: bool, on: date | None, by: Actor, now: datetime
) -> BilateralMeeting:
    """Note that a meeting was held, and when, or that it was not.

    Raises StepRefused when that is noted already, or the day is missing or to come.
    """
    meeting = BilateralMeeting.objects.select_for_update(no_key=True).get(pk=meeting_id)
    day = on or meeting.on
    refuse(
        obstacles_to_note_held(
            known=meeting.was_held is not None, on=day, today=now.date(), was_held=was_held
        )
    )
    meeting.was_held, meeting.on = was_held, day
    meeting.save(update_fields=["was_held", "on"])
    _record(
        meeting.contact,
        "bilateral.meeting_noted",
        by,
        now,
        rule="R030",
        held=f"hölls {_when(meeting)}" if was_held else "hölls inte",
    )
    return meeting


@transaction.atomic
def case_from_bilateral(
    contact_id: int, body_id: int, *, raised_by: int | None, by: Actor, now: datetime
) -> Case:
    """Raise the question of a contact as a case, so that there is one process and not two.

    Raises StepRefused when it is one already, or for what stands in the way of raising it.
    """
    contact = _locked(contact_id)
    body = Body.objects.get(pk=body_id, collaboration_id=contact.collaboration_id)
    refuse(obstacles_to_become_case(is_case=contact.case_id is not None))
    sheet = Sheet(title=contact.subject, question=contact.about or contact.subject)
    case = raise_case(body.pk, sheet, raised_by=raised_by, by=by, now=now)
    contact.case = case
    contact.save(update_fields=["case"])
    _record(
        contact, "bilateral.became_case", by, now, rule="R029", number=case.number, body=body.name
    )
    return case


def bilateral_subject(contact: BilateralContact) -> str:
    """Return how the journal points to a contact."""
    return f"bilateral/{contact.key}"


def _locked(contact_id: int) -> BilateralContact:
    found = BilateralContact.objects.select_for_update(no_key=True, of=["self"])
    return found.select_related("principal").get(pk=contact_id)


def _refused(sheet: ContactSheet, principal: Principal, today: date) -> list[Obstacle]:
    texts = {"Ämne": sheet.subject, "Vad det gäller": sheet.about}
    return [
        *obstacles_to_note_contact(
            subject=sheet.subject,
            kind=PrincipalKind(principal.kind),
            informed_on=sheet.coordinator_informed_on,
            today=today,
        ),
        *obstacles_to_length({label: (text, LIMITS[label]) for label, text in texts.items()}),
        *obstacles_to_text(**texts),
    ]


def _side(contact: BilateralContact, side: Side) -> str:
    return "Regionen" if side is Side.REGION else contact.principal.name


def _when(meeting: BilateralMeeting) -> str:
    return f"den {date_format(meeting.on, 'j F Y')}" if meeting.on else meeting.planned


def _record(
    contact: BilateralContact,
    verb: str,
    by: Actor,
    now: datetime,
    *,
    rule: str,
    source: str = "",
    **facts: object,
) -> None:
    # Only those whom the contact concerns read it, unless they have marked it for everybody.
    record(
        contact.collaboration_id,
        verb,
        bilateral_subject(contact),
        by=by,
        at=now,
        rule=rule,
        source=source or SECTION,
        visibility=Visibility.PUBLIC if contact.is_public else Visibility.CLOSED,
        contact=contact.subject,
        **facts,
    )
