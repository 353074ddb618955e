"""What can be done with a meeting, from its planning to approved minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from samverkan.bodies import rules as body_rules
from samverkan.bodies.choices import MissionKind, Power
from samverkan.bodies.models import Body, Mission
from samverkan.bodies.queries import deciding_members_on, members_on
from samverkan.cases.actions import advance
from samverkan.cases.actions import subject as case_subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.documents.actions import make_clause_list, open_annexes
from samverkan.documents.models import Document
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import hooks, rules, wording
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Attendance, Item, Meeting, Minutes
from samverkan.people.models import Person

# Opening points stand first, closing points last; what is placed later comes between them.
STEP = 10
CLOSING = 9000


@dataclass(frozen=True)
class Attending:
    """One who was at a meeting: as what, and for which absent member's seat (a mission's id)."""

    person_id: int
    part: Part = Part.DECIDING
    stands_for: int | None = None


@transaction.atomic
def plan_meeting(
    body_id: int,
    *,
    on: date,
    starts_at: time | None = None,
    place: str = "",
    standing_points: bool = True,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Meeting:
    """Plan a meeting of a body, with the points that every meeting has (R292-R303).

    Raises StepRefused when the body does not exist that day, or already meets then.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    busy = Meeting.objects.filter(body=body, on=on).exists()
    period = body.period
    refuse(
        [
            *rules.obstacles_to_plan(on=on, first=period.lower, until=period.upper, busy=busy),
            *obstacles_to_text(Plats=place),
        ]
    )
    meeting = Meeting.objects.create(
        collaboration_id=body.collaboration_id,
        body=body,
        on=on,
        starts_at=starts_at,
        place=place,
        source=source,
    )
    if standing_points:
        _add_standing_points(meeting)
    record(
        meeting.collaboration_id,
        "meeting.planned",
        subject(meeting),
        by=by,
        at=now,
        source=source,
        body=body.name,
        on=on,
    )
    return meeting


@transaction.atomic
def add_point(
    meeting_id: int,
    *,
    kind: ItemKind,
    heading: str,
    text: str = "",
    by: Actor,
    now: datetime,
    last: bool = False,
) -> Item:
    """Add a point that is not a case to the agenda.

    Raises StepRefused when the meeting has been held or the heading is missing.
    """
    meeting = _locked(meeting_id)
    obstacles = rules.agenda_open(MeetingStage(meeting.stage))
    if not heading.strip():
        obstacles.append(Obstacle("no_heading"))
    refuse([*obstacles, *obstacles_to_text(Rubrik=heading, Anteckning=text)])
    item = Item.objects.create(
        meeting=meeting,
        body_id=meeting.body_id,
        position=_next_position(meeting, CLOSING if last else 0),
        kind=kind,
        heading=heading,
        text=text,
    )
    record(
        meeting.collaboration_id,
        "meeting.point_added",
        subject(meeting),
        by=by,
        at=now,
        body=meeting.body.name,
        on=meeting.on,
        heading=heading,
    )
    return item


@transaction.atomic
def place_case(
    meeting_id: int, case_number: str, *, heading: str = "", by: Actor, now: datetime
) -> Item:
    """Put a prepared case on the agenda of its body's meeting.

    Raises StepRefused when the case is not prepared, is on an agenda, or belongs elsewhere.
    """
    meeting = _locked(meeting_id)
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=meeting.collaboration_id, number=case_number
    )
    refuse(
        rules.obstacles_to_place(
            stage=MeetingStage(meeting.stage),
            case_stage=CaseStage(case.stage),
            same_body=case.body_id == meeting.body_id,
            placed=is_on_open_agenda(case),
        )
    )
    item = Item.objects.create(
        meeting=meeting,
        body_id=meeting.body_id,
        position=_next_position(meeting),
        kind=ItemKind.DECISION,
        heading=heading or case.title,
        case=case,
    )
    record(
        meeting.collaboration_id,
        "case.placed",
        case_subject(case),
        by=by,
        at=now,
        rule="R157",
        source="överenskommelsen § 5.1.5 och § 6.1.6",
        number=case.number,
        body=meeting.body.name,
        on=meeting.on,
    )
    return item


def is_on_open_agenda(case: Case) -> bool:
    """Return whether a case waits on the agenda of a meeting that has not been held."""
    return case.items.filter(meeting__stage__in=rules.BEFORE_HELD, outcome="").exists()


