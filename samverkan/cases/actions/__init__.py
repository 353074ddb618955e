"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.areas import (
    set_area_status,
)
from samverkan.cases.actions.bilateral import (
    ContactSheet,
    appoint_to_bilateral,
    bilateral_subject,
    call_bilateral_meeting,
    case_from_bilateral,
    change_bilateral,
    note_bilateral,
    note_bilateral_held,
)
from samverkan.cases.actions.exits import (
    leave_case,
    obstacles_before_left,
    return_case,
)
from samverkan.cases.actions.found import (
    advance,
    subject,
)
from samverkan.cases.actions.involvement import (
    compare_case,
    note_involvement,
)
from samverkan.cases.actions.risks import (
    close_risk,
    identify_risk,
    rest_on_risks,
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
    "ContactSheet",
    "Sheet",
    "adopt_routine",
    "advance",
    "appoint_to_bilateral",
    "begin_routine_draft",
    "bilateral_subject",
    "call_bilateral_meeting",
    "case_from_bilateral",
    "change_bilateral",
    "close_risk",
    "compare_case",
    "document_case",
    "drop_routine_draft",
    "finish_watch",
    "identify_risk",
    "label_of",
    "leave_case",
    "move_case",
    "note_bilateral",
    "note_bilateral_held",
    "note_involvement",
    "obstacles_before_left",
    "obstacles_before_prepared",
    "prepare_case",
    "raise_case",
    "rank_case",
    "rest_on_risks",
    "return_case",
    "set_area_status",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
    "watch_case",
    "write_routine_draft",
]
