"""The ladder: how high up a question has come, and which steps it has taken. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from samverkan.cases.rules.questions import Answer
from samverkan.journal.obstacles import Remark


class Reached(Enum):
    """Whether a step of the ladder has been taken; the value is how it is said."""

    DONE = "klart"
    NOW = "här är ärendet nu"
    SKIPPED = "hoppades över"
    UNTOLD = "inte besvarat"
    AHEAD = "inte aktuellt än"


@dataclass(frozen=True)
class Rung:
    """A step of the ladder: a body, or no body for what is solved locally."""

    name: str
    body: int | None = None


@dataclass(frozen=True)
class LadderStep:
    """A step of the ladder for one case, with a code that says why it stands so."""

    name: str
    reached: Reached
    why: str
    facts: Mapping[str, object] = field(default_factory=dict)


def ladder(
    rungs: Sequence[Rung],
    *,
    at: int,
    treated: Mapping[int, date],
    locally: Answer | None,
    lifted_to: int | None = None,
    settled: bool = False,
) -> list[LadderStep]:
    """Return the steps from the lowest to the highest, with which are taken, skipped and ahead.

    Agreement § 5.1.2 (R156): what can be solved locally or among officials does not go to Samråd;
    § 5.1.6 beyond it stands Regionledningsmötet. `at` is the body that has the case.
    """
    here = next((nr for nr, rung in enumerate(rungs) if rung.body == at), 0)
    return [
        _locally(rung, locally, high=here > 1)
        if rung.body is None
        else _step(
            rung, rung.body, nr - here, treated.get(rung.body), rung.body == lifted_to, settled
        )
        for nr, rung in enumerate(rungs)
    ]


def _locally(rung: Rung, answer: Answer | None, *, high: bool) -> LadderStep:
    if answer is None:
        reached = Reached.SKIPPED if high else Reached.UNTOLD
        return LadderStep(rung.name, reached, "locally_untold")
    if answer.yes:
        return LadderStep(rung.name, Reached.DONE, "tried_locally", {"reason": answer.reason})
    return LadderStep(rung.name, Reached.SKIPPED, "not_tried_locally", {"reason": answer.reason})


def _step(
    rung: Rung, body: int, above: int, treated: date | None, lifted: bool, settled: bool
) -> LadderStep:
    if above == 0:
        return LadderStep(rung.name, Reached.NOW, "settled_here" if settled else "here_now")
    if treated is not None:
        return LadderStep(rung.name, Reached.DONE, "treated_there", {"on": treated})
    if above < 0:
        return LadderStep(rung.name, Reached.SKIPPED, "not_treated_there")
    if lifted:
        return LadderStep(rung.name, Reached.AHEAD, "being_lifted")
    return LadderStep(rung.name, Reached.AHEAD, "not_needed" if settled else "not_there_yet")


def remarks_on_ladder(steps: Sequence[LadderStep]) -> list[Remark]:
    """List the steps that were skipped on the way up (R156); passed with a written reason."""
    skipped = [step.name for step in steps if step.reached is Reached.SKIPPED]
    return [Remark("step_skipped", {"step": name}) for name in skipped]


def skipped_between(rungs: Sequence[Rung], start: int, goal: int) -> list[str]:
    """Return the names of the steps that a lift from one body to another would pass over."""
    places = [rung.body for rung in rungs]
    if start not in places or goal not in places:
        return []
    return [rung.name for rung in rungs[places.index(start) + 1 : places.index(goal)]]
