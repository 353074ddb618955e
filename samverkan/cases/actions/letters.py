"""Letters to the principals' line, each with a personal link of its own."""

from collections.abc import Sequence
from datetime import datetime

from samverkan.cases.models import Lift, LineEntry, LineLink
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.tokens import key_of
from samverkan.people.links import fresh

DOOR = "linje"


def write_to(
    lift: Lift, entries: Sequence[LineEntry], template: str, told: Entry, *, now: datetime
) -> None:
    """Give each of some lines a new link and e-mail it; part of an act that tells of it."""
    links = LineLink.objects.bulk_create(LineLink(entry=one, **fresh(now)) for one in entries)
    LineEntry.objects.filter(pk__in=[one.pk for one in entries]).update(written_to_at=now)
    case = lift.case
    facts = {
        "title": case.title,
        "number": case.number,
        "from_body": lift.from_body.name,
        "to_body": lift.to_body.name,
        "reason": lift.reason,
    }
    letters = [
        (
            link.entry.to,
            {
                **facts,
                "principal": link.entry.principal.name,
                "link_key": link.key,
                "link_door": DOOR,
            },
        )
        for link in links
    ]
    if letters:
        notify(told, template, letters, at=now)


def line_link_of(token: str) -> LineLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    return (
        LineLink.objects.filter(key=key)
        .select_related(
            "entry__principal",
            "entry__lift__case__body",
            "entry__lift__case__collaboration",
            "entry__lift__from_body",
            "entry__lift__to_body",
        )
        .first()
    )
