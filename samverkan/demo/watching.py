"""Somebody outside follows the board by e-mail, and the coordinator keeps views of it."""

from datetime import datetime

from samverkan.demo.telling import Story
from samverkan.dispatches.actions import (
    ask_for_news,
    change_subscription,
    change_view,
    confirm_subscription,
    end_subscription,
    forget_unconfirmed,
    mark_seen,
    remove_view,
    save_view,
    send_news,
    subscription_of,
)
from samverkan.dispatches.actions.subscriptions import Bulletin, Wish
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import Subscription
from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.tokens import token_of

SOMEBODY = Actor("En besökare")
READER, NOBODY, TIRED = (f"{who}@demo.example" for who in ("lasare", "ingen", "trott"))


def people_ask_for_news(story: Story, *, now: datetime) -> None:
    """Three addresses are asked for; two say yes."""
    home = story.home_of("mala")
    ask = {READER: Wish(Cadence.WEEKLY, [home]), NOBODY: Wish(Cadence.EACH)}
    for email, wish in {**ask, TIRED: Wish(Cadence.EACH)}.items():
        ask_for_news(story.collaboration.pk, email, wish, by=SOMEBODY, now=now)
    for email in (READER, TIRED):
        one = _of(story, email)
        confirm_subscription(one.pk, by=one.holder, now=now)


def one_changes_and_one_ends(story: Story, *, now: datetime) -> None:
    """The reader follows assistive devices too; another has had enough."""
    reader, tired = _of(story, READER), _of(story, TIRED)
    wish = Wish(Cadence.WEEKLY, [story.home_of("mala")], ["hjalpmedel"])
    change_subscription(reader.pk, wish, by=reader.holder, now=now)
    end_subscription(tired.pk, by=tired.holder, now=now)
    forget_unconfirmed(story.collaboration.pk, by=SYSTEM, now=now)


def news_are_sent(story: Story, *, now: datetime) -> None:
    """On a Monday the reader gets what has come."""
    reader = _of(story, READER)
    head = Collaboration.objects.get(pk=story.collaboration.pk).head_sequence
    site = f"/{story.collaboration.slug}/huvudman/mala/"
    line = {"title": "Malå", "sentence": "Läget har ändrats.", "when": "I veckan", "url": site}
    bulletin = Bulletin(reader.pk, reader.sent_sequence, [line])
    send_news(story.collaboration.pk, [bulletin], upto=head, by=SYSTEM, now=now)


def the_coordinator_keeps_views(story: Story, *, now: datetime) -> None:
    """Two views are kept; one is given a better name and one is not needed."""
    here, person, by = story.collaboration.pk, story.coordinator.pk, story.as_coordinator
    out = save_view(here, person, "Ute nu", "lage=ute", by=by, now=now)
    old = save_view(here, person, "Hjälpmedel", "amne=hjalpmedel", by=by, now=now)
    change_view(out.pk, person, name="Ute för beslut", is_default=False, by=by, now=now)
    remove_view(old.pk, person, by=by, now=now)
    mark_seen(here, person, now=now)


def _of(story: Story, email: str) -> Subscription:
    key = Subscription.objects.get(scope=story.collaboration, email=email).key
    found = subscription_of(token_of(key))
    assert found is not None  # noqa: S101 - for the type checker
    return found
