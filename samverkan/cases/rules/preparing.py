"""Rules for raising and preparing a case. Pure: no database, no clock."""

from collections.abc import Collection, Mapping
from datetime import date

from samverkan.cases.choices import ALLOWED_STEPS, CaseStage, Scope
from samverkan.journal.obstacles import Obstacle, Remark

# What must be known before a case is prepared, in the order in which the form asks for it.
MINIMUM = (
    "question",
    "summary",
    "background",
    "value_inhabitants",
    "value_operations",
    "target_groups",
    "scope",
    "responsible_management",
)


def obstacles_to_raise(
    *, title: str, question: str, raiser_is_member: bool, raiser_known: bool, from_source: bool
) -> list[Obstacle]:
    """List what stands in the way of raising a question in a body.

    Agreement § 6.1.2 (R086): questions are raised by one of the body's members. What a
    historical source leaves unsaid stays unknown.
    """
    obstacles = []
    if not title.strip():
        obstacles.append(Obstacle("no_title"))
    if not question.strip():
        obstacles.append(Obstacle("no_question"))
    if not raiser_known and not from_source:
        obstacles.append(Obstacle("no_raiser"))
    if raiser_known and not raiser_is_member:
        obstacles.append(Obstacle("raiser_not_member"))
    return obstacles


def obstacles_to_new_case(*, on: date, first: date | None, until: date | None) -> list[Obstacle]:
    """List what stands in the way of a body taking a case on a day; `until` is the day after it.

    Project directive P4 (R324): an old body takes no new cases after the day it ends.
    """
    if (first is None or first <= on) and (until is None or on < until):
        return []
    return [Obstacle("body_takes_no_cases")]


def obstacles_to_move(
    *, stage: CaseStage, same_body: bool, same_collaboration: bool, reason: str
) -> list[Obstacle]:
    """List what stands in the way of moving a case to another body, as when the first one ends.

    Project directive P4 (R325): the old organisation is prepared to be dissolved, so its open
    cases are moved. What a body has recommended stays the body's own.
    """
    obstacles = []
    if stage not in (CaseStage.RAISED, CaseStage.PREPARED):
        obstacles.append(Obstacle("case_is_treated", {"stage": stage.label}))
    if same_body:
        obstacles.append(Obstacle("case_already_there"))
    if not same_collaboration:
        obstacles.append(Obstacle("body_of_other_collaboration"))
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_move"))
    return obstacles


def remarks_on_case(
    *,
    value_inhabitants: str,
    value_operations: str,
    scope: str,
    responsible_management: str,
) -> list[Remark]:
    """List what a question lacks when it is raised; it may be filled in during preparation.

    Agreement § 1 (R001) value for the inhabitant; main points, Gemensam struktur (R002) value for
    the operations and (R009) responsible management; agreement § 5.1 (R026) the areas covered.
    """
    remarks = []
    if not value_inhabitants.strip():
        remarks.append(Remark("no_value_inhabitants"))
    if not value_operations.strip():
        remarks.append(Remark("no_value_operations"))
    if not responsible_management.strip():
        remarks.append(Remark("no_responsible_management"))
    if not scope:
        remarks.append(Remark("no_scope"))
    if scope == Scope.OUTSIDE:
        remarks.append(Remark("outside_scope"))
    return remarks


def obstacles_to_prepare(
    *,
    stage: CaseStage,
    fields: Mapping[str, object],
    handler_known: bool,
    from_source: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of calling a case prepared.

    Agreement § 7 (R149): the question shall be documented, to give good quality in preparation.
    Main points, Tjänstepersoner (R110): the regional coordinator handles the case. What a
    historical source leaves unsaid stays unknown.
    """
    obstacles = obstacles_to_step(stage, CaseStage.PREPARED)
    if from_source:
        return obstacles
    missing = [name for name in MINIMUM if not fields.get(name)]
    if missing:
        obstacles.append(Obstacle("not_documented", {"missing": missing}))
    if not handler_known:
        obstacles.append(Obstacle("no_handler"))
    return obstacles


def remarks_on_preparation(*, experts: str, scope: str) -> list[Remark]:
    """List what may be passed, with a written reason, when a case is called prepared.

    Main points, Förtroendevalda (R079): preparation shall include those who know the matter.
    Agreement § 5.1 and § 6.1 (R026): some questions belong elsewhere.
    """
    remarks = []
    if not experts.strip():
        remarks.append(Remark("no_experts"))
    if scope == Scope.OUTSIDE:
        remarks.append(Remark("outside_scope"))
    return remarks


def obstacles_to_step(
    stage: CaseStage,
    to: CaseStage,
    allowed: Mapping[CaseStage, Collection[CaseStage]] = ALLOWED_STEPS,
) -> list[Obstacle]:
    """List what stands in the way of moving a case to a stage: only that the road is another."""
    if to in allowed[stage]:
        return []
    return [Obstacle("wrong_stage", {"stage": stage.label, "to": to.label})]


def is_public(stage: CaseStage) -> bool:
    """Return whether a case is shown to everyone: when it has been prepared, not while a draft."""
    return stage is not CaseStage.RAISED
