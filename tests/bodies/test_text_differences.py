"""How two versions of a text differ."""

import time

from hypothesis import given
from hypothesis import strategies as st

from samverkan.bodies.rules.differences import (
    ADDED,
    CHANGED,
    REMOVED,
    SAME,
    Span,
    differences,
    words_between,
)


def section(kind, text, heading="Rubrik"):
    return {"kind": kind, "heading": heading, "text": text}


def test_a_changed_word_is_marked_in_its_sentence():
    assert words_between(
        "Gruppen möts två gånger om året.", "Gruppen möts fyra gånger om året."
    ) == [
        Span(SAME, "Gruppen möts "),
        Span(REMOVED, "två"),
        Span(ADDED, "fyra"),
        Span(SAME, " gånger om året."),
    ]


def test_words_in_a_row_are_marked_together():
    assert words_between("Den nya gruppen", "En helt annan grupp") == [
        Span(REMOVED, "Den nya gruppen"),
        Span(ADDED, "En helt annan grupp"),
    ]


def test_what_is_added_last_leaves_the_rest():
    assert words_between("Ett.", "Ett. Två.") == [Span(SAME, "Ett."), Span(ADDED, " Två.")]


def test_sections_come_and_go():
    before = [section("task", "a"), section("goals", "b"), section("other", "c", "Eget")]
    after = [section("task", "a"), section("mandate", "d"), section("other", "c", "Annat")]

    found = [(one.heading, one.kind) for one in differences(before, after)]

    assert found == [
        ("Rubrik", SAME),
        ("Rubrik", ADDED),
        ("Annat", ADDED),
        ("Rubrik", REMOVED),
        ("Eget", REMOVED),
    ]


def test_a_new_heading_is_a_change():
    (found,) = differences([section("task", "a", "Gammal")], [section("task", "a", "Ny")])

    assert (found.kind, found.spans[:2]) == (CHANGED, (Span(REMOVED, "Gammal"), Span(ADDED, "Ny")))


TEXTS = st.text(alphabet="ab .\n", max_size=60)


@given(before=TEXTS, after=TEXTS)
def test_both_versions_can_be_read_out_of_the_marks(before, after):
    spans = words_between(before, after)

    assert "".join(one.text for one in spans if one.kind != REMOVED) == after
    assert "".join(one.text for one in spans if one.kind != ADDED) == before


def test_the_longest_sections_are_compared_while_one_waits():
    before = "och samverkan ska ske med stöd av koordinatorer\n" * 400
    after = before.replace("stöd", "hjälp").replace("samverkan", "arbetet", 99)
    began = time.monotonic()

    words_between(before, after)

    assert time.monotonic() - began < 2
