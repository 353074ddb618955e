"""What is true of the leadership seminar."""

from dataclasses import replace
from datetime import date

import pytest

from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.rules.seminars import PROGRAMME, Point, Prioritised, Standing, Time
from samverkan.meetings.seminar_choices import Fate, Heading, SeminarStage

TODAY = date(2026, 3, 12)
PLAN = {
    "year": 2026,
    "time": Time(on=date(2026, 10, 8)),
    "today": TODAY,
    "taken": set(),
    "body_there": True,
    "planner_leads": True,
    "from_source": False,
}
POINT = Point(
    owned=[PROGRAMME], body="Samråd", meeting=MeetingStage.HELD, outcome=Outcome.INNER_DECISION
)
ASKED = ["health", "circumstances", "developing", "priorities"]
STANDING = Standing(
    year=2026,
    stage=SeminarStage.PLANNED,
    parts=ASKED,
    themes=1,
    themes_asked=True,
    themes_by=date(2026, 3, 1),
    late_tasks=[],
    priorities=[],
    before=[],
)
AREA = Prioritised("God vård hemma", Fate.UNDER_WAY, noted=True, has_work=True)


def codes(found):
    return [one.code for one in found]


@pytest.mark.rule("R045")
@pytest.mark.parametrize("year", [2000, 2026, 2031])
def test_a_seminar_is_planned_for_a_year(year):
    time = Time(about=f"hösten {year}")

    assert rules.obstacles_to_plan_seminar(**PLAN | {"year": year, "time": time}) == []


@pytest.mark.rule("R045")
@pytest.mark.rule("R051")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"year": 2032, "time": Time(about="hösten")}, "seminar_year_out_of_reach"),
        ({"year": 1999, "time": Time(about="hösten")}, "seminar_year_out_of_reach"),
        ({"body_there": False}, "no_seminar_body"),
        ({"taken": {2026}}, "seminar_year_taken"),
        ({"planner_leads": None}, "seminar_without_planner"),
        ({"planner_leads": False}, "planner_not_the_leading_group"),
        ({"time": Time()}, "seminar_without_time"),
        ({"time": Time(last=date(2026, 10, 9))}, "seminar_last_day_alone"),
        ({"time": Time(on=date(2027, 1, 1))}, "seminar_day_of_another_year"),
        (
            {"time": Time(on=date(2026, 10, 8), last=date(2026, 10, 7))},
            "seminar_ends_before_it_begins",
        ),
    ],
)
def test_a_seminar_is_not_planned_when(change, code):
    assert codes(rules.obstacles_to_plan_seminar(**PLAN | change)) == [code]


def test_who_planned_a_seminar_of_history_may_be_unknown():
    found = rules.obstacles_to_plan_seminar(**PLAN | {"planner_leads": None, "from_source": True})

    assert found == []


@pytest.mark.rule("R046")
@pytest.mark.rule("R047")
@pytest.mark.rule("R053")
@pytest.mark.parametrize("heading", ASKED)
def test_an_unused_heading_is_found(heading):
    used = [one for one in ASKED if one != heading]

    assert rules.unused_headings(used, prioritised_last_year=False) == [Heading(heading)]


@pytest.mark.rule("R049")
def test_last_years_areas_are_followed_up_when_there_are_any():
    assert rules.unused_headings(ASKED, prioritised_last_year=False) == []
    assert rules.unused_headings(ASKED, prioritised_last_year=True) == [Heading.FOLLOW_UP]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"parts": 0, "unused": [Heading.HEALTH]}, ["programme_is_empty"]),
        ({"parts": 3, "unused": [Heading.HEALTH]}, ["headings_unused"]),
        ({"parts": 4, "unused": []}, []),
    ],
)
def test_the_programme_is_proposed(facts, found):
    stage = SeminarStage.PLANNED

    assert codes(rules.obstacles_to_propose_programme(stage=stage, **facts)) == found


@pytest.mark.rule("R052")
@pytest.mark.parametrize("meeting", [MeetingStage.HELD, MeetingStage.APPROVED])
def test_the_programme_is_adopted_by_the_body_that_owns_it(meeting):
    point = replace(POINT, meeting=meeting)

    assert rules.obstacles_to_adopt_programme(stage=SeminarStage.PROPOSED, point=point) == []


