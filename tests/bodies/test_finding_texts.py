"""What is found about governing documents and their reviews."""

from datetime import date

import pytest

from samverkan.bodies.rules.findings import Weight, texts
from samverkan.bodies.rules.findings.facts import Reviewing
from tests.bodies.snapshots import BODY, a_day, codes, organ, text, version

ASSIGNED = {"texts": (text(),), "versions": (version(),)}


def body(**facts):
    return (organ(**facts),)


@pytest.mark.rule("R011")
@pytest.mark.rule("R112")
@pytest.mark.parametrize(("kind", "rule"), [("group", "R011"), ("preparatory", "R112")])
def test_a_body_without_its_assignment_is_told(kind, rule):
    bodies = body(kind=kind, expected_texts=["assignment"])

    [found] = texts.texts_missing(a_day(bodies=bodies))

    assert (found.code, found.rule, found.weight) == ("assignment_missing", rule, Weight.STOPS)
    assert list(texts.texts_missing(a_day(bodies=bodies, **ASSIGNED))) == []


def test_a_draft_is_no_assignment_yet_and_one_to_come_neither():
    bodies = body(expected_texts=["assignment"])
    for facts in ({"stage": "draft"}, {"valid_from": date(2027, 1, 1)}):
        day = a_day(bodies=bodies, texts=(text(),), versions=(version(**facts),))
        assert codes(texts.texts_missing(day)) == ["assignment_missing"]


@pytest.mark.rule("R070")
@pytest.mark.rule("R102")
@pytest.mark.parametrize(("kind", "rule"), [("consultation", "R070"), ("group", "R102")])
def test_another_text_that_is_missing_is_a_remark(kind, rule):
    [found] = texts.texts_missing(a_day(bodies=body(kind=kind, expected_texts=["work_order"])))

    assert (found.code, found.rule, found.weight) == ("text_missing", rule, Weight.WARNS)


@pytest.mark.rule("R071")
@pytest.mark.rule("R103")
@pytest.mark.parametrize(("kind", "rule"), [("consultation", "R071"), ("group", "R103")])
def test_a_work_order_that_is_only_proposed_is_noted(kind, rule):
    known = {"bodies": body(kind=kind), "texts": (text(kind="work_order"),)}

    [found] = texts.only_proposed(a_day(**known, versions=(version(stage="proposed"),)))

    assert (found.rule, found.weight, found.about) == (rule, Weight.NOTES, "text-50")
    assert list(texts.only_proposed(a_day(**known, versions=(version(),)))) == []


@pytest.mark.rule("R113")
@pytest.mark.rule("R114")
@pytest.mark.rule("R115")
@pytest.mark.rule("R125")
@pytest.mark.rule("R231")
@pytest.mark.parametrize(
    ("section", "rule"),
    [
        ("goals", "R112"),
        ("functions", "R113"),
        ("appointment", "R114"),
        ("feedback", "R115"),
        ("reporting", "R125"),
        ("follow_up", "R125"),
        ("values", "R044"),
        ("task", "R231"),
        ("mandate", "R231"),
    ],
)
def test_an_assignment_without_a_section_that_it_must_have_is_told(section, rule):
    known = {"bodies": body(required_sections=[section]), "texts": (text(),)}
    written = version(written=[section])

    [found] = texts.sections_lacking(a_day(**known, versions=(version(),)))

    assert (found.code, found.rule) == ("section_lacking", rule)
    assert list(texts.sections_lacking(a_day(**known, versions=(written,)))) == []


@pytest.mark.rule("R044")
@pytest.mark.parametrize(("carried", "told"), [(1, True), (2, False)])
def test_an_assignment_that_carries_older_values_is_told(carried, told):
    values = (version(60, 1), version(60, 2, valid_from=date(2025, 1, 1)))
    day = a_day(
        texts=(text(), text(60, kind="values", body=None)),
        versions=(version(values=600 + carried), *values),
    )

    assert bool(list(texts.values_older(day))) is told


@pytest.mark.rule("R116")
@pytest.mark.parametrize(
    ("reviewed", "codes_found"),
    [
        (date(2024, 3, 11), ["review_overdue"]),
        (date(2024, 3, 12), ["review_soon"]),
        (date(2024, 6, 10), ["review_soon"]),
        (date(2024, 6, 11), []),
    ],
)
def test_assignment_and_staffing_each_have_their_own_day(reviewed, codes_found):
    reviews = (
        Reviewing(BODY, "assignment", date(2026, 1, 1)),
        Reviewing(BODY, "staffing", reviewed),
    )
    day = a_day(bodies=body(review_months=24), reviews=reviews)

    found = list(texts.reviews_due(day))

    assert codes(found) == codes_found
    assert {one.about for one in found} <= {"staffing"}


def test_to_adopt_an_assignment_is_to_look_it_over():
    adopted = version(adopted_on=date(2026, 1, 1))
    reviewed = (Reviewing(BODY, "staffing", date(2026, 1, 1)),)
    bodies = body(review_months=24)

    assert (
        list(
            texts.reviews_due(
                a_day(bodies=bodies, texts=(text(),), versions=(adopted,), reviews=reviewed)
            )
        )
        == []
    )


def test_a_body_with_no_interval_is_never_due():
    assert list(texts.reviews_due(a_day())) == []


@pytest.mark.parametrize(
    ("facts", "told"), [({"set_by": ""}, True), ({}, False), ({"set_by": "", "setter": 5}, False)]
)
def test_an_assignment_that_nobody_sets_is_told(facts, told):
    day = a_day(bodies=body(expected_texts=["assignment"], **facts))

    assert bool(list(texts.setters_unknown(day))) is told


def test_a_body_that_needs_no_assignment_needs_nobody_to_set_it():
    assert list(texts.setters_unknown(a_day(bodies=body(set_by="")))) == []


@pytest.mark.parametrize(("months", "told"), [(None, True), (3, False)])
def test_feedback_without_an_interval_is_told(months, told):
    day = a_day(
        bodies=body(required_sections=["feedback"]),
        texts=(text(),),
        versions=(version(feedback_months=months),),
    )

    assert bool(list(texts.feedback_without_interval(day))) is told


@pytest.mark.rule("R015")
def test_a_body_that_nobody_has_described_is_told():
    assert codes(texts.purpose_unknown(a_day(bodies=body(described=False)))) == ["purpose_unknown"]
    assert list(texts.purpose_unknown(a_day())) == []
