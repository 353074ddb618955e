"""What the journal tells of some things, as a signed-in page shows it."""

from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.sentences import Told, told
from samverkan.www.pages import Workspace


def timeline(work: Workspace, *subjects: str) -> list[Told]:
    """Return what has happened with the things, the first first, as far as the person may read."""
    entries = Entry.objects.filter(collaboration=work.collaboration, subject__in=subjects)
    if not work.coordinates:
        entries = entries.exclude(visibility=Visibility.CLOSED)
    return [told(entry, by_name=True) for entry in entries.order_by("sequence")]
