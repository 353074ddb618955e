"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.areas import set_area_status
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
from samverkan.cases.actions.found import advance, subject
from samverkan.cases.actions.involvement import compare_case, note_involvement
from samverkan.cases.actions.risks import close_risk, identify_risk, rest_on_risks
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
    "ContactSheet",
    "Sheet",
    "advance",
    "appoint_to_bilateral",
    "bilateral_subject",
    "call_bilateral_meeting",
    "case_from_bilateral",
    "change_bilateral",
    "close_risk",
    "compare_case",
    "document_case",
    "identify_risk",
    "label_of",
    "move_case",
    "note_bilateral",
    "note_bilateral_held",
    "note_involvement",
    "obstacles_before_prepared",
    "prepare_case",
    "raise_case",
    "rank_case",
    "rest_on_risks",
    "set_area_status",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
]
