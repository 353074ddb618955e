"""Who sits where, what is vacant, who leads and by which rule; the same as a file."""

import csv
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.choices import Anchor, Extension, Office, TextKind, TextStage
from samverkan.bodies.models import (
    ChairExtension,
    ChairRule,
    DerivedSeat,
    GoverningText,
    Nominator,
    Parentage,
    TextVersion,
)
from samverkan.journal.fields import from_day
from samverkan.principals.models import Grouping, GroupingMembership
from samverkan.public.structure_words import chair_rule, span
from tests.factories import (
    LONG_AGO,
    BodyFactory,
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
)

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def radet(here):
    return BodyFactory(collaboration=here, slug="radet", name="Rådet", short_name="R")


@pytest.fixture
def told(read):
    """Return a body's page with its blanks made one."""

    def text(address: str = "/lanet/organ/radet/") -> str:
        return " ".join(read(address).replace(NBSP, " ").split())

    return text


@pytest.mark.rule("R013")
@pytest.mark.rule("R062")
def test_a_seat_that_must_be_held_and_is_not_stands_vacant(here, radet, told, read):
    quota = QuotaFactory(body=radet, principal__name="Malå kommun", principal__short_name="Malå")
    assert "okänt vilka som satt" in told()
    MissionFactory(body=radet)  # from here on it is known who sits

    text = told()

    assert "1 ordinarie plats är vakant, för Malå." in text
    assert '<span class="sv-vacant">Vakant</span>' in text
    assert "Ingen ersättare" in text
    assert "1 vakant plats" in read("/lanet/struktur/")
    assert "1 vakant plats" in read("/lanet/huvudman/")
    assert "Vakant" in read(f"/lanet/huvudman/{quota.principal.slug}/")


@pytest.mark.rule("R063")
@pytest.mark.rule("R093")
def test_a_seat_that_may_be_held_and_is_not_is_no_vacancy(radet, told):
    quota = QuotaFactory(body=radet, ordinary_max=2, substitutes_max=2)
    for substitute in (False, True):
        MissionFactory(body=radet, principal=quota.principal, substitute=substitute)

    text = told()

    assert "den enda plats som ska vara tillsatt är det." in text
    assert "Vakant" not in text
    assert text.count("Plats 2 används inte") == 2


@pytest.mark.rule("R012")
def test_a_seat_tells_what_stands_behind_it_and_who_decided(radet, told):
    mission = MissionFactory(
        body=radet,
        is_main=True,
        line_function="socialnämnden",
        appointed_by="Kommunfullmäktige",
        appointed_on=date(2022, 11, 14),
        paragraph="112",
        period=from_day(date(2023, 1, 1), date(2199, 1, 1)),
    )

    text = told()

    assert "Socialnämnden · 1 januari 2023 – 31 december 2198" in text
    assert "Utsedd av Kommunfullmäktige 14 november 2022, § 112" in text
    assert "huvudsaklig representant" in text
    assert "Socialnämnden" in told(f"/lanet/huvudman/{mission.principal.slug}/")


def test_somebody_who_sits_for_several_is_told_so(here, radet, told):
    person = PersonFactory(collaboration=here)
    mala, sorsele = (
        PrincipalFactory(collaboration=here, short_name=name) for name in ("Malå", "Sorsele")
    )
    other = BodyFactory(collaboration=here, short_name="LSG")
    MissionFactory(body=radet, principal=mala, person=person)
    MissionFactory(body=radet, principal=sorsele, person=person)
    MissionFactory(body=other, principal=mala, person=person)

    text = told()

    assert "Sitter också för Sorsele och i LSG<" in text
    assert "Sitter också för Malå och i LSG för Malå<" in text


