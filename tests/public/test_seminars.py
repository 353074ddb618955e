"""What everybody reads about the leadership seminar."""

import pytest
from django.utils.timezone import localdate

from samverkan.bodies.choices import TextKind
from samverkan.meetings.actions.seminar_before import propose_theme
from samverkan.meetings.actions.seminar_priorities import Area, note_fate, prioritise
from samverkan.meetings.actions.seminars import note_turnout
from samverkan.meetings.seminar_choices import Fate
from tests.bodies.texts import adopted as adopted_text
from tests.bodies.texts import sections
from tests.factories import CaseFactory, PrincipalFactory
from tests.meetings import seminars as make
from tests.meetings.seminars import then

LIST = "/lanet/seminarium/"
YEAR = localdate().year


@pytest.fixture
def arena(here):
    return make.seminar_body(here)


@pytest.fixture
def table(client):
    """Return the table of priorities as text."""

    def text():
        answer = client.get(f"{LIST}prioriterade-omraden.csv")
        return b"".join(answer.streaming_content).decode()

    return text


@pytest.mark.rule("R045")
def test_the_years_are_listed_with_those_that_are_missing(here, arena, read):
    assert "Här visas seminarierna år för år" in read(LIST)

    make.planned(here, YEAR)

    page = read(LIST)
    assert f"Seminariet {YEAR}" in page
    assert "Inget seminarium är inlagt för 2020" in page
    assert "Inte formulerade än." in page


@pytest.mark.rule("R050")
@pytest.mark.rule("R052")
def test_the_programme_is_public_when_it_is_adopted(here, arena, read):
    seminar = make.proposed(make.planned(here, YEAR))
    propose_theme(seminar.pk, seminar.planner_id, title="Ensamhet", **then())
    before = read(f"{LIST}{YEAR}/")
    item = make.point(make.owner(here))

    make.actions.adopt_programme(seminar.pk, item_id=item.pk, **then())

    after = read(f"{LIST}{YEAR}/")
    assert "Här visas programmet när det är fastställt." in before
    assert "Om hälsa och livsvillkor" not in before
    assert "Om hälsa och livsvillkor" in after
    assert f"organ/{item.body.slug}/moten/{item.meeting.on}/#punkt-7" in after
    assert "värna om medborgarnas hälsa" in after
    assert "Ensamhet" not in after  # what is proposed stays within until it is prioritised


@pytest.mark.rule("R048")
@pytest.mark.rule("R049")
@pytest.mark.rule("R087")
def test_areas_are_shown_with_last_years_and_their_fate(here, arena, read):
    last, this = make.held(here, YEAR - 2), make.held(here, YEAR - 1)
    old = prioritise(last.pk, Area("Trygg hemgång"), **then())
    note_fate(old.pk, Fate.DONE, told="Rutinen gäller.", **then())
    prioritise(this.pk, Area("Tidiga insatser", target_groups=["children"]), **then())

    page = read(f"{LIST}{YEAR - 1}/")

    assert "Tidiga insatser" in page
    assert "För barn och unga" in page
    assert "Rutinen gäller." in page


@pytest.mark.rule("R088")
def test_a_case_that_is_not_public_is_not_named(here, arena, read, table):
    held = make.held(here, YEAR - 1)
    raised, prepared = (
        CaseFactory(collaboration=here),
        CaseFactory(collaboration=here, prepared=True),
    )
    for number, case in enumerate((raised, prepared)):
        prioritise(held.pk, Area(f"Område {number}", case_number=case.number), **then())

    page, rows = read(f"{LIST}{YEAR - 1}/"), table()

    assert prepared.number in page
    assert raised.number not in page
    assert prepared.number in rows
    assert raised.number not in rows


@pytest.mark.rule("R039")
@pytest.mark.rule("R040")
def test_versions_of_the_values_are_shown_with_their_day(here, arena, read):
    seminar = make.held(here, 2025)
    day = seminar.on

    version = adopted_text(
        arena, TextKind.VALUES, on=day, written=sections({}, values="Invånaren först.")
    )

    page = read(f"{LIST}2025/")
    assert f"styrdokument/{version.text.slug}/?version=1" in page
    assert f"{LIST}2025/" in read(f"/lanet/styrdokument/{version.text.slug}/")


@pytest.mark.rule("R045")
def test_how_many_came_is_a_sum_that_says_what_is_known(here, arena, read):
    held = make.held(here, YEAR - 1)
    one, two = (PrincipalFactory(collaboration=here) for _ in range(2))

    note_turnout(held.pk, {one.pk: (6, 4), two.pk: (5, 3)}, **then())
    assert "7 av 11 inbjudna, från 2 huvudmän" in read(f"{LIST}{YEAR - 1}/")

    note_turnout(held.pk, {two.pk: (None, 3)}, **then())
    assert "7, från 2 huvudmän" in read(f"{LIST}{YEAR - 1}/")


def test_the_table_is_harmless_and_has_a_row_for_each_area(here, arena, table):
    held = make.held(here, YEAR - 1)
    prioritise(held.pk, Area("=1+1"), **then())

    rows = table().splitlines()

    assert rows[0].startswith("\ufeffÅr;Område;")
    assert rows[1].startswith(f"{YEAR - 1};'=1+1;")


def test_another_countys_seminar_is_not_shown(here, elsewhere, client, read):
    make.seminar_body(elsewhere)
    make.planned(elsewhere, YEAR)

    assert f"Seminariet {YEAR}" not in read(LIST)
    assert client.get(f"{LIST}{YEAR}/").status_code == 404


def test_a_year_without_a_seminar_is_not_found(here, client):
    assert client.get(f"{LIST}1999/").status_code == 404
    assert client.get(f"{LIST}99999999/").status_code == 404
