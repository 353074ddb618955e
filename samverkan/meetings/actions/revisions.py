"""How a meeting counts its own changes, for the calendars that follow it."""

from datetime import datetime

from samverkan.meetings.models import Meeting


def save_revised(meeting: Meeting, *fields: str, now: datetime) -> None:
    """Save what was changed of a meeting's day, time, place or stage, as one change more.

    Calendars take a newer version of an event only when its number is higher (RFC 5545, SEQUENCE).
    """
    meeting.sequence += 1
    meeting.revised_at = now
    meeting.save(update_fields=[*fields, "sequence", "revised_at"])
