"""Whose move a case waits for. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date

from samverkan.cases.choices import CaseStage, Mover


@dataclass(frozen=True)
class Standing:
    """How a case stands: its stage, and what later areas know of its meeting and dispatch."""

    stage: CaseStage
    documented: bool = True
    lifting: bool = False
    away: bool = False
    meets_on: date | None = None
    met: bool = False
    agreed: bool = False
    unanswered: int = 0
    reply_by: date | None = None


@dataclass(frozen=True)
class Move:
    """Who is to do what next (a code for wording), and by which day when there is one."""

    who: Mover
    what: str
    by: date | None = None


def next_move(case: Standing) -> Move:
    """Return whose move a case waits for.

    Agreement § 7 (R149): the way of a case is tied to functions, not to persons. Main
    points, Tjänstepersoner (R110, R152, R153): the coordinator handles, the principals decide, the
    outcome comes back to the body.
    """
    if case.away:
        return Move(Mover.COORDINATORS, "note_return")
    if case.lifting:
        return Move(Mover.PRINCIPALS, "line")
    if case.stage is CaseStage.RAISED:
        if case.documented:
            return Move(Mover.COORDINATORS, "prepare")
        return Move(Mover.RAISER, "document")
    if case.stage is CaseStage.PREPARED:
        if case.meets_on is None:
            return Move(Mover.COMMITTEE, "place")
        if case.met:
            return Move(Mover.COORDINATORS, "close_meeting", case.meets_on)
        return Move(Mover.BODY, "treat", case.meets_on)
    if case.stage is CaseStage.RECOMMENDED:
        if case.agreed:
            return Move(Mover.COORDINATORS, "dispatch")
        return Move(Mover.APPROVER, "approve")
    if case.stage in (CaseStage.DISPATCHED, CaseStage.REPORTED_BACK):
        if case.unanswered:
            return Move(Mover.PRINCIPALS, "answer", case.reply_by)
        if case.stage is CaseStage.DISPATCHED:
            return Move(Mover.BODY, "hear_back", case.meets_on)
        return Move(Mover.COORDINATORS, "finish")
    return Move(Mover.NOBODY, "nothing")
