"""Checking a roster: every fault of every kind, placed, in one run. No database."""

from dataclasses import replace
from datetime import date

import pytest

from samverkan.bodies.choices import MissionKind, Sphere
from samverkan.bodies.rosters.checks import check
from samverkan.bodies.rosters.reading import read
from samverkan.bodies.rosters.world import (
    KnownBody,
    KnownHolder,
    KnownMission,
    KnownPerson,
    World,
    key_of,
)
from samverkan.bodies.rules.seats import Seats
from samverkan.journal.fields import from_day
from tests.bodies.roster_files import csv, row

LONG = from_day(date(2020, 1, 1))
ENDING = from_day(date(2020, 1, 1), date(2030, 1, 1))
ASK, AHED = ("principal", 1), ("principal", 2)
ORDINARY = MissionKind.ORDINARY
SEAT = (1, ASK, ORDINARY)
OTHER = {"Namn": "Olle Annan"}
SAMRAD = KnownBody(1, "Samråd", "samrad", ENDING, Sphere.POLITICAL, (LONG,))
GROUP = KnownBody(2, "Gruppen", "gruppen", LONG, Sphere.OFFICIALS)
COMMITTEE = KnownBody(3, "Samråds AU", "au", LONG, Sphere.POLITICAL, (), (LONG,))
TWINS = [KnownBody(n, "Tvilling", f"tvilling-{n}", LONG, Sphere.BOTH) for n in (4, 5)]
FORMER = KnownBody(
    6, "Tvilling", "gamla", from_day(date(2010, 1, 1), date(2020, 1, 1)), Sphere.BOTH
)


def by_name(*known):
    names = {}
    for one in known:
        names.setdefault(key_of(one.name), []).append(one)
    return names


def stored(pk=9, *, seat=SEAT, person=7, first=date(2025, 1, 1), until=None, **noted):
    return {seat: [KnownMission(pk, seat, person, first, until, **noted)]}


def world(**changes):
    usual = World(
        today=date(2026, 11, 22),
        bodies=by_name(SAMRAD, GROUP, COMMITTEE, *TWINS, FORMER),
        holders=by_name(
            KnownHolder(ASK, "Ask kommun", LONG),
            KnownHolder(AHED, "Ahed kommun", from_day(date(2020, 1, 1), date(2028, 1, 1))),
        ),
        people=by_name(
            KnownPerson(7, "Maj Ledamot", elected=True, email="maj@example.invalid"),
            KnownPerson(8, "Tina Tjänst"),
            KnownPerson(11, "Bo Dubbel", email="bo1@example.invalid"),
            KnownPerson(12, "Bo Dubbel", email="bo2@example.invalid"),
        ),
        quotas={(1, ASK): [(LONG, Seats(1, 1, 1))]},
        emails={"maj@example.invalid": 7, "elsewhere@example.invalid": None},
    )
    return replace(usual, **changes)


def intended(*rows, **changes):
    reading = read(csv(rows), name="f")
    return check(reading.columns, reading.rows, unread=reading.faults, world=world(**changes))


def faults(*rows, **changes):
    found = intended(*rows, **changes).faults
    return [(fault.cell, fault.obstacle.code) for fault in found]


