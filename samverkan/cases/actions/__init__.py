"""What can be done with cases, a file for each matter."""

from samverkan.cases.actions.admissions import answer_admission, lay_before_preparing
from samverkan.cases.actions.found import advance, subject
from samverkan.cases.actions.letters import line_link_of
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
    "Said",
    "Sheet",
    "advance",
    "answer_admission",
    "begin_lift",
    "complete_lift",
    "document_case",
    "label_of",
    "lay_before_preparing",
    "line_link_of",
    "lines_to_remind",
    "move_case",
    "note_line_entry",
    "obstacles_before_begun",
    "obstacles_before_prepared",
    "prepare_case",
    "raise_case",
    "rank_case",
    "remind_line",
    "send_line_link",
    "sheet_of",
    "stamp_of",
    "subject",
    "texts_refused",
    "withdraw_lift",
]
