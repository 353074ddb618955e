"""Rules for meetings, a file for each matter. Pure: no database, no clock."""

from samverkan.meetings.rules.agenda import (
    BEFORE_HELD,
    agenda_open,
    obstacles_to_adjoin,
    obstacles_to_call,
    obstacles_to_cancel,
    obstacles_to_place,
    obstacles_to_plan,
)
from samverkan.meetings.rules.answering import (
    Answered,
    Seat,
    obstacles_to_answer_call,
    obstacles_to_call_substitute,
    substitute_for,
)
from samverkan.meetings.rules.attendance import Present, obstacles_to_attend
from samverkan.meetings.rules.minutes import next_numbers, obstacles_to_approve, obstacles_to_close
from samverkan.meetings.rules.outcomes import obstacles_to_conclude
from samverkan.meetings.rules.presence import (
    Absence,
    Span,
    deciding_at,
    obstacles_to_presence,
    obstacles_to_step_aside,
)
from samverkan.meetings.rules.secretary import (
    RAISED_KINDS,
    is_told_again,
    obstacles_to_raise,
    obstacles_to_write,
)

__all__ = [
    "BEFORE_HELD",
    "RAISED_KINDS",
    "Absence",
    "Answered",
    "Present",
    "Seat",
    "Span",
    "agenda_open",
    "deciding_at",
    "is_told_again",
    "next_numbers",
    "obstacles_to_adjoin",
    "obstacles_to_answer_call",
    "obstacles_to_approve",
    "obstacles_to_attend",
    "obstacles_to_call",
    "obstacles_to_call_substitute",
    "obstacles_to_cancel",
    "obstacles_to_close",
    "obstacles_to_conclude",
    "obstacles_to_place",
    "obstacles_to_plan",
    "obstacles_to_presence",
    "obstacles_to_raise",
    "obstacles_to_step_aside",
    "obstacles_to_write",
    "substitute_for",
]
