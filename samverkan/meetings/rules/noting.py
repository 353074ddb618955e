"""Rules for what is noted at a meeting beside outcomes. Pure: no database, no clock."""

from datetime import date

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage, Part, TaskState, VoiceKind
from samverkan.meetings.rules.agenda import BEFORE_HELD

NOTING = (*BEFORE_HELD, MeetingStage.REOPENED)
OF_THE_DECIDING = (VoiceKind.PROPOSAL, VoiceKind.DISSENT, VoiceKind.RESERVATION)


def notes_open(stage: MeetingStage) -> list[Obstacle]:
    """List the obstacle when what was said at a meeting can no longer change."""
    return [] if stage in NOTING else [Obstacle("meeting_is_held", {"stage": stage.label})]


def obstacles_to_voice(
    *, stage: MeetingStage, kind: VoiceKind, text: str, named: int, part: Part | None
) -> list[Obstacle]:
    """List what stands in the way of noting what someone put forward at a point.

    Minutes of 2018 (R291): only the deciding take part in what is agreed, so proposals, dissent
    and reservations are theirs. `named` is how many of person and principal are given; `part` in
    which part the person, or somebody for the principal, was present.
    """
    obstacles = notes_open(stage)
    if not text.strip():
        obstacles.append(Obstacle("voice_without_text"))
    if named != 1:
        return [*obstacles, Obstacle("voice_of_nobody")]
    if part is None:
        obstacles.append(Obstacle("voice_of_absent"))
    elif kind in OF_THE_DECIDING and part is not Part.DECIDING:
        obstacles.append(Obstacle("voice_not_deciding", {"kind": kind.label}))
    return obstacles


def obstacles_to_order(
    *,
    stage: MeetingStage,
    what: str,
    whom: str,
    has_due: bool,
    due: date | None,
    met_on: date,
) -> list[Obstacle]:
    """List what stands in the way of ordering a task at a point.

    Minutes of 2018, point 83 (R305): what is to be done, and at which later meeting it is due.
    `due` is the day of the meeting or the day itself, when it is known as a day.
    """
    obstacles = notes_open(stage)
    if not what.strip():
        obstacles.append(Obstacle("no_task"))
    if not whom.strip():
        obstacles.append(Obstacle("nobody_to_do_the_task"))
    if not has_due:
        obstacles.append(Obstacle("task_without_due"))
    if due is not None and due <= met_on:
        obstacles.append(Obstacle("task_due_too_early", {"on": met_on}))
    return obstacles


def obstacles_to_end_task(
    *, state: TaskState, stage: MeetingStage, dropping: bool, note: str
) -> list[Obstacle]:
    """List what stands in the way of reporting a task done, or of dropping it with a reason.

    Nothing that a meeting has ordered disappears without a word (R305).
    """
    obstacles = []
    if state is not TaskState.OPEN:
        obstacles.append(Obstacle("task_is_ended", {"state": state.label}))
    if stage in NOTING:
        obstacles.append(Obstacle("task_is_not_ordered_yet"))
    if dropping and not note.strip():
        obstacles.append(Obstacle("no_reason_to_drop"))
    return obstacles


def obstacles_to_next_meeting(
    *, stage: MeetingStage, on: date | None, met_on: date
) -> list[Obstacle]:
    """List what stands in the way of noting day and place of the next meeting (R301)."""
    obstacles = notes_open(stage)
    if on is not None and on <= met_on:
        obstacles.append(Obstacle("next_before_this", {"on": met_on}))
    return obstacles
