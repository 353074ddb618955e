"""The digests that wait: to be sent by the coordinators, to be carried on by those who got them."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from samverkan.meetings.models import Digest, DigestCopy, Meeting
from samverkan.meetings.rules import AFTER_HELD

MOST = 20
# Later than this nobody is helped by a reminder; the meeting's own page still leads there.
REMEMBERED = timedelta(days=30)


def to_report(collaboration_id: int, on: date) -> QuerySet[Meeting]:
    """Return the meetings that were held lately and whose digests are not sent."""
    sent = Digest.objects.filter(meeting=OuterRef("pk"), sent_at__isnull=False)
    return (
        Meeting.objects.filter(
            ~Exists(sent),
            collaboration_id=collaboration_id,
            stage__in=AFTER_HELD,
            on__gte=on - REMEMBERED,
            source="",
        )
        .select_related("body")
        .order_by("on")[:MOST]
    )


def to_carry_on(person_id: int, collaboration_id: int) -> QuerySet[DigestCopy]:
    """Return the digests that a person has not carried on, the newest first."""
    return (
        DigestCopy.objects.filter(
            person=person_id, digest__meeting__collaboration=collaboration_id, carried_at=None
        )
        .select_related("digest__principal", "digest__nominator", "digest__meeting__body")
        .order_by("-issued_at", "-pk")[:MOST]
    )
