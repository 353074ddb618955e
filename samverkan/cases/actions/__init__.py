"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.exits import (
    leave_case,
    obstacles_before_left,
    return_case,
)
from samverkan.cases.actions.found import (
    advance,
    subject,
)
from samverkan.cases.actions.routines import (
    adopt_routine,
    begin_routine_draft,
    drop_routine_draft,
    write_routine_draft,
)
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
from samverkan.cases.actions.watches import (
    finish_watch,
    watch_case,
)

__all__ = [
    "Sheet",
    "adopt_routine",
    "advance",
    "begin_routine_draft",
    "document_case",
    "drop_routine_draft",
    "finish_watch",
    "label_of",
    "leave_case",
    "move_case",
    "obstacles_before_left",
    "obstacles_before_prepared",
    "prepare_case",
    "raise_case",
    "rank_case",
    "return_case",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
    "watch_case",
    "write_routine_draft",
]
