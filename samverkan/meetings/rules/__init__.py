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
from samverkan.meetings.rules.approvals import (
    days_late,
    may_be_reminded,
    obstacles_to_approve,
    obstacles_to_comment,
    obstacles_to_correct,
    obstacles_to_reopen,
    obstacles_to_send_for_approval,
    to_be_approved_by,
)
from samverkan.meetings.rules.attendance import (
    Present,
    obstacles_to_attend,
)
from samverkan.meetings.rules.days import (
    free_days,
    why_free,
    working_day_after,
    working_day_before,
)
from samverkan.meetings.rules.digests import (
    AFTER_HELD,
    obstacles_to_carry_on,
    obstacles_to_prepare_digests,
    obstacles_to_read,
    obstacles_to_send_digests,
    obstacles_to_write_digest,
)
from samverkan.meetings.rules.drafts import (
    changed_parts,
)
from samverkan.meetings.rules.minutes import (
    next_numbers,
    obstacles_to_close,
)
from samverkan.meetings.rules.moving import (
    When,
    obstacles_to_move,
)
from samverkan.meetings.rules.noting import (
    NOTING,
    notes_open,
    obstacles_to_end_task,
    obstacles_to_next_meeting,
    obstacles_to_order,
    obstacles_to_voice,
)
from samverkan.meetings.rules.outcomes import (
    obstacles_to_conclude,
)
from samverkan.meetings.rules.outside import (
    Changes,
    Outside,
    Read,
    changes_by,
    last_day_read,
    obstacles_to_external,
)
from samverkan.meetings.rules.papers import (
    obstacles_to_attach,
)
from samverkan.meetings.rules.points import (
    Reporter,
    arranged,
    obstacles_to_name_rapporteur,
    obstacles_to_reorder,
    obstacles_to_take_off,
    obstacles_to_write_point,
    rapporteur_of,
)
from samverkan.meetings.rules.preparing import (
    obstacles_to_prepare_for_next,
)
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
from samverkan.meetings.rules.summons import (
    Change,
    changes_between,
    notes_on_calling,
    obstacles_to_agree,
    obstacles_to_supplement,
    remarks_on_calling,
)
from samverkan.meetings.rules.timing import (
    clock_times,
    minutes_between,
    minutes_over,
    obstacles_to_plan_time,
    obstacles_to_times,
    planned_end,
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
    "AFTER_HELD",
    "BEFORE_HELD",
    "NOTING",
    "RAISED_KINDS",
    "Absence",
    "Answered",
    "Change",
    "Changes",
    "Due",
    "Outside",
    "Present",
    "Proposal",
    "Read",
    "Reporter",
    "Rhythm",
    "Seat",
    "Span",
    "When",
    "YearDay",
    "agenda_open",
    "arranged",
    "changed_parts",
    "changes_between",
    "changes_by",
    "clock_times",
    "days_late",
    "deadlines",
    "deciding_at",
    "free_days",
    "is_told_again",
    "last_day_read",
    "may_be_reminded",
    "meeting_with",
    "minutes_between",
    "minutes_over",
    "next_numbers",
    "notes_on_calling",
    "notes_open",
    "obstacles_to_adjoin",
    "obstacles_to_agree",
    "obstacles_to_answer_call",
    "obstacles_to_approve",
    "obstacles_to_attach",
    "obstacles_to_attend",
    "obstacles_to_call",
    "obstacles_to_call_substitute",
    "obstacles_to_cancel",
    "obstacles_to_carry_on",
    "obstacles_to_close",
    "obstacles_to_comment",
    "obstacles_to_conclude",
    "obstacles_to_correct",
    "obstacles_to_end_task",
    "obstacles_to_external",
    "obstacles_to_move",
    "obstacles_to_name_rapporteur",
    "obstacles_to_next_meeting",
    "obstacles_to_order",
    "obstacles_to_place",
    "obstacles_to_plan",
    "obstacles_to_plan_time",
    "obstacles_to_plan_year",
    "obstacles_to_prepare_digests",
    "obstacles_to_prepare_for_next",
    "obstacles_to_presence",
    "obstacles_to_raise",
    "obstacles_to_read",
    "obstacles_to_reopen",
    "obstacles_to_reorder",
    "obstacles_to_send_digests",
    "obstacles_to_send_for_approval",
    "obstacles_to_step_aside",
    "obstacles_to_supplement",
    "obstacles_to_take_off",
    "obstacles_to_times",
    "obstacles_to_voice",
    "obstacles_to_write",
    "obstacles_to_write_digest",
    "obstacles_to_write_point",
    "planned_end",
    "proposed_year",
    "rapporteur_of",
    "remark_on_number",
    "remarks_on_calling",
    "remarks_on_day",
    "substitute_for",
    "to_be_approved_by",
    "why_free",
    "wished_day",
    "working_day_after",
    "working_day_before",
]
