"""Rosters written: what is taken out can be sent back as it is."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from python_calamine import CalamineWorkbook

from samverkan.bodies.actions.rosters import send_roster
from samverkan.bodies.choices import NominatorKind
from samverkan.bodies.models import Nominator
from samverkan.bodies.rosters.columns import HEADINGS, WRITTEN
from samverkan.bodies.rosters.export import as_csv, as_xlsx, example, rows_of
from samverkan.bodies.rosters.queries import missions_to_write
from samverkan.journal.fields import from_day
from tests.bodies.roster_files import ods
from tests.factories import (
    LONG_AGO,
    TESTER,
    BodyFactory,
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
    UserFactory,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = NOW.date()
pytestmark = pytest.mark.django_db


@pytest.fixture
def county():
    """A collaboration with all sorts of missions, also some that no rule would let in today."""
    body = BodyFactory(name="Samråd")
    here = body.collaboration
    ask = PrincipalFactory(collaboration=here)
    QuotaFactory(body=body, principal=ask, ordinary_max=2)
    twins = [
        UserFactory(person=PersonFactory(collaboration=here, name="Bo Dubbel")).person
        for _ in range(2)
    ]
    MissionFactory(body=body, principal=ask, person=twins[0], is_main=True, paragraph="§ 12")
    MissionFactory(body=body, principal=ask, person=twins[1], place=2, appointed_on=ON)
    without = [PersonFactory(collaboration=here, name="Eva Dubbel") for _ in range(2)]
    MissionFactory(body=body, principal=ask, person=without[0], substitute=True)
    MissionFactory(body=body, person=without[1], line_function="socialnämnden")
    ending = from_day(date(2026, 1, 1), date(2027, 1, 1))
    MissionFactory(body=body, principal=None, person__name="Utan Huvudman", period=ending)
    namesakes = [BodyFactory(collaboration=here, name="Nätverket") for _ in range(2)]
    for one in namesakes:
        MissionFactory(body=one, person__name="-Streck, i namnet", person__title="=1+1")
    nominator = Nominator.objects.create(
        collaboration=here,
        slug="f",
        name="Förbundet",
        kind=NominatorKind.FEDERATION,
        period=LONG_AGO,
    )
    officials = BodyFactory(collaboration=here, name="Gruppen", sphere="officials")
    politician = PersonFactory(collaboration=here, name="Pia Politiker", politician=True)
    MissionFactory(body=officials, principal=None, nominator=nominator, person=politician)
    ChairTermFactory(body=body, person=twins[0])
    return here


def written(here):
    return list(rows_of(missions_to_write(here.pk, on=ON)))


def as_ods(rows):
    return ods(cells=[[HEADINGS[column] for column in WRITTEN], *rows])


@pytest.mark.parametrize("write", [as_csv, as_xlsx, as_ods])
def test_what_is_taken_out_changes_nothing_when_it_is_sent_back(county, write):
    rows = written(county)
    sent = {"name": "f", "data": write(rows), "by": TESTER, "now": NOW}

    roster = send_roster(county.pk, **sent)

    roster.refresh_from_db()
    assert roster.faults == []
    assert roster.plan == {
        "given": [],
        "ended": [],
        "corrected": [],
        "people": [],
        "unchanged": len(rows),
    }


def test_only_the_missions_of_the_day_and_the_body_are_written(county):
    MissionFactory(body__collaboration=county, ended=True)
    gruppen = county.bodies.get(name="Gruppen")

    assert len(written(county)) == 8
    assert missions_to_write(county.pk, on=ON, body=gruppen).get().body == gruppen
    assert not missions_to_write(county.pk, on=date(2019, 12, 31)).exists()


def test_no_cell_is_taken_for_a_formula(county):
    rows = written(county)

    text = as_csv(rows).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=1+1" in cells
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(rows)))
    assert "=1+1" in [cell for row in book.get_sheet_by_index(0).to_python() for cell in row]


def test_days_are_days_in_a_workbook(county):
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(written(county))))

    assert book.get_sheet_by_index(0).to_python()[1][4] == date(2020, 1, 1)


def test_the_template_is_read_as_it_is(county):
    sent = {"name": "mall.xlsx", "data": as_xlsx(example()), "by": TESTER, "now": NOW}

    roster = send_roster(county.pk, **sent)

    roster.refresh_from_db()
    assert [code for *_, code, _ in roster.faults] == [
        "roster_unknown_body",
        "roster_unknown_holder",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_writing_asks_two_questions_however_many(county, count, django_assert_num_queries):
    MissionFactory.create_batch(count, body__collaboration=county)

    with django_assert_num_queries(2):
        assert len(written(county)) == 8 + count