@transaction.atomic
def call_meeting(meeting_id: int, *, by: Actor, now: datetime) -> Meeting:
    """Send the summons with its agenda to the body's members.

    Raises StepRefused when it has been sent, or the agenda holds formalities only.
    """
    meeting = _locked(meeting_id)
    kinds = [ItemKind(kind) for kind in meeting.items.values_list("kind", flat=True)]
    refuse(rules.obstacles_to_call(stage=MeetingStage(meeting.stage), kinds=kinds))
    meeting.stage, meeting.called_at = MeetingStage.CALLED, now
    meeting.save(update_fields=["stage", "called_at"])
    entry = record(
        meeting.collaboration_id,
        "meeting.called",
        subject(meeting),
        by=by,
        at=now,
        rule="R157",
        source="överenskommelsen § 5.1.5 och § 6.1.6",
        body=meeting.body.name,
        on=meeting.on,
    )
    people = Person.objects.filter(pk__in=members_on(meeting.body_id, meeting.on))
    addresses = people.filter(account__is_active=True).values_list("account__email", flat=True)
    facts = {
        "body": meeting.body.name,
        "on": str(meeting.on),
        "starts_at": meeting.starts_at.strftime("%H.%M") if meeting.starts_at else "",
        "place": meeting.place,
        "points": list(meeting.items.values_list("heading", flat=True)),
        "path": meeting_path(meeting),
    }
    notify(entry, "meeting_called", [(address, facts) for address in addresses], at=now)
    return meeting


@transaction.atomic
def note_attendance(
    meeting_id: int,
    attending: Sequence[Attending],
    *,
    led_by: int | None,
    by: Actor,
    now: datetime,
) -> Meeting:
    """Write down who took part, as what and for whom, and who led the meeting.

    Raises StepRefused for substitutes who stand for nobody, and for deciding non-members.
    """
    meeting = _locked(meeting_id)
    present = _present(meeting, attending)
    obstacles = rules.agenda_open(MeetingStage(meeting.stage))
    if led_by is not None and led_by not in {one.person for one in present}:
        obstacles.append(Obstacle("leader_not_present"))
    refuse(obstacles + _named(rules.obstacles_to_attend(present)))
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            person_id=one.person,
            principal_id=one.principal,
            part=one.part,
            stands_for_id=one.stands_for,
            position=position,
        )
        for position, one in enumerate(present)
    )
    meeting.led_by_id = led_by
    meeting.save(update_fields=["led_by"])
    record(
        meeting.collaboration_id,
        "meeting.attendance_noted",
        subject(meeting),
        by=by,
        at=now,
        rule="R065",
        source="överenskommelsen § 5.1.3 och § 6.1.3",
        body=meeting.body.name,
        on=meeting.on,
        present=len(present),
    )
    return meeting


@transaction.atomic
def conclude_point(
    item_id: int,
    outcome: Outcome,
    *,
    text: str = "",
    lead: str = "",
    clauses: Sequence[str] = (),
    annexes: Sequence[tuple[str, Document]] = (),
    inner_kind: str = "",
    seen: str = "",
    by: Actor,
    now: datetime,
) -> Item:
    """Write down what became of a point; the body recommends, and never decides for a principal.

    `seen` is the stamp of the point that the writer had before them. Raises StepRefused when the
    body may not agree on that, clauses or annexes are missing, or someone else wrote meanwhile.
    """
    meeting = _locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    item = Item.objects.select_related("case").get(pk=item_id)
    refuse(
        [
            *obstacles_to_outcome(item, meeting, outcome, clauses, inner_kind),
            *obstacles_to_text(Anteckning=text, **{"Att-satser": "\n".join(clauses)}),
            *([Obstacle("point_changed_meanwhile")] if seen and seen != stamp_of(item) else []),
        ]
    )
    former = item.clauses
    item.outcome, item.text, item.clauses = outcome, text, None
    if clauses:
        item.clauses = make_clause_list(
            meeting.collaboration_id,
            lead=lead or wording.lead_of(meeting.body.name, outcome),
            clauses=clauses,
            annexes=annexes,
        )
    item.save(update_fields=["outcome", "text", "clauses"])
    if former:
        former.delete()
    record(
        meeting.collaboration_id,
        "point.concluded",
        case_subject(item.case) if item.case else subject(meeting),
        by=by,
        at=now,
        rule="R006" if outcome is Outcome.RECOMMENDED else "R296",
        source="huvudpunkterna, Gemensam struktur för samverkan",
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        outcome=outcome.label,
    )
    return item


