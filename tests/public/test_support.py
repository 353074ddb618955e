"""The page about support and actors outside, as of a day, and its table."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from samverkan.bodies.models import CostShare, FunctionCost, OverlapNote
from samverkan.journal.fields import from_day
from samverkan.principals.choices import OutsideKind
from tests.bodies.functions import FunctionFactory, HolderFactory, OutsideFactory
from tests.factories import (
    AgreementFactory,
    BodyFactory,
    PrincipalFactory,
    SectionFactory,
    UserFactory,
)

PAGE = "/lanet/struktur/stod/"


@pytest.fixture
def function(here):
    return FunctionFactory(
        collaboration=here,
        name="Regionala koordinatorer",
        host__name="Region Länet",
        region_payer="Regionstyrelsen",
    )


def words(page: str) -> str:
    text = re.sub(r"<[^>]+>", " ", page.split("<main")[1])
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def cost(function, amount=1000, year=None, **facts):
    year = year or localdate().year
    return FunctionCost.objects.create(function=function, year=year, amount=amount, **facts)


@pytest.mark.rule("R160")
@pytest.mark.rule("R161")
def test_a_function_is_told_with_its_size_host_and_holders(function, read):
    holder = HolderFactory(function=function, share=Decimal("1.00"))
    UserFactory(person=holder.person, email="kim@regionen.example.invalid")

    page = read(PAGE)

    assert "2,0 årsarbetare hos Region Länet" in words(page)
    assert f"{holder.person.name}, 100 procent" in words(page)
    assert "1,00 årsarbetare utan innehavare" in words(page)
    assert "kim@regionen" not in page


@pytest.mark.rule("R165")
def test_the_split_is_told_in_words_with_who_pays_the_regions_part(function, read):
    said = words(read(PAGE))

    assert "Kommunerna står för 50 procent och regionen för 50 procent." in said
    assert "Regionens del betalas genom Regionstyrelsen." in said
    assert f"Kostnad {localdate().year} okänt" in said


def test_a_split_that_is_a_reading_says_so(here, read):
    FunctionFactory(collaboration=here, split_standing="assumed")

    assert "regionen för 50 procent (antaget)" in words(read(PAGE))


@pytest.mark.rule("R178")
@pytest.mark.rule("R179")
def test_each_principal_pays_for_its_own_and_the_paragraphs_are_quoted(function, read):
    agreement = AgreementFactory(collaboration=function.collaboration)
    own = "Respektive huvudman svarar för sina representanters kostnader i samverkansarbetet."
    SectionFactory(agreement=agreement, number="10", text=f"Först något annat.\n\n{own}")
    SectionFactory(agreement=agreement, number="8", text="Kostnaderna fördelas lika.")

    said = words(read(PAGE))

    assert f"{own} Överenskommelsen § 10" in said
    assert "Kostnaderna fördelas lika. Överenskommelsen § 8" in said
    assert "Först något annat" not in said


@pytest.mark.rule("R164")
def test_without_a_key_the_page_says_that_nothing_is_shared_further(function, read):
    cost(function, Decimal("1450000.01"))

    said = words(read(PAGE))

    assert "1 450 000,01 725 000 725 000,01" in said
    assert "ingen nyckel mellan kommunerna" in said


@pytest.mark.rule("R261")
def test_with_a_key_every_municipality_is_told_its_part(function, read):
    noted = cost(function, 1000, key_source="Samråd § 7")
    for name, weight in (("Ask", 3), ("Ahed", 1)):
        principal = PrincipalFactory(collaboration=function.collaboration, short_name=name)
        CostShare.objects.create(cost=noted, principal=principal, weight=weight)

    said = words(read(PAGE))

    assert "Efter den nyckel som står i: Samråd § 7." in said
    assert "Ask 3 375 Ahed 1 125" in said


def test_another_day_shows_what_was_then(here, function, read):
    HolderFactory(
        function=function,
        person__name="Då Varande",
        period=from_day(date(2021, 1, 1), date(2022, 1, 1)),
    )
    OutsideFactory(
        collaboration=here,
        name="Gamla förbundet",
        period=from_day(date(2010, 1, 1), date(2022, 1, 1)),
    )
    cost(function, 1000, year=2021)
    cost(function, 2345, year=2025)

    then, now = words(read(f"{PAGE}?datum=2021-06-01")), words(read(PAGE))

    assert "Då Varande, 50 procent" in then
    assert "Gamla förbundet" in then
    assert "2 345" not in then
    assert "Då Varande" not in now
    assert "Gamla förbundet" not in now
    assert "2 345" in now


def test_before_there_was_any_function_the_page_says_so(function, read):
    assert "Ingen koordinatorsfunktion är känd" in read(f"{PAGE}?datum=2019-10-03")


@pytest.mark.rule("R090")
def test_actors_are_told_by_sort_with_topics_contact_and_last_sync(here, read):
    actor = OutsideFactory(collaboration=here, name="Förbundet", contact="Kansliet")
    body = BodyFactory(collaboration=here)
    for on in (date(2025, 3, 1), date(2026, 3, 1)):
        OverlapNote.objects.create(actor=actor, body=body, on=on, note="Inget.")

    said = words(read(f"{PAGE}?datum=2026-06-01"))
    earlier = words(read(f"{PAGE}?datum=2025-06-01"))

    heading = "Finansiellt samordningsförbund Förbundet rehabilitering Kansliet"
    assert f"{heading} · senast avstämt 1 mars 2026" in said
    assert f"{heading} · senast avstämt 1 mars 2025" in earlier


@pytest.mark.rule("R023")
@pytest.mark.rule("R024")
def test_private_schools_are_no_parties_and_every_municipality_is_told(here, read):
    ask, _ = (PrincipalFactory(collaboration=here, short_name=name) for name in ("Ask", "Ahed"))
    OutsideFactory(
        collaboration=here,
        kind=OutsideKind.SCHOOL_CHANNEL,
        principal=ask,
        name="Skolrådet",
        contact="Skolchefen",
    )
    text = "Privata skolhuvudmän omfattas inte av denna överenskommelse."
    SectionFactory(agreement__collaboration=here, number="2", text=text)

    said = words(read(PAGE)).split("Privata skolhuvudmän är inte parter")[1]

    assert f"{text} Överenskommelsen § 2" in said
    assert "Ask Skolrådet Skolchefen" in said
    assert "Ahed inte angiven" in said


def test_another_collaborations_support_is_not_told(here, elsewhere, read):
    HolderFactory(function=FunctionFactory(collaboration=elsewhere, name="Deras funktion"))
    OutsideFactory(collaboration=elsewhere, name="Deras förbund")

    page = read(PAGE)

    assert "Deras" not in page
    assert "Här visas samordningsförbund" in page


def table(client, address="/lanet/struktur/stod.csv") -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return b"".join(response.streaming_content).decode("utf-8-sig").splitlines()


@pytest.mark.rule("R261")
def test_the_table_has_a_row_for_each_payer_and_sums_to_the_whole(function, client):
    noted = cost(function, Decimal("100.01"), source="=Budget", key_source="§ 7")
    for weight in (1, 2):
        principal = PrincipalFactory(collaboration=function.collaboration)
        CostShare.objects.create(cost=noted, principal=principal, weight=weight)

    rows = [row.split(";") for row in table(client)[1:]]

    assert [row[4:6] for row in rows] == [["16,67", "1"], ["33,33", "2"], ["50,01", ""]]
    assert rows[2][3] == "Regionen, genom Regionstyrelsen"
    assert {row[7] for row in rows} == {"'=Budget"}


def test_the_table_says_what_is_unknown(function, client):
    (row,) = table(client)[1:]

    assert row == f"Regionala koordinatorer;{localdate().year};okänt;;;;;;"


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_as_many_queries_however_many(
    count, here, django_assert_num_queries, client
):
    for _ in range(count):
        function = FunctionFactory(collaboration=here)
        HolderFactory.create_batch(2, function=function)
        CostShare.objects.create(
            cost=cost(function), principal=PrincipalFactory(collaboration=here), weight=1
        )
        actor = OutsideFactory(collaboration=here)
        OverlapNote.objects.create(
            actor=actor, body=BodyFactory(collaboration=here), on=date(2026, 1, 1), note="x"
        )
    client.get(PAGE)

    with django_assert_num_queries(11):
        client.get(PAGE)
