"""Which meeting an act is about: locked, and as the journal and its address name it."""

from samverkan.meetings.models import Meeting


def locked(meeting_id: int) -> Meeting:
    """Return a meeting that waits for nobody and that others wait for."""
    return (
        Meeting.objects.select_for_update(of=("self",), no_key=True)
        .select_related("body", "collaboration")
        .get(pk=meeting_id)
    )


def subject(meeting: Meeting) -> str:
    """Return how the journal points to a meeting."""
    return f"meeting/{meeting.body.slug}/{meeting.on}"


def subjects_of(meeting: Meeting) -> list[str]:
    """Return how the journal points to a meeting, by its day and by those that it had before."""
    days = meeting.former_days.values_list("on", flat=True)
    return [subject(meeting), *(f"meeting/{meeting.body.slug}/{on}" for on in days)]


def meeting_path(meeting: Meeting) -> str:
    """Return the meeting's public address within the installation."""
    return f"/{meeting.collaboration.slug}/organ/{meeting.body.slug}/moten/{meeting.on}/"
