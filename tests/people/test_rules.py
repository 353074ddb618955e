"""What stands in the way of entering a person."""

import pytest

from samverkan.people.rules import obstacles_to_enter

READY = {"name": "Anna Ek", "elected": False, "party": "", "email_taken": False}


def codes(**change) -> list[str]:
    return [one.code for one in obstacles_to_enter(**READY | change)]


def test_a_named_official_is_entered():
    assert codes() == []


def test_an_elected_person_may_have_a_party():
    assert codes(elected=True, party="S") == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "  "}, "no_name"),
        ({"party": "S"}, "party_on_official"),
        ({"email_taken": True}, "email_taken"),
    ],
)
def test_a_person_is_not_entered_when(change, code):
    assert codes(**change) == [code]
