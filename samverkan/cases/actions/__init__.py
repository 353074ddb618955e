"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.admissions import (
    answer_admission,
    lay_before_preparing,
)
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
from samverkan.cases.actions.consequences import (
    Consequences,
    consequences_of,
    stamp_of_consequences,
    weigh_consequences,
)
from samverkan.cases.actions.exits import (
    leave_case,
    obstacles_before_left,
    return_case,
)
from samverkan.cases.actions.finishing import finish_case, obstacles_before_finished
from samverkan.cases.actions.found import (
    advance,
    put_back,
    subject,
)
from samverkan.cases.actions.involvement import (
    compare_case,
    note_involvement,
)
from samverkan.cases.actions.letters import (
    line_link_of,
)
from samverkan.cases.actions.lifts import (
    begin_lift,
    complete_lift,
    obstacles_before_begun,
    withdraw_lift,
)
from samverkan.cases.actions.lines import (
    Said,
    lines_to_remind,
    note_line_entry,
    remind_line,
    send_line_link,
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
    "Consequences",
    "ContactSheet",
    "Said",
    "Sheet",
    "adopt_routine",
    "advance",
    "answer_admission",
    "appoint_to_bilateral",
    "begin_lift",
    "begin_routine_draft",
    "bilateral_subject",
    "call_bilateral_meeting",
    "case_from_bilateral",
    "change_bilateral",
    "close_risk",
    "compare_case",
    "complete_lift",
    "consequences_of",
    "document_case",
    "drop_routine_draft",
    "finish_case",
    "finish_watch",
    "identify_risk",
    "label_of",
    "lay_before_preparing",
    "leave_case",
    "line_link_of",
    "lines_to_remind",
    "move_case",
    "note_bilateral",
    "note_bilateral_held",
    "note_involvement",
    "note_line_entry",
    "obstacles_before_begun",
    "obstacles_before_finished",
    "obstacles_before_left",
    "obstacles_before_prepared",
    "prepare_case",
    "put_back",
    "raise_case",
    "rank_case",
    "remind_line",
    "rest_on_risks",
    "return_case",
    "send_line_link",
    "set_area_status",
    "sheet_of",
    "stamp_of",
    "stamp_of_consequences",
    "subject",
    "texts_refused",
    "watch_case",
    "weigh_consequences",
    "withdraw_lift",
    "write_routine_draft",
]
