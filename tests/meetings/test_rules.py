"""Rules for agendas, attendance, outcomes and minutes, at their limits."""

from datetime import date

import pytest

from samverkan.cases.choices import CaseStage
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.rules import (
    Present,
    agenda_open,
    next_numbers,
    obstacles_to_attend,
    obstacles_to_call,
    obstacles_to_close,
    obstacles_to_conclude,
    obstacles_to_place,
    obstacles_to_plan,
)

DAY = date(2026, 3, 12)
BEFORE = (MeetingStage.PLANNED, MeetingStage.CALLED)


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


# --- Planning and agenda


@pytest.mark.parametrize(
    ("first", "until", "busy", "found"),
    [
        (DAY, date(2026, 3, 13), False, []),
        (None, None, False, []),
        (date(2026, 3, 13), None, False, ["body_not_there"]),
        (None, DAY, False, ["body_not_there"]),
        (None, None, True, ["meeting_exists"]),
    ],
)
def test_a_body_meets_within_its_time_once_a_day(first, until, busy, found):
    assert codes(obstacles_to_plan(on=DAY, first=first, until=until, busy=busy)) == found


PLACING = {
    "stage": MeetingStage.PLANNED,
    "case_stage": CaseStage.PREPARED,
    "same_body": True,
    "placed": False,
}


@pytest.mark.rule("R157")
@pytest.mark.parametrize("stage", CaseStage)
def test_only_prepared_cases_come_on_an_agenda(stage):
    found = codes(obstacles_to_place(**PLACING | {"case_stage": stage}))

    assert found == ([] if stage is CaseStage.PREPARED else ["case_not_prepared"])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"same_body": False}, "case_of_other_body"),
        ({"placed": True}, "case_already_placed"),
        ({"stage": MeetingStage.HELD}, "meeting_is_held"),
    ],
)
def test_a_case_is_not_placed_when(change, code):
    assert codes(obstacles_to_place(**PLACING | change)) == [code]


@pytest.mark.parametrize("stage", MeetingStage)
def test_an_agenda_is_open_until_the_meeting_is_held(stage):
    assert (agenda_open(stage) == []) is (stage in BEFORE)


@pytest.mark.rule("R157")
@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ([ItemKind.FORMAL, ItemKind.DISCUSSION], []),
        ([ItemKind.FORMAL], ["agenda_is_empty"]),
        ([], ["agenda_is_empty"]),
    ],
)
def test_a_summons_needs_an_agenda_with_something_on_it(kinds, found):
    assert codes(obstacles_to_call(stage=MeetingStage.PLANNED, kinds=kinds)) == found


@pytest.mark.parametrize("stage", [one for one in MeetingStage if one != MeetingStage.PLANNED])
def test_a_summons_is_sent_once(stage):
    assert codes(obstacles_to_call(stage=stage, kinds=[ItemKind.REPORT])) == ["already_called"]


# --- Attendance

ORDINARY = Present(1, Part.DECIDING, principal=10, is_ordinary=True)
SUBSTITUTE = Present(
    2,
    Part.DECIDING,
    principal=20,
    is_substitute=True,
    stands_for=200,
    stands_for_principal=20,
    stands_for_person=3,
)
GUEST = Present(4, Part.GUEST)


def change(present: Present, **facts) -> Present:
    return Present(**{**vars(present), **facts})


def test_ordinary_members_a_substitute_for_an_absent_one_and_guests_attend():
    assert obstacles_to_attend([ORDINARY, SUBSTITUTE, GUEST]) == []


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (
            {"stands_for": None, "stands_for_principal": None, "stands_for_person": None},
            "substitute_for_nobody",
        ),
        ({"stands_for_principal": 10}, "substitute_for_other_principal"),
        ({"stands_for_person": 1}, "substitute_for_present"),
    ],
)
def test_a_substitute_stands_for_a_named_absent_member_of_the_same_principal(facts, code):
    assert codes(obstacles_to_attend([ORDINARY, change(SUBSTITUTE, **facts)])) == [code]


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_two_substitutes_do_not_stand_for_one():
    other = change(SUBSTITUTE, person=5)

    assert codes(obstacles_to_attend([SUBSTITUTE, other])) == ["two_substitutes_for_one"]


@pytest.mark.rule("R065")
def test_a_substitute_who_only_listens_is_a_guest():
    listening = Present(2, Part.GUEST, principal=20, is_substitute=True)

    assert obstacles_to_attend([ORDINARY, listening]) == []


@pytest.mark.rule("R291")
def test_only_those_who_sit_in_the_body_are_deciding():
    assert codes(obstacles_to_attend([Present(4, Part.DECIDING)])) == ["deciding_not_member"]


def test_nobody_is_present_twice():
    assert codes(obstacles_to_attend([ORDINARY, change(ORDINARY, part=Part.SECRETARY)])) == [
        "present_twice"
    ]


