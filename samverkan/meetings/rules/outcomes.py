"""Rules for what a body may agree on. Pure: no database, no clock."""

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.rules.noting import notes_open


def obstacles_to_conclude(
    *,
    meeting: MeetingStage,
    kind: ItemKind,
    outcome: Outcome,
    case_stage: CaseStage | None,
    body_recommends: bool,
    inner_kind_owned: bool,
    has_clauses: bool,
    in_running_text: int = 0,
) -> list[Obstacle]:
    """List what stands in the way of an outcome of a point.

    Main points, Gemensam struktur (R005, R006): a body at a meeting may agree on a
    recommendation and never decides for the principals. Agreement § 5.2, § 6.1.2, § 7, § 9 (R008):
    it decides only on those of its own forms of work that it owns. Minutes of 2018 (R296): only a
    decision point leads to either; (R298) in running text there is one clause, where
    `in_running_text` is how many are to stand so.
    """
    obstacles = notes_open(meeting)
    agreeing = outcome in (Outcome.RECOMMENDED, Outcome.PROPOSED, Outcome.INNER_DECISION)
    if agreeing and kind is not ItemKind.DECISION:
        obstacles.append(Obstacle("not_a_decision_point"))
    if agreeing and not has_clauses:
        obstacles.append(Obstacle("no_clauses"))
    if in_running_text > 1:
        obstacles.append(Obstacle("one_clause_in_running_text"))
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
