"""Which seminar an act is about: locked, and as the journal names it."""

from datetime import datetime

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.record import record
from samverkan.meetings.models import Seminar

SOURCE = "överenskommelsen § 5.2"


def locked(seminar_id: int) -> Seminar:
    """Return a seminar that waits for nobody and that others wait for."""
    return (
        Seminar.objects.select_for_update(of=("self",), no_key=True)
        .select_related("body", "planner", "collaboration")
        .get(pk=seminar_id)
    )


def subject(seminar: Seminar) -> str:
    """Return how the journal points to a seminar."""
    return f"seminar/{seminar.year}"


def note(
    seminar: Seminar,
    verb: str,
    *,
    by: Actor,
    now: datetime,
    rule: str,
    source: str = SOURCE,
    public: bool = False,
    **facts: object,
) -> Entry:
    """Write what was done with a seminar in the journal."""
    return record(
        seminar.collaboration_id,
        verb,
        subject(seminar),
        by=by,
        at=now,
        rule=rule,
        source=source,
        visibility=Visibility.PUBLIC if public else Visibility.MEMBERS,
        year=seminar.year,
        **facts,
    )
