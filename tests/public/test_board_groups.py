"""The board of very many principals: groups of columns, and rows that open to names."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.journal.fields import from_day
from samverkan.principals.choices import Side
from samverkan.principals.counties import COUNTIES, county_of
from samverkan.principals.models import Grouping, GroupingMembership, Principal
from samverkan.public.board.groups import MOST_COLUMNS, groups_of, partition
from samverkan.public.queries.board import Column, GroupingRow
from tests.factories import LONG_AGO, DispatchFactory, PrincipalFactory, RecommendationFactory

BOARD = "/lanet/beslutslaget/"
CODES = list(COUNTIES)


def column(pk, name="", side=Side.MUNICIPALITIES, code=""):
    return Column(pk, f"k-{pk}", name or f"K{pk}", side.value, code)


def national(here, count=311):
    """Make a country of principals in their counties; every fifteenth is a region."""
    Principal.objects.bulk_create(
        Principal(
            collaboration=here,
            slug=f"kommun-{n}",
            name=f"{chr(65 + n % 26)}by {n} kommun",
            short_name=f"{chr(65 + n % 26)}by {n}",
            kind="region" if n % 15 == 0 else "municipality",
            side=Side.REGION if n % 15 == 0 else Side.MUNICIPALITIES,
            code=f"{CODES[n % 21]}{n % 100:02}" if n % 15 else CODES[n % 21],
            position=n,
            period=from_day(None),
        )
        for n in range(count)
    )
    recommendation = RecommendationFactory(collaboration=here, dispatched=True)
    principals = list(Principal.objects.filter(collaboration=here).order_by("position"))
    sent = DispatchFactory.build(recommendation=recommendation, principal=principals[0])
    type(sent).objects.bulk_create(
        type(sent)(
            recommendation=recommendation,
            principal=one,
            addressee=one.name,
            proposal={},
            sha256="",
            dispatched_at=recommendation.dispatched_at,
            state="approved" if one.position % 3 else "dispatched",
            decided_about="under våren" if one.position % 3 else "",
        )
        for one in principals
    )
    return recommendation


def test_a_code_tells_the_county():
    assert county_of("2480") == "24"
    assert county_of("24") == "24"
    assert county_of("0000") == ""
    assert county_of("") == ""


def test_groups_are_the_sides_the_groupings_and_the_counties():
    columns = [
        column(1, code="2401"),
        column(2, code="2501"),
        column(3, side=Side.REGION, code="24"),
    ]
    found = groups_of(columns, [GroupingRow("r8", "R8", [1, 99]), GroupingRow("tom", "Tom", [99])])

    assert {one.key: sorted(one.members) for one in found} == {
        "kommunerna": [1, 2],
        "regionerna": [3],
        "r8": [1],
        "lan-24": [1, 3],
        "lan-25": [2],
    }
    assert next(one.name for one in found if one.key == "regionerna") == "Regionen"


def test_a_group_of_everybody_is_no_choice():
    assert groups_of([column(1), column(2)], [GroupingRow("alla", "Alla", [1, 2])]) == []


def test_first_letters_are_offered_when_there_are_many_and_swedish_ones_come_last():
    columns = [column(n, name) for n, name in enumerate(["Öby", "Ask", "Äng", "Åby"] * 20)]

    assert [one.name for one in groups_of(columns, [])] == ["A", "Å", "Ä", "Ö"]


@pytest.mark.parametrize(
    ("columns", "groupings", "keys"),
    [
        ([column(1, code="2401"), column(2, code="2501")], [], ["lan-24", "lan-25"]),
        (
            [column(1, code="2401"), column(2, code="2501"), column(3)],
            [],
            ["lan-24", "lan-25", "ovriga"],
        ),
        (
            [column(1), column(2), column(3)],
            [GroupingRow("norr", "Norr", [1]), GroupingRow("syd", "Syd", [2])],
            ["norr", "syd", "ovriga"],
        ),
        (
            [column(1, "Ask"), column(2, "Bro")],
            [GroupingRow("norr", "Norr", [1]), GroupingRow("syd", "Syd", [1])],
            ["bokstav-a", "bokstav-b"],
        ),
    ],
)
def test_each_principal_is_in_one_part(columns, groupings, keys):
    parts = partition(columns, groups_of(columns, groupings))

    assert [one.key for one in parts] == keys
    assert sorted(pk for one in parts for pk in one.members) == [one.pk for one in columns]


@pytest.mark.rule("R154")
def test_311_principals_are_shown_as_counts_in_each_county(here, read):
    national(here)

    page = read(BOARD)

    assert page.count('class="sv-board__principal"') == 21
    assert len(re.findall(r"\d+ av 15|\d+ av 14", page)) >= 21
    assert "207 av 311 har beslutat" in page
    assert "Visa namnen" in page
    assert len(page) < 150_000


def test_a_row_opens_to_every_name(here, read):
    one = national(here)

    page = read(f"{BOARD}?oppna={one.number}")

    assert page.count(f"rekommendationer/{one.number}/#kommun-") == 2 * 311  # wide, and narrow
    assert "Dölj namnen" in page


def test_a_group_shows_its_own_principals(here, read):
    national(here)

    page = read(f"{BOARD}?grupp=lan-24")

    assert page.count('class="sv-board__principal"') == 14
    assert "207 av 311 har beslutat" in page
    assert "Västerbottens län</caption>" in page


def test_a_side_that_is_too_wide_is_shown_by_county(here, read):
    national(here)

    assert read(f"{BOARD}?grupp=kommunerna").count('class="sv-board__principal"') == 21
    assert read(f"{BOARD}?grupp=regionerna").count('class="sv-board__principal"') == 21


def test_many_principals_take_no_more_questions(client, here):
    client.get(BOARD)
    with CaptureQueriesContext(connection) as few:
        client.get(BOARD)
    national(here, MOST_COLUMNS * 3)
    with CaptureQueriesContext(connection) as many:
        client.get(BOARD)

    assert len(many) <= len(few) + 1  # an empty board asks for no answers


def test_a_grouping_of_today_can_be_chosen(here, read):
    inside = PrincipalFactory(collaboration=here, short_name="Inne")
    PrincipalFactory(collaboration=here, short_name="Ute")
    RecommendationFactory(collaboration=here)
    grouping = Grouping.objects.create(
        collaboration=here, slug="r8", name="R8", period=LONG_AGO, standing="source"
    )
    GroupingMembership.objects.create(
        grouping=grouping, principal=inside, period=LONG_AGO, standing="source"
    )

    head = read(f"{BOARD}?grupp=r8").split("<thead>")[1].split("</thead>")[0]

    assert ">Inne</a>" in head
    assert ">Ute</a>" not in head
