from datetime import date

import pytest

from samverkan.bodies.choices import MissionKind
from samverkan.journal.fields import from_day
from samverkan.structures.places import lines_of, told
from samverkan.structures.rules import has_seat, loses_seat

SPRING = from_day(date(2026, 1, 1), date(2026, 7, 1))
AUTUMN = from_day(date(2026, 7, 1), date(2027, 1, 1))
ON = from_day(date(2026, 6, 30))


QUOTAS = [
    {"period": SPRING, "ordinary_max": 2, "substitutes_max": 1},
    {"period": AUTUMN, "ordinary_max": 1, "substitutes_max": 1},
]


@pytest.mark.parametrize(
    ("kind", "place", "period", "within"),
    [
        (MissionKind.ORDINARY, 2, SPRING, True),
        (MissionKind.ORDINARY, 2, ON, False),
        (MissionKind.ORDINARY, 1, ON, True),
        (MissionKind.SUBSTITUTE, 2, SPRING, False),
        (MissionKind.ORDINARY, 1, from_day(date(2030, 1, 1)), False),
    ],
)
def test_a_held_seat_is_within_the_quotas(kind, place, period, within):
    assert has_seat(QUOTAS, kind, place, period) is within


@pytest.mark.parametrize(
    ("was", "becomes", "counted", "held", "lost"),
    [
        ([SPRING, AUTUMN], [SPRING], [SPRING, AUTUMN], ON, True),
        ([SPRING, AUTUMN], [SPRING], [SPRING], ON, False),
        ([SPRING], [SPRING], [SPRING, AUTUMN], ON, False),
        ([SPRING], [], [SPRING], AUTUMN, False),
        ([from_day(None)], [AUTUMN], [from_day(None)], from_day(None), True),
    ],
)
def test_a_held_seat_is_lost_on_a_day_that_was_counted(was, becomes, counted, held, lost):
    assert loses_seat(was, becomes, counted, held) is lost


def test_lines_are_found_past_texts_and_lists():
    text = 'a = """\n[b]\nc = 1"""\n[[b]]\nc = [\n  "d = 1",\n]\n[[b.e]]\nf = 2\n[[b]]\nc = 3\n'

    assert lines_of(text) == {
        (): 1,
        ("a",): 1,
        ("b", 0): 4,
        ("b", 0, "c"): 5,
        ("b", 0, "e", 0): 8,
        ("b", 0, "e", 0, "f"): 9,
        ("b", 1): 10,
        ("b", 1, "c"): 11,
    }


def test_a_place_is_told_by_address_or_number_from_one():
    data = {"b": [{"slug": "x", "e": [{"f": 2}]}]}

    assert told(("b", 0, "e", 0, "f"), data) == "b[x].e[1].f"
