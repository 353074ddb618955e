"""Personal identity numbers are found however they are written, and little else is."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan.documents.rules import identity_numbers_in
from tests.documents.numbers import FIRST, LAST, check_digit, number

SEPARATORS = ["", "-", "+", " ", "_", "–", "\u2011", "\u00a0", "\u202f", "—", " - ", "\u200b-"]
BORN = st.dates(date(1930, 1, 1), date(1999, 12, 31))
SERIAL = st.integers(1, 999)


@given(
    born=BORN,
    serial=SERIAL,
    separator=st.sampled_from(SEPARATORS),
    century=st.booleans(),
    coordination=st.booleans(),
    around=st.sampled_from([("", ""), ("Anna (", ")"), ("protokoll_", ".pdf"), ("x", "y")]),
)
def test_a_number_is_found_however_it_is_written(
    born, serial, separator, century, coordination, around
):
    first, last = number(born, serial, coordination=coordination)
    before, after = around
    text = f"{before}{'19' if century else ''}{first}{separator}{last}{after}"

    assert len(identity_numbers_in(text)) == 1


@given(born=BORN, serial=SERIAL, slip=st.integers(1, 9), separator=st.sampled_from(["", "-"]))
def test_a_wrong_check_digit_is_no_number(born, serial, slip, separator):
    first, last = number(born, serial)
    wrong = f"{first}{separator}{last[:3]}{(int(last[3]) + slip) % 10}"

    assert identity_numbers_in(wrong) == []


@given(
    year=st.integers(0, 99),
    month=st.integers(20, 99),
    day=st.integers(0, 99),
    serial=SERIAL,
    separator=st.sampled_from(["", "-", " "]),
)
def test_an_organisation_number_is_no_number(year, month, day, serial, separator):
    first = f"{year:02}{month:02}{day:02}"
    last = f"{serial:03}{check_digit(f'{first}{serial:03}')}"

    assert identity_numbers_in(f"{first}{separator}{last}") == []


@given(born=BORN, serial=SERIAL, around=st.tuples(st.integers(0, 999), st.integers(0, 999)))
def test_a_long_row_of_digits_is_no_number(born, serial, around):
    row = "{}{}{}{}".format(around[0], *number(born, serial), around[1])
    assume(len(row) > 12)

    assert identity_numbers_in(row) == []


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text):
    assert isinstance(identity_numbers_in(text), list)


@given(st.dates(), st.dates())
def test_days_are_no_numbers(first, second):
    assert identity_numbers_in(f"{first} – {second}, {first:%Y%m%d} {second:%Y-%m-%d}") == []


@pytest.mark.parametrize(
    "text",
    [
        "HSN 335-2019",
        "VLL 2105-2018",
        "Org.nr 232100-0222",
        "VAT-nr SE232100022201",
        "Bankgiro 5728-3061",
        "090-785 00 00",
        "070-123 45 67",
        "0701234561",
        "Tfn 0907120018",
        "+46701234567",
        "901 89 Umeå",
        "SE45 5000 0000 0583 9825 7466",
        "2018-09-27 kl. 13.05",
        "IMG_20180927_130512.jpg",
        "850709-0000",
        f"{FIRST}\n{LAST}",
    ],
)
def test_this_is_no_number(text):
    assert identity_numbers_in(text) == []


def test_a_mobile_number_is_taken_for_a_person_only_when_the_text_says_so():
    first, last = number(date(2007, 1, 23), 456)

    assert identity_numbers_in(f"Ring {first}{last}") == []
    assert identity_numbers_in(f"Personnummer: {first}{last}") == [f"{first}{last}"]
    assert identity_numbers_in(f"{first}-{last}") == [f"{first}-{last}"]


def test_every_number_of_a_text_is_returned():
    one, other = number(date(1950, 2, 28), 17), number(date(2000, 2, 29), 240)

    found = identity_numbers_in(f"{'-'.join(one)}, 20{''.join(other)} och {FIRST}_{LAST}")

    assert found == ["-".join(one), f"20{''.join(other)}", f"{FIRST}_{LAST}"]


def test_the_day_may_be_written_with_dashes():
    assert identity_numbers_in(f"1985-07-09-{LAST}") == [f"1985-07-09-{LAST}"]