def ours(**cells):
    """Return a row that would be read in, with other cells; it ends as the body does."""
    return row(**{"Till": "2029-12-31"} | cells)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({}, []),
        ({"Namn": ""}, [("A2", "roster_value_missing")]),
        ({"Organ": ""}, [("B2", "roster_value_missing")]),
        ({"Huvudman": ""}, [("C2", "roster_value_missing")]),
        ({"Uppdrag": ""}, [("D2", "roster_value_missing")]),
        ({"Från": ""}, [("E2", "roster_value_missing")]),
        ({"Organ": "Samrod"}, [("B2", "roster_body_misspelled")]),
        ({"Organ": "Xyz"}, [("B2", "roster_unknown_body")]),
        ({"Organ": "Tvilling"}, [("B2", "roster_body_unclear")]),
        ({"Huvudman": "Ask komun"}, [("C2", "roster_holder_misspelled")]),
        ({"Huvudman": "Xyz"}, [("C2", "roster_unknown_holder")]),
        ({"Huvudman": "Ahed kommun"}, [("C2", "holder_not_there")]),
        ({"Huvudman": "Ahed kommun", "Till": "2027-12-31"}, [("C2", "no_seat")]),
        ({"Uppdrag": "adjungerad"}, [("D2", "roster_wrong_kind")]),
        ({"Från": "snart"}, [("E2", "roster_bad_day")]),
        ({"Från": "03/04/2027"}, [("E2", "roster_day_unclear")]),
        ({"Från": "2029-12-31"}, []),
        ({"Från": "2030-01-01"}, [("F2", "ends_before_beginning")]),
        ({"Från": "2020-01-01"}, []),
        ({"Från": "2019-12-31"}, [("E2", "before_the_body")]),
        ({"Till": "2030-01-01"}, [("F2", "after_the_body")]),
        ({"Till": "tills vidare"}, [("F2", "after_the_body")]),
        ({"Till": "snart"}, [("F2", "roster_bad_day")]),
        ({"Organ": "Samråds AU"}, [("B2", "seat_is_derived")]),
        ({"Parti": "x" * 20}, []),
        ({"Parti": "x" * 21}, [("G2", "roster_cell_too_long")]),
        ({"Organ": "Gruppen", "Namn": "Tina Tjänst"}, []),
        (
            {"Organ": "Gruppen", "Namn": "Tina Tjänst", "Parti": "P"},
            [("G2", "roster_party_on_official")],
        ),
        (
            {"Organ": "Gruppen", "Namn": "Ny Tjänst", "Parti": "P"},
            [("G2", "roster_party_on_official")],
        ),
        ({"E-post": "maj@example.invalid"}, []),
        ({"E-post": "maj"}, [("G2", "roster_wrong_email")]),
        ({"E-post": "annan@example.invalid"}, [("G2", "roster_email_differs")]),
        ({**OTHER, "E-post": "maj@example.invalid"}, [("G2", "roster_email_taken")]),
        ({**OTHER, "E-post": "elsewhere@example.invalid"}, [("G2", "roster_email_taken")]),
        ({"Namn": "Bo Dubbel"}, [("A2", "roster_name_unclear")]),
        ({"Namn": "Bo Dubbel", "E-post": "bo2@example.invalid"}, []),
        ({"Huvudsaklig": "ja"}, []),
        ({"Huvudsaklig": "kanske"}, [("G2", "roster_wrong_main")]),
        ({"Utsedd den": "i fjol"}, [("G2", "roster_bad_day")]),
        ({"Namn": "850709-9813"}, [("A2", "roster_identity_number")]),
    ],
)
def test_a_row_says_what_is_wrong_in_which_cell(cells, found):
    assert faults(ours(**cells)) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([{}, OTHER], [("D3", "seats_taken")]),
        ([{"Till": "2027-12-31"}, {**OTHER, "Från": "2027-12-31"}], [("D3", "seats_taken")]),
        ([{"Till": "2027-12-31"}, {**OTHER, "Från": "2028-01-01"}], []),
        ([{}, {**OTHER, "Uppdrag": "suppleant"}], []),
        ([{}, {}], [("rad 3", "roster_row_twice")]),
        ([{}, {"Namn": "MAJ  ledamot"}], [("rad 3", "roster_row_twice")]),
        ([{}, {"Från": "2028-01-01"}], [("A3", "already_has_the_seat")]),
        (
            [{**OTHER, "E-post": "a@b.se"}, {"Namn": "Eva Ny", "E-post": "a@b.se"}],
            [("D3", "seats_taken"), ("G3", "roster_email_twice")],
        ),
        (
            [
                {**OTHER, "E-post": "a@b.se"},
                {**OTHER, "E-post": "c@d.se", "Uppdrag": "ersättare"},
                {**OTHER, "Organ": "Gruppen"},
            ],
            [("A4", "roster_name_unclear")],
        ),
    ],
)
def test_rows_are_checked_against_each_other(rows, found):
    assert faults(*(ours(**cells) for cells in rows)) == found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (OTHER, [("D2", "seats_taken")]),
        ({**OTHER, "Från": "2024-12-31", "Till": "2024-12-31"}, []),
        ({**OTHER, "Från": "2024-12-31", "Till": "2025-01-01"}, [("D2", "seats_taken")]),
        ({}, [("A2", "already_has_the_seat")]),
        ({"Uppdrag": "ersättare"}, []),
    ],
)
def test_rows_are_checked_against_what_is_stored(cells, found):
    assert faults(ours(**cells), missions=stored()) == found


