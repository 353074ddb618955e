"""Calling people to a meeting, each by a personal link of their own."""

from collections.abc import Iterable
from datetime import datetime

from samverkan.journal.tokens import key_of
from samverkan.meetings.models import Call, Meeting
from samverkan.people.links import fresh
from samverkan.people.queries import addresses_of

DOOR = "mote"


def issue_calls(meeting: Meeting, people: Iterable[int], *, now: datetime) -> list[Call]:
    """Call people to a meeting, part of an act that tells them; who is called stays called once.

    Returns the new calls; one without an address has an empty `to`.
    """
    called = set(meeting.calls.values_list("person_id", flat=True))
    new = [pk for pk in dict.fromkeys(people) if pk not in called]
    addresses = addresses_of(new)
    return Call.objects.bulk_create(
        Call(meeting=meeting, person_id=pk, to=addresses.get(pk, ""), **fresh(now)) for pk in new
    )


def call_of(token: str) -> Call | None:
    """Return the call that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    related = Call.objects.select_related(
        "person", "meeting__body", "meeting__collaboration", "instead_of__person"
    )
    return related.filter(key=key).first()
