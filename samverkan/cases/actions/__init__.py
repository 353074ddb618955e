"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.found import advance, subject
from samverkan.cases.actions.sheets import (
    Sheet,
    document_case,
    label_of,
    move_case,
    obstacles_before_prepared,
    prepare_case,
    raise_case,
    rank_case,
    sheet_of,
    stamp_of,
    texts_refused,
)
from samverkan.cases.actions.watches import finish_watch, watch_case

__all__ = [
    "Sheet",
    "advance",
    "document_case",
    "finish_watch",
    "label_of",
    "move_case",
    "obstacles_before_prepared",
    "prepare_case",
    "raise_case",
    "rank_case",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
    "watch_case",
]
