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
from samverkan.meetings.rules.minutes import next_numbers, obstacles_to_approve, obstacles_to_close
from samverkan.meetings.rules.outcomes import obstacles_to_conclude
from samverkan.meetings.rules.papers import obstacles_to_attach
from samverkan.meetings.rules.points import (
    Reporter,
    arranged,
    obstacles_to_name_rapporteur,
    obstacles_to_order,
    obstacles_to_take_off,
    obstacles_to_write,
    rapporteur_of,
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

__all__ = [
    "BEFORE_HELD",
    "Change",
    "Present",
    "Reporter",
    "agenda_open",
    "arranged",
    "changes_between",
    "clock_times",
    "minutes_between",
    "minutes_over",
    "next_numbers",
    "notes_on_calling",
    "obstacles_to_adjoin",
    "obstacles_to_agree",
    "obstacles_to_approve",
    "obstacles_to_attach",
    "obstacles_to_attend",
    "obstacles_to_call",
    "obstacles_to_cancel",
    "obstacles_to_close",
    "obstacles_to_conclude",
    "obstacles_to_name_rapporteur",
    "obstacles_to_order",
    "obstacles_to_place",
    "obstacles_to_plan",
    "obstacles_to_plan_time",
    "obstacles_to_supplement",
    "obstacles_to_take_off",
    "obstacles_to_times",
    "obstacles_to_write",
    "planned_end",
    "rapporteur_of",
    "remarks_on_calling",
]
