"""What is done with the points of an agenda: their order, their words, and what waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from samverkan.cases.actions import subject as case_subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.documents.rules import obstacles_to_clauses, obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.agenda import CLOSING, STEP, place_case, refresh_own_points
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.agenda_text import reporting_in
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item, Meeting
from samverkan.people.models import Person


@dataclass(frozen=True)
class Written:
    """What is written of a point before the meeting; the proposal is a clause to a line."""

    kind: ItemKind
    heading: str
    text: str = ""
    proposal: str = ""
    minutes: int | None = None
    rapporteur: int | None = None
    rapporteur_reason: str = ""


def waiting_cases(meeting: Meeting) -> QuerySet[Case]:
    """Return the body's prepared cases that stand on no agenda, the first ranked first (R105)."""
    placed = Item.objects.filter(
        case=OuterRef("pk"), outcome="", meeting__stage__in=rules.BEFORE_HELD
    )
    waiting = Case.objects.filter(~Exists(placed), body=meeting.body_id, stage=CaseStage.PREPARED)
    return waiting.order_by("rank", "number")


@transaction.atomic
def take_up_waiting(
    meeting_id: int, numbers: Sequence[str], *, by: Actor, now: datetime
) -> list[Item]:
    """Put cases that wait on the agenda, the first ranked first, and what comes by itself.

    Raises StepRefused when nothing is chosen, or one of the cases waits no longer.
    """
    meeting = locked(meeting_id)
    refuse(rules.agenda_open(MeetingStage(meeting.stage)))
    waiting = [case.number for case in waiting_cases(meeting) if case.number in numbers]
    if gone := sorted(set(numbers) - set(waiting)):
        refuse([Obstacle("case_waits_no_longer", {"numbers": gone})])
    before = meeting.items.count()
    refresh_own_points(meeting)
    placed = [place_case(meeting.pk, number, by=by, now=now) for number in waiting]
    if meeting.items.count() == before:
        refuse([Obstacle("nothing_waits")])
    return placed


@transaction.atomic
def order_points(meeting_id: int, ids: Sequence[int], *, by: Actor, now: datetime) -> Meeting:
    """Put the points of an agenda in an order.

    Raises StepRefused when the meeting has been held, or the order does not name every point of
    the agenda once and no other.
    """
    meeting = locked(meeting_id)
    items = list(meeting.items.order_by("position"))
    present = [item.pk for item in items]
    refuse(
        rules.obstacles_to_reorder(
            stage=MeetingStage(meeting.stage), present=present, wanted=list(ids)
        )
    )
    if present == list(ids):
        refuse([Obstacle("order_is_the_same")])
    closing = frozenset(item.pk for item in items if item.position >= CLOSING)
    positions = rules.arranged(list(ids), closing, step=STEP, closing_from=CLOSING)
    for item in items:
        item.position = positions[item.pk]
    Item.objects.bulk_update(items, ["position"])
    record(
        meeting.collaboration_id,
        "meeting.points_ordered",
        subject(meeting),
        by=by,
        at=now,
        rule="R157",
        source="överenskommelsen § 5.1.5 och § 6.1.6",
        body=meeting.body.name,
        on=meeting.on,
        order=[item.heading for item in sorted(items, key=lambda one: one.position)],
    )
    return meeting


