"""What a signed-in reader has kept of the board; nobody else's page asks for it."""

from dataclasses import dataclass
from typing import Any

from samverkan.dispatches.models import BoardLook, SavedView
from samverkan.people.models import User
from samverkan.public.board.since import Look
from samverkan.public.pages import Visit


@dataclass(frozen=True)
class Reader:
    """A signed-in person's views, the one that the board begins with, and the last look."""

    views: list[SavedView]
    look: Look | None

    @property
    def home(self) -> str:
        """Return the choice that the board begins with; "" when it is no other than everybody's."""
        return next((view.query for view in self.views if view.is_default), "")


def reader_of(visit: Visit) -> Reader | None:
    """Return what the reader has kept; None for one who is not signed in or belongs elsewhere."""
    request: Any = visit.request
    if request.anonymous_page or not isinstance(request.user, User):
        return None
    person = request.user.person
    if person is None or person.collaboration_id != visit.collaboration.pk:
        return None
    here = {"collaboration": visit.collaboration, "person": person}
    seen = BoardLook.objects.filter(**here).first()
    look = Look(seen.sequence, seen.at) if seen else None
    return Reader(list(SavedView.objects.filter(**here)), look)
