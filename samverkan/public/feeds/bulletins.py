"""News for those who follow by e-mail: what has come for each since it was last looked through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q

from samverkan.dispatches.actions import send_news
from samverkan.dispatches.actions.subscriptions import Bulletin
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import Dispatch, Recommendation, Subscription
from samverkan.dispatches.rules import is_due
from samverkan.dispatches.subjects import SUBJECTS
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration, Entry
from samverkan.public.queries.changes import VERBS, names_of
from samverkan.public.queries.news import Item, items_of
from samverkan.public.timeline import public_entries

# What nobody needs a letter about: that a registrar has opened one.
QUIET = ("answer.received",)
IN_A_LETTER = 30
# Whoever has been away for longer gets the latest of it, and is told that there is more.
LOOKED_THROUGH = 1000
AT_A_TIME = 500


@dataclass(frozen=True)
class News:
    """One thing that has happened, whom it concerns and what it is about."""

    sequence: int
    item: Item
    principals: frozenset[int]
    subjects: frozenset[str]


def send_due(collaboration: Collaboration, now: datetime) -> int:
    """Send to everybody whose time it is; return how many were written to."""
    waiting = _waiting(collaboration, now)
    if not waiting:
        return 0
    head = collaboration.head_sequence
    news = _news(collaboration, min(one.sent_sequence for one in waiting))
    sent = 0
    for start in range(0, len(waiting), AT_A_TIME):
        bulletins = [_bulletin(one, news) for one in waiting[start : start + AT_A_TIME]]
        sent += send_news(collaboration.pk, bulletins, upto=head, by=SYSTEM, now=now)
    return sent


def _waiting(collaboration: Collaboration, now: datetime) -> list[Subscription]:
    found = (
        Subscription.objects.filter(scope=collaboration, ended_at=None)
        .exclude(confirmed_at=None)
        .filter(Q(sent_sequence__lt=collaboration.head_sequence) | Q(cadence=Cadence.WEEKLY))
        .prefetch_related("principals")
        .order_by("pk")
    )
    return [
        one
        for one in found
        if is_due(cadence=Cadence(one.cadence), looked_at=one.looked_at, now=now)
    ]


def _news(collaboration: Collaboration, since: int) -> list[News]:
    verbs = [verb for verb in VERBS if verb not in QUIET]
    found = public_entries(collaboration.pk).filter(
        verb__in=verbs, sequence__gt=since, sequence__lte=collaboration.head_sequence
    )
    entries = list(found.order_by("-sequence")[:LOOKED_THROUGH])
    items = items_of(collaboration, entries)
    numbers = {entry.subject.partition("/")[2] for entry in entries}
    addressed, subjects = _addressed(collaboration, numbers), _subjects(collaboration, numbers)
    named = names_of(collaboration.pk)
    return [
        News(
            entry.sequence,
            item,
            _principals(entry, named, addressed),
            subjects.get(entry.subject.partition("/")[2], frozenset()),
        )
        for entry, item in zip(entries, items, strict=True)
    ]


def _principals(
    entry: Entry, named: dict[str, int], addressed: dict[str, frozenset[int]]
) -> frozenset[int]:
    name = entry.content["facts"].get("principal")
    if name is None:
        return addressed.get(entry.subject.partition("/")[2], frozenset())
    return frozenset([named[name]]) if name in named else frozenset()


def _addressed(collaboration: Collaboration, numbers: Iterable[str]) -> dict[str, frozenset[int]]:
    found = Dispatch.objects.filter(
        recommendation__collaboration=collaboration, recommendation__number__in=numbers
    ).values_list("recommendation__number", "principal_id")
    gathered: dict[str, set[int]] = {}
    for number, principal in found:
        gathered.setdefault(number, set()).add(principal)
    return {number: frozenset(members) for number, members in gathered.items()}


def _subjects(collaboration: Collaboration, numbers: Iterable[str]) -> dict[str, frozenset[str]]:
    found = Recommendation.objects.filter(
        collaboration=collaboration, number__in=numbers
    ).values_list("number", "case__scope", "case__target_groups")
    return {
        number: frozenset(slug for slug, one in SUBJECTS.items() if one.about(scope, groups))
        for number, scope, groups in found
    }


def _bulletin(one: Subscription, news: Sequence[News]) -> Bulletin:
    principals = {principal.pk for principal in one.principals.all()}
    mine = [item for item in news if _concerns(item, one, principals)]
    letter = [_line(item.item) for item in mine[:IN_A_LETTER]]
    return Bulletin(one.pk, one.sent_sequence, letter, more=max(0, len(mine) - IN_A_LETTER))


def _concerns(news: News, one: Subscription, principals: set[int]) -> bool:
    """Return whether news are of a chosen principal, if any is, and of a chosen subject."""
    if news.sequence <= one.sent_sequence:
        return False
    if principals and not principals & news.principals:
        return False
    return not one.subjects or bool(set(one.subjects) & news.subjects)


def _line(item: Item) -> dict[str, str]:
    return {
        "title": item.label,
        "sentence": item.event.told.sentence,
        "when": item.event.when,
        "url": f"{settings.SITE_ADDRESS}{item.url}",
    }
