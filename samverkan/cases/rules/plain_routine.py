"""The routine of cases that have none of their own: those from before any was kept."""

from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.rules.routine import Exit, Routine, Stage, Step

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
OPEN = (CaseStage.RAISED.value, CaseStage.PREPARED.value)


def _step(
    kind: StepKind, came: str, goes: CaseStage, *takers: Taker, **facts: tuple[str, ...]
) -> Step:
    return Step(
        key=f"{kind}-{came or 'first'}",
        name=kind.label.capitalize(),
        kind=kind,
        from_stage=came,
        to_stage=goes.value,
        takers=takers,
        **facts,  # type: ignore[arg-type]
    )


PLAIN = Routine(
    stages=tuple(Stage(one.value, one.label.capitalize(), one) for one in CaseStage),
    steps=(
        _step(StepKind.RAISE, "", CaseStage.RAISED, Taker.MEMBER, Taker.COORDINATOR),
        _step(
            StepKind.PREPARE,
            CaseStage.RAISED,
            CaseStage.PREPARED,
            Taker.COORDINATOR,
            fields=MINIMUM,
        ),
        _step(StepKind.RECOMMEND, CaseStage.PREPARED, CaseStage.RECOMMENDED, Taker.BODY),
        _step(StepKind.CLOSE, CaseStage.PREPARED, CaseStage.CLOSED, Taker.BODY),
        _step(StepKind.DISPATCH, CaseStage.RECOMMENDED, CaseStage.DISPATCHED, Taker.COORDINATOR),
        _step(StepKind.REPORT_BACK, CaseStage.DISPATCHED, CaseStage.REPORTED_BACK, Taker.BODY),
        _step(StepKind.REPORT_BACK, CaseStage.REPORTED_BACK, CaseStage.REPORTED_BACK, Taker.BODY),
        _step(StepKind.CARRY_OUT, CaseStage.REPORTED_BACK, CaseStage.CLOSED, Taker.PRINCIPAL),
    ),
    exits=tuple(Exit(kind, kind.label.capitalize(), OPEN) for kind in ExitKind),
)
