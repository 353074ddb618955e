"""What stands at the head of a principal's papers: checked, and from which day."""

from datetime import UTC, date, datetime

import pytest

from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.letterheads import Sender, letterheads_on, set_letterhead
from samverkan.principals.models import Letterhead
from samverkan.principals.rules import (
    is_bankgiro,
    is_organisation_number,
    obstacles_to_letterhead,
)
from samverkan.sentences import say
from tests.factories import PrincipalFactory

ACT = {"by": Actor("Anna Ask"), "now": datetime(2026, 3, 12, 11, 0, tzinfo=UTC)}
FIRST, LATER = date(2026, 1, 1), date(2026, 7, 1)
# As the proposal of 2018 carries it (source 000).
LANDSTING = Sender(
    name="Västerbottens läns landsting",
    address="Landstingshuset, Köksvägen 11, 901 89 Umeå",
    phone="090-785 00 00",
    email="landstinget@vll.se",
    organisation_number="232100-0222",
    vat_number="SE232100022201",
    bankgiro="5728-3061",
)


@pytest.fixture
def principal(db):
    return PrincipalFactory()


def refused(change, **facts):
    texts = LANDSTING.by_label | change
    known = {"first": FIRST, "until": None, "present": None, "present_first": None}
    found = obstacles_to_letterhead(texts=texts, **known | facts)
    assert all(say(one) for one in found)
    return [one.code for one in found]


@pytest.mark.rule("R323")
@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        (dict.fromkeys(["Organisationsnummer", "Momsnummer", "Bankgiro", "E-post"], ""), []),
        ({"Namn": " "}, ["letterhead_without_name"]),
        ({"Namn": "N" * 120}, []),
        ({"Namn": "N" * 121}, ["letterhead_too_long"]),
        (
            {"Organisationsnummer": "232100-0223"},
            ["not_an_organisation_number", "vat_number_of_another"],
        ),
        ({"Organisationsnummer": "2321000222", "Momsnummer": ""}, ["not_an_organisation_number"]),
        ({"Organisationsnummer": "", "Momsnummer": "SE2321"}, ["not_a_vat_number"]),
        ({"Momsnummer": "SE212000000101"}, ["vat_number_of_another"]),
        ({"Bankgiro": "5728-3062"}, ["not_a_bankgiro"]),
        ({"Bankgiro": "57283061"}, ["not_a_bankgiro"]),
        ({"E-post": "landstinget"}, ["email_not_an_address"]),
        ({"Telefon": "070-123 45 67"}, ["letterhead_is_a_mobile"]),
    ],
)
def test_a_letterhead_cannot_be_noted_when(change, codes):
    assert refused(change) == codes


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("232100-0222", True),
        ("000000-0000", False),
        ("811218-9876", False),
        ("232100-022", False),
    ],
)
def test_an_organisation_number_has_its_check_digit_and_is_no_persons(text, holds):
    assert is_organisation_number(text) == holds


@pytest.mark.parametrize(
    ("text", "holds"), [("5728-3061", True), ("123-4566", True), ("123-4567", False), ("", False)]
)
def test_a_bankgiro_has_its_check_digit(text, holds):
    assert is_bankgiro(text) == holds


def test_the_same_again_or_an_earlier_day_is_refused():
    present = {"present": LANDSTING.by_label, "present_first": LATER}

    assert refused({}, **present) == ["letterhead_unchanged"]
    assert refused({"Telefon": ""}, **present) == ["letterhead_before_present"]
    assert refused({"Telefon": ""}, **present | {"first": LATER}) == []
    assert refused({}, until=FIRST) == ["letterhead_ends_before_it_begins"]


def test_each_day_has_its_letterhead(principal):
    set_letterhead(principal.pk, LANDSTING, first=FIRST, **ACT)
    set_letterhead(principal.pk, Sender("Region Länet"), first=LATER, **ACT)

    assert letterheads_on([principal.pk], date(2025, 12, 31)) == {}
    assert letterheads_on([principal.pk], date(2026, 6, 30)) == {principal.pk: LANDSTING}
    assert letterheads_on([principal.pk], LATER) == {principal.pk: Sender("Region Länet")}
    assert Entry.objects.filter(verb="principal.letterhead_set").count() == 2


def test_told_again_for_the_same_day_it_is_put_right(principal):
    set_letterhead(principal.pk, Sender("Regoin"), first=FIRST, **ACT)
    set_letterhead(principal.pk, Sender("Region"), first=FIRST, **ACT)

    assert [one.name for one in Letterhead.objects.all()] == ["Region"]


def test_what_is_refused_changes_nothing(principal):
    with pytest.raises(StepRefused):
        set_letterhead(principal.pk, Sender("R", bankgiro="1"), first=FIRST, **ACT)

    assert not Letterhead.objects.exists()
    assert not Entry.objects.exists()
