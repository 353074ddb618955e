"""When the outcome is to be told to the body again."""

from datetime import datetime


def report_back_due(
    *, dispatched: bool, reported_at: datetime | None, last_answer_at: datetime | None
) -> bool:
    """Return whether the outcome is to be reported back to the body at its next meeting.

    Main points, Tjänstepersoner (R153): the outcome is reported back to the cooperation body; as
    often as there is something new to tell.
    """
    if not dispatched or last_answer_at is None:
        return False
    return reported_at is None or last_answer_at > reported_at
