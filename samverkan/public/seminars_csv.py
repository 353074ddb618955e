"""What the seminars prioritised and what became of it, as a table for spreadsheets."""

from collections.abc import Iterator

from samverkan.cases.choices import CaseStage
from samverkan.meetings.models import Priority
from samverkan.meetings.seminar_queries import priorities_of
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "År",
    "Område",
    "Vad som ska utvecklas",
    "Värde för invånaren",
    "Värde för verksamheterna",
    "Målgrupper",
    "Läge",
    "Om läget",
    "Läget antecknat",
    "Ärende",
    "Fortsätter från",
)


def rows_of(collaboration_id: int) -> Iterator[str]:
    """Yield the file: a row for each prioritised area, the newest year first."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    yield written(_row(one) for one in priorities_of(collaboration_id))


def _row(one: Priority) -> list[object]:
    return [
        one.seminar.year,
        one.area,
        one.text,
        one.value_inhabitants,
        one.value_operations,
        one.groups,
        one.get_fate_display(),
        one.fate_note,
        one.fate_on,
        one.case.number if one.case and one.case.stage != CaseStage.RAISED else "",
        one.continues.seminar.year if one.continues else "",
    ]
