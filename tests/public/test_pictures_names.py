"""How names are broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.public.pictures.names import WIDE, width_of, wrapped

ROOM = 12.9


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Länssamverkansgruppen", ["Länssamverkansgruppen"]),
        ("Beredning vuxna och äldre", ["Beredning vuxna och", "äldre"]),
        ("Tjänstemannastyrgrupper", ["Tjänstemannastyr-", "grupper"]),
        ("Socialtjänstberedningsutskottet", ["Socialtjänstberednings-", "utskottet"]),
        ("", []),
        ("\x00\x1f", []),
    ],
)
def test_a_name_is_broken_between_words_and_before_known_endings(name, lines):
    assert wrapped(name, ROOM) == lines


@given(st.text(max_size=160), st.floats(2 * WIDE, 30))
def test_no_line_is_wider_than_its_room_and_nothing_is_lost(text, room):
    lines = wrapped(text, room)

    assert all(width_of(line) <= room for line in lines)
    kept = "".join("".join(lines).split()).replace("-", "")
    assert all(sign in kept for sign in text if sign.isalnum())
