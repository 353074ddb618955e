"""Rules about cases, a file for each matter. Pure: no database, no clock."""

from samverkan.cases.rules.admission import (
    obstacles_to_admit,
    obstacles_to_answer,
    obstacles_to_lay_before,
    obstacles_to_take_up,
    usual_questions,
)
from samverkan.cases.rules.ladder import (
    LadderStep,
    Reached,
    Rung,
    ladder,
    remarks_on_ladder,
    skipped_between,
)
from samverkan.cases.rules.lifts import (
    Stands,
    is_other_level,
    lift_open,
    may_be_written_to,
    obstacles_to_begin,
    obstacles_to_complete,
    obstacles_to_note,
    obstacles_to_withdraw,
)
from samverkan.cases.rules.preparing import (
    MINIMUM,
    is_public,
    obstacles_to_move,
    obstacles_to_new_case,
    obstacles_to_prepare,
    obstacles_to_raise,
    obstacles_to_step,
    remarks_on_case,
    remarks_on_preparation,
)

__all__ = [
    "MINIMUM",
    "LadderStep",
    "Reached",
    "Rung",
    "Stands",
    "is_other_level",
    "is_public",
    "ladder",
    "lift_open",
    "may_be_written_to",
    "obstacles_to_admit",
    "obstacles_to_answer",
    "obstacles_to_begin",
    "obstacles_to_complete",
    "obstacles_to_lay_before",
    "obstacles_to_move",
    "obstacles_to_new_case",
    "obstacles_to_note",
    "obstacles_to_prepare",
    "obstacles_to_raise",
    "obstacles_to_step",
    "obstacles_to_take_up",
    "obstacles_to_withdraw",
    "remarks_on_case",
    "remarks_on_ladder",
    "remarks_on_preparation",
    "skipped_between",
    "usual_questions",
]
