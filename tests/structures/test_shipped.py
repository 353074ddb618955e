"""Västerbotten's own structure, as it is shipped."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Sum
from django.utils import timezone

from samverkan.agreements.models import Agreement
from samverkan.agreements.queries import section_of
from samverkan.bodies.choices import Anchor, TextStage
from samverkan.bodies.models import (
    Body,
    ChairRule,
    CoordinatorFunction,
    DerivedSeat,
    Quota,
    Succession,
    TextVersion,
    UncoveredLevel,
)
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration, Entry
from samverkan.principals.choices import Standing
from samverkan.principals.models import Grouping, OutsideActor, Principal
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked, problems_of
from samverkan.structures.queries import plan_for, stored_structure
from samverkan.structures.schema import Structure
from samverkan.structures.writing import SCHEMAS, files_of, write_folder, write_schemas

STRUCTURES = Path(__file__).parents[2] / "structures"
TODAY = date(2026, 3, 12)
COUNTIES = ("vasterbotten", "solvik", "fjallmark")
AREAS = ("principals", "bodies", "agreements")


@pytest.fixture(scope="module")
def shipped() -> Structure:
    return read("vasterbotten")


@pytest.fixture
def loaded(db, shipped) -> Collaboration:
    load_structure(shipped, by=SYSTEM, now=timezone.now())
    return Collaboration.objects.get(slug="vasterbotten")


def read(county: str) -> Structure:
    reading = checked(STRUCTURES / county)
    assert reading.faults == []
    return reading.structure()


def row_counts() -> dict[str, int]:
    models = (model for area in AREAS for model in apps.get_app_config(area).get_models())
    return {model.__name__: model.objects.count() for model in models}


# --- All of them, the invented ones too ----------------------------------------------------------


@pytest.mark.parametrize("county", COUNTIES)
def test_loading_again_changes_nothing(db, county):
    load_structure(read(county), by=SYSTEM, now=timezone.now())
    before = row_counts()

    plan = load_structure(read(county), by=SYSTEM, now=timezone.now())

    assert plan.changes == ()
    assert row_counts() == before
    assert Entry.objects.get().verb == "structure.loaded"


@pytest.mark.parametrize("county", COUNTIES)
def test_what_is_stored_is_what_the_files_say(db, county):
    load_structure(read(county), by=SYSTEM, now=timezone.now())

    assert stored_structure(county) == read(county)


@pytest.mark.parametrize("county", COUNTIES)
def test_loading_what_was_dumped_changes_nothing(db, county, tmp_path):
    load_structure(read(county), by=SYSTEM, now=timezone.now())
    write_folder(stored_structure(county), tmp_path)

    reading = checked(tmp_path)

    assert reading.faults == []
    assert reading.structure() == read(county)
    assert plan_for(reading.structure()).changes == ()


def test_all_live_side_by_side(db):
    for county in COUNTIES:
        load_structure(read(county), by=SYSTEM, now=timezone.now())

    assert [stored_structure(county) for county in COUNTIES] == [*map(read, COUNTIES)]


@pytest.mark.parametrize("county", COUNTIES)
def test_a_structure_that_stands_in_no_files_has_no_faults(county):
    assert problems_of(read(county)) == []


@pytest.mark.parametrize("county", COUNTIES)
def test_it_loads_in_few_statements(db, county, django_assert_max_num_queries):
    structure = read(county)
    with django_assert_max_num_queries(63):
        load_structure(structure, by=SYSTEM, now=timezone.now())


def test_the_editors_schemas_are_those_of_the_code(tmp_path):
    for written in write_schemas(tmp_path):
        assert written.read_text() == (STRUCTURES / "schema" / written.name).read_text()


@pytest.mark.parametrize("county", COUNTIES)
def test_every_file_names_its_schema(county):
    for name in files_of(read(county)):
        if name.endswith(".toml"):
            path = STRUCTURES / county / name
            first = path.read_text().partition("\n")[0]
            assert first.startswith("#:schema ")
            schema = path.parent / first.removeprefix("#:schema ")
            assert json.loads(schema.read_text())["title"] == SCHEMAS[schema.name[:-12]].__name__


# --- Västerbotten --------------------------------------------------------------------------------


@pytest.mark.rule("R021")
def test_there_are_fifteen_municipalities_and_the_region(loaded):
    principals = Principal.objects.filter(collaboration=loaded)

    assert principals.count() == 16
    assert principals.filter(kind="municipality", side="municipalities").count() == 15
    assert principals.filter(kind="municipality", standing=Standing.OUTSIDE).count() == 15
    assert principals.get(kind="region").side == "region"
    assert principals.get(kind="region").former_names.get().name == "Västerbottens läns landsting"
    assert dict(principals.values_list("short_name", "code"))["Åsele"] == "2463"


def test_nine_municipalities_and_the_region_are_in_the_sami_area(loaded):
    sami = Principal.objects.filter(collaboration=loaded, languages__contains="sami")

    assert sami.filter(kind="municipality").count() == 9
    assert sami.filter(kind="region").exists()
    assert sami.get(languages__contains=["finnish", "meankieli"]).name == "Umeå kommun"


def test_every_municipality_is_in_one_grouping(loaded):
    groupings = Grouping.objects.filter(collaboration=loaded)
    members = groupings.values_list("memberships__principal__short_name", flat=True)

    assert [grouping.name for grouping in groupings] == [
        "Skellefteå-Norsjö",
        "Södra Lappland",
        "Umeåregionen",
    ]
    assert len(members) == len(set(members)) == 15


@pytest.mark.rule("R062")
@pytest.mark.rule("R064")
@pytest.mark.rule("R092")
@pytest.mark.rule("R093")
@pytest.mark.rule("R094")
@pytest.mark.rule("R063")
@pytest.mark.parametrize(
    ("code", "least", "most", "region"), [("N01", 18, 20, 3), ("N06", 19, 21, 4)]
)
def test_the_seats_add_up(loaded, code, least, most, region):
    quotas = Quota.objects.filter(body__code=code, period__contains=TODAY)

    total = quotas.aggregate(least=Sum("ordinary_min"), most=Sum("ordinary_max"))
    assert total == {"least": least, "most": most}
    assert quotas.count() == 16
    of_region = quotas.get(principal__kind="region")
    assert (of_region.ordinary_max, of_region.substitutes_max) == (region, region)
    two = quotas.filter(ordinary_max=2, principal__kind="municipality")
    assert set(two.values_list("principal__short_name", flat=True)) == {"Umeå", "Skellefteå"}


@pytest.mark.rule("R061")
@pytest.mark.rule("R072")
@pytest.mark.rule("R104")
@pytest.mark.rule("R123")
@pytest.mark.rule("R131")
@pytest.mark.rule("R137")
@pytest.mark.rule("R142")
def test_offices_give_seats_by_themselves(loaded):
    seats = DerivedSeat.objects.values_list("body__code", "of_body__code", "office", "part")

    assert set(seats) == {
        ("N01", "N06", "chair", "rapporteur"),
        ("N02", "N01", "chair", "seat"),
        ("N02", "N01", "vice_chair", "seat"),
        ("N06", "N08", "chair", "seat"),
        ("N06", "N09", "chair", "seat"),
        ("N06", "N10", "chair", "seat"),
        ("N06", "N11", "chair", "adjoined"),
        ("N07", "N06", "chair", "seat"),
        ("N07", "N06", "vice_chair", "seat"),
    }


@pytest.mark.rule("R330")
def test_the_old_structure_ended_when_the_new_began(loaded):
    bodies = Body.objects.filter(collaboration=loaded)
    codes = {f"N{nr:02}" for nr in range(1, 13)}

    now = bodies.filter(period__contains=date(2020, 9, 1))
    before = bodies.filter(period__contains=date(2020, 8, 31))
    assert set(now.values_list("code", flat=True)) == codes
    assert set(before.values_list("code", flat=True)) == {f"O{nr:02}" for nr in range(1, 18)}
    assert set(Succession.objects.values_list("standing", flat=True)) == {Standing.ASSUMED}


@pytest.mark.rule("R328")
@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2019, 5, 1), "Länssamordningsgrupp"), (TODAY, "Länssamverkansgruppen")],
)
def test_lsg_is_another_group_on_another_day(loaded, day, name):
    assert Body.objects.get(short_name="LSG", period__contains=day).name == name


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("Samråd för vård och omsorg", "N01"),
        ("Länsamverkansgruppen", "N06"),
        ("Länssamverkan gruppen", "N06"),
        ("Beredning för barn och unga", "N08"),
        ("Samverkansråd för patientsäkerhet", "N11"),
        ("AC- konsensus", "O01"),
    ],
)
def test_old_spellings_find_their_body(loaded, alias, code):
    assert Body.objects.get(aliases__name=alias).code == code


@pytest.mark.rule("R008")
def test_inner_decisions_are_owned_by_one_body_each(loaded):
    owned = dict(
        Body.objects.filter(code__in=["N01", "N06"]).values_list("code", "inner_decisions")
    )

    assert "Länssamverkansgruppens uppdragsbeskrivning" in owned["N01"]
    assert "ledningsseminariets program" in owned["N01"]
    assert "uppföljningens former och tidplan" in owned["N01"]
    assert "rutiner för ärendeflödet" in owned["N06"]
    assert "beredningarnas och rådens uppdrag" in owned["N06"]
    assert set(owned["N01"]) & set(owned["N06"]) == {"den egna arbetsordningen"}


@pytest.mark.rule("R122")
@pytest.mark.rule("R130")
def test_working_groups_are_outside_the_fixed_structure(loaded):
    outside = Body.objects.filter(in_fixed_structure=False, period__contains=TODAY)

    assert set(outside.values_list("code", flat=True)) == {"N04", "N05", "N12"}


def test_the_steering_group_begins_at_point_76(loaded):
    group = Body.objects.get(slug="politisk-styrgrupp-regionkommun-2019")

    assert (group.first_point, group.power, group.quotas.count()) == (76, "recommends", 0)


@pytest.mark.rule("R164")
def test_the_coordinators_split_says_how_sure_it_is(loaded):
    functions = CoordinatorFunction.objects.values_list(
        "slug", "full_time_equivalents", "municipalities_percent", "split_standing"
    )

    assert set(functions) == {
        ("regionala-koordinatorer", 2, 50, Standing.SOURCE),
        ("hjalpmedelskoordinator", 1, 50, Standing.ASSUMED),
    }


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (
            "7",
            "Samverkansprocessen ska ha en tydlig anknytning till huvudmännens linjefunktioner. "
            "Det innebär att frågor som ska lyftas till en annan ansvarsnivå, ska gå via "
            "respektive huvudmans ordinarie linjefunktion.\n\n"
            "Frågeställningen skall också dokumenteras för att ge god kvalitet i beredning. I "
            'utredningen "Organisering av samverkan mellan regionkommunen och länets kommuner '
            'avseende vård och omsorg", finns förslag till konkret hantering av ärendeflödet.\n\n'
            "Beskrivning av rutiner för ärendeflödet beslutas av Länssamverkansgruppen.",
        ),
        (
            "11",
            "Överenskommelsen gäller tills vidare, om ingen av parterna säger upp den. Uppsägning "
            "av överenskommelsen ställs skriftligen till Samråd vård och omsorg. Överenskommelsen "
            "upphör att gälla tolv månader efter det att en sådan skrivelse behandlats av Samråd "
            "vård och omsorg.",
        ),
        (
            "3",
            "Samverkan skall ske med utgångspunkt från den gemensamma värdegrund och de "
            "gemensamma mål för samverkan, som ska tas fram, vid det första ledningsseminariet "
            "(hösten 2020).\n\nLedningsseminariet reviderar formuleringarna vid behov. \\*\n\n"
            "\\* Med grund i det första ledningsseminariet hösten 2020 har Framtidsbild Nära vård "
            "2030 arbetats fram. Den ska genomsyra samverkan och ange riktningen framåt.",
        ),
    ],
)
def test_the_agreement_is_word_for_word(loaded, number, text):
    assert section_of(loaded.pk, number).text == text


def test_the_agreement_keeps_its_own_spelling_and_says_what_it_does_not_say(loaded):
    agreement = Agreement.objects.get(collaboration=loaded)
    text = "\n".join(agreement.sections.values_list("text", flat=True))

    assert agreement.sections.count() == 35
    assert "Länssamverkan gruppen har som sitt uppdrag" in text
    assert "bereds i Länsamverkansgruppen" in text
    assert len(agreement.main_points) == 8
    assert all(point in section_of(loaded.pk, "1").text for point in agreement.main_points)
    assert "ingen dag för ikraftträdande" in agreement.period_note


@pytest.mark.parametrize("county", COUNTIES)
def test_every_fact_has_its_source(county):
    structure = read(county)
    parts = [*structure.principals, *structure.groupings, *structure.nominators]
    parts += [*structure.bodies, *structure.functions, *structure.outside_actors]
    parts += structure.collaboration.uncovered_levels
    for body in structure.bodies:
        parts += [*body.quotas, *body.derived_seats, *body.heirs, *body.chair_rules]
        parts += body.rhythms
    for principal in structure.principals:
        parts += principal.former_names
    for text in structure.texts:
        parts += [version for version in text.versions if version.stage != TextStage.DRAFT]

    assert [part for part in parts if not part.source] == []


@pytest.mark.parametrize(("code", "extension"), [("N01", "unanimous"), ("N06", "decision")])
def test_the_chair_swaps_sides_every_calendar_year(loaded, code, extension):
    rule = ChairRule.objects.get(body__code=code)

    assert (rule.anchor, rule.years) == (Anchor.CALENDAR_YEAR, 1)
    assert (rule.alternates, rule.opposite_sides, rule.chair_side) == (True, True, "")
    assert (rule.extension, rule.vice_chairs) == (extension, 1)
    assert ChairRule.objects.count() == 2


def test_each_assignment_is_set_by_the_body_that_the_agreement_names(loaded):
    setters = Body.objects.exclude(setter=None).values_list("code", "setter__code")

    assert set(setters) == {
        ("N06", "N01"), ("N08", "N06"), ("N09", "N06"), ("N10", "N06"), ("N11", "N06"),
    }  # fmt: skip


@pytest.mark.rule("R060")
@pytest.mark.rule("R091")
def test_lsg_prepares_for_samrad_and_samrad_for_regionledningsmotet(loaded):
    preparers = Body.objects.exclude(prepared_by=None).values_list("code", "prepared_by__code")

    assert set(preparers) == {("N01", "N06"), ("N04", "N01")}


def test_hjalpmedelsradet_needs_no_work_order_to_begin_by(loaded):
    expected = dict(Body.objects.exclude(expected_texts=[]).values_list("code", "expected_texts"))

    assert expected["N10"] == ["assignment"]
    assert expected["N11"] == expected["N08"] == expected["N09"] == ["assignment", "work_order"]
    assert expected["N06"] == ["assignment", "work_order", "routine"]
    assert expected["N01"] == ["work_order"]
    assert expected["N03"] == ["values", "target"]


def test_assignment_and_staffing_are_looked_over_every_second_year(loaded):
    looked_over = Body.objects.filter(review_months=24).values_list("code", flat=True)

    assert set(looked_over) == {"N08", "N09", "N10", "N11"}


def test_the_assignment_of_lsg_carries_the_values(loaded):
    assert "values" in Body.objects.get(code="N06").required_sections
    assert Body.objects.get(code="N08").required_sections == [
        "goals", "functions", "appointment", "feedback", "reporting", "follow_up",
    ]  # fmt: skip


def test_five_work_orders_are_proposed_and_no_text_is_invented(loaded):
    versions = TextVersion.objects.filter(text__collaboration=loaded)

    proposed = versions.filter(stage="proposed", text__kind="work_order")
    assert set(proposed.values_list("text__body__code", flat=True)) == {
        "N01", "N06", "N08", "N09", "N11",
    }  # fmt: skip
    drafts = versions.filter(stage="draft").values_list("text__title", flat=True)
    assert set(drafts) == {"Gemensam värdegrund och gemensamma mål", "Framtidsbild Nära vård 2030"}
    for version in versions:
        (section,) = version.sections
        assert "finns inte i källorna" in section["text"]


def test_the_council_level_has_no_arena_and_the_reason_is_told(loaded):
    level = UncoveredLevel.objects.get(collaboration=loaded)

    assert (level.responsibility, level.standing) == ("council", Standing.ASSUMED)
    assert "Svagt stöd" in level.reason
    assert not Body.objects.filter(responsibility="council").exists()


def test_who_stands_outside_is_only_what_a_source_names(loaded):
    assert OutsideActor.objects.get(collaboration=loaded).kind == "parallel_structure"