# --- Outcomes

CONCLUDING = {
    "meeting": MeetingStage.CALLED,
    "kind": ItemKind.DECISION,
    "outcome": Outcome.RECOMMENDED,
    "case_stage": CaseStage.PREPARED,
    "body_recommends": True,
    "inner_kind_owned": False,
    "has_clauses": True,
}


def conclude(**facts) -> list[str]:
    return codes(obstacles_to_conclude(**CONCLUDING | facts))


@pytest.mark.rule("R006")
def test_a_body_at_a_meeting_recommends_in_a_prepared_case():
    assert conclude() == []


@pytest.mark.rule("R005")
@pytest.mark.rule("R006")
def test_a_body_without_that_power_does_not_recommend():
    assert conclude(body_recommends=False) == ["body_does_not_recommend"]


@pytest.mark.rule("R006")
@pytest.mark.parametrize("stage", [None, *(one for one in CaseStage if one != "prepared")])
def test_a_recommendation_belongs_to_a_prepared_case(stage):
    code = "case_not_prepared" if stage else "point_without_case"

    assert conclude(case_stage=stage) == [code]


@pytest.mark.rule("R006")
@pytest.mark.parametrize("stage", [MeetingStage.HELD, MeetingStage.APPROVED])
def test_nothing_is_agreed_after_the_meeting(stage):
    assert conclude(meeting=stage) == ["meeting_is_held"]


@pytest.mark.rule("R005")
@pytest.mark.rule("R008")
def test_a_body_decides_only_on_what_it_owns():
    inner = {"outcome": Outcome.INNER_DECISION, "case_stage": None}

    assert conclude(**inner, inner_kind_owned=False) == ["not_an_inner_matter"]
    assert conclude(**inner, inner_kind_owned=True) == []


@pytest.mark.rule("R296")
@pytest.mark.parametrize("kind", ItemKind)
@pytest.mark.parametrize("outcome", [Outcome.RECOMMENDED, Outcome.INNER_DECISION])
def test_only_a_decision_point_leads_to_an_agreement(kind, outcome):
    found = conclude(kind=kind, outcome=outcome, inner_kind_owned=True)

    assert found == ([] if kind is ItemKind.DECISION else ["not_a_decision_point"])


@pytest.mark.rule("R297")
@pytest.mark.parametrize("outcome", [Outcome.RECOMMENDED, Outcome.INNER_DECISION])
def test_what_is_agreed_has_clauses(outcome):
    assert conclude(outcome=outcome, inner_kind_owned=True, has_clauses=False) == ["no_clauses"]


@pytest.mark.parametrize("kind", ItemKind)
def test_any_point_can_be_noted_without_clauses(kind):
    assert conclude(kind=kind, outcome=Outcome.NOTED, has_clauses=False, case_stage=None) == []


# --- Closing and approving

CLOSING = {
    "stage": MeetingStage.CALLED,
    "on": DAY,
    "today": DAY,
    "deciding": 1,
    "led": True,
    "undecided": [],
    "earlier_open": [],
}


def test_a_meeting_is_closed_on_its_day():
    assert obstacles_to_close(**CLOSING) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"stage": MeetingStage.HELD}, "meeting_is_held"),
        ({"today": date(2026, 3, 11)}, "meeting_not_yet"),
        pytest.param({"deciding": 0}, "nobody_present", marks=pytest.mark.rule("R291")),
        pytest.param({"led": False}, "nobody_led", marks=pytest.mark.rule("R292")),
        ({"undecided": ["Larmcentral"]}, "points_without_outcome"),
        pytest.param(
            {"earlier_open": [date(2026, 2, 1)]},
            "earlier_meeting_open",
            marks=pytest.mark.rule("R290"),
        ),
    ],
)
def test_a_meeting_is_not_closed_when(facts, code):
    assert codes(obstacles_to_close(**CLOSING | facts)) == [code]


@pytest.mark.rule("R290")
@pytest.mark.parametrize(
    ("last", "first_ever", "points", "numbers"),
    [(None, 76, 11, range(76, 87)), (86, 76, 2, range(87, 89)), (0, 1, 1, range(1, 2))],
)
def test_points_are_numbered_on_from_the_last(last, first_ever, points, numbers):
    assert next_numbers(last=last, first_ever=first_ever, points=points) == numbers


@pytest.mark.rule("R290")
def test_a_meeting_that_was_opened_again_waits_for_no_other():
    again = {"stage": MeetingStage.REOPENED, "earlier_open": [date(2026, 2, 1)]}

    assert obstacles_to_close(**CLOSING | again) == []


@pytest.mark.rule("R299")
def test_a_meeting_is_not_closed_while_a_named_annex_is_missing():
    found = obstacles_to_close(**CLOSING | {"unattached": ["bilaga 1"]})

    assert codes(found) == ["annex_not_attached"]
