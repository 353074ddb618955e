"""The board's columns about the path inside a principal, and about what came after its decision."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max

from samverkan.dispatches import wording
from samverkan.dispatches.actions.path_rows import rows_of
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import LinePath, LineStep
from samverkan.dispatches.rules import ToldDays, lateness, legal_force, row_text, unanswered_since
from samverkan.principals.choices import LineBodyKind

OF_THE_PATH = (
    "Villkor eller tillägg",
    "Kommentar",
    "Beslutsnivå",
    "Svar saknas sedan",
    "Sent svar",
    "Vägen hos huvudmannen",
    "Justerat",
    "Anslaget",
    "Laga kraft",
)
PATH_FIELDS = (
    "condition",
    "comment",
    "deciding_kind",
    "answered_on",
    "minutes_approved_on",
    "announced_on",
    "final_on",
    "appealed",
)


def steps_of(lines: Iterable[Mapping[str, Any]]) -> dict[int, list[LineStep]]:
    """Return the standing steps by dispatch, of some recommendations."""
    latest = (
        LinePath.objects.filter(dispatch__recommendation__in=[line["pk"] for line in lines])
        .order_by()
        .values("dispatch")
        .annotate(path=Max("pk"))
    )
    by_path = {one["path"]: one["dispatch"] for one in latest}
    found: dict[int, list[LineStep]] = {}
    for step in LineStep.objects.filter(path__in=by_path).order_by("path", "place"):
        found.setdefault(by_path[step.path_id], []).append(step)
    return found


def path_columns(
    answer: Mapping[str, Any], reply_by: date | None, steps: list[LineStep], today: date
) -> list[object]:
    """Return the columns of one principal, in the order of their headings."""
    state = DispatchState(answer["state"])
    late = lateness(
        state,
        reply_by=reply_by,
        decided_on=answer["decided_on"],
        answered_on=answer["answered_on"],
    )
    kind = answer["deciding_kind"]
    return [
        answer["condition"],
        answer["comment"],
        LineBodyKind(kind).label if kind else "",
        unanswered_since(state, reply_by=reply_by, planned_on=answer["planned_on"], today=today),
        wording.late_words(late),
        "; ".join(row_text(row) for row in rows_of(steps)),
        *_legal(state, answer),
    ]


def _legal(state: DispatchState, answer: Mapping[str, Any]) -> list[str]:
    if state not in (DispatchState.APPROVED, DispatchState.REJECTED):
        return ["", "", ""]
    told = ToldDays(
        answer["minutes_approved_on"],
        answer["announced_on"],
        answer["final_on"],
        answer["appealed"],
    )
    force = legal_force(answer["decided_on"], answer["deciding_kind"], told)
    return [said for _, said in wording.legal_words(force)]
