"""The ladder: local, officials, Samråd and beyond, with what was skipped."""

from datetime import date

import pytest

from samverkan.bodies.models import Parentage
from samverkan.cases import climbing
from samverkan.cases.choices import CaseStage
from samverkan.cases.rules import Reached, Rung, ladder, remarks_on_ladder, skipped_between
from samverkan.cases.rules.questions import Answer
from samverkan.cases.wording import LADDER
from tests.cases.ladders import a_ladder, answered, lifted, prepared_at
from tests.factories import LONG_AGO, BodyFactory, CaseFactory

RUNGS = [Rung("Lokalt"), Rung("LSG", 1), Rung("Samråd", 2), Rung("Ledningsmötet", 3)]
DAY = date(2026, 3, 12)
YES = Answer("tried_locally", True, "Kommunerna gjorde olika.")
NO = Answer("tried_locally", False, "Det var bråttom.")


def reached(**facts):
    given = {"at": 2, "treated": {1: DAY}, "locally": YES} | facts
    return [(step.reached, step.why) for step in ladder(RUNGS, **given)]


@pytest.mark.rule("R156")
def test_a_case_that_took_every_step():
    assert reached() == [
        (Reached.DONE, "tried_locally"),
        (Reached.DONE, "treated_there"),
        (Reached.NOW, "here_now"),
        (Reached.AHEAD, "not_there_yet"),
    ]


@pytest.mark.rule("R156")
def test_a_case_that_skipped_the_lowest_steps():
    assert reached(treated={}, locally=NO)[:2] == [
        (Reached.SKIPPED, "not_tried_locally"),
        (Reached.SKIPPED, "not_treated_there"),
    ]


@pytest.mark.parametrize(("at", "first"), [(1, Reached.UNTOLD), (2, Reached.SKIPPED)])
def test_what_nobody_has_said_of_the_local_step_is_skipped_only_higher_up(at, first):
    assert reached(at=at, locally=None)[0] == (first, "locally_untold")


def test_a_lift_under_way_is_seen_on_its_goal():
    assert reached(at=1, treated={}, lifted_to=2)[2] == (Reached.AHEAD, "being_lifted")


def test_a_case_that_was_solved_needed_no_higher_step():
    assert [why for _, why in reached(at=1, settled=True)][1:] == [
        "settled_here",
        "not_needed",
        "not_needed",
    ]


def test_a_case_that_has_been_higher_and_came_back_has_taken_that_step():
    assert reached(treated={1: DAY, 3: DAY})[3] == (Reached.DONE, "treated_there")


@pytest.mark.rule("R156")
def test_each_skipped_step_is_a_remark():
    steps = ladder(RUNGS, at=2, treated={}, locally=NO)

    assert [(one.code, one.facts["step"]) for one in remarks_on_ladder(steps)] == [
        ("step_skipped", "Lokalt"),
        ("step_skipped", "LSG"),
    ]


@pytest.mark.parametrize(
    ("start", "goal", "names"), [(1, 2, []), (1, 3, ["Samråd"]), (3, 1, []), (9, 3, [])]
)
def test_what_a_lift_passes_over(start, goal, names):
    assert skipped_between(RUNGS, start, goal) == names


def test_every_why_has_its_sentence():
    told = {"reason": "Så.", "on": "12 mars"}
    whys = {
        why
        for at in (1, 2)
        for settled in (True, False)
        for lifted_to in (2, 3, None)
        for locally in (YES, NO, None)
        for treated in ({}, {1: DAY})
        for _, why in reached(
            at=at, settled=settled, lifted_to=lifted_to, locally=locally, treated=treated
        )
    }

    assert whys == set(LADDER)
    assert all(LADDER[why] % told for why in whys)


@pytest.fixture
def here(db):
    return a_ladder()


def names(case):
    return [step.name for step in climbing.ladder_of(case)]


@pytest.mark.rule("R156")
def test_the_ladder_of_a_case_follows_who_prepares_for_whom(here):
    case = CaseFactory(collaboration=here.collaboration, body=here.samrad, prepared=True)
    prepared_at(here.lsg, case, on=DAY)
    answered(case, here.samrad)

    steps = climbing.ladder_of(case)

    assert [(step.name, step.reached) for step in steps] == [
        ("Lokalt, hos huvudmännen", Reached.DONE),
        ("Länsgruppen", Reached.DONE),
        ("Samrådet", Reached.NOW),
        ("Ledningsmötet", Reached.AHEAD),
    ]


def test_a_group_below_is_a_step_of_its_own(here):
    below = BodyFactory(collaboration=here.collaboration, name="Beredningen")
    Parentage.objects.create(child=below, parent=here.lsg, period=LONG_AGO)
    case = CaseFactory(collaboration=here.collaboration, body=below)

    assert names(case) == [
        "Lokalt, hos huvudmännen",
        "Beredningen",
        "Länsgruppen",
        "Samrådet",
        "Ledningsmötet",
    ]


def test_there_is_no_ladder_where_nobody_prepares(db):
    assert names(CaseFactory()) == []


def test_a_lift_and_an_end_are_seen(here):
    case = CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)
    lifted(case, here.samrad)
    assert climbing.ladder_of(case)[2].why == "being_lifted"

    case.stage = CaseStage.RECOMMENDED

    assert climbing.ladder_of(case)[1].why == "settled_here"
