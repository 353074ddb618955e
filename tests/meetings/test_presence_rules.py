"""Presence in part and jäv: who takes part in which point, at the limits."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.meetings.choices import ItemKind, MeetingStage, Part
from samverkan.meetings.rules import (
    Absence,
    Span,
    deciding_at,
    is_told_again,
    obstacles_to_presence,
    obstacles_to_raise,
    obstacles_to_step_aside,
    obstacles_to_write,
)

ASK, AHED = frozenset({(1, None)}), frozenset({(2, None)})
MEMBER = Span(1, holders=ASK)
LISTENS = Span(2, Part.GUEST, substitute_for=ASK)
OTHERS = Span(3, Part.GUEST, substitute_for=AHED)
ACTS = Span(4, Part.DECIDING, holders=AHED, substitute_for=ASK)
PRESENT = [MEMBER, LISTENS, OTHERS, ACTS]


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


def aside(person, stood_in_by=None, **change) -> list[str]:
    told = {"stage": MeetingStage.CALLED, "position": 40, "present": PRESENT, "absences": []}
    return codes(obstacles_to_step_aside(Absence(person, stood_in_by), **told | change))


@pytest.mark.rule("R291")
@pytest.mark.parametrize(
    ("first", "until", "there"),
    [
        (None, None, True),
        (40, None, True),
        (41, None, False),
        (None, 40, False),
        (None, 41, True),
        (40, 41, True),
    ],
)
def test_one_is_there_from_the_first_point_until_the_one_they_left(first, until, there):
    someone = Span(1, first=first, until=until)

    assert someone.is_there(40) is there
    assert deciding_at(40, [someone], []) == (frozenset({1}) if there else frozenset())


@pytest.mark.parametrize(
    ("facts", "allowed", "found"),
    [
        ({"first": 20, "until": 30}, False, []),
        ({"first": 20, "until": 20}, False, ["left_before_arriving"]),
        ({"first": 30, "until": 20}, False, ["left_before_arriving"]),
        ({"at_a_distance": True}, True, []),
        ({"at_a_distance": True}, False, ["distance_not_allowed"]),
    ],
)
def test_presence_in_part_holds_together(facts, allowed, found):
    assert codes(obstacles_to_presence([Span(1, **facts)], distance_allowed=allowed)) == found


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_a_listening_substitute_of_the_same_principal_stands_in_at_a_point():
    assert aside(1) == []
    assert aside(1, 2) == []
    assert deciding_at(40, PRESENT, [Absence(1, 2)]) == {2, 4}


@pytest.mark.rule("R065")
@pytest.mark.rule("R291")
@pytest.mark.parametrize(
    ("person", "stood_in_by", "change", "code"),
    [
        (1, 3, {}, "stand_in_of_other_principal"),
        (1, 4, {}, "stand_in_decides_already"),
        (1, 9, {}, "stand_in_not_there"),
        (1, 1, {}, "stand_in_decides_already"),
        (2, None, {}, "not_deciding_at_point"),
        (9, None, {}, "not_deciding_at_point"),
        (1, None, {"stage": MeetingStage.HELD}, "meeting_is_held"),
        (1, None, {"absences": [Absence(1)]}, "already_aside"),
        (1, 2, {"absences": [Absence(5, 2)]}, "stand_in_stands_for_other"),
        (1, 2, {"absences": [Absence(2)]}, "stand_in_is_aside"),
        (1, None, {"absences": [Absence(5, 1)]}, "stands_in_at_point"),
        (1, None, {"present": [Span(1, first=50)]}, "not_deciding_at_point"),
        (1, 2, {"present": [MEMBER, Span(2, Part.GUEST, until=40)]}, "stand_in_not_there"),
    ],
)
def test_one_does_not_step_aside_or_stand_in_when(person, stood_in_by, change, code):
    assert code in aside(person, stood_in_by, **change)


@pytest.mark.rule("R065")
def test_nobody_stands_in_where_it_is_unknown_for_whom_one_sits():
    unknown = frozenset({(None, None)})
    present = [Span(1, holders=unknown), Span(2, Part.GUEST, substitute_for=unknown)]

    assert aside(1, 2, present=present) == ["stand_in_of_other_principal"]


PEOPLE = st.integers(1, 5)


@pytest.mark.rule("R291")
@given(
    present=st.lists(
        st.builds(
            Span,
            person=PEOPLE,
            part=st.sampled_from(Part),
            holders=st.sampled_from([ASK, AHED]),
            substitute_for=st.sampled_from([ASK, AHED]),
        ),
        unique_by=lambda one: one.person,
    ),
    asked=st.lists(st.builds(Absence, PEOPLE, st.none() | PEOPLE), max_size=6),
)
def test_whatever_is_noted_no_seat_is_counted_twice_and_jav_never_decides(present, asked):
    noted: list[Absence] = []
    for one in asked:
        if aside(one.person, one.stood_in_by, present=present, absences=noted) == []:
            noted.append(one)

    deciding = deciding_at(40, present, noted)

    assert not deciding & {one.person for one in noted}
    assert len(deciding) <= sum(one.part is Part.DECIDING for one in present)


def test_a_text_that_nobody_has_seen_is_not_written_over():
    write = {"stage": MeetingStage.CALLED, "now_stands": "ab"}

    assert obstacles_to_write(seen="ab", **write) == []
    assert codes(obstacles_to_write(seen="", **write)) == ["point_written_meanwhile"]
    held = write | {"stage": MeetingStage.HELD}
    assert codes(obstacles_to_write(seen="ab", **held)) == ["meeting_is_held"]


@pytest.mark.rule("R302")
@pytest.mark.parametrize("kind", ItemKind)
def test_what_is_raised_at_the_meeting_is_not_agreed_on(kind):
    found = codes(obstacles_to_raise(stage=MeetingStage.CALLED, kind=kind, heading="Läget"))

    assert found == ([] if kind in ("information", "discussion") else ["raised_to_decide"])


def test_what_is_raised_has_a_heading():
    asked = {"stage": MeetingStage.CALLED, "kind": ItemKind.DISCUSSION}

    assert codes(obstacles_to_raise(heading=" ", **asked)) == ["no_heading"]


NOW = datetime(2026, 3, 12, 10, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("told_at", "same", "again"),
    [
        (None, False, True),
        (NOW, True, False),
        (NOW, False, True),
        (NOW - QUARTER, True, True),
        (NOW - QUARTER + timedelta(seconds=1), True, False),
    ],
)
def test_the_journal_hears_of_each_writer_once_a_quarter(told_at, same, again):
    assert is_told_again(told_at=told_at, same_writer=same, now=NOW) is again
