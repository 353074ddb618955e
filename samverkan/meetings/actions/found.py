"""Which meeting an act is about: locked, and as the journal and its address name it."""

from collections.abc import Iterable

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.models import Item, Meeting
from samverkan.people.models import Person


def locked(meeting_id: int) -> Meeting:
    """Return a meeting that waits for nobody and that others wait for."""
    return (
        Meeting.objects.select_for_update(of=("self",), no_key=True)
        .select_related("body", "collaboration")
        .get(pk=meeting_id)
    )


def locked_with_item(item_id: int) -> tuple[Meeting, Item]:
    """Return a point, and its meeting locked."""
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    return meeting, Item.objects.get(pk=item_id)


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


def named(obstacles: Iterable[Obstacle]) -> list[Obstacle]:
    """Return obstacles that tell of a person by id as they are said: by name."""
    found = list(obstacles)
    ids = [int(str(one.facts["person"])) for one in found if "person" in one.facts]
    names = dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [
        Obstacle(one.code, {**one.facts, "person": names[int(str(one.facts["person"]))]})
        if "person" in one.facts
        else one
        for one in found
    ]
