"""The clear description: the whole structure as one document, on any day."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.models import (
    ChairRule,
    CoordinatorFunction,
    DerivedSeat,
    GoverningText,
    Parentage,
    Succession,
    TextVersion,
)
from samverkan.documents import pdf
from samverkan.documents.wording import DEMONSTRATION
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.principals.models import OutsideActor
from samverkan.public.describing import document as documents
from samverkan.public.describing.document import document, numbered, sheets_of
from samverkan.public.queries.description import listings_on
from samverkan.public.views import description as views
from tests.factories import (
    LONG_AGO,
    BodyFactory,
    ChairTermFactory,
    MissionFactory,
    PrincipalFactory,
    QuotaFactory,
)

TODAY = date(2026, 11, 22)
ADDRESS = "/lanet/struktur/beskrivning/"
PDF = "/lanet/struktur/beskrivning.pdf"


def described(here, on=TODAY):
    listings = listings_on(here.pk, on)
    return document(here, on, numbered(listings), listings=listings)


def part(here, number, on=TODAY):
    return next(one for one in described(here, on)["parts"] if one["number"] == number)


def facts(blocks):
    """Return the facts and the rows of the tables as one dictionary."""
    return {row[0]: " | ".join(row[1:]) for block in blocks for row in block["rows"]}


def told(here, number="3", chapter=0):
    return facts(part(here, number)["chapters"][chapter]["blocks"])


@pytest.mark.rule("R014")
def test_the_whole_structure_is_one_document_with_contents(here, read):
    BodyFactory(collaboration=here, name="Samråd", slug="samrad")
    page = read(ADDRESS)

    for heading in documents.HEADINGS.values():
        assert heading in page
    assert '<a href="#organ-samrad">3.1 Samråd</a>' in page
    assert '<h3 id="organ-samrad">' in page


@pytest.mark.rule("R015")
def test_both_levels_are_described_and_what_is_outside_stands_for_itself(here):
    for name, facts_of in {
        "Samråd": {},
        "Seminariet": {"sphere": "both"},
        "LSG": {"sphere": "officials"},
        "Gruppen": {"kind": "working_group", "in_fixed_structure": False},
    }.items():
        BodyFactory(collaboration=here, name=name, **facts_of)

    headings = {
        one["number"]: [chapter["heading"] for chapter in one["chapters"]]
        for one in described(here)["parts"]
    }

    assert headings["3"] == ["Samråd", "Seminariet"]
    assert headings["4"] == ["LSG"]
    assert headings["5"] == ["Gruppen"]


@pytest.mark.rule("R015")
def test_what_the_sources_do_not_say_is_said_to_be_so(here):
    BodyFactory(collaboration=here, purpose="", mandate="", assignment_set_by="")
    unsaid = told(here)

    for label in ("Syfte", "Uppdrag", "Uppdraget fastställs av", "Rapporterar till"):
        assert unsaid[label] == "Framgår inte av källorna."


def test_a_body_reports_to_the_one_above_and_prepares_for_it(here):
    samrad = BodyFactory(collaboration=here, name="Samråd", position=1)
    committee = BodyFactory(collaboration=here, name="AU", preparing=True, position=2)
    Parentage.objects.create(child=committee, parent=samrad, period=LONG_AGO)

    assert told(here)["Har under sig"] == "AU"
    assert told(here, chapter=1)["Rapporterar till"] == "Samråd"
    assert told(here, chapter=1)["Bereder frågor för"] == "Samråd"


@pytest.mark.rule("R062")
def test_seats_and_those_who_sit_are_told_in_words(here):
    body = BodyFactory(collaboration=here)
    for name, most in (("Aspa", 1), ("Berga", 1), ("Cedra", 2)):
        principal = PrincipalFactory(collaboration=here, short_name=name)
        QuotaFactory(body=body, principal=principal, ordinary_max=most)
    mission = MissionFactory(
        body=body, principal=principal, person__politician=True, line_function="socialnämnden"
    )
    substitute = MissionFactory(body=body, principal=principal, substitute=True)
    rows = told(here)

    assert rows["Platser"].split("\n") == [
        "Aspa och Berga: 1 ordinarie, 1 ersättare var.",
        "Cedra: 1–2 ordinarie, 1 ersättare.",
    ]
    assert rows["Cedra"] == f"{mission.person.name} (P), socialnämnden | {substitute.person.name}"
    assert rows["Aspa"] == "vakant | –"


def test_chairs_and_their_rule_are_told_in_words(here):
    body = BodyFactory(collaboration=here)
    ChairRule.objects.create(
        body=body, anchor="calendar_year", alternates=True, extension="unanimous", period=LONG_AGO
    )
    term = ChairTermFactory(body=body, side="region")
    rows = told(here)

    assert (
        rows["Leder nu"] == f"Ordförande: {term.person.name}, för regionen, från 1\xa0januari 2020"
    )
    assert "enhälligt beslut" in rows["Ordförandeskap"]


@pytest.mark.rule("R142")
def test_a_seat_that_follows_an_office_and_being_adjoined_are_told_apart(here):
    group = BodyFactory(collaboration=here, name="LSG", position=1)
    for name, part_given in (("Beredningen", "seat"), ("Rådet", "adjoined")):
        giver = BodyFactory(collaboration=here, name=name, position=2)
        ChairTermFactory(body=giver, person__name=f"Ordförande i {name}")
        DerivedSeat.objects.create(
            body=group, of_body=giver, office="chair", part=part_given, period=LONG_AGO
        )
    rows = told(here)

    assert "Ordföranden i Beredningen har plats genom sitt uppdrag." in rows["Platser"]
    assert "Ordföranden i Rådet adjungeras vid behov, utan plats." in rows["Platser"]
    assert rows["Ordförande i Beredningen"] == "Ordförande i Beredningen | –"
    assert "Ordförande i Rådet" not in rows


def test_governing_texts_are_told_and_those_that_are_missing(here):
    body = BodyFactory(collaboration=here, expected_texts=["assignment", "work_order"])
    text = GoverningText.objects.create(
        collaboration=here, slug="ao", kind="work_order", title="Arbetsordning", body=body
    )
    for number, stage, adopted in ((1, "proposed", None), (2, "adopted", date(2026, 3, 1))):
        TextVersion.objects.create(
            text=text, number=number, stage=stage, adopted_on=adopted, adopted_by=body
        )

    assert told(here)["Styrdokument"].split("\n") == [
        f"Arbetsordning, version 2, antagen av {body.name} 1\xa0mars 2026",
        "Uppdragsbeskrivning saknas",
    ]


@pytest.mark.rule("R006")
def test_how_a_question_goes_follows_from_what_the_bodies_may_do(here):
    BodyFactory(collaboration=here, short_name="Samråd")
    BodyFactory(collaboration=here, short_name="AU", preparing=True)
    first, second = part(here, "2")["blocks"][0]["lines"]

    assert "AU bereder frågor åt andra organ." in first
    assert "Samråd kan enas om en rekommendation till huvudmännen." in first
    assert second.startswith("En rekommendation är inget beslut.")
    assert "i egen rätt" not in second


def test_support_and_those_outside_are_told(here):
    CoordinatorFunction.objects.create(
        collaboration=here,
        slug="koordinatorer",
        name="Regionala koordinatorer",
        full_time_equivalents=Decimal("2.00"),
        host=PrincipalFactory(collaboration=here, region=True, name="Region Länet"),
        municipalities_percent=Decimal(50),
        region_percent=Decimal(50),
        split_standing="assumed",
        period=LONG_AGO,
    )
    OutsideActor.objects.create(
        collaboration=here,
        slug="samfund",
        name="Samordningsförbundet",
        kind="coordination_association",
        period=LONG_AGO,
    )
    function, actors = part(here, "6")["chapters"]
    rows = facts(function["blocks"])

    assert rows["Omfattning"] == "2 årsarbetare"
    assert rows["Kostnaden delas"] == "Kommunerna 50 procent, regionen 50 procent (antaget)."
    assert rows["Kommunernas del"] == (
        "Hur kommunernas del fördelas mellan dem framgår inte av källorna."
    )
    assert facts(actors["blocks"])["Samordningsförbundet"].startswith("Finansiellt samordning")


@pytest.mark.rule("R326")
def test_what_was_before_is_told_with_heirs_and_how_sure_that_is(here):
    heir = BodyFactory(collaboration=here, name="Nya rådet", period=from_day(date(2020, 9, 1)))
    old = BodyFactory(collaboration=here, name="Gamla rådet", ended=True)
    Succession.objects.create(predecessor=old, heir=heir, standing="assumed")

    assert facts(part(here, "7")["blocks"])["Gamla rådet"].endswith("Nya rådet (antaget)")
    assert told(here)["Tog över efter"] == "Gamla rådet (antaget)"


def test_every_source_is_told_with_what_it_says(here):
    BodyFactory(collaboration=here, name="Samråd", source="överenskommelsen § 5.1")
    BodyFactory(collaboration=here, name="Utan källa")
    table, without = part(here, "8")["blocks"]

    assert table["rows"] == [["Överenskommelsen § 5.1", "Samråd"]]
    assert "Utan källa" in without["lines"][0]


def test_the_description_is_of_the_day_asked_for(here, read):
    BodyFactory(collaboration=here, name="Gamla organet", slug="gamla", ended=True)
    BodyFactory(collaboration=here, name="Nya organet", period=from_day(date(2020, 9, 1)))
    then = read(f"{ADDRESS}?datum=2019-10-03")

    assert '<h3 id="organ-gamla">' in then
    assert "/lanet/organ/gamla/?datum=2019-10-03" in then
    assert "Nya organet" not in then


def test_an_empty_county_has_the_same_parts_and_says_so(here, read):
    page = read(ADDRESS)

    assert "Inga organ för förtroendevalda fanns den här dagen." in page
    assert "Inga organ har upphört." in page


def test_another_collaboration_is_not_described(here, elsewhere, read):
    for name in ("Någon annans organ", "Någon annans gamla organ"):
        BodyFactory(collaboration=elsewhere, name=name, ended="gamla" in name)
    PrincipalFactory(collaboration=elsewhere, name="Någon annans kommun")

    assert "Någon annans" not in read(ADDRESS)


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_questions_however_many_bodies(here, client, count):
    for body in BodyFactory.create_batch(count, collaboration=here):
        quota = QuotaFactory(body=body)
        MissionFactory(body=body, principal=quota.principal)
        ChairTermFactory(body=body)
        ChairRule.objects.create(body=body, period=LONG_AGO)
        Parentage.objects.create(
            child=body, parent=BodyFactory(collaboration=here, ended=True), period=LONG_AGO
        )
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS).status_code == 200

    assert len(asked) == 26


@pytest.fixture
def many(here, monkeypatch):
    """Five bodies of the elected and one of officials, where a sheet has room for two."""
    monkeypatch.setattr(documents, "MOST_ROWS", 2 * documents.ROWS_OF_A_BODY)
    monkeypatch.setattr(views, "MOST_ROWS", 2 * documents.ROWS_OF_A_BODY)
    monkeypatch.setattr(views, "MOST_PRINTED", 3 * documents.ROWS_OF_A_BODY)
    for number in range(1, 6):
        BodyFactory(collaboration=here, name=f"Politiskt {number}", position=number)
    BodyFactory(collaboration=here, name="Tjänstepersoners", sphere="officials", position=6)


def test_a_long_description_is_cut_in_sheets_of_one_part_each(many, here):
    sheets = sheets_of(numbered(listings_on(here.pk, TODAY)))

    assert [[one.number for one in sheet] for sheet in sheets] == [
        ["3.1", "3.2"],
        ["3.3", "3.4"],
        ["3.5"],
        ["4.1"],
    ]


def test_a_sheet_shows_its_own_bodies_and_leads_to_the_others(many, read):
    first, third = read(ADDRESS), read(f"{ADDRESS}?datum=2026-01-01&blad=3")

    assert "Så går en fråga</h2>" in first
    assert "Politiskt 1</h3>" not in first
    assert "Inga organ" not in first.replace("Inga organ har upphört", "")
    assert 'href="?blad=3"' in first
    assert "Politiskt 3</h3>" in third
    assert "Politiskt 1</h3>" not in third
    assert 'href="?datum=2026-01-01&amp;blad=5"' in third


@pytest.mark.parametrize("sheet", ["0", "6", "x", "²"])
def test_a_sheet_that_does_not_exist_is_not_found(many, client, sheet):
    assert client.get(f"{ADDRESS}?blad={sheet}").status_code == 404


def test_what_is_too_long_to_print_is_refused_with_a_sentence(many, client, read):
    response = client.get(PDF)

    assert response.status_code == 404
    assert "Beskrivningen är för lång för ett enda dokument: 6 organ." in response.content.decode()
    assert PDF not in read(ADDRESS)


def test_the_printed_document_is_the_same_text(here, client, monkeypatch):
    monkeypatch.setattr(pdf, "description_pdf", lambda text: f"%PDF {len(text['parts'])}".encode())
    response = client.get(PDF)

    assert response["Content-Type"] == "application/pdf"
    assert response.content == b"%PDF 8"


def test_each_table_is_a_region_with_a_name_of_its_own(here, read):
    for body in BodyFactory.create_batch(2, collaboration=here):
        MissionFactory(body=body)
    names = re.findall(r'role="region" tabindex="0" aria-label="([^"]+)"', read(ADDRESS))

    assert len(names) >= 2
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", ["struktur/beskrivning.pdf", "struktur/bild.pdf"])
@pytest.mark.parametrize(("is_demo", "said"), [(True, DEMONSTRATION), (False, "")])
def test_the_papers_of_a_demonstration_say_so(here, client, monkeypatch, path, is_demo, said):
    Collaboration.objects.filter(pk=here.pk).update(is_demo=is_demo)
    told = []
    for name in ("description_pdf", "picture_pdf"):
        monkeypatch.setattr(pdf, name, lambda text: told.append(text["notice"]) or b"%PDF")

    client.get(f"/lanet/{path}")

    assert told == [said]
    assert (DEMONSTRATION in client.get("/lanet/struktur/").content.decode()) is is_demo
