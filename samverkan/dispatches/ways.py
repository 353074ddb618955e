"""The path inside a principal as pages show it: steps told, the answer, and what came after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions import latest_rows, legal_force_of
from samverkan.dispatches.choices import DECIDED, Binding, DispatchState
from samverkan.dispatches.models import Dispatch, LinePath, WantedLevel
from samverkan.dispatches.rules import LineRow
from samverkan.principals.choices import LineBodyKind

COMING, PASSED, DONE, DECISION = "coming", "passed", "done", "decision"
WHEN = {COMING: "planerat", PASSED: "planerat, utfallet är inte lämnat", DONE: "", DECISION: ""}


@dataclass(frozen=True)
class WayStep:
    """One step in words: a body, what it did or is to do, and how sure that is."""

    body: str
    on: date | None
    said: str
    state: str
    about: str = ""

    @property
    def when(self) -> str:
        """Return what is said beside the day."""
        return WHEN[self.state]


@dataclass(frozen=True)
class Way:
    """What is known of one recommendation's path inside one principal."""

    steps: list[WayStep]
    rows: tuple[LineRow, ...]
    told: int
    level: str
    legal: list[tuple[str, str]]
    late: str
    unanswered: date | None
    source: str

    @property
    def missing(self) -> str:
        """Return since when the answer is missing, in words."""
        return wording.since_words(self.unanswered) if self.unanswered else ""


def way_of(
    dispatch: Dispatch,
    *,
    reply_by: date | None,
    today: date,
    paths: Iterable[LinePath] | None = None,
    asked: WantedLevel | None = None,
) -> Way:
    """Return what a page shows; `paths` are the dispatch's when fetched already, with steps.

    `asked` is the level of decision that was asked for, when one was.
    """
    told = list(dispatch.paths.prefetch_related("steps") if paths is None else paths)
    rows = latest_rows(told)
    state = DispatchState(dispatch.state)
    # Where not even the day of the decision is known there is nothing to say after it.
    force = legal_force_of(dispatch) if dispatch.decided_on or dispatch.final_on else None
    late = rules.lateness(
        state,
        reply_by=reply_by,
        decided_on=dispatch.decided_on,
        answered_on=dispatch.answered_on,
    )
    return Way(
        steps=_steps(dispatch, rows, today),
        rows=rows,
        told=len(told),
        level=_level(dispatch, asked),
        legal=wording.legal_words(force) if force else [],
        late=wording.late_words(late),
        unanswered=rules.unanswered_since(
            state, reply_by=reply_by, planned_on=dispatch.planned_on, today=today
        ),
        source=max(told, key=lambda path: path.pk).source if told else "",
    )


def _level(dispatch: Dispatch, asked: WantedLevel | None) -> str:
    decided = dispatch.get_deciding_kind_display()
    if asked is None or not asked.kind or not dispatch.deciding_kind:
        return decided
    other = rules.decided_at_other_level(
        Binding(asked.binding), LineBodyKind(asked.kind), LineBodyKind(dispatch.deciding_kind)
    )
    return wording.at_other_level(decided, asked.get_kind_display()) if other else decided


def _steps(dispatch: Dispatch, rows: Sequence[LineRow], today: date) -> list[WayStep]:
    decided = DispatchState(dispatch.state) in DECIDED
    steps = [_step(row, today) for row in rows]
    if not (rows and decided):
        return steps
    last = rows[-1]
    if rules.same_body(last.body, dispatch.deciding_body) and (
        not last.done or last.act == "decides"
    ):
        steps.pop()
    said = " ".join(filter(None, ["beslutar:", dispatch.get_state_display(), dispatch.paragraph]))
    decision = WayStep(
        dispatch.deciding_body or "Organet är okänt",
        dispatch.decided_on,
        said,
        DECISION,
        dispatch.decided_about,
    )
    return [*steps, decision]


def _step(row: LineRow, today: date) -> WayStep:
    state = DONE if row.done else PASSED if row.on and row.on < today else COMING
    return WayStep(row.body, row.on, wording.step_words(row), state)
