"""Rules for agendas, attendance, outcomes and minutes. Pure: no database, no clock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part

BEFORE_HELD = (MeetingStage.PLANNED, MeetingStage.CALLED)


@dataclass(frozen=True)
class Present:
    """One who takes part: as what, and for which absent member of the same principal if any."""

    person: int
    part: Part
    principal: int | None = None
    is_ordinary: bool = False
    is_substitute: bool = False
    stands_for: int | None = None
    stands_for_principal: int | None = None
    stands_for_person: int | None = None
    nominator: int | None = None
    stands_for_nominator: int | None = None

    @property
    def stands_for_own(self) -> bool:
        """Return whether the absent member sat for the same principal, or nominator."""
        own, other = self.principal, self.stands_for_principal
        return (own, self.nominator) == (other, self.stands_for_nominator)


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


def obstacles_to_attend(present: Sequence[Present]) -> list[Obstacle]:
    """List what is wrong with a list of those present.

    Agreement § 5.1.3 and § 6.1.3 (R065, R095): a substitute who takes part in what is agreed
    stands for a named absent member of the same principal. Minutes of 2018 (R291): only those
    listed as deciding agree on anything.
    """
    obstacles = []
    people = {one.person for one in present}
    if len(people) < len(present):
        obstacles.append(Obstacle("present_twice"))
    deciding = [one for one in present if one.part is Part.DECIDING]
    for one in deciding:
        if one.is_ordinary:
            continue
        if not one.is_substitute:
            obstacles.append(Obstacle("deciding_not_member", {"person": one.person}))
        elif one.stands_for is None:
            obstacles.append(Obstacle("substitute_for_nobody", {"person": one.person}))
        elif not one.stands_for_own:
            obstacles.append(Obstacle("substitute_for_other_principal", {"person": one.person}))
        elif one.stands_for_person in people:
            obstacles.append(Obstacle("substitute_for_present", {"person": one.person}))
    stood_for = [one.stands_for for one in deciding if one.stands_for is not None]
    if len(set(stood_for)) < len(stood_for):
        obstacles.append(Obstacle("two_substitutes_for_one"))
    return obstacles


def obstacles_to_conclude(
    *,
    meeting: MeetingStage,
    kind: ItemKind,
    outcome: Outcome,
    case_stage: CaseStage | None,
    body_recommends: bool,
    inner_kind_owned: bool,
    has_clauses: bool,
) -> list[Obstacle]:
    """List what stands in the way of an outcome of a point.

    Main points, Gemensam struktur (R005, R006): a body at a meeting may agree on a
    recommendation and never decides for the principals. Agreement § 5.2, § 6.1.2, § 7, § 9 (R008):
    it decides only on those of its own forms of work that it owns. Minutes of 2018 (R296): only a
    decision point leads to either.
    """
    obstacles = agenda_open(meeting)
    agreeing = outcome in (Outcome.RECOMMENDED, Outcome.PROPOSED, Outcome.INNER_DECISION)
    if agreeing and kind is not ItemKind.DECISION:
        obstacles.append(Obstacle("not_a_decision_point"))
    if agreeing and not has_clauses:
        obstacles.append(Obstacle("no_clauses"))
    if outcome is Outcome.RECOMMENDED:
        if not body_recommends:
            obstacles.append(Obstacle("body_does_not_recommend"))
        if case_stage is None:
            obstacles.append(Obstacle("point_without_case"))
        elif case_stage is not CaseStage.PREPARED:
            obstacles.append(Obstacle("case_not_prepared", {"stage": case_stage.label}))
    if outcome is Outcome.INNER_DECISION and not inner_kind_owned:
        obstacles.append(Obstacle("not_an_inner_matter"))
    return obstacles


def obstacles_to_close(
    *,
    stage: MeetingStage,
    on: date,
    today: date,
    deciding: int,
    led: bool,
    undecided: Sequence[str],
    earlier_open: Sequence[date],
) -> list[Obstacle]:
    """List what stands in the way of closing a meeting, when its points get their numbers.

    Minutes of 2018 (R290): points are numbered on across meetings, so an earlier meeting of the
    body must be closed first; (R291) the list of those deciding, (R292) the chair of the meeting.
    """
    obstacles = agenda_open(stage)
    if on > today:
        obstacles.append(Obstacle("meeting_not_yet", {"on": on}))
    if not deciding:
        obstacles.append(Obstacle("nobody_present"))
    if not led:
        obstacles.append(Obstacle("nobody_led"))
    if undecided:
        obstacles.append(Obstacle("points_without_outcome", {"points": list(undecided)}))
    if earlier_open:
        obstacles.append(Obstacle("earlier_meeting_open", {"days": list(earlier_open)}))
    return obstacles


def next_numbers(*, last: int | None, first_ever: int, points: int) -> range:
    """Return the numbers of a meeting's points: on from the body's last, without a gap (R290)."""
    begin = first_ever if last is None else last + 1
    return range(begin, begin + points)


def obstacles_to_approve(
    *,
    stage: MeetingStage,
    approver: int,
    led_by: int | None,
    approved_on: date | None,
    met_on: date,
    today: date,
    from_source: bool,
) -> list[Obstacle]:
    """List what stands in the way of approving (justera) the minutes of a meeting.

    Minutes of 2018 (R304): approved by the one who led the meeting; locked from then on. The day
    is required, except in history where the source does not give it (Q21).
    """
    obstacles = []
    if stage is not MeetingStage.HELD:
        obstacles.append(Obstacle("not_to_approve_now", {"stage": stage.label}))
    if approver != led_by:
        obstacles.append(Obstacle("approver_did_not_lead"))
    if approved_on is None and not from_source:
        obstacles.append(Obstacle("no_approval_day"))
    if approved_on is not None and not met_on <= approved_on <= today:
        obstacles.append(Obstacle("approval_day_outside", {"first": met_on}))
    return obstacles
