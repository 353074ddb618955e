"""How dispatches reach the registrars in the story: letters, packages, reference numbers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from samverkan.cases.actions import Sheet
from samverkan.demo.steps import dispatched_to, registrar_of
from samverkan.demo.telling import Story
from samverkan.dispatches.actions import (
    fetch_package,
    import_numbers,
    open_dispatch,
    register_number,
    renew_principal_link,
    revoke_principal_link,
)
from samverkan.dispatches.models import Dispatch
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Notice


def letters_arrive(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The mail servers take the letters; in the story that was then, so nobody gets them now."""
    number = dispatched_to(story, sheet, story.principals[0].slug).recommendation.number
    Notice.objects.filter(
        collaboration=story.collaboration,
        entry__verb="recommendation.dispatched",
        entry__subject=f"recommendation/{number}",
    ).update(state=NoticeState.SENT, attempts=1, sent_at=now + timedelta(minutes=2))


def fetches(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A registrar fetches the package before anything is registered."""
    dispatch = dispatched_to(story, sheet, principal)
    fetch_package(dispatch.pk, by=registrar_of(dispatch), now=now)


def opens_it_again(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A registrar opens a recommendation from the page with all that waits."""
    dispatch = dispatched_to(story, sheet, principal)
    open_dispatch(dispatch.pk, by=registrar_of(dispatch), now=now)


def gives_number(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A registrar gives the number on the page with all that waits."""
    dispatch = dispatched_to(story, sheet, principal)
    register_number(dispatch.pk, _number(dispatch, now), by=registrar_of(dispatch), now=now)


def numbers_come_in_a_file(
    story: Story, sheet: Sheet, principals: Sequence[str], *, now: datetime
) -> None:
    """The coordinator reads in the numbers that some principals have sent in a list."""
    dispatches = [dispatched_to(story, sheet, principal) for principal in principals]
    rows = [(one.pk, _number(one, now)) for one in dispatches]
    import_numbers(story.collaboration.pk, rows, by=story.as_coordinator, now=now)


def gets_another_link(story: Story, principal: str, *, now: datetime) -> None:
    """The coordinator sends a registrar a new link to all that waits."""
    renew_principal_link(story.home_of(principal).pk, by=story.as_coordinator, now=now)


def loses_its_link(story: Story, principal: str, *, now: datetime) -> None:
    """The coordinator ends a link to all that waits."""
    revoke_principal_link(story.home_of(principal).pk, by=story.as_coordinator, now=now)


def _number(dispatch: Dispatch, now: datetime) -> str:
    return f"{dispatch.principal.registry_prefix} {now.year}-{dispatch.pk + 400}"