def test_seats_of_a_nominator_and_seats_by_office(here, radet, told):
    federation = Nominator.objects.create(
        collaboration=here,
        slug="forbundet",
        name="Kommunförbundet",
        kind="federation",
        side="municipalities",
        period=LONG_AGO,
    )
    QuotaFactory(
        body=radet,
        principal=None,
        nominator=federation,
        held_by="ordförande i socialnämnden",
        anchor=Anchor.CONGRESS,
        years=4,
        anchored_on=date(2019, 3, 26),
    )
    mission = MissionFactory(body=radet, principal=None, nominator=federation)

    text = told()

    assert "Kommunförbundet" in text.split("<tbody")[1]
    assert "Platsen följer funktionen ordförande i socialnämnden" in text
    assert "Utses för fyra år i taget, räknat från 26 mars 2019" in text
    assert mission.person.name in text
    structure = told("/lanet/struktur/")
    assert "Förbund, utser för kommunerna" in structure


@pytest.mark.rule("R068")
def test_chairs_are_told_with_their_side_their_last_day_and_why_it_was_moved(here, radet, told):
    person = PersonFactory(collaboration=here, name="Anna Berg")
    term = ChairTermFactory(
        body=radet,
        person=person,
        side="municipalities",
        period=from_day(date(2024, 1, 1), date(2199, 1, 1)),
    )
    ChairExtension.objects.create(
        term=term,
        was_until=date(2025, 1, 1),
        until=date(2199, 1, 1),
        unanimous=True,
        reasons="Valet sköts upp.",
        decided_on=date(2024, 11, 12),
        point=47,
    )

    text = told()

    assert "Anna Berg, för kommunerna, till och med 31 december 2198 (förlängd)." in text
    assert (
        "Förlängd från 31 december 2024 genom enhälligt beslut den 12 november 2024, punkt 47. "
        "Skäl: Valet sköts upp." in text
    )


def test_who_led_before_and_who_is_chosen_next(radet, told):
    before = ChairTermFactory(body=radet, period=from_day(date(2020, 1, 1), date(2021, 1, 1)))
    coming = ChairTermFactory(body=radet, period=from_day(date(2199, 1, 1)))

    text = told()

    assert f"<dt>Därefter ordförande</dt><dd>{coming.person.name}" in text
    assert before.person.name in text.split("Tidigare ordförande")[1]


@pytest.mark.rule("R067")
@pytest.mark.rule("R068")
def test_the_rule_for_the_chair_is_told_with_whose_turn_it_is(radet, told):
    ChairRule.objects.create(
        body=radet,
        anchor=Anchor.CALENDAR_YEAR,
        alternates=True,
        opposite_sides=True,
        extension=Extension.UNANIMOUS,
        period=LONG_AGO,
        source="överenskommelsen § 5.1.3",
    )
    ChairTermFactory(body=radet, period=from_day(date(2015, 1, 1), date(2016, 1, 1)))
    assert "<b>Ordförande:</b> ingen är utsedd." in told()

    ChairTermFactory(body=radet, side="municipalities")

    text = told()
    assert "ingen är utsedd." not in text
    assert "för ett kalenderår. Ordförande och vice ordförande företräder var sin sida." in text
    assert "enhälligt beslut i gruppen" in text
    assert "Regionen har ordföranden nästa period." in text
    assert "Källa: överenskommelsen § 5.1.3" in text


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"anchor": Anchor.ELECTION}, "för mandatperioden efter allmänna val."),
        ({"anchor": Anchor.OPEN}, "tills vidare."),
        ({"chair_side": "region"}, "Ordföranden företräder alltid regionen."),
        ({"vice_chairs": 0}, "Någon vice ordförande utses inte."),
        ({"vice_chairs": 2}, "en andre vice ordförande."),
        ({"extension": Extension.DECISION}, "genom beslut i gruppen, om det finns skäl."),
    ],
)
def test_rules_of_other_counties_have_their_words(rule, said):
    plain = {
        "anchor": Anchor.CALENDAR_YEAR,
        "years": 1,
        "anchored_on": None,
        "alternates": False,
        "opposite_sides": False,
        "chair_side": "",
        "vice_chairs": 1,
        "extension": Extension.NO,
    }

    assert said in " ".join(chair_rule(plain | rule))