@pytest.mark.rule("R008")
@pytest.mark.rule("R052")
@pytest.mark.parametrize(
    ("point", "code"),
    [
        (None, "programme_without_point"),
        (replace(POINT, owned=["den egna arbetsordningen"]), "programme_of_another_body"),
        (replace(POINT, meeting=MeetingStage.CALLED), "programme_meeting_not_held"),
        (replace(POINT, outcome=Outcome.RECOMMENDED), "point_adopts_nothing"),
        (replace(POINT, outcome=""), "point_adopts_nothing"),
        (replace(POINT, of_another_year=2025), "point_of_another_programme"),
    ],
)
def test_the_programme_is_not_adopted_by(point, code):
    found = rules.obstacles_to_adopt_programme(stage=SeminarStage.PROPOSED, point=point)

    assert codes(found) == [code]


@pytest.mark.rule("R052")
@pytest.mark.parametrize(
    ("stage", "code"),
    [
        (SeminarStage.PLANNED, "programme_not_proposed"),
        (SeminarStage.ADOPTED, "programme_not_proposed"),
        (SeminarStage.HELD, "seminar_is_held"),
    ],
)
def test_only_what_is_proposed_is_adopted(stage, code):
    assert codes(rules.obstacles_to_adopt_programme(stage=stage, point=POINT)) == [code]


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        (SeminarStage.PLANNED, []),
        (SeminarStage.PROPOSED, ["programme_is_locked"]),
        (SeminarStage.ADOPTED, ["programme_is_locked"]),
        (SeminarStage.HELD, ["seminar_is_held"]),
    ],
)
def test_the_programme_is_open_until_it_is_proposed(stage, found):
    assert codes(rules.programme_open(stage)) == found


@pytest.mark.rule("R052")
@pytest.mark.parametrize(
    ("stage", "ends", "found"),
    [
        (SeminarStage.ADOPTED, TODAY, []),
        (SeminarStage.ADOPTED, date(2026, 3, 13), ["held_in_the_future"]),
        (SeminarStage.ADOPTED, None, ["held_on_no_day"]),
        (SeminarStage.PROPOSED, TODAY, ["held_without_programme"]),
        (SeminarStage.HELD, TODAY, ["seminar_is_held"]),
    ],
)
def test_the_seminar_is_held_on_its_last_day_with_an_adopted_programme(stage, ends, found):
    facts = {"stage": stage, "ends": ends, "today": TODAY, "from_source": False}

    assert codes(rules.obstacles_to_hold(**facts)) == found


@pytest.mark.rule("R048")
@pytest.mark.parametrize("stage", [one for one in SeminarStage if one is not SeminarStage.HELD])
def test_areas_are_prioritised_at_the_seminar(stage):
    facts = {"area": "God vård hemma", "taken": [], "continues_year": None, "year": 2026}

    found = rules.obstacles_to_prioritise(stage=stage, **facts)
    assert codes(found) == ["prioritised_before_the_seminar"]
    assert rules.obstacles_to_prioritise(stage=SeminarStage.HELD, **facts) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"area": " "}, "priority_without_area"),
        ({"taken": ["GOD VÅRD"]}, "area_is_prioritised"),
        ({"continues_year": 2026}, "continues_no_earlier_year"),
        ({"continued": True}, "priority_is_continued"),
        ({"changed": False}, "priority_unchanged"),
    ],
)
def test_an_area_is_not_prioritised_when(change, code):
    facts = {"area": "God vård", "taken": [], "continues_year": 2025, "year": 2026} | change

    assert codes(rules.obstacles_to_prioritise(stage=SeminarStage.HELD, **facts)) == [code]


@pytest.mark.rule("R049")
@pytest.mark.parametrize(
    ("fate", "note", "found"),
    [
        (Fate.UNDER_WAY, "", []),
        (Fate.DONE, "Rutinen gäller.", []),
        (Fate.DONE, " ", ["fate_without_note"]),
        (Fate.DROPPED, "", ["fate_without_note"]),
        (Fate.CARRIED_ON, "", ["fate_without_note"]),
    ],
)
def test_what_became_of_an_area_is_said_in_words(fate, note, found):
    assert codes(rules.obstacles_to_note_fate(fate=fate, note=note, changed=True)) == found


