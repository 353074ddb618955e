"""News by e-mail without an account: asked for, confirmed by a link, ended by one click."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction

from samverkan.dispatches import rules
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import Subscription
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of, new_key
from samverkan.principals.models import Principal

DOOR = "bevaka"
SUBJECT = "subscriptions"
# Each e-mail carries the link anew, so it holds for as long as anything is sent.
LASTS = timedelta(days=400)
LETTERS = ("news_asked_for", "news_known", "news_sent")


@dataclass(frozen=True)
class Wish:
    """What somebody wants to follow; nothing chosen is everything."""

    cadence: Cadence
    principals: Sequence[Principal] = ()
    subjects: Sequence[str] = ()


@dataclass(frozen=True)
class Bulletin:
    """What is new for one subscription, as far as it was looked through, and from where."""

    subscription: int
    since: int
    items: Sequence[Mapping[str, str]] = field(default_factory=list)
    more: int = 0


@transaction.atomic
def ask_for_news(
    collaboration_id: int, email: str, wish: Wish, *, by: Actor, now: datetime
) -> None:
    """Write to an address and ask whether it wants the news; nothing is sent before it says yes.

    One that has said yes already gets the way to its subscription instead. It is never told here
    which of the two. Raises StepRefused when too many wait.
    """
    waiting = Subscription.objects.filter(
        scope=collaboration_id, confirmed_at=None, ended_at=None, expires_at__gt=now
    )
    refuse(rules.obstacles_to_ask(waiting=waiting.count(), principals=len(wish.principals)))
    email = email.strip().lower()
    found, made = Subscription.objects.get_or_create(
        scope_id=collaboration_id,
        email=email,
        defaults={
            "key": new_key(),
            "issued_at": now,
            "expires_at": now + rules.CONFIRM_WITHIN,
            "cadence": wish.cadence,
            "written_to_at": now,
        },
    )
    found = Subscription.objects.select_for_update(no_key=True, of=("self",)).get(pk=found.pk)
    if not made and not rules.may_be_written_to(written_to_at=found.written_to_at, now=now):
        return
    found.written_to_at = now
    if found.confirmed_at is None:
        found.expires_at = now + rules.CONFIRM_WITHIN
        _want(found, wish)
    found.save()
    entry = _tell("subscription.asked", found, by, now)
    letter = "news_asked_for" if found.confirmed_at is None else "news_known"
    facts = {"link_key": found.key, "link_door": DOOR}
    notify(entry, letter, [(found.email, facts)], at=now)


@transaction.atomic
def confirm_subscription(subscription_id: int, *, by: Actor, now: datetime) -> Subscription:
    """Let an address have the news from now on; what has been is not sent."""
    found = _locked(subscription_id)
    if found.confirmed_at is None:
        found.confirmed_at = found.looked_at = now
        found.expires_at = now + LASTS
        found.sent_sequence = found.scope.head_sequence
        found.save()
        _tell("subscription.confirmed", found, by, now)
    return found


@transaction.atomic
def change_subscription(
    subscription_id: int, wish: Wish, *, by: Actor, now: datetime
) -> Subscription:
    """Let a subscription be about something else, or come at other times.

    Raises StepRefused when it is not confirmed.
    """
    found = _locked(subscription_id)
    if found.confirmed_at is None:
        refuse([Obstacle("not_confirmed")])
    refuse(rules.obstacles_to_ask(waiting=0, principals=len(wish.principals)))
    _want(found, wish)
    found.save()
    _tell("subscription.changed", found, by, now)
    return found


@transaction.atomic
def end_subscription(subscription_id: int, *, by: Actor, now: datetime) -> None:
    """End a subscription and take the address away, also from what was to be sent to it."""
    found = _locked(subscription_id)
    if found.ended_at is not None:
        return
    _forget_letters(found.scope_id, [found.email])
    found.email, found.subjects, found.ended_at = "", [], now
    found.principals.clear()
    found.save()
    _tell("subscription.ended", found, by, now)


@transaction.atomic
def send_news(
    collaboration_id: int, bulletins: Sequence[Bulletin], *, upto: int, by: Actor, now: datetime
) -> int:
    """Send what is new to those who have something new; return how many were written to.

    Whoever has got further than the bulletin says since it was put together is left out, so
    nothing is sent twice.
    """
    wanted = {one.subscription: one for one in bulletins}
    rows = (
        Subscription.objects.select_for_update(no_key=True, of=("self",))
        .filter(scope=collaboration_id, pk__in=wanted, ended_at=None)
        .exclude(confirmed_at=None)
        .order_by("pk")
    )
    ready = [row for row in rows if row.sent_sequence == wanted[row.pk].since]
    for row in ready:
        row.sent_sequence, row.looked_at, row.expires_at = upto, now, now + LASTS
    Subscription.objects.bulk_update(
        ready, ["sent_sequence", "looked_at", "expires_at"], batch_size=500
    )
    written = [row for row in ready if wanted[row.pk].items]
    if not written:
        return 0
    entry = record(
        collaboration_id,
        "news.sent",
        SUBJECT,
        by=by,
        at=now,
        rule="R158",
        visibility=Visibility.CLOSED,
        count=len(written),
        upto=upto,
    )
    letters = [(row.email, _facts(row, wanted[row.pk])) for row in written]
    notify(entry, "news_sent", letters, at=now)
    return len(written)


@transaction.atomic
def forget_unconfirmed(collaboration_id: int, *, by: Actor, now: datetime) -> int:
    """Take away the addresses that nobody confirmed in time; return how many."""
    late = Subscription.objects.select_for_update(no_key=True, of=("self",)).filter(
        scope=collaboration_id, confirmed_at=None, ended_at=None, expires_at__lte=now
    )
    found = {row.pk: row.email for row in late}
    if not found:
        return 0
    _forget_letters(collaboration_id, list(found.values()))
    Subscription.objects.filter(pk__in=found).delete()
    record(
        collaboration_id,
        "subscription.forgotten",
        SUBJECT,
        by=by,
        at=now,
        visibility=Visibility.CLOSED,
        count=len(found),
    )
    return len(found)


def subscription_of(token: str) -> Subscription | None:
    """Return the subscription that a token leads to; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    return Subscription.objects.select_related("scope").filter(key=key).first()


def _want(found: Subscription, wish: Wish) -> None:
    found.cadence, found.subjects = wish.cadence, list(wish.subjects)
    found.principals.set(wish.principals)


def _locked(subscription_id: int) -> Subscription:
    found = Subscription.objects.select_for_update(no_key=True, of=("self",))
    return found.select_related("scope").get(pk=subscription_id)


def _facts(row: Subscription, bulletin: Bulletin) -> dict[str, object]:
    return {
        "items": [dict(item) for item in bulletin.items],
        "more": bulletin.more,
        "weekly": row.cadence == Cadence.WEEKLY,
        "link_key": row.key,
        "link_door": DOOR,
        "one_click": "avsluta/",
    }


def _forget_letters(collaboration_id: int, addresses: Sequence[str]) -> None:
    """Take away what has been sent, or waits, to addresses that no longer follow."""
    Notice.objects.filter(
        collaboration_id=collaboration_id, to__in=addresses, template__in=LETTERS
    ).delete()


def _tell(verb: str, found: Subscription, by: Actor, now: datetime) -> Entry:
    return record(
        found.scope_id, verb, SUBJECT, by=by, at=now, rule="R158", visibility=Visibility.CLOSED
    )