def test_a_committee_of_chairs_has_its_members_by_their_offices(here, radet, told):
    au = BodyFactory(collaboration=here, slug="au")
    first, second = (
        ChairTermFactory(body=radet, office=office).person.name
        for office in (Office.CHAIR, Office.VICE_CHAIR)
    )
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        DerivedSeat.objects.create(
            body=au, of_body=radet, office=office, part="seat", period=LONG_AGO
        )

    assert f"<b>Ledamöter:</b> {first} och {second}." in told("/lanet/organ/au/")


@pytest.mark.rule("R123")
@pytest.mark.rule("R142")
def test_seats_that_follow_an_office_are_told_apart_from_being_adjoined(here, radet, told):
    beredning, patient = (
        BodyFactory(collaboration=here, name=name) for name in ("Unga", "Patient")
    )
    chair = ChairTermFactory(body=beredning)
    for of_body, part in ((beredning, "seat"), (patient, "adjoined")):
        DerivedSeat.objects.create(
            body=radet, of_body=of_body, office="chair", part=part, period=LONG_AGO
        )

    text = told()

    assert "Adjungeras vid behov" in text
    assert f"<b>{chair.person.name}</b>" in text
    assert '<span class="sv-vacant">Ingen är utsedd</span>' in text


def test_above_below_and_before(here, radet, told):
    above, below, caucus = (
        BodyFactory(collaboration=here, name=name) for name in ("Ovan", "Under", "Förmötet")
    )
    Parentage.objects.create(child=radet, parent=above, period=LONG_AGO)
    Parentage.objects.create(child=below, parent=radet, period=LONG_AGO)
    Parentage.objects.create(child=caucus, parent=radet, relation="before", period=LONG_AGO)

    text = told()

    assert "Ovan</a>" in text.split("Hör till")[1].split("</div>")[0]
    assert "Under</a>" in text.split("Har under sig")[1].split("</div>")[0]
    assert "Förmötet</a>" in text.split("Förmöten")[1].split("</div>")[0]
    assert "möts före R" in told("/lanet/struktur/")


@pytest.mark.rule("R122")
def test_working_groups_stand_apart(here, radet, told):
    group = BodyFactory(collaboration=here, name="Arbetsgruppen", in_fixed_structure=False)
    Parentage.objects.create(child=group, parent=radet, period=LONG_AGO)

    fixed, apart = told("/lanet/struktur/").split("Utanför den fasta strukturen")

    assert "Arbetsgruppen" not in fixed
    assert "under R" in apart


def test_the_text_in_force_on_the_day_and_those_that_are_wanting(here, radet, told):
    radet.expected_texts = [TextKind.ASSIGNMENT, TextKind.WORK_ORDER]
    radet.save()
    text = GoverningText.objects.create(
        collaboration=here,
        slug="uppdrag",
        kind=TextKind.ASSIGNMENT,
        title="Rådets uppdrag",
        body=radet,
    )
    for number, since in ((1, date(2021, 1, 1)), (2, date(2023, 1, 1))):
        TextVersion.objects.create(
            text=text,
            number=number,
            stage=TextStage.ADOPTED,
            adopted_by=radet,
            adopted_on=since,
            valid_from=since,
        )
    TextVersion.objects.create(text=text, number=3, stage=TextStage.DRAFT)

    now, then = told(), told("/lanet/organ/radet/?datum=2022-01-01")

    assert "Version 2, antagen av Rådet den 1 januari 2023" in now
    assert "Version 1, antagen av Rådet den 1 januari 2021" in then
    assert "Arbetsordning</span>" in now
    assert "Version 3" not in now


def test_groupings_tell_who_is_outside_the_county(here, told):
    umea = PrincipalFactory(collaboration=here, slug="umea", short_name="Umeå")
    grouping = Grouping.objects.create(
        collaboration=here,
        slug="umearegionen",
        name="Umeåregionen",
        outside_members=["Örnsköldsvik"],
        period=LONG_AGO,
    )
    GroupingMembership.objects.create(grouping=grouping, principal=umea, period=LONG_AGO)

    assert "Utanför länet, inte part: Örnsköldsvik" in told("/lanet/struktur/")
    assert "Utanför länet ingår Örnsköldsvik" in told("/lanet/huvudman/umea/")