@transaction.atomic
def take_off_point(item_id: int, *, reason: str = "", by: Actor, now: datetime) -> Meeting:
    """Take a point off the agenda; a case goes back to those that wait.

    Raises StepRefused when the point has its outcome, comes by itself, or the agenda has been
    sent and nobody says why.
    """
    meeting, item = _locked(item_id)
    refuse(
        [
            *rules.obstacles_to_take_off(
                stage=MeetingStage(meeting.stage),
                kind=ItemKind(item.kind),
                outcome=item.outcome,
                reason=reason,
            ),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    case = item.case
    item.delete()
    record(
        meeting.collaboration_id,
        "meeting.point_taken_off",
        case_subject(case) if case else subject(meeting),
        by=by,
        at=now,
        rule="R157",
        source="överenskommelsen § 5.1.5 och § 6.1.6",
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        reason=reason,
    )
    return meeting


@transaction.atomic
def write_point(
    item_id: int, written: Written, *, seen: str = "", by: Actor, now: datetime
) -> Item:
    """Write a point of the agenda anew: heading, kind, text, proposal, minutes, who reports.

    `seen` is the stamp of the point that the writer had before them. Raises StepRefused when it
    cannot be so, another than the order says reports without a reason, or someone else wrote
    meanwhile.
    """
    meeting, item = _locked(item_id)
    refuse(
        [
            *obstacles_before_written(item, meeting, written),
            *([Obstacle("point_changed_meanwhile")] if seen and seen != point_stamp(item) else []),
        ]
    )
    named = _named(meeting, item, written)
    item.kind, item.heading, item.text = written.kind, written.heading.strip(), written.text
    item.proposal, item.planned_minutes = written.proposal, written.minutes
    item.rapporteur_id = named
    item.rapporteur_reason = written.rapporteur_reason if named else ""
    item.save(
        update_fields=[
            "kind",
            "heading",
            "text",
            "proposal",
            "planned_minutes",
            "rapporteur",
            "rapporteur_reason",
        ]
    )
    record(
        meeting.collaboration_id,
        "meeting.point_written",
        subject(meeting),
        by=by,
        at=now,
        rule="R061" if named else "R157",
        source="överenskommelsen § 5.1.2 och § 6.1.4" if named else "",
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        rapporteur=item.rapporteur.name if item.rapporteur else "",
        reason=item.rapporteur_reason,
    )
    return item


def obstacles_before_written(item: Item, meeting: Meeting, written: Written) -> list[Obstacle]:
    """Return what stands in the way of writing a point so."""
    clauses = [line for line in written.proposal.splitlines() if line.strip()]
    proposed = obstacles_to_clauses(
        lead="x", clauses=clauses, attached=[paper.name for paper in item.papers.all()]
    )
    return [
        *rules.obstacles_to_write_point(
            stage=MeetingStage(meeting.stage),
            heading=written.heading,
            kind=written.kind,
            has_case=item.case_id is not None,
            outcome=item.outcome,
            minutes=written.minutes,
            longest=max(len(written.text), len(written.proposal)),
        ),
        *(proposed if clauses else []),
        *rules.obstacles_to_name_rapporteur(
            named=written.rapporteur,
            by_order=_by_order(meeting, item),
            reason=written.rapporteur_reason,
        ),
        *obstacles_to_text(
            Rubrik=written.heading,
            Underlag=written.text,
            Förslag=written.proposal,
            Skäl=written.rapporteur_reason,
        ),
    ]


def point_stamp(item: Item) -> str:
    """Return a short sum of what is written of a point before the meeting."""
    return digest(
        {
            "item": item.pk,
            "heading": item.heading,
            "kind": str(item.kind),
            "text": item.text,
            "proposal": item.proposal,
            "minutes": item.planned_minutes,
            "rapporteur": item.rapporteur_id,
        }
    )[:16]


def _by_order(meeting: Meeting, item: Item) -> int | None:
    found = reporting_in(meeting).by_order(item)
    return found.person if found else None


def _named(meeting: Meeting, item: Item, written: Written) -> int | None:
    """Return who is named; the one that the order says is not named, so that it follows it."""
    if written.rapporteur is None or written.rapporteur == _by_order(meeting, item):
        return None
    person = Person.objects.get(pk=written.rapporteur, collaboration_id=meeting.collaboration_id)
    return person.pk


def _locked(item_id: int) -> tuple[Meeting, Item]:
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    return meeting, Item.objects.select_related("case").get(pk=item_id)
