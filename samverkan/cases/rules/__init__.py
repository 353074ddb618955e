"""Rules about cases, a file for each matter. Pure: no database, no clock."""

from samverkan.cases.rules.admission import (
    obstacles_to_admit,
    obstacles_to_answer,
    obstacles_to_lay_before,
    obstacles_to_take_up,
    usual_questions,
)
from samverkan.cases.rules.exits import (
    obstacles_while_away,
)
from samverkan.cases.rules.finishing import obstacles_to_finish
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
from samverkan.cases.rules.moves import (
    Move,
    Standing,
    next_move,
)
from samverkan.cases.rules.plain_routine import (
    MINIMUM,
    PLAIN,
)
from samverkan.cases.rules.preparing import (
    is_public,
    obstacles_to_move,
    obstacles_to_new_case,
    obstacles_to_prepare,
    obstacles_to_raise,
    obstacles_to_step,
    remarks_on_case,
    remarks_on_preparation,
)
from samverkan.cases.rules.routine import (
    lift_is_strict,
    questions_of,
)
from samverkan.cases.rules.watches import (
    obstacles_to_finish_watch,
    obstacles_to_watch,
)

__all__ = [
    "MINIMUM",
    "PLAIN",
    "LadderStep",
    "Move",
    "Reached",
    "Rung",
    "Standing",
    "Stands",
    "is_other_level",
    "is_public",
    "ladder",
    "lift_is_strict",
    "lift_open",
    "may_be_written_to",
    "next_move",
    "obstacles_to_admit",
    "obstacles_to_answer",
    "obstacles_to_begin",
    "obstacles_to_complete",
    "obstacles_to_finish",
    "obstacles_to_finish_watch",
    "obstacles_to_lay_before",
    "obstacles_to_move",
    "obstacles_to_new_case",
    "obstacles_to_note",
    "obstacles_to_prepare",
    "obstacles_to_raise",
    "obstacles_to_step",
    "obstacles_to_take_up",
    "obstacles_to_watch",
    "obstacles_to_withdraw",
    "obstacles_while_away",
    "questions_of",
    "remarks_on_case",
    "remarks_on_ladder",
    "remarks_on_preparation",
    "skipped_between",
    "usual_questions",
]
