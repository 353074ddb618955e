"""Who adopts which text, what it must hold, and which version holds."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from samverkan.bodies.choices import BodyKind, SectionKind, TextKind, TextStage
from samverkan.bodies.rules.texts import (
    Adoption,
    Carried,
    Owner,
    goals_in,
    in_force,
    may_adopt,
    obstacles_to_adopt,
    obstacles_to_propose,
    obstacles_to_start,
    obstacles_to_write,
    sections_missing,
    sections_wanted,
    values_are_older,
)
from samverkan.journal.obstacles import Remark
from tests.bodies.texts import ON, WHOLE, sections

BODY, LSG, OTHER = 1, 2, 3
OWNER = Owner(
    body=BODY,
    kind=BodyKind.PREPARATORY,
    setter=LSG,
    name="Beredningen",
    setter_name="LSG",
    required=tuple(one.value for one in WHOLE),
)
WITH_VALUES = replace(OWNER, required=(*OWNER.required, SectionKind.VALUES.value))
ADOPTION = Adoption(
    by=LSG,
    by_name="LSG",
    on=ON,
    valid_from=ON,
    at_point=True,
    met=True,
    first=ON,
    until=ON + timedelta(days=1),
)


def to_adopt(kind=TextKind.ASSIGNMENT, **change):
    given = {
        "stage": TextStage.DRAFT,
        "owner": OWNER,
        "sections": sections(),
        "adoption": ADOPTION,
        "former": ON,
        "values": Carried(),
        "today": ON,
    }
    return obstacles_to_adopt(kind=kind, **given | change)


def codes(found):
    return [one.code for one in found]


@pytest.mark.rule("R113")
@pytest.mark.rule("R125")
def test_what_is_whole_and_adopted_by_the_right_body_on_the_day_passes():
    assert to_adopt() == []


@pytest.mark.rule("R112")
@pytest.mark.rule("R125")
@pytest.mark.rule("R133")
@pytest.mark.rule("R138")
@pytest.mark.rule("R144")
@pytest.mark.parametrize("kind", [BodyKind.PREPARATORY, BodyKind.COUNCIL])
@pytest.mark.parametrize("by", [BODY, OTHER, None])
def test_a_beredning_has_its_assignment_from_above(kind, by):
    found = to_adopt(owner=replace(OWNER, kind=kind), adoption=replace(ADOPTION, by=by))

    assert codes(found) == ["assignment_not_from_above"]


@pytest.mark.rule("R076")
@pytest.mark.parametrize("by", [BODY, OTHER, None])
def test_only_the_setter_sets_the_groups_assignment(by):
    found = to_adopt(owner=replace(OWNER, kind=BodyKind.GROUP), adoption=replace(ADOPTION, by=by))

    assert codes(found) == ["assignment_not_by_setter"]


@pytest.mark.rule("R071")
@pytest.mark.rule("R103")
@pytest.mark.rule("R126")
@pytest.mark.rule("R134")
@pytest.mark.rule("R139")
@pytest.mark.rule("R145")
@pytest.mark.parametrize("by", [LSG, OTHER, None])
def test_a_work_order_is_its_bodys_own(by):
    own = replace(ADOPTION, by=BODY)

    assert to_adopt(TextKind.WORK_ORDER, adoption=own) == []
    found = to_adopt(TextKind.WORK_ORDER, adoption=replace(own, by=by))
    assert codes(found) == ["work_order_not_by_its_body"]


def test_a_routine_is_adopted_by_the_body_that_owns_it():
    assert may_adopt(TextKind.ROUTINE, OWNER) == BODY
    assert codes(to_adopt(TextKind.ROUTINE)) == ["routine_not_by_its_body"]


@pytest.mark.rule("R040")
@pytest.mark.parametrize("kind", [TextKind.VALUES, TextKind.TARGET])
def test_values_and_target_picture_are_adopted_at_the_seminar_only(kind):
    of_seminar = Owner(body=BODY, kind=BodyKind.SEMINAR, name="Seminariet")
    written = sections({SectionKind.VALUES: "Vi möts."})

    right = to_adopt(kind, owner=of_seminar, sections=written, adoption=replace(ADOPTION, by=BODY))
    wrong = to_adopt(kind, owner=of_seminar, sections=written)

    assert (right, codes(wrong)) == ([], ["values_not_at_the_seminar"])


@pytest.mark.rule("R168")
@pytest.mark.parametrize("by", [LSG, None])
def test_anybody_sets_a_functions_assignment(by):
    function = Owner(name="Koordinatorerna")
    adoption = replace(ADOPTION, by=by, at_point=False, source="anställningsavtalet")

    assert to_adopt(owner=function, adoption=adoption) == []


def test_where_the_sources_name_nobody_one_says_why():
    unnamed = replace(OWNER, setter=None, setter_name="")

    (remark,) = to_adopt(owner=unnamed)

    assert (remark.code, type(remark)) == ("setter_not_stated", Remark)
    assert to_adopt(owner=unnamed, adoption=replace(ADOPTION, by=None)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"first": ON + timedelta(days=1)}, "adopter_not_there"),
        ({"until": ON}, "adopter_not_there"),
        ({"met": False}, "adopter_did_not_meet"),
        ({"at_point": False}, "adopted_without_source"),
        ({"valid_from": ON - timedelta(days=1)}, "valid_before_adopted"),
    ],
)
def test_the_day_of_adoption_holds_together(change, code):
    assert codes(to_adopt(adoption=replace(ADOPTION, **change))) == [code]


def test_nothing_is_adopted_on_a_day_that_has_not_been():
    assert codes(to_adopt(today=ON - timedelta(days=1))) == ["adopted_in_the_future"]


def test_a_version_begins_with_the_one_before_it_or_later():
    assert to_adopt(former=ON) == []
    assert codes(to_adopt(former=ON + timedelta(days=1))) == ["valid_before_the_former"]


def test_a_source_does_where_the_meeting_is_not_known():
    adoption = replace(ADOPTION, at_point=False, met=None, source="protokoll 12 mars")

    assert to_adopt(adoption=adoption) == []


@pytest.mark.parametrize("stage", [TextStage.ADOPTED, TextStage.PROPOSED])
def test_only_a_draft_is_adopted(stage):
    assert codes(to_adopt(stage=stage)) == ["version_not_draft"]


@pytest.mark.rule("R113")
@pytest.mark.rule("R114")
@pytest.mark.rule("R115")
@pytest.mark.rule("R125")
@pytest.mark.rule("R133")
@pytest.mark.rule("R138")
@pytest.mark.rule("R144")
@pytest.mark.parametrize("kind", [one for one in WHOLE if one is not SectionKind.GOALS])
@pytest.mark.parametrize("text", ["", " \n "])
def test_no_required_section_may_be_empty(kind, text):
    (found,) = to_adopt(sections=sections(**{kind.value: text}))

    assert (found.code, found.facts["sections"]) == ("sections_missing", [kind.label])


def test_all_that_is_missing_is_told_at_once():
    (missing, goal) = to_adopt(sections=sections({SectionKind.OTHER: "Något."}))

    assert len(missing.facts["sections"]) == len(WHOLE) - 1
    assert (missing.code, goal.code) == ("sections_missing", "no_goal")


@pytest.mark.rule("R112")
def test_an_assignment_has_at_least_one_goal():
    assert codes(to_adopt(sections=sections(goals=" "))) == ["no_goal"]
    assert goals_in(sections(goals="Inledning:\n\n- ett\n2) två")) == ["- ett", "2) två"]
    assert goals_in(sections(goals="Ett enda mål.")) == ["Ett enda mål."]


@pytest.mark.rule("R231")
def test_task_mandate_and_reporting_are_asked_of_every_body():
    plain = replace(OWNER, required=())
    found = to_adopt(owner=plain, sections=sections({SectionKind.TASK: "Att mötas."}))

    assert [(one.code, type(one)) for one in found] == [("basic_sections_missing", Remark)]
    assert found[0].facts["sections"] == ["Mandat", "Rapportering"]


def test_an_empty_text_is_not_adopted():
    adoption = replace(ADOPTION, by=BODY)

    assert codes(to_adopt(TextKind.ROUTINE, adoption=adoption, sections=[])) == ["text_is_empty"]


def test_only_assignments_have_required_sections():
    assert sections_missing(TextKind.WORK_ORDER, ["goals"], []) == []
    assert sections_wanted(TextKind.WORK_ORDER, ["goals"]) == []
    assert sections_wanted(TextKind.VALUES, []) == [SectionKind.VALUES]
    assert sections_wanted(TextKind.ASSIGNMENT, ["goals"]) == [
        SectionKind.TASK,
        SectionKind.MANDATE,
        SectionKind.GOALS,
        SectionKind.REPORTING,
    ]


@pytest.mark.rule("R044")
@pytest.mark.parametrize(
    ("text", "values", "code"),
    [
        ("Vår värdegrund.", Carried(2, 2, any_in_force=True), None),
        ("Vår värdegrund.", Carried(1, 2, any_in_force=True), "values_are_older"),
        ("Vår värdegrund.", Carried(any_in_force=True), "values_not_pointed_to"),
        ("Formuleras vid\nledningsseminariet.", Carried(), "values_not_yet_formulated"),
        ("Formuleras vid seminariet", Carried(any_in_force=True), "values_not_pointed_to"),
        ("Vår värdegrund.", Carried(), "values_to_be_formulated"),
        ("", Carried(2, 2, any_in_force=True), "sections_missing"),
    ],
)
def test_the_values_are_part_of_the_assignment(text, values, code):
    found = to_adopt(owner=WITH_VALUES, sections=sections(values=text), values=values)

    assert codes(found) == ([code] if code else [])
    passes = ("values_are_older", "values_not_yet_formulated")
    assert all(isinstance(one, Remark) == (one.code in passes) for one in found)


@pytest.mark.rule("R044")
def test_values_are_older_when_a_newer_version_holds():
    assert [values_are_older(1, current) for current in (None, 1, 2)] == [False, False, True]


# --- Starting, writing, proposing ---


def to_start(**change):
    given = {"kind": TextKind.ASSIGNMENT, "title": "Uppdrag", "of_body": BodyKind.GROUP}
    return obstacles_to_start(**{**given, "body_until": None, "on": ON, "taken": ()} | change)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": ""}, "no_text_title"),
        ({"title": "x" * 201}, "text_title_too_long"),
        ({"of_body": None, "kind": TextKind.ROUTINE}, "function_has_only_assignment"),
        ({"body_until": ON}, "text_of_ended_body"),
        ({"taken": ["assignment"]}, "text_already_there"),
    ],
)
def test_a_text_is_not_started_when(change, code):
    assert codes(to_start(**change)) == [code]


def test_a_text_is_started_up_to_the_bodys_last_day_and_routines_may_be_many():
    assert to_start(body_until=ON + timedelta(days=1), title="x" * 200) == []
    assert to_start(kind=TextKind.ROUTINE, taken=["routine"]) == []


@pytest.mark.rule("R039")
@pytest.mark.parametrize("kind", [TextKind.VALUES, TextKind.TARGET])
def test_values_are_formed_at_the_seminar(kind):
    assert codes(to_start(kind=kind)) == ["values_not_of_a_seminar"]
    assert to_start(kind=kind, of_body=BodyKind.SEMINAR) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sections": []}, "draft_is_empty"),
        ({"changed": False}, "draft_unchanged"),
        ({"sections": sections(task="x" * 20_001)}, "section_too_long"),
        ({"sections": [{"kind": "other", "heading": " ", "text": "x"}]}, "section_heading"),
        ({"sections": sections()[:1] * 2}, "section_twice"),
        ({"feedback_months": 0}, "feedback_interval"),
        ({"feedback_months": 61}, "feedback_interval"),
        (
            {"sections": [{"kind": "other", "heading": "Eget", "text": "x"}] * 41},
            "too_many_sections",
        ),
    ],
)
def test_a_draft_is_not_kept_when(change, code):
    given = {"sections": sections(), "feedback_months": None, "changed": True}

    assert codes(obstacles_to_write(**given | change)) == [code]


@pytest.mark.rule("R115")
@pytest.mark.parametrize("months", [1, 60])
def test_a_draft_on_the_limits_is_kept(months):
    written = sections(task="x" * 20_000)

    assert obstacles_to_write(sections=written, feedback_months=months, changed=True) == []


@pytest.mark.rule("R070")
@pytest.mark.rule("R102")
@pytest.mark.rule("R124")
@pytest.mark.rule("R132")
@pytest.mark.rule("R143")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"kind": TextKind.ASSIGNMENT}, ["only_work_orders_are_proposed"]),
        ({"earlier": 1}, ["proposal_is_not_first"]),
        ({"written": False}, ["text_is_empty"]),
        ({"source": " "}, ["proposal_without_source"]),
    ],
)
def test_work_begins_by_the_proposed_work_order(change, found):
    given = {"kind": TextKind.WORK_ORDER, "earlier": 0, "written": True, "source": "utredningen"}

    assert codes(obstacles_to_propose(**given | change)) == found


# --- Which version holds ---


@dataclass
class Version:
    number: int
    stage: str
    adopted_on: date | None = None
    valid_from: date | None = None


PROPOSED = Version(1, TextStage.PROPOSED, valid_from=date(2020, 9, 1))
FIRST = Version(2, TextStage.ADOPTED, date(2021, 3, 1))
LATER = Version(3, TextStage.ADOPTED, date(2021, 6, 1), date(2022, 1, 1))
DRAFT = Version(4, TextStage.DRAFT)


@pytest.mark.rule("R070")
@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2020, 8, 31), None),
        (date(2020, 9, 1), PROPOSED),
        (date(2021, 2, 28), PROPOSED),
        (date(2021, 3, 1), FIRST),
        (date(2021, 12, 31), FIRST),
        (date(2022, 1, 1), LATER),
        (date(2100, 1, 1), LATER),
    ],
)
def test_the_newest_adopted_version_holds_and_a_proposal_until_then(day, version):
    assert in_force([DRAFT, LATER, FIRST, PROPOSED], day) == version


def test_of_two_from_one_day_the_later_holds():
    again = replace(FIRST, number=3)

    assert in_force([again, FIRST], FIRST.adopted_on) == again
