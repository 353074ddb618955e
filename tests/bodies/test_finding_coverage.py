"""Which levels of responsibility have arenas, and for whom."""

import pytest

from samverkan.bodies.choices import Responsibility
from samverkan.bodies.rules.findings import coverage
from samverkan.bodies.rules.findings.facts import Nominating, Uncovered
from samverkan.principals.choices import Side
from tests.bodies.snapshots import ASK, REGION, a_day, organ, seating

LEVELS = tuple(organ(20 + n, responsibility=level) for n, level in enumerate(Responsibility.values))
COUNCIL = LEVELS[0]


def cells(day, level):
    [row] = [one for one in coverage.coverage(day) if one.level == level]
    return {party.slug: [place.sitting for place in places] for party, places in row.places}


def test_bodies_whose_seats_no_text_counts_are_open_to_all():
    assert list(coverage.levels_uncovered(a_day(bodies=LEVELS))) == []


@pytest.mark.rule("R010")
def test_a_level_without_an_arena_is_told():
    [found] = coverage.levels_uncovered(a_day(bodies=LEVELS[1:]))

    assert (found.code, found.obstacle.facts["level"]) == ("level_without_arena", "fullmäktige")


@pytest.mark.rule("R082")
def test_a_level_uncovered_by_decision_is_a_note_with_its_reason():
    decided = Uncovered("council", "Svagt stöd i dialogerna.", "decided", "presentationen")

    [found] = coverage.levels_uncovered(a_day(bodies=LEVELS[1:], uncovered=(decided,)))

    assert (found.code, found.rule, found.source) == (
        "level_uncovered_by_decision",
        "R082",
        "presentationen",
    )


def test_an_empty_cell_is_told():
    day = a_day(bodies=LEVELS, seatings=(seating(REGION, body=COUNCIL.pk),))

    [found] = coverage.levels_uncovered(day)

    assert (found.code, found.principal, found.rule) == ("no_arena_at_level", "ask", "R010")


def test_who_is_nominated_for_by_a_federation_is_covered():
    federation = Nominating(5, "Kommunförbundet", Side.MUNICIPALITIES.value, None)
    seats = (seating(REGION, body=COUNCIL.pk), seating(None, body=COUNCIL.pk, nominator=5))
    day = a_day(bodies=LEVELS, seatings=seats, nominators=(federation,))

    assert list(coverage.levels_uncovered(day)) == []


def test_a_cell_counts_those_who_sit():
    body = organ(responsibility=Responsibility.COMMITTEE.value)
    day = a_day(bodies=(body,), seatings=(seating(ASK, 1, 2), seating(REGION)))

    assert cells(day, Responsibility.COMMITTEE) == {"ask": [1], "regionen": [1]}


def test_nothing_is_said_where_no_body_states_its_level():
    assert coverage.coverage(a_day()) == []
    assert list(coverage.levels_uncovered(a_day())) == []
