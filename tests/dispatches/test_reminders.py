from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from samverkan.dispatches.tasks import remind_all
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from tests.factories import CollaborationFactory, DispatchFactory, RecommendationFactory

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def recommendation(db):
    here = CollaborationFactory()
    found = RecommendationFactory(collaboration=here, dispatched=True, reply_by=date(2026, 11, 22))
    DispatchFactory(recommendation=found, to="tyst@example.invalid")
    DispatchFactory(recommendation=found, to="klar@example.invalid", approved=True)
    DispatchFactory(recommendation=found, to="planerar@example.invalid", planned=True)
    return found


@pytest.mark.rule("R153")
def test_only_those_who_have_not_answered_are_reminded_when_the_day_has_passed(recommendation):
    remind_all(MONDAY)

    assert list(Notice.objects.values_list("template", "to")) == [
        ("recommendation_reminded", "tyst@example.invalid")
    ]
    assert Entry.objects.filter(verb="recommendation.reminded").count() == 1


def test_nobody_is_reminded_on_the_last_day_itself(recommendation):
    recommendation.reply_by = MONDAY.date()
    recommendation.save()

    assert remind_all(MONDAY) == 0


def test_nobody_is_reminded_twice_in_a_week(recommendation):
    remind_all(MONDAY)

    assert remind_all(MONDAY.replace(day=29)) == 0
    assert remind_all(MONDAY.replace(day=30)) == 1


def test_a_late_reminder_says_that_one_can_still_answer(recommendation):
    remind_all(MONDAY)

    body = rendered(Notice.objects.get()).body
    assert (
        "Svar önskades senast 22\N{NO-BREAK SPACE}november 2026. Ni kan fortfarande svara." in body
    )
