"""Rules about cases, a file for each matter. Pure: no database, no clock."""

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
    "is_public",
    "obstacles_to_move",
    "obstacles_to_new_case",
    "obstacles_to_prepare",
    "obstacles_to_raise",
    "obstacles_to_step",
    "remarks_on_case",
    "remarks_on_preparation",
]
