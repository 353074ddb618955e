"""Steps of the story: some need more time, some are let be, and the rest are reminded."""

from datetime import datetime

from samverkan.cases.actions import Sheet
from samverkan.demo.telling import Story
from samverkan.dispatches.actions import (
    hold_reminders,
    register_answer,
    resume_reminders,
    send_reminders,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import Told
from samverkan.journal.actors import Actor


def more_time_is_asked_for(
    story: Story, sheet: Sheet, principal: str, days: int, why: str, *, now: datetime
) -> None:
    """A registrar says through the link until which day the principal needs more time."""
    dispatch = _sent_to(story, sheet, principal)
    told = Told(AnswerKind.MORE_TIME, on=story.day(days), comment=why)
    by = Actor("Registrator via personlig länk", dispatch.principal.name)
    register_answer(dispatch.pk, told, seen=dispatch.answers_count, by=by, now=now)


def one_is_let_be(
    story: Story, sheet: Sheet, principal: str, days: int, why: str, *, now: datetime
) -> None:
    """The coordinator lets a principal be until a day."""
    dispatch = _sent_to(story, sheet, principal)
    until = story.day(days)
    hold_reminders(dispatch.pk, until=until, reason=why, by=story.as_coordinator, now=now)


def one_is_reminded_as_usual(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The coordinator lets reminders go again."""
    dispatch = _sent_to(story, sheet, principal)
    resume_reminders(dispatch.pk, by=story.as_coordinator, now=now)


def the_reminders_of_the_day_go(story: Story, *, now: datetime) -> None:
    """The coordinator sends what would have gone by itself."""
    send_reminders(story.collaboration.pk, by=story.as_coordinator, now=now)


def _sent_to(story: Story, sheet: Sheet, principal: str) -> Dispatch:
    case = story.numbers[sheet.title]
    found = Dispatch.objects.select_related("principal", "recommendation")
    return found.get(
        recommendation__collaboration=story.collaboration,
        recommendation__case__number=case,
        principal__slug=principal,
    )
