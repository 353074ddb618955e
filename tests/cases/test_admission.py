"""Which questions a body takes up: the admission test, and who prepares for whom."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.cases import climbing
from samverkan.cases.actions import answer_admission, lay_before_preparing, move_case
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Admission, Case
from samverkan.cases.rules import (
    obstacles_to_admit,
    obstacles_to_answer,
    obstacles_to_lay_before,
    obstacles_to_take_up,
    usual_questions,
)
from samverkan.cases.rules.questions import Answer
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.meetings.actions import place_case, plan_meeting
from tests.cases.ladders import THEN, a_ladder, answered, prepared_at, refused
from tests.factories import BodyFactory, CaseFactory

FOUR = usual_questions(prepared_elsewhere=True, prepares_for_others=False, in_fixed_structure=True)
YES = [Answer(one.key, True, "Så är det.") for one in FOUR]
IDENTITY_NUMBER = "19811218-9876"


def but(key, **change):
    return [replace(one, **change) if one.key == key else one for one in YES]


def codes(found):
    return [(one.code, isinstance(one, Remark)) for one in found]


@pytest.fixture
def here(db):
    return a_ladder()


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here.collaboration, body=here.samrad, prepared=True)


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        (
            (True, False, True),
            ["tried_locally", "tried_by_officials", "like_handling", "political"],
        ),
        ((True, True, True), ["tried_locally", "tried_by_officials", "like_handling", "political"]),
        ((False, True, True), ["regional_leadership"]),
        ((True, False, False), ["overarching"]),
        ((False, False, True), []),
    ],
)
@pytest.mark.rule("R057")
@pytest.mark.rule("R058")
@pytest.mark.rule("R085")
def test_each_arena_has_its_questions(where, keys):
    prepared, prepares, fixed = where

    found = usual_questions(
        prepared_elsewhere=prepared, prepares_for_others=prepares, in_fixed_structure=fixed
    )

    assert [one.key for one in found] == keys


@pytest.mark.rule("R057")
@pytest.mark.parametrize("key", ["tried_locally", "tried_by_officials"])
def test_what_has_not_been_tried_below_is_stopped(key):
    found = obstacles_to_admit(FOUR, but(key, yes=False), body="Samråd")

    assert codes(found) == [("not_admitted", False)]


@pytest.mark.rule("R058")
@pytest.mark.parametrize("key", ["like_handling", "political"])
def test_a_no_to_the_other_two_only_warns(key):
    found = obstacles_to_admit(FOUR, but(key, yes=False), body="Samråd")

    assert codes(found) == [("admission_warns", True)]


@pytest.mark.rule("R085")
def test_what_need_not_be_solved_at_regional_leadership_level_only_warns():
    asked = usual_questions(
        prepared_elsewhere=False, prepares_for_others=True, in_fixed_structure=True
    )
    answer = Answer("regional_leadership", False, "Det gäller en kommun.")

    assert codes(obstacles_to_admit(asked, [answer], body="LSG")) == [("admission_warns", True)]


def test_four_yes_admit_and_three_do_not():
    assert obstacles_to_admit(FOUR, YES, body="Samråd") == []
    assert codes(obstacles_to_admit(FOUR, YES[:3], body="Samråd")) == [
        ("admission_unanswered", False)
    ]


@pytest.mark.rule("R057")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"answers": but("political", reason=" ")}, ["answer_without_reason"]),
        ({"answers": YES[1:]}, ["question_unanswered"]),
        ({"answers": [*YES, Answer("other", True, "Ja.")]}, ["question_not_asked"]),
        ({"stage": CaseStage.RECOMMENDED}, ["case_is_treated"]),
        ({"questions": [], "answers": []}, ["no_admission_test"]),
    ],
)
def test_answers_are_whole_and_have_their_reasons(change, expected):
    given = {"stage": CaseStage.RAISED, "questions": FOUR, "answers": YES} | change

    assert [one.code for one in obstacles_to_answer(**given)] == expected


@pytest.mark.rule("R060")
@pytest.mark.rule("R091")
def test_a_body_takes_up_what_is_prepared_and_admitted():
    ready = {"preparing": "LSG", "body": "Samråd", "prepared": True, "admission": []}
    stops, warns = Obstacle("not_admitted"), Remark("admission_warns")

    assert obstacles_to_take_up(**ready) == []
    assert obstacles_to_take_up(**ready | {"admission": [warns]}) == []
    assert codes(obstacles_to_take_up(**ready | {"admission": [stops]})) == [
        ("not_admitted", False)
    ]
    assert codes(obstacles_to_take_up(**ready | {"prepared": False})) == [
        ("not_prepared_below", False)
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"stage": CaseStage.CLOSED}, "case_is_treated"),
        ({"preparing": ""}, "nobody_prepares"),
        ({"preparing_there": False}, "body_takes_no_cases"),
        ({"prepared": True}, "already_prepared_below"),
        ({"lifted": True}, "lift_is_open"),
    ],
)
def test_a_case_is_not_laid_before_the_preparing_body_when(change, code):
    ready = {
        "stage": CaseStage.RAISED,
        "preparing": "LSG",
        "prepared": False,
        "preparing_there": True,
        "lifted": False,
    }

    assert obstacles_to_lay_before(**ready) == []
    assert [one.code for one in obstacles_to_lay_before(**ready | change)] == [code]


@pytest.mark.rule("R060")
def test_a_case_that_lsg_has_not_prepared_gets_on_no_agenda_of_samrad(here, case):
    """Also one that was raised in Samråd directly."""
    meeting = plan_meeting(here.samrad.pk, on=date(2026, 5, 4), **THEN)

    found = refused(place_case, meeting.pk, case.number, **THEN)

    assert found == ["not_prepared_below", "admission_unanswered"]


@pytest.mark.rule("R060")
@pytest.mark.rule("R091")
def test_one_that_lsg_has_prepared_and_that_is_admitted_does(here, case):
    lay_before_preparing(case.collaboration_id, case.number, **THEN)
    prepared_at(here.lsg, case, on=date(2026, 3, 12))
    answered(case, here.samrad)
    Case.objects.filter(pk=case.pk).update(body=here.samrad)
    meeting = plan_meeting(here.samrad.pk, on=date(2026, 5, 4), **THEN)

    assert place_case(meeting.pk, case.number, **THEN).case == case


@pytest.mark.rule("R057")
def test_one_that_was_not_tried_locally_is_stopped_also_when_prepared(here, case):
    prepared_at(here.lsg, case, on=date(2026, 3, 12))
    answered(case, here.samrad, tried_locally=False)
    meeting = plan_meeting(here.samrad.pk, on=date(2026, 5, 4), **THEN)

    assert refused(place_case, meeting.pk, case.number, **THEN) == ["not_admitted"]


def test_lsg_takes_up_cases_without_another_bodys_preparation(here):
    case = CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)
    meeting = plan_meeting(here.lsg.pk, on=date(2026, 5, 4), **THEN)

    assert place_case(meeting.pk, case.number, **THEN).case == case


@pytest.mark.parametrize(("stage", "counts"), [("called", False), ("held", True)])
def test_only_a_meeting_that_was_held_has_prepared(here, case, stage, counts):
    prepared_at(here.lsg, case, on=date(2026, 3, 12), stage=stage)

    assert (climbing.prepared_on(case, here.samrad) == date(2026, 3, 12)) is counts


@pytest.mark.parametrize("outcome", ["noted", "returned", "not_agreed"])
def test_another_outcome_has_not_prepared(here, case, outcome):
    prepared_at(here.lsg, case, on=date(2026, 3, 12), outcome=outcome)

    assert climbing.prepared_on(case, here.samrad) is None


def test_another_body_has_not_prepared(here, case):
    prepared_at(BodyFactory(collaboration=here.collaboration), case, on=date(2026, 3, 12))

    assert climbing.prepared_on(case, here.samrad) is None


@pytest.mark.rule("R057")
def test_answers_are_kept_with_question_reason_and_source(here, case):
    admission = answered(case, here.samrad)

    entry = Entry.objects.get(verb="admission.answered")
    assert admission.answers[0] == {
        "key": "tried_locally",
        "question": FOUR[0].text,
        "source": "överenskommelsen § 5.1.2",
        "needed": True,
        "stops": True,
        "yes": True,
        "reason": "Därför.",
    }
    assert (entry.subject, entry.content["rule"]) == (f"case/{case.number}", "R057")
    assert entry.content["facts"]["answers"][0] == f"{FOUR[0].text} Ja: Därför."


def test_a_new_answer_corrects_the_last_and_neither_changes(here, case):
    first = answered(case, here.samrad, tried_locally=False)
    second = answered(case, here.samrad)

    assert (second.corrects, climbing.admission_of(case, here.samrad)) == (first, second)
    with pytest.raises(IntegrityError), transaction.atomic():
        Admission.objects.filter(pk=first.pk).update(answers=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        Admission.objects.filter(pk=first.pk).delete()


def test_the_same_answers_again_are_nothing_new(here, case):
    answered(case, here.samrad)

    assert refused(answered, case, here.samrad) == ["nothing_changed"]


def test_an_identity_number_in_a_reason_is_never_kept(here, case):
    answers = but("political", reason=f"Gäller {IDENTITY_NUMBER}")

    found = refused(
        answer_admission,
        case.collaboration_id,
        case.number,
        body_id=here.samrad.pk,
        answers=answers,
        **THEN,
    )

    assert found == ["identity_number"]


@pytest.mark.rule("R060")
def test_a_case_raised_in_samrad_is_laid_before_lsg(here, case):
    lay_before_preparing(case.collaboration_id, case.number, **THEN)

    case.refresh_from_db()
    entry = Entry.objects.get()
    assert case.body == here.lsg
    assert (entry.verb, entry.content["rule"]) == ("case.laid_before", "R060")


def test_a_case_on_samrads_agenda_is_not_taken_from_it(here, case):
    prepared_at(here.lsg, case, on=date(2026, 3, 12))
    answered(case, here.samrad)
    meeting = plan_meeting(here.samrad.pk, on=date(2026, 5, 4), **THEN)
    place_case(meeting.pk, case.number, **THEN)

    assert refused(lay_before_preparing, case.collaboration_id, case.number, **THEN) == [
        "already_prepared_below",
        "case_on_open_agenda",
    ]


@pytest.mark.rule("R148")
def test_a_case_is_not_moved_upwards_past_the_line(here):
    case = CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)

    found = refused(
        move_case,
        case.collaboration_id,
        case.number,
        to_body_id=here.samrad.pk,
        reason="Vi vill upp.",
        by=THEN["by"],
        now=datetime(2026, 4, 1, 9, tzinfo=UTC),
    )

    assert found == ["move_is_a_lift"]