@pytest.mark.rule("R089")
@pytest.mark.parametrize(
    ("by", "found"),
    [
        (date(2026, 3, 11), ["themes_by_a_past_day"]),
        (TODAY, []),
        (date(2026, 10, 7), []),
        (date(2026, 10, 8), ["themes_after_the_seminar"]),
    ],
)
def test_themes_are_asked_for_before_the_seminar(by, found):
    facts = {"stage": SeminarStage.PLANNED, "planner": True, "on": date(2026, 10, 8)}

    assert codes(rules.obstacles_to_ask_for_themes(**facts, by=by, today=TODAY, again=False)) == (
        found
    )


@pytest.mark.rule("R089")
@pytest.mark.parametrize(
    ("stage", "rank", "found"),
    [
        (SeminarStage.ADOPTED, 1, ["ranked_before_the_seminar"]),
        (SeminarStage.HELD, 1, ["rank_is_taken"]),
        (SeminarStage.HELD, 2, []),
        (SeminarStage.HELD, None, []),
        (SeminarStage.HELD, 0, ["rank_out_of_reach"]),
        (SeminarStage.HELD, 99, []),
        (SeminarStage.HELD, 100, ["rank_out_of_reach"]),
    ],
)
def test_themes_are_ranked_at_the_seminar(stage, rank, found):
    assert codes(rules.obstacles_to_rank_theme(stage=stage, rank=rank, taken={1})) == found


@pytest.mark.parametrize(("number", "found"), [(999, []), (1000, ["turnout_out_of_reach"])])
def test_how_many_came_is_within_reason(number, found):
    assert codes(rules.obstacles_to_note_turnout([(None, 4), (number, None)])) == found


# --- What is said on a day


@pytest.mark.rule("R045")
def test_a_year_without_a_seminar_is_found():
    first, on = date(2024, 9, 1), date(2026, 1, 1)

    assert rules.years_without({2025}, first, None, on) == [2024, 2026]
    assert rules.years_without({2024}, first, date(2025, 6, 1), on) == [2025]
    assert rules.years_without(set(), date(2027, 1, 1), None, on) == []
    assert rules.years_without(set(), None, None, on) == []
    assert codes(rules.remark_on_years([2024])) == ["year_without_seminar"]
    assert rules.remark_on_years([]) == []


@pytest.mark.rule("R088")
@pytest.mark.parametrize(
    ("area", "found"),
    [
        (AREA, []),
        (replace(AREA, has_work=False), ["priority_without_work"]),
        (replace(AREA, has_work=False, fate=Fate.DONE), []),
    ],
)
def test_an_area_that_nobody_works_with_is_found(area, found):
    one = replace(STANDING, stage=SeminarStage.HELD, priorities=[area])

    assert codes(rules.remarks_on(one, TODAY)) == found


@pytest.mark.rule("R051")
@pytest.mark.rule("R089")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"themes": 0}, ["no_themes_came"]),
        ({"themes": 0, "themes_by": TODAY}, []),
        ({"themes": 0, "themes_asked": False}, ["themes_not_asked_for"]),
        ({"themes": 0, "themes_asked": False, "year": 2027}, []),
        ({"late_tasks": ["Boka lokal"], "year": 2027}, ["seminar_tasks_late"]),
        ({"late_tasks": ["Boka lokal"]}, ["seminar_tasks_late"]),
        ({"parts": ["health"]}, ["headings_unused"]),
        ({"parts": []}, []),
    ],
)
def test_what_remains_before_the_seminar_is_said(change, found):
    assert codes(rules.remarks_on(replace(STANDING, **change), TODAY)) == found
    assert rules.remarks_on(replace(STANDING, stage=SeminarStage.HELD), TODAY) == []


@pytest.mark.rule("R049")
def test_an_area_of_last_year_whose_fate_nobody_noted_is_found():
    parts = [*ASKED, "follow_up"]
    silent = replace(STANDING, parts=parts, before=[replace(AREA, noted=False)])
    told = replace(STANDING, parts=parts, before=[AREA])

    assert codes(rules.remarks_on(silent, TODAY)) == ["last_year_not_followed_up"]
    assert rules.remarks_on(told, TODAY) == []
