"""Steps of the story: somebody wants to know each week what concerns a principal at home."""

from datetime import datetime
from typing import cast

from samverkan.demo.telling import Story
from samverkan.dispatches.actions import send_weekly_letter, want_weekly_letter
from samverkan.dispatches.models import WeeklyLetter
from samverkan.dispatches.queries import principals_of
from samverkan.journal.actors import Actor
from samverkan.people.models import User


def the_representative_wants_the_weekly_letter(story: Story, *, now: datetime) -> None:
    """The representative orders the letter about every principal that they sit for."""
    account = User.objects.get(email="representant@demo.example")
    person_id = cast("int", account.person_id)
    by = Actor(str(account), "", account.person_id)
    for principal in principals_of(person_id, story.collaboration.pk, now.date()):
        want_weekly_letter(person_id, principal.pk, True, by=by, now=now)


def the_weekly_letters_go(story: Story, *, now: datetime) -> None:
    """On a Monday each letter goes that has something to say."""
    for pk in WeeklyLetter.objects.order_by("pk").values_list("pk", flat=True):
        send_weekly_letter(pk, now=now)
