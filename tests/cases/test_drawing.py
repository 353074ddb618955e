"""The picture of a routine, and the same in words."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.cases.drawing import WIDTH, drawn
from samverkan.cases.routine_words import in_words, sections_of
from samverkan.cases.rules import PLAIN
from samverkan.cases.rules.routine import Routine
from tests.cases.routines import broken_routines, sound_routines

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> str:
    return " ".join("".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text"))  # noqa: S314


@given(st.one_of(sound_routines(), broken_routines()))
def test_any_routine_can_be_drawn_and_every_stage_is_in_the_picture(routine):
    svg = ET.fromstring(drawn(routine, title="Gången", key="g"))  # noqa: S314

    boxes = [one for one in svg.iter(f"{SVG}rect") if one.get("rx")]
    assert len(boxes) == len(routine.stages) + 1
    height = float(svg.get("height"))
    for one in boxes:
        assert float(one.get("y")) + float(one.get("height")) <= height
        assert float(one.get("x")) + float(one.get("width")) <= WIDTH


def test_the_picture_has_a_name_and_says_what_is_in_it():
    svg = drawn(PLAIN, title="Gången & vägen", key="g")

    assert "Gången &amp; vägen" in svg
    for one in (*PLAIN.stages, *PLAIN.steps):
        assert one.name in texts(svg)


@pytest.mark.rule("R150")
@given(st.one_of(sound_routines(), broken_routines()))
def test_the_words_hold_all_that_the_picture_does(routine):
    words = in_words(routine, {})

    shown = [*words.beginnings, *words.loose, *(s for one in words.stages for s in one.steps)]
    assert sorted(one.step.key for one in shown) == sorted(one.key for one in routine.steps)
    assert [one.stage for one in words.stages] == list(routine.stages)
    assert [one.exit for one in words.exits] == list(routine.exits)


def test_an_empty_routine_is_drawn_and_told():
    assert "<svg" in drawn(Routine(), title="Gången", key="g")
    assert sections_of(Routine(), {}) == []