def table(client, address):
    response = client.get(address)
    written = b"".join(response.streaming_content).decode()
    assert written.startswith("\ufeff")
    return list(csv.DictReader(written.removeprefix("\ufeff").splitlines(), delimiter=";"))


def test_the_seats_as_a_file(client, here, radet):
    mission = MissionFactory(
        body=radet, person__elected=True, person__party="C", line_function="=socialnämnden"
    )
    ChairTermFactory(body=radet, person=mission.person, office=Office.VICE_CHAIR)
    vacant = QuotaFactory(body=radet)
    DerivedSeat.objects.create(
        body=radet, of_body=radet, office="chair", part="adjoined", period=LONG_AGO
    )
    MissionFactory(body__collaboration=here)

    held, adjoined, empty = table(client, "/lanet/organ/radet.csv")

    assert (held["Namn"], held["Parti"]) == (mission.person.name, "C")
    assert held["Uppdrag i organet"] == "vice ordförande"
    assert held["Nämnd eller verksamhet"] == "'=socialnämnden"
    assert adjoined["Slag"] == "adjungeras vid behov"
    assert (empty["Huvudman eller nominerande"], empty["Namn"]) == (
        vacant.principal.short_name,
        "vakant",
    )
    assert len(table(client, "/lanet/struktur.csv")) == 4


def test_the_file_is_of_the_day_too(client, radet):
    gone = MissionFactory(body=radet, ended=True)

    assert [row["Namn"] for row in table(client, "/lanet/organ/radet.csv?datum=2020-06-01")] == [
        gone.person.name
    ]
    assert table(client, "/lanet/organ/radet.csv") == []


def test_the_file_of_a_body_that_has_ended_is_of_its_last_day_as_the_page_is(here, client):
    gone = BodyFactory(collaboration=here, slug="gamla", ended=True)
    mission = MissionFactory(body=gone, period=gone.period)

    (row,) = table(client, "/lanet/organ/gamla.csv")

    assert row["Namn"] == mission.person.name
    assert table(client, "/lanet/organ/gamla.csv?datum=2021-01-02") == []


@pytest.mark.parametrize(
    ("first", "until", "said"),
    [
        (None, None, ""),
        (date(2020, 9, 1), None, "från 1 september 2020"),
        (None, date(2020, 9, 1), "till och med 31 augusti 2020"),
        (date(2026, 1, 1), date(2027, 1, 1), "1 januari 2026 – 31 december 2026"),
    ],
)
def test_periods_end_with_their_last_day(first, until, said):
    assert span(first, until).replace(NBSP, " ") == said


def _everything(here, radet, count):
    for _ in range(count):
        quota = QuotaFactory(body=radet, ordinary_max=2)
        mission = MissionFactory(body=radet, principal=quota.principal)
        other = BodyFactory(collaboration=here)
        MissionFactory(body=other, principal=quota.principal, person=mission.person)
        MissionFactory(body=radet, ended=True)
        Parentage.objects.create(child=other, parent=radet, period=LONG_AGO)
        DerivedSeat.objects.create(
            body=radet, of_body=other, office="chair", part="seat", period=LONG_AGO
        )
        ChairTermFactory(body=other, person=mission.person)
        GoverningText.objects.create(
            collaboration=here, slug=other.slug, kind="routine", title=other.name, body=radet
        ).versions.create(number=1, stage="adopted", adopted_by=other, adopted_on=date(2021, 1, 1))
        Nominator.objects.create(
            collaboration=here, slug=other.slug, name=other.name, kind="party", period=LONG_AGO
        )


@pytest.mark.parametrize("path", ["struktur/", "organ/radet/", "huvudman/"])
def test_many_rows_take_as_many_questions_as_one(here, radet, read, path):
    _everything(here, radet, 1)
    with CaptureQueriesContext(connection) as one:
        read(f"/lanet/{path}")

    _everything(here, radet, 29)

    with CaptureQueriesContext(connection) as thirty:
        read(f"/lanet/{path}")
    assert len(thirty) == len(one)
