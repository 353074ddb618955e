"""Meetings to read: the list, and one meeting with its agenda and next step."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings import permissions
from samverkan.meetings.actions import obstacles_before_closed, subjects_of, tasks_due_at
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.queries import meetings_visible_to, with_adjusters
from samverkan.meetings.rules import BEFORE_HELD, NOTING, obstacles_to_call
from samverkan.meetings.year import moved_from
from samverkan.www.desk.queries import led_bodies
from samverkan.www.meetings.adjusting import approval_of, followed
from samverkan.www.meetings.agenda_shown import agenda_of
from samverkan.www.meetings.forms import meeting_title
from samverkan.www.meetings.next_step import ROAD, next_step
from samverkan.www.pages import Crumb, Workspace, page
from samverkan.www.paging import slice_of
from samverkan.www.reasons import explained
from samverkan.www.timeline import timeline

UNAPPROVED = (MeetingStage.HELD, MeetingStage.REOPENED)
# Open again for changes, a meeting is back where it was being noted.
ON_THE_ROAD = {MeetingStage.REOPENED: MeetingStage.CALLED}
AFTER = {
    MeetingStage.REOPENED: [
        (permissions.Act.NOTE, "Ange nästa möte", "note_next_meeting"),
        (permissions.Act.NOTE, "Avsluta mötet igen", "close_meeting"),
    ],
    MeetingStage.HELD: [
        (permissions.Act.REPORT, "Rapporter till huvudmännen", "digests"),
        (permissions.Act.NOTE, "Sänd för justering", "send_minutes"),
        (permissions.Act.REOPEN, "Öppna mötet igen för ändringar", "reopen_meeting"),
    ],
    MeetingStage.APPROVED: [
        (permissions.Act.REPORT, "Rapporter till huvudmännen", "digests"),
        (permissions.Act.CORRECT, "Lägg till en rättelse", "correct_minutes"),
    ],
}


@page
def meetings(work: Workspace) -> HttpResponse:
    visible = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    visible = visible.select_related("body", "led_by")
    return work.page(
        "meetings/list.html",
        ("Möten", ""),
        open=visible.filter(stage__in=BEFORE_HELD).order_by("on", "body__position")[:100],
        unapproved=with_adjusters(visible.filter(stage__in=UNAPPROVED)).order_by("on")[:100],
        slice=slice_of(visible.filter(stage=MeetingStage.APPROVED), work.request, by=("on", "id")),
        may_plan=work.coordinates
        or bool(led_bodies(work.person_id, work.collaboration.pk, work.today)),
    )


@page
def meeting(work: Workspace, body: str, on: date) -> HttpResponse:
    visible = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    moved = moved_from(visible, body, on)
    if moved is not None and not visible.filter(body__slug=body, on=on).exists():
        return redirect(work.url("meeting", body, moved.on))
    found = find_meeting(work, body, on)
    items = list(
        found.items.select_related("case", "clauses", "recommendation", "rapporteur")
        .prefetch_related(
            "adjunctions__person",
            "papers__document",
            "voices__person",
            "voices__principal",
            "tasks",
        )
        .order_by("position")
    )
    attendances = list(
        found.attendances.select_related("person", "principal", "stands_for__person")
    )
    acts = permissions.Act
    is_open = found.stage in BEFORE_HELD
    return work.page(
        "meetings/meeting.html",
        *crumbs(work, found),
        meeting=found,
        items=items,
        agenda=agenda_of(work, found, items),
        may_read=permissions.may(work.user, acts.READ_PAPERS, found, work.today),
        attendances=attendances,
        next=next_step(work, found, items, attendances),
        obstacles=explained(work, _obstacles(work, found, items)),
        road=ROAD,
        passed=_passed(found),
        road_stage=ON_THE_ROAD.get(_stage(found), found.stage),
        is_open=is_open,
        may_change=is_open and permissions.may(work.user, acts.PREPARE_AGENDA, found, work.today),
        may_note=found.stage in NOTING and permissions.may(work.user, acts.NOTE, found, work.today),
        acts=_acts(work, found),
        approval=approval_of(work, found),
        tasks=followed(work, tasks_due_at(found)),
        own_call=found.calls.filter(person=work.person_id, revoked_at=None)
        .select_related("instead_of__person")
        .first(),
        entries=timeline(work, *subjects_of(found)),
    )


@page
def draft(work: Workspace, body: str, on: date) -> HttpResponse:
    found = find_meeting(work, body, on)
    permissions.require(work.user, permissions.Act.NOTE, found, work.today)
    return work.page(
        "meetings/draft.html",
        *crumbs(work, found, "Utkast"),
        meeting=found,
        text=minutes_text(found),
    )


def find_meeting(work: Workspace, body: str, on: date) -> Meeting:
    """Return a meeting that the person may read; 404 for any other."""
    visible = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    related = visible.select_related("body", "led_by", "collaboration")
    return get_object_or_404(related, body__slug=body, on=on)


def crumbs(work: Workspace, found: Meeting, label: str = "") -> list[Crumb]:
    """Return the way to a meeting, or to a page below it."""
    address = work.url("meeting", found.body.slug, found.on) if label else ""
    trail = [("Möten", work.url("meetings")), (meeting_title(found.body, found.on), address)]
    return [*trail, (label, "")] if label else trail


def _acts(work: Workspace, found: Meeting) -> list[tuple[str, str]]:
    """Return what else the person may do with the meeting as it stands, as links."""
    if found.stage == MeetingStage.CANCELLED:
        return []
    acts = [(permissions.Act.NOTE, "Läs utkastet till anteckningar", "draft_minutes")]
    if found.stage in AFTER:
        acts = [*(acts if found.stage != MeetingStage.APPROVED else []), *AFTER[_stage(found)]]
    if found.stage in BEFORE_HELD:
        acts = [
            *acts,
            (permissions.Act.NOTE, "Ange nästa möte", "note_next_meeting"),
            (permissions.Act.CALL, "Vilka som är kallade", "called"),
            (permissions.Act.NOTE, "Sekreterarens skärm", "secretary"),
            (permissions.Act.NOTE, "Avsluta mötet", "close_meeting"),
            (permissions.Act.MOVE, "Flytta mötet", "move_meeting"),
            (permissions.Act.CALL, "Ställ in mötet", "cancel_meeting"),
        ]
    if found.stage == MeetingStage.CALLED:
        sends = (permissions.Act.CALL, "Komplettera kallelsen", "supplement_meeting")
        acts = [sends, *acts]
    if found.stage == MeetingStage.PLANNED:
        acts = [(permissions.Act.CALL, "Sänd kallelsen", "call_meeting"), *acts]
    return [
        (label, work.url(name, found.body.slug, found.on))
        for act, label, name in acts
        if permissions.may(work.user, act, found, work.today)
    ]


def _passed(found: Meeting) -> list[MeetingStage]:
    stages = [stage for stage, _ in ROAD]
    if found.stage == MeetingStage.CANCELLED:
        return []
    return stages[: stages.index(ON_THE_ROAD.get(_stage(found), _stage(found)))]


def _stage(found: Meeting) -> MeetingStage:
    return MeetingStage(found.stage)


def _obstacles(work: Workspace, found: Meeting, items: list[Item]) -> list[Obstacle]:
    """Return what remains before the meeting can be called, or when its day is here, closed."""
    if found.stage not in NOTING:
        return []
    if found.on <= work.today:
        return obstacles_before_closed(found, work.today)
    if found.stage == MeetingStage.PLANNED:
        kinds = [ItemKind(item.kind) for item in items]
        return obstacles_to_call(stage=_stage(found), kinds=kinds)
    return []
