"""A case moved to another body, as when the first one ends."""

from datetime import UTC, date, datetime

import pytest

from samverkan.cases.actions import Sheet, move_case, raise_case
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.rules import obstacles_to_move, obstacles_to_new_case
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import place_case, plan_meeting
from tests.factories import TESTER, BodyFactory, CaseFactory, MissionFactory

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
REASON = "Organet upphör."
READY = {
    "stage": CaseStage.PREPARED,
    "same_body": False,
    "same_collaboration": True,
    "reason": REASON,
}
FIRST, UNTIL = date(2020, 9, 1), date(2026, 11, 23)


@pytest.fixture
def case(db):
    return CaseFactory(prepared=True)


@pytest.fixture
def heir(case):
    return BodyFactory(collaboration=case.collaboration, name="Arvtagaren")


def move(case, to, **change):
    given = {"to_body_id": to.pk, "reason": REASON, **THEN, **change}
    return move_case(case.collaboration_id, case.number, **given)


def codes(case, to, **change) -> list[str]:
    before = Entry.objects.count(), list(Case.objects.values())
    with pytest.raises(StepRefused) as refusal:
        move(case, to, **change)
    assert (Entry.objects.count(), list(Case.objects.values())) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R325")
def test_an_open_case_is_moved_and_told(case, heir):
    old = case.body.name

    move(case, heir)

    case.refresh_from_db()
    entry = Entry.objects.get()
    assert (case.body, case.stage) == (heir, CaseStage.PREPARED)
    assert (entry.verb, entry.content["rule"]) == ("case.moved", "R325")
    assert entry.content["facts"]["old_body"] == old


@pytest.mark.rule("R324")
def test_an_ended_body_and_one_to_come_take_no_case(case):
    here = {"collaboration": case.collaboration}
    ended = BodyFactory(**here, ended=True)
    to_come = BodyFactory(**here, period=from_day(date(2026, 11, 23)))

    assert codes(case, ended) == ["body_takes_no_cases"]
    assert codes(case, to_come) == ["body_takes_no_cases"]


@pytest.mark.rule("R324")
def test_no_question_is_raised_in_an_ended_body(db):
    seat = MissionFactory(body__period=from_day(FIRST, date(2026, 11, 22)))

    with pytest.raises(StepRefused) as refusal:
        raise_case(seat.body_id, Sheet("Rutin", "Ska vi?"), raised_by=seat.person_id, **THEN)

    assert [one.code for one in refusal.value.obstacles] == ["body_takes_no_cases"]


def test_a_case_on_an_agenda_stays(case, heir):
    meeting = plan_meeting(case.body_id, on=date(2026, 12, 3), **THEN)
    place_case(meeting.pk, case.number, **THEN)

    assert codes(case, heir) == ["case_on_open_agenda"]


def test_another_collaborations_body_is_no_heir(case):
    assert codes(case, BodyFactory()) == ["body_of_other_collaboration"]


def test_an_identity_number_in_the_reason_is_never_kept(case, heir):
    assert codes(case, heir, reason="Gäller 19811218-9876") == ["identity_number"]


@pytest.mark.rule("R325")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"stage": CaseStage.RECOMMENDED}, "case_is_treated"),
        ({"stage": CaseStage.CLOSED}, "case_is_treated"),
        ({"same_body": True}, "case_already_there"),
        ({"same_collaboration": False}, "body_of_other_collaboration"),
        ({"reason": " "}, "no_reason_to_move"),
    ],
)
def test_a_case_is_not_moved_when(change, code):
    assert [one.code for one in obstacles_to_move(**READY | change)] == [code]


def test_a_raised_case_may_be_moved_too():
    assert obstacles_to_move(**READY | {"stage": CaseStage.RAISED}) == []


@pytest.mark.rule("R324")
@pytest.mark.parametrize(
    ("on", "taken"),
    [
        (date(2020, 8, 31), False),
        (date(2020, 9, 1), True),
        (date(2026, 11, 22), True),
        (date(2026, 11, 23), False),
    ],
)
def test_a_body_takes_cases_from_its_first_day_to_its_last(on, taken):
    assert (obstacles_to_new_case(on=on, first=FIRST, until=UNTIL) == []) is taken


def test_a_body_without_known_days_takes_cases():
    assert obstacles_to_new_case(on=UNTIL, first=None, until=None) == []
