"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.found import advance, put_back, subject
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

__all__ = [
    "Sheet",
    "advance",
    "document_case",
    "label_of",
    "move_case",
    "obstacles_before_prepared",
    "prepare_case",
    "put_back",
    "raise_case",
    "rank_case",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
]
