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
from samverkan.meetings.rules.attendance import Present, obstacles_to_attend
from samverkan.meetings.rules.days import (
    free_days,
    why_free,
    working_day_after,
    working_day_before,
)
from samverkan.meetings.rules.minutes import next_numbers, obstacles_to_approve, obstacles_to_close
from samverkan.meetings.rules.moving import When, obstacles_to_move
from samverkan.meetings.rules.outcomes import obstacles_to_conclude
from samverkan.meetings.rules.outside import (
    Changes,
    Outside,
    Read,
    changes_by,
    last_day_read,
    obstacles_to_external,
)
from samverkan.meetings.rules.wheel import (
    Due,
    Proposal,
    Rhythm,
    YearDay,
    deadlines,
    meeting_with,
    obstacles_to_plan_year,
    proposed_year,
    remark_on_number,
    remarks_on_day,
    wished_day,
)

__all__ = [
    "BEFORE_HELD",
    "Changes",
    "Due",
    "Outside",
    "Present",
    "Proposal",
    "Read",
    "Rhythm",
    "When",
    "YearDay",
    "agenda_open",
    "changes_by",
    "deadlines",
    "free_days",
    "last_day_read",
    "meeting_with",
    "next_numbers",
    "obstacles_to_adjoin",
    "obstacles_to_approve",
    "obstacles_to_attend",
    "obstacles_to_call",
    "obstacles_to_cancel",
    "obstacles_to_close",
    "obstacles_to_conclude",
    "obstacles_to_external",
    "obstacles_to_move",
    "obstacles_to_place",
    "obstacles_to_plan",
    "obstacles_to_plan_year",
    "proposed_year",
    "remark_on_number",
    "remarks_on_day",
    "why_free",
    "wished_day",
    "working_day_after",
    "working_day_before",
]