def stamp_of(item: Item) -> str:
    """Return a short sum of what is written of a point: another one means someone has written."""
    return digest({"outcome": item.outcome, "text": item.text, "clauses": item.clauses_id})[:16]


def obstacles_to_outcome(
    item: Item,
    meeting: Meeting,
    outcome: Outcome,
    clauses: Sequence[str] = ("att ",),
    inner_kind: str = "",
) -> list[Obstacle]:
    """Return what stands in the way of an outcome of a point as things are now."""
    return rules.obstacles_to_conclude(
        meeting=MeetingStage(meeting.stage),
        kind=ItemKind(item.kind),
        outcome=outcome,
        case_stage=CaseStage(item.case.stage) if item.case else None,
        body_recommends=body_rules.may_recommend(Power(meeting.body.power)),
        inner_kind_owned=body_rules.may_decide_inner(inner_kind, meeting.body.inner_decisions),
        has_clauses=bool(clauses),
    )


@transaction.atomic
def close_meeting(meeting_id: int, *, by: Actor, now: datetime) -> Meeting:
    """Close a meeting: its points get the body's next numbers, and nothing more is added.

    Raises StepRefused while points lack an outcome, or an earlier meeting is still open.
    """
    meeting = _locked(meeting_id)
    Body.objects.select_for_update(no_key=True).get(pk=meeting.body_id)
    refuse(obstacles_before_closed(meeting, localdate(now)))
    items = list(meeting.items.order_by("position"))
    last = Item.objects.filter(body_id=meeting.body_id).aggregate(last=Max("number"))["last"]
    numbers = rules.next_numbers(last=last, first_ever=meeting.body.first_point, points=len(items))
    for item, number in zip(items, numbers, strict=True):
        item.number = number
    Item.objects.bulk_update(items, ["number"])
    for item in items:
        if item.case_id and item.outcome == Outcome.RECOMMENDED:
            advance(item.case_id, CaseStage.RECOMMENDED)
        if item.case_id and item.outcome == Outcome.NOT_AGREED:
            advance(item.case_id, CaseStage.CLOSED)
    meeting.stage = MeetingStage.HELD
    meeting.save(update_fields=["stage"])
    record(
        meeting.collaboration_id,
        "meeting.held",
        subject(meeting),
        by=by,
        at=now,
        rule="R290",
        source=meeting.source,
        body=meeting.body.name,
        on=meeting.on,
        first=numbers[0] if numbers else None,
        last=numbers[-1] if numbers else None,
    )
    return meeting


def obstacles_before_closed(meeting: Meeting, today: date) -> list[Obstacle]:
    """Return what stands in the way of closing a meeting as things are now."""
    undecided = meeting.items.filter(kind=ItemKind.DECISION, outcome="")
    earlier = Meeting.objects.filter(
        body_id=meeting.body_id, on__lt=meeting.on, stage__in=rules.BEFORE_HELD
    )
    return rules.obstacles_to_close(
        stage=MeetingStage(meeting.stage),
        on=meeting.on,
        today=today,
        deciding=meeting.attendances.filter(part=Part.DECIDING).count(),
        led=meeting.led_by_id is not None,
        undecided=list(undecided.values_list("heading", flat=True)),
        earlier_open=list(earlier.values_list("on", flat=True)),
    )


@transaction.atomic
def approve_minutes(
    meeting_id: int,
    *,
    approver: int,
    title: str,
    approved_on: date | None,
    note: str = "",
    by: Actor,
    now: datetime,
) -> Minutes:
    """Approve (justera) the minutes of a meeting: they are frozen, and what follows is done.

    Raises StepRefused unless the one who led the held meeting approves, on a day after it.
    """
    meeting = _locked(meeting_id)
    refuse(
        [
            *rules.obstacles_to_approve(
                stage=MeetingStage(meeting.stage),
                approver=approver,
                led_by=meeting.led_by_id,
                approved_on=approved_on,
                met_on=meeting.on,
                today=localdate(now),
                from_source=bool(meeting.source),
            ),
            *obstacles_to_text(Titel=title, Justering=note),
        ]
    )
    person = Person.objects.get(pk=approver)
    content = minutes_text(
        meeting, approved_by=person.name, title=title, approved_on=approved_on, note=note
    )
    minutes = Minutes.objects.create(
        meeting=meeting,
        content=content,
        sha256=digest(content),
        approved_by=person,
        approver_title=title,
        approved_on=approved_on,
        approved_note=note,
    )
    meeting.stage = MeetingStage.APPROVED
    meeting.save(update_fields=["stage"])
    clauses = meeting.items.exclude(clauses=None).values_list("clauses", flat=True)
    open_annexes([pk for pk in clauses if pk is not None])
    for follow in hooks.AFTER_APPROVAL:
        follow(meeting, by, now)
    record(
        meeting.collaboration_id,
        "minutes.approved",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        source=meeting.source or "styrgruppens anteckningar 27 september 2018",
        body=meeting.body.name,
        on=meeting.on,
        approver=person.name,
        sha256=minutes.sha256,
    )
    return minutes


