"""What a person keeps of the board for themselves: views under a name, and how far it is seen."""

from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404

from samverkan.dispatches import rules
from samverkan.dispatches.models import BoardLook, SavedView
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.people.models import Person

SUBJECT = "views"


@transaction.atomic
def save_view(
    collaboration_id: int,
    person_id: int,
    name: str,
    query: str,
    *,
    is_default: bool = False,
    by: Actor,
    now: datetime,
) -> SavedView:
    """Keep a choice on the board under a name.

    Raises StepRefused when the name is missing or taken, or there are too many.
    """
    own = _own(collaboration_id, person_id)
    _refuse(name, own, None)
    if is_default:
        _no_default(collaboration_id, person_id)
    view = SavedView.objects.create(
        collaboration_id=collaboration_id,
        person_id=person_id,
        name=name.strip(),
        query=query,
        is_default=is_default,
    )
    _tell("view.saved", collaboration_id, by, now)
    return view


@transaction.atomic
def change_view(
    view_id: int, person_id: int, *, name: str, is_default: bool, by: Actor, now: datetime
) -> SavedView:
    """Give one's own view another name, or let the board begin with it."""
    view = get_object_or_404(SavedView, pk=view_id, person=person_id)
    own = _own(view.collaboration_id, person_id)
    _refuse(name, own, view.pk)
    if is_default:
        _no_default(view.collaboration_id, person_id)
    view.name, view.is_default = name.strip(), is_default
    view.save(update_fields=["name", "is_default"])
    _tell("view.changed", view.collaboration_id, by, now)
    return view


@transaction.atomic
def remove_view(view_id: int, person_id: int, *, by: Actor, now: datetime) -> None:
    """Take away one's own view."""
    view = get_object_or_404(SavedView, pk=view_id, person=person_id)
    view.delete()
    _tell("view.removed", view.collaboration_id, by, now)


@transaction.atomic
def mark_seen(collaboration_id: int, person_id: int, *, now: datetime) -> BoardLook:
    """Remember that a person has seen the board as it is now.

    What somebody reads is nobody else's matter, so the journal is not told (decision 29).
    """
    head = Collaboration.objects.get(pk=collaboration_id).head_sequence
    look, _ = BoardLook.objects.update_or_create(
        collaboration_id=collaboration_id,
        person_id=person_id,
        defaults={"sequence": head, "at": now},
    )
    return look


def _own(collaboration_id: int, person_id: int) -> list[SavedView]:
    """Return a person's views, while nobody else can add one."""
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    return list(SavedView.objects.filter(collaboration_id=collaboration_id, person_id=person_id))


def _refuse(name: str, own: list[SavedView], view_id: int | None) -> None:
    others = {view.name.casefold() for view in own if view.pk != view_id}
    refuse(
        [
            *rules.obstacles_to_save_view(
                name=name,
                taken=name.strip().casefold() in others,
                kept=len(own),
                keeps=view_id is not None,
            ),
            *obstacles_to_text(Namn=name),
        ]
    )


def _no_default(collaboration_id: int, person_id: int) -> None:
    views = SavedView.objects.filter(collaboration_id=collaboration_id, person_id=person_id)
    views.update(is_default=False)


def _tell(verb: str, collaboration_id: int, by: Actor, now: datetime) -> None:
    record(collaboration_id, verb, SUBJECT, by=by, at=now, visibility=Visibility.CLOSED)