def test_a_stored_mission_that_a_later_row_ends_makes_room():
    found = intended(
        ours(**OTHER, Från="2027-07-01"),
        ours(Från="2025-01-01", Till="2027-06-30"),
        missions=stored(),
    )

    assert found.faults == []
    assert [(one.mission, one.until) for one in found.ended] == [(9, date(2027, 7, 1))]
    assert [(one.name, one.first) for one in found.given] == [("Olle Annan", date(2027, 7, 1))]


@pytest.mark.parametrize("till", ["", "2029-12-31"])
def test_a_row_like_a_stored_mission_changes_nothing(till):
    until = date(2030, 1, 1)
    found = intended(row(Från="2025-01-01", Till=till), missions=stored(until=until))

    assert (found.faults, found.unchanged, found.counts()["ended"]) == ([], 1, 0)


def test_a_mission_that_has_ended_is_not_made_longer():
    missions = stored(until=date(2028, 1, 1))

    assert faults(ours(Från="2025-01-01"), missions=missions) == [("F2", "roster_ends_later")]


def test_what_is_noted_otherwise_is_put_right_and_what_is_empty_is_left():
    cells = {"Från": "2025-01-01", "Paragraf": "§ 12", "Utsedd av": ""}
    found = intended(row(**cells), missions=stored(appointed_by="kommunstyrelsen"))

    assert [dict(one.noted) for one in found.corrected] == [{"paragraph": "§ 12"}]


def test_one_is_the_main_representative():
    quotas = {(1, ASK): [(LONG, Seats(1, 2, 2))]}
    both = [ours(Huvudsaklig="ja"), ours(**OTHER, Huvudsaklig="x")]

    assert faults(*both, quotas=quotas) == [("G3", "roster_main_taken")]


def test_of_two_with_one_name_the_one_who_sits_there_is_meant():
    missions = stored(person=12)
    found = intended(row(Namn="Bo Dubbel", Från="2025-01-01"), missions=missions)

    assert (found.faults, found.unchanged) == ([], 1)


def test_the_body_of_that_day_is_meant_when_several_have_had_the_name():
    found = intended(ours(Organ="tvilling", Från="2015-01-01", Till="2019-12-31", Huvudman=""))

    assert (found.faults, found.given[0].seat.body) == ([], FORMER)


def test_a_new_person_is_one_in_all_rows_and_elected_by_party_or_body():
    found = intended(
        ours(**OTHER),
        ours(**OTHER, Organ="Gruppen", **{"E-post": "olle@example.invalid"}),
        ours(Namn="Eva Ny", Organ="Gruppen"),
    )

    assert [(one.name, one.elected, one.email) for one in found.people.values()] == [
        ("Olle Annan", True, "olle@example.invalid"),
        ("Eva Ny", False, ""),
    ]


def test_names_may_stand_in_two_columns_or_turned():
    cells = ours()
    del cells["Namn"]
    two = intended({"Förnamn": "Maj", "Efternamn": "Ledamot"} | cells)
    turned = intended(ours(Namn="Ledamot, Maj"))

    assert [one.given[0].person for one in (two, turned)] == [7, 7]


def test_forty_faults_among_five_thousand_rows_are_all_found_and_placed():
    bodies = by_name(*(KnownBody(n, f"Organ {n}", f"o{n}", LONG, Sphere.BOTH) for n in range(500)))
    rows = [{**ours(), "Namn": f"Person {n}", "Organ": f"Organ {n % 500}"} for n in range(5_000)]
    wrong = range(100, 5_000, 125)
    for n in wrong:
        rows[n]["Från"] = "32/13 2027"
    steps = []

    reading = read(csv(rows), name="f")
    found = check(reading.columns, reading.rows, world=world(bodies=bodies), progress=steps.append)

    assert len(wrong) == 40
    assert [fault.cell for fault in found.faults] == [f"E{n + 2}" for n in wrong]
    assert steps == list(range(250, 5_001, 250))
