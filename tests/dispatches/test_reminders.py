"""Reminders as they go: to roles, once a week, and never about what is answered."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samverkan.dispatches import actions
from samverkan.dispatches.choices import AnswerKind, Rung
from samverkan.dispatches.models import Reminder
from samverkan.dispatches.queries import letters_planned, out_of_steps
from samverkan.dispatches.rules import Told
from samverkan.dispatches.tasks import remind_all
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered, send_due
from samverkan.journal.obstacles import StepRefused
from tests.factories import (
    TESTER,
    ChairTermFactory,
    CollaborationFactory,
    DispatchFactory,
    MissionFactory,
    PersonFactory,
    RecommendationFactory,
)

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
WEEK = timedelta(days=7)


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def recommendation(here):
    found = RecommendationFactory(collaboration=here, dispatched=True, reply_by=date(2026, 11, 22))
    DispatchFactory(recommendation=found, to="tyst@example.invalid")
    DispatchFactory(recommendation=found, to="klar@example.invalid", approved=True)
    DispatchFactory(recommendation=found, to="planerar@example.invalid", planned=True)
    return found


@pytest.fixture
def silent(recommendation):
    return recommendation.dispatches.select_related("principal").get(to="tyst@example.invalid")


def another(here, principal, **facts):
    found = RecommendationFactory(
        collaboration=here, dispatched=True, **{"reply_by": date(2026, 11, 22)} | facts
    )
    return DispatchFactory(recommendation=found, principal=principal, to="tyst@example.invalid")


def seated(here, dispatch, email):
    body = dispatch.recommendation.body
    return MissionFactory(
        body=body,
        principal=dispatch.principal,
        person=PersonFactory(collaboration=here, email=email),
    )


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

    assert remind_all(MONDAY.replace(day=27)) == 0
    assert remind_all(MONDAY.replace(day=30)) == 1


def test_a_late_reminder_says_that_one_can_still_answer(recommendation):
    remind_all(MONDAY)

    body = rendered(Notice.objects.get()).body
    assert (
        "Svar önskades senast 22\N{NO-BREAK SPACE}november 2026. Ni kan fortfarande svara." in body
    )


def test_a_role_gets_one_letter_about_everything(here, silent):
    other = another(here, silent.principal)

    remind_all(MONDAY)

    letter = rendered(Notice.objects.get())
    assert silent.recommendation.title in letter.body
    assert other.recommendation.title in letter.body
    assert letter.body.count("/l/") == 2
    assert Reminder.objects.count() == 2


def test_what_is_late_later_in_the_week_waits_until_the_week_has_gone(here, silent):
    remind_all(MONDAY)
    another(here, silent.principal, reply_by=date(2026, 11, 24))

    assert remind_all(MONDAY + timedelta(days=3)) == 0
    assert remind_all(MONDAY + WEEK) == 1
    assert len(Notice.objects.order_by("-pk")[0].facts["matters"]) == 2


@pytest.mark.rule("R153")
def test_after_two_letters_the_representative_and_then_the_chair_are_told(here, silent):
    seated(here, silent, "representant@example.invalid")
    chair = PersonFactory(collaboration=here, email="ordforande@example.invalid")
    ChairTermFactory(body=silent.recommendation.body, person=chair)

    for weeks in range(4):
        remind_all(MONDAY + weeks * WEEK)

    sent = list(Notice.objects.order_by("pk").values_list("template", "to"))
    assert sent[2:] == [
        ("representative_told_of_silence", "representant@example.invalid"),
        ("chair_told_of_silence", "ordforande@example.invalid"),
    ]
    assert remind_all(MONDAY + 4 * WEEK) == 0
    assert out_of_steps(here.pk, MONDAY + 4 * WEEK) == [silent]
    told = Entry.objects.filter(verb="recommendation.raised_further").first()
    assert told.content["facts"]["whom"][0].startswith("representanten för")


def test_those_further_up_get_no_link_to_answer_by_and_no_name(here, silent):
    person = seated(here, silent, "representant@example.invalid").person
    for weeks in range(3):
        remind_all(MONDAY + weeks * WEEK)

    letter = rendered(Notice.objects.get(template="representative_told_of_silence"))
    assert "/l/" not in letter.body
    assert person.name not in letter.body
    assert f"/rekommendationer/{silent.recommendation.number}/" in letter.body


def test_without_an_address_the_letter_is_planned_and_does_not_go(here, silent):
    for weeks in range(2):
        remind_all(MONDAY + weeks * WEEK)
    later = MONDAY + 2 * WEEK

    [letter] = letters_planned(here.pk, later, later.date())
    assert (letter.rung, letter.to) == (Rung.REPRESENTATIVE, [])
    assert remind_all(later) == 0


def test_more_time_puts_the_reminder_off_and_is_no_answer(recommendation, silent):
    until = date(2026, 12, 11)
    told = Told(AnswerKind.MORE_TIME, on=until, comment="Nämnden möts då.")
    actions.register_answer(silent.pk, told, seen=0, by=TESTER, now=MONDAY)

    silent.refresh_from_db()
    assert (silent.state, silent.more_time_until) == ("dispatched", until)
    assert remind_all(MONDAY + 2 * WEEK) == 0
    assert remind_all(MONDAY + 3 * WEEK) == 1


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (None, "no_more_time_day"),
        (MONDAY.date(), "more_time_day_passed"),
        (MONDAY.date() + timedelta(days=366), "more_time_day_far"),
    ],
)
def test_more_time_is_to_a_day_to_come(silent, on, code):
    told = Told(AnswerKind.MORE_TIME, on=on)

    with pytest.raises(StepRefused) as refused:
        actions.register_answer(silent.pk, told, seen=0, by=TESTER, now=MONDAY)

    assert [one.code for one in refused.value.obstacles] == [code]


def test_a_reminder_that_has_not_gone_out_stops_when_the_answer_comes(silent, settings):
    remind_all(MONDAY)
    planned = Told(AnswerKind.PLANNED, on=date(2026, 12, 1))

    actions.register_answer(silent.pk, planned, seen=0, by=TESTER, now=MONDAY)

    assert Notice.objects.get().state == NoticeState.TAKEN_BACK
    assert send_due(MONDAY + timedelta(days=1)) == 0


def test_an_answer_leaves_the_other_matters_in_the_letter(here, silent):
    other = another(here, silent.principal)
    remind_all(MONDAY)
    planned = Told(AnswerKind.PLANNED, on=date(2026, 12, 1))

    actions.register_answer(silent.pk, planned, seen=0, by=TESTER, now=MONDAY)

    notice = Notice.objects.get()
    assert notice.state == NoticeState.QUEUED
    assert [one["dispatch"] for one in notice.facts["matters"]] == [other.pk]


def test_a_pause_holds_until_its_day_and_can_be_ended(silent):
    then = {"by": TESTER, "now": MONDAY}
    until = MONDAY.date() + timedelta(days=10)

    actions.hold_reminders(silent.pk, until=until, reason="Registratorn är ledig.", **then)
    assert remind_all(MONDAY) == 0

    actions.resume_reminders(silent.pk, **then)
    assert remind_all(MONDAY) == 1
    with pytest.raises(StepRefused):
        actions.resume_reminders(silent.pk, **then)


def test_sent_at_the_same_moment_twice_it_goes_once(here, recommendation):
    actions.send_reminders(here.pk, by=TESTER, now=MONDAY)

    with pytest.raises(StepRefused):
        actions.send_reminders(here.pk, by=TESTER, now=MONDAY)

    assert Notice.objects.count() == 1


def test_own_words_stand_in_the_letter_and_identity_numbers_do_not(here, recommendation):
    with pytest.raises(StepRefused):
        actions.send_reminders(here.pk, note="Gäller 19121212-1212.", by=TESTER, now=MONDAY)

    actions.send_reminders(here.pk, note="Vi möts den 3 december.", by=TESTER, now=MONDAY)

    assert "Vi möts den 3 december." in rendered(Notice.objects.get()).body


def test_the_plan_takes_as_many_questions_for_many_as_for_few(
    here, recommendation, django_assert_max_num_queries
):
    for _ in range(12):
        DispatchFactory(recommendation=recommendation, to="tyst@example.invalid")

    with django_assert_max_num_queries(4):
        assert len(letters_planned(here.pk, MONDAY, MONDAY.date())) == 13
