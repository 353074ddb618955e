"""Rules for planning a meeting and filling its agenda. Pure: no database, no clock."""

from collections.abc import Collection
from datetime import date

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, MeetingStage

BEFORE_HELD = (MeetingStage.PLANNED, MeetingStage.CALLED)


def obstacles_to_plan(
    *, on: date, first: date | None, until: date | None, busy: bool
) -> list[Obstacle]:
    """List what stands in the way of a meeting on a day; `until` is the day after the body's last.

    Project directive P4 (R324): an ended body takes up nothing new.
    """
    obstacles = []
    if (first and on < first) or (until and on >= until):
        obstacles.append(Obstacle("body_not_there"))
    if busy:
        obstacles.append(Obstacle("meeting_exists"))
    return obstacles


def obstacles_to_place(
    *, stage: MeetingStage, case_stage: CaseStage, same_body: bool, placed: bool
) -> list[Obstacle]:
    """List what stands in the way of putting a case on a meeting's agenda.

    Agreement § 5.1.5 and § 6.1.6 (R157): agendas hold prepared cases before the body meets.
    """
    obstacles = agenda_open(stage)
    if case_stage is not CaseStage.PREPARED:
        obstacles.append(Obstacle("case_not_prepared", {"stage": case_stage.label}))
    if not same_body:
        obstacles.append(Obstacle("case_of_other_body"))
    if placed:
        obstacles.append(Obstacle("case_already_placed"))
    return obstacles


def agenda_open(stage: MeetingStage) -> list[Obstacle]:
    """List the obstacle when the meeting has been held and its points can no longer change."""
    if stage in BEFORE_HELD:
        return []
    if stage is MeetingStage.REOPENED:  # a new point would leave a gap, or come out of order
        return [Obstacle("points_are_numbered")]
    return [Obstacle("meeting_is_held", {"stage": stage.label})]


def obstacles_to_call(*, stage: MeetingStage, kinds: Collection[ItemKind]) -> list[Obstacle]:
    """List what stands in the way of sending the summons with its agenda (R157)."""
    obstacles = []
    if stage is not MeetingStage.PLANNED:
        obstacles.append(Obstacle("already_called", {"stage": stage.label}))
    if all(kind is ItemKind.FORMAL for kind in kinds):
        obstacles.append(Obstacle("agenda_is_empty"))
    return obstacles


def obstacles_to_cancel(*, stage: MeetingStage, reason: str) -> list[Obstacle]:
    """List what stands in the way of cancelling a meeting; its points get no numbers (R290)."""
    obstacles = agenda_open(stage)
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_cancel"))
    return obstacles


def obstacles_to_adjoin(
    *, stage: MeetingStage, sits_in_the_body: bool, adjoined: bool
) -> list[Obstacle]:
    """List what stands in the way of adjoining someone to a point of the agenda.

    Agreement § 6.2.4 (R142): the chair of Samverkansråd patientsäkerhet is adjoined to LSG when
    needed, and has no seat. Main points of 2018 (R078): another committee's representative may
    take part in an urgent question.
    """
    obstacles = agenda_open(stage)
    if sits_in_the_body:
        obstacles.append(Obstacle("adjoined_is_member"))
    if adjoined:
        obstacles.append(Obstacle("already_adjoined"))
    return obstacles