def refresh_own_points(meeting: Meeting) -> None:
    """Add or rewrite the points that come by themselves on an agenda that is still open."""
    if rules.agenda_open(MeetingStage(meeting.stage)):
        return
    for draft in (draft for source in hooks.COMES_BY_ITSELF for draft in source(meeting)):
        updated = meeting.items.filter(
            kind=ItemKind.REPORT_BACK, case_id=draft.case_id, heading=draft.heading
        ).update(text=draft.text)
        if not updated:
            Item.objects.create(
                meeting=meeting,
                body_id=meeting.body_id,
                position=_next_position(meeting),
                kind=ItemKind.REPORT_BACK,
                heading=draft.heading,
                text=draft.text,
                case_id=draft.case_id,
            )


def subject(meeting: Meeting) -> str:
    """Return how the journal points to a meeting."""
    return f"meeting/{meeting.body.slug}/{meeting.on}"


def meeting_path(meeting: Meeting) -> str:
    """Return the meeting's public address within the installation."""
    return f"/{meeting.collaboration.slug}/organ/{meeting.body.slug}/moten/{meeting.on}/"


def _locked(meeting_id: int) -> Meeting:
    return (
        Meeting.objects.select_for_update(of=("self",), no_key=True)
        .select_related("body", "collaboration")
        .get(pk=meeting_id)
    )


def _add_standing_points(meeting: Meeting) -> None:
    opening = wording.OPENING_POINTS
    closing = wording.CLOSING_POINTS
    Item.objects.bulk_create(
        Item(
            meeting=meeting,
            body_id=meeting.body_id,
            position=begin + STEP * order,
            kind=kind,
            heading=heading,
        )
        for begin, points in ((STEP, opening), (CLOSING, closing))
        for order, (kind, heading) in enumerate(points)
    )
    refresh_own_points(meeting)


def _next_position(meeting: Meeting, begin: int = 0) -> int:
    within = meeting.items.filter(position__gte=begin)
    if begin < CLOSING:
        within = within.filter(position__lt=CLOSING)
    return (within.aggregate(last=Max("position"))["last"] or begin) + STEP


def _present(meeting: Meeting, attending: Sequence[Attending]) -> list[rules.Present]:
    missions = list(Mission.objects.filter(body_id=meeting.body_id, period__contains=meeting.on))
    by_person: dict[int, Mission] = {}
    for mission in sorted(missions, key=lambda one: one.kind == MissionKind.ORDINARY):
        by_person[mission.person_id] = mission
    by_id = {mission.pk: mission for mission in missions}
    ordinary = deciding_members_on(meeting.body_id, meeting.on)
    ours = set(
        Person.objects.filter(
            pk__in=[one.person_id for one in attending],
            collaboration_id=meeting.collaboration_id,
        ).values_list("pk", flat=True)
    )
    present = []
    for one in attending:
        if one.person_id not in ours:
            continue
        held = by_person.get(one.person_id)
        stands_for = by_id.get(one.stands_for) if one.stands_for else None
        present.append(
            rules.Present(
                person=one.person_id,
                part=one.part,
                principal=held.principal_id if held else None,
                is_ordinary=one.person_id in ordinary,
                is_substitute=held is not None and held.kind == MissionKind.SUBSTITUTE,
                stands_for=stands_for.pk if stands_for else None,
                stands_for_principal=stands_for.principal_id if stands_for else None,
                stands_for_person=stands_for.person_id if stands_for else None,
            )
        )
    return present


def _named(obstacles: list[Obstacle]) -> list[Obstacle]:
    ids = [int(str(one.facts["person"])) for one in obstacles if "person" in one.facts]
    names = {
        str(pk): name for pk, name in Person.objects.filter(pk__in=ids).values_list("pk", "name")
    }
    return [
        Obstacle(one.code, {"person": names[str(one.facts["person"])]})
        if "person" in one.facts
        else one
        for one in obstacles
    ]
