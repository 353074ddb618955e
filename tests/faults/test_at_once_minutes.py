"""Two who work with the same minutes at once: what is approved is what was read, and only once."""

import pytest

from samverkan.dispatches.models import Recommendation
from samverkan.journal.models import Entry
from samverkan.meetings.actions import (
    close_meeting,
    comment_on_minutes,
    conclude_point,
    reopen_meeting,
)
from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.models import Minutes, MinutesDraft
from tests.faults.test_at_once import DONE, at_once
from tests.meetings.minutes_of import THEN, Held, held_meeting

SOMETHING_ELSE = {"text": "Något annat.", "clauses": ["att avvakta."]}


@pytest.fixture
def held(transactional_db) -> Held:
    return held_meeting()


@pytest.fixture
def draft(held) -> MinutesDraft:
    return held.send()


@pytest.fixture
def here(held):
    return held.meeting.collaboration


def locked_once(held) -> bool:
    held.meeting.refresh_from_db()
    approved = Entry.objects.filter(verb="minutes.approved").count()
    return (held.meeting.stage, approved, Recommendation.objects.count()) == (
        MeetingStage.APPROVED,
        1,
        1,
    )


@pytest.mark.rule("R304")
def test_the_last_two_approve_at_once(here, held, draft):
    acts = [
        lambda one=one: held.approve(one, seen=draft.sha256) for one in (held.adjuster, held.chair)
    ]

    assert at_once(here, *acts) == [DONE, DONE]
    assert locked_once(held)


@pytest.mark.rule("R304")
def test_one_approves_by_link_and_signed_in_at_once(here, held, draft):
    acts = [lambda: held.approve(held.adjuster, seen=draft.sha256)] * 2

    assert at_once(here, *acts) == [DONE, "approved_already"]


@pytest.mark.rule("R304")
def test_one_approves_while_the_secretary_opens_the_meeting_again(here, held, draft):
    outcomes = at_once(
        here,
        lambda: reopen_meeting(held.meeting.pk, reason="Fel dag.", **THEN),
        lambda: held.approve(held.chair, seen=draft.sha256),
    )

    assert outcomes == [DONE, "not_to_approve_now"]


@pytest.mark.rule("R304")
def test_the_secretary_opens_the_meeting_again_while_the_last_approves(here, held, draft):
    held.approve(held.adjuster)
    outcomes = at_once(
        here,
        lambda: held.approve(held.chair, seen=draft.sha256),
        lambda: reopen_meeting(held.meeting.pk, reason="Fel dag.", **THEN),
    )

    assert outcomes == [DONE, "not_to_reopen"]
    assert locked_once(held)


@pytest.mark.rule("R304")
def test_one_approves_while_the_secretary_sends_another_text(here, held, draft):
    reopen_meeting(held.meeting.pk, reason="Fel i en punkt.", **THEN)
    conclude_point(held.item.pk, Outcome.RECOMMENDED, **SOMETHING_ELSE, **THEN)
    close_meeting(held.meeting.pk, **THEN)

    outcomes = at_once(here, held.send, lambda: held.approve(held.chair, seen=draft.sha256))

    assert outcomes == [DONE, "minutes_changed_meanwhile"]
    assert not Minutes.objects.exists()


@pytest.mark.rule("R304")
def test_the_secretary_changes_while_the_one_who_led_approves_alone(here, held):
    outcomes = at_once(
        here,
        lambda: held.approve(held.chair),
        lambda: conclude_point(held.item.pk, Outcome.RECOMMENDED, **SOMETHING_ELSE, **THEN),
    )

    assert outcomes == [DONE, "meeting_is_held"]
    assert Minutes.objects.get().content["points"][4]["text"] == "Organet enades."


@pytest.mark.rule("R304")
def test_two_drafts_are_sent_at_once(here, held):
    assert at_once(here, held.send, held.send) == [DONE, "draft_is_the_same"]
    assert MinutesDraft.objects.count() == 1


@pytest.mark.rule("R304")
def test_one_comments_while_the_last_approves(here, held, draft):
    held.approve(held.adjuster)
    write = {"adjuster": held.adjuster.pk, **THEN}
    outcomes = at_once(
        here,
        lambda: held.approve(held.chair),
        lambda: comment_on_minutes(held.meeting.pk, "Vänta!", **write),
    )

    assert outcomes == [DONE, "no_draft_to_comment"]
