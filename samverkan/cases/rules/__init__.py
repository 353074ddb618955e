"""Rules about cases, a file for each matter. Pure: no database, no clock."""

from samverkan.cases.rules.exits import (
    obstacles_while_away,
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
    "Move",
    "Standing",
    "is_public",
    "lift_is_strict",
    "next_move",
    "obstacles_to_finish_watch",
    "obstacles_to_move",
    "obstacles_to_new_case",
    "obstacles_to_prepare",
    "obstacles_to_raise",
    "obstacles_to_step",
    "obstacles_to_watch",
    "obstacles_while_away",
    "questions_of",
    "remarks_on_case",
    "remarks_on_preparation",
]
