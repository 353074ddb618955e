"""After a meeting of the story: what it means for each principal, and how it is carried on."""

from datetime import datetime

from samverkan.demo.telling import Story
from samverkan.meetings.actions import (
    acknowledge_digest,
    carry_on_digest,
    prepare_digests,
    send_digests,
    write_digest,
)
from samverkan.meetings.actions.digest_facts import stamp_of_digest
from samverkan.meetings.models import DigestCopy

CARRIED_TO = (
    "förvaltningens ledningsgrupp",
    "enhetscheferna i hemtjänsten och elevhälsan",
    "socialnämndens arbetsutskott och verksamhetscheferna",
)
MEANS = (
    "Hos er finns redan en gemensam kontaktväg för barn och unga. Rekommendationen betyder att den "
    "ska gälla vuxna också.\n\n"
    "Ni får ett förslag till beslut och avgör själva: bifall eller avslag."
)


def digests_are_sent(story: Story, slug: str, days: int, home: str, *, now: datetime) -> None:
    """The same day: drawn up for each principal, one of them written anew, and sent."""
    meeting, by = story.meetings[slug, days], story.as_coordinator
    digests = prepare_digests(meeting.pk, by=by, now=now)
    one = next(one for one in digests if one.principal and one.principal.slug == home)
    write_digest(one.pk, means=MEANS, seen=stamp_of_digest(one), by=by, now=now)
    send_digests(meeting.pk, by=by, now=now)


def digests_are_read(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """Most say that they have read theirs, and some to whom at home they have carried it on."""
    copies = DigestCopy.objects.filter(digest__meeting=story.meetings[slug, days])
    found = copies.select_related("person", "digest__principal", "digest__nominator").order_by("pk")
    for order, copy in enumerate(found):
        if order % 3 == 0:
            to = CARRIED_TO[order // 3 % len(CARRIED_TO)]
            carry_on_digest(copy.pk, to=to, by=copy.holder, now=now)
        elif order % 3 == 1:
            acknowledge_digest(copy.pk, by=copy.holder, now=now)
