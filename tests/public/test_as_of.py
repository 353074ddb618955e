"""The structure on any day: which day is asked for, and what is shown of it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.choices import Office
from samverkan.bodies.models import BodyAlias, Succession
from samverkan.days import asked_day
from samverkan.journal.fields import from_day
from samverkan.principals.models import FormerName
from tests.factories import (
    BodyFactory,
    ChairTermFactory,
    MissionFactory,
    PrincipalFactory,
    QuotaFactory,
)

TODAY = date(2026, 11, 22)
THEN = date(2019, 10, 3)
CHANGE = date(2020, 9, 1)
BEFORE, AFTER = from_day(None, CHANGE), from_day(CHANGE)


@pytest.mark.parametrize("text", ["2019-10-03", "2019-10-3", " 3 oktober  2019 ", "3 Oktober 2019"])
def test_a_day_is_read_as_people_write_it(text):
    asked = asked_day(text, TODAY)

    assert (asked.on, asked.as_of, asked.problem) == (THEN, "?datum=2019-10-03", "")


@pytest.mark.parametrize("text", ["", "2026-11-22", "22 november 2026"])
def test_today_needs_no_address_of_its_own(text):
    asked = asked_day(text, TODAY)

    assert (asked.is_today, asked.as_of) == (True, "")


NONSENSE = [
    "igår",
    "2019-02-31",
    "31 februari 2019",
    "0001-01-01",
    "9999-12-31",
    "1899-12-31",
    "2201-01-01",
    "2019",
    "٢٠١٩-١٠-٠٣",
    "2019-10-03T00:00",
    "<script>",
    "%00",
]


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_no_day_is_today_with_what_was_typed(text):
    asked = asked_day(text, TODAY)

    assert (asked.on, asked.text) == (TODAY, text)
    assert "Här visas hur det är i dag." in asked.problem


@pytest.mark.parametrize("text", ["igår", "0001-01-01", "\0"])
@pytest.mark.parametrize("path", ["struktur/", "organ/radet/", "huvudman/", "huvudman/umea/"])
def test_nonsense_gives_the_page_of_today_with_one_sentence(client, here, path, text):
    BodyFactory(collaboration=here, slug="radet")
    PrincipalFactory(collaboration=here, slug="umea")

    response = client.get(f"/lanet/{path}", {"datum": text})

    assert response.status_code == 200
    assert response.context["is_today"]
    assert response.context["asked_day"].text == text
    assert response.content.decode().count("govuk-error-message") == 1


FILES = [
    "struktur.csv",
    "organ/radet.csv",
    "struktur/tackning.csv",
    "struktur/stod.csv",
    "struktur/bild.pdf",
    "struktur/bild/fortroendevalda.svg",
    "struktur/beskrivning.pdf",
]


@pytest.mark.parametrize("path", FILES)
def test_for_what_is_no_day_there_is_no_file(client, here, path):
    BodyFactory(collaboration=here, slug="radet")

    response = client.get(f"/lanet/{path}", {"datum": "2019-02-30"})

    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "”2019-02-30” är ingen dag att visa." in response.content.decode()


def test_the_edges_of_time_are_days_too(here, read):
    for on in ("1900-01-01", "2200-12-31"):
        assert "Du läser strukturen" in read(f"/lanet/struktur/?datum={on}")


@pytest.mark.rule("R326")
@pytest.mark.rule("R330")
def test_the_structure_before_and_after_the_change(here, read):
    old = BodyFactory(collaboration=here, name="Gamla rådet", period=BEFORE)
    new = BodyFactory(collaboration=here, name="Nya rådet", period=AFTER)
    Succession.objects.create(predecessor=old, heir=new, standing="assumed")

    before, after = (
        read(f"/lanet/struktur/?datum={on}").split("Där förtroendevalda möts")[1]
        for on in (date(2020, 8, 31), CHANGE)
    )

    assert "Gamla rådet</a>" in before.split("<aside")[0]
    assert "Nya rådet</a> (antaget)" in before.split("<aside")[0]
    assert "Gamla rådet</a>" not in after.split("<aside")[0]
    assert "Nya rådet</a>" in after.split("<aside")[0]


def test_another_day_is_said_and_kept_by_the_links(here, read):
    body = BodyFactory(collaboration=here, slug="radet")

    page = read("/lanet/struktur/?datum=2021-01-02")

    assert "strukturen som den var den 2\N{NO-BREAK SPACE}januari 2021" in page
    assert '<a href="/lanet/struktur/">Till i dag</a>' in page
    assert f'href="/lanet/organ/{body.slug}/?datum=2021-01-02"' in page
    assert "som det var den" in read("/lanet/organ/radet/?datum=2021-01-02")
    assert "Du läser" not in read("/lanet/struktur/")


def test_a_body_that_was_not_there_says_so_and_leads_to_its_own_days(here, read):
    BodyFactory(collaboration=here, slug="nya", name="Nya rådet", period=AFTER)
    BodyFactory(collaboration=here, slug="gamla", name="Gamla rådet", period=BEFORE)

    new, old = (
        read("/lanet/organ/nya/?datum=2019-10-03"),
        read("/lanet/organ/gamla/?datum=2021-01-02"),
    )

    assert "Nya rådet fanns inte den 3\N{NO-BREAK SPACE}oktober 2019" in new
    assert 'href="/lanet/organ/nya/?datum=2020-09-01"' in new
    assert 'href="/lanet/organ/gamla/?datum=2020-08-31"' in old
    assert "<h2" not in old.split("<main")[1]


def test_a_body_that_will_be_is_shown_as_on_its_first_day(here, read):
    body = BodyFactory(collaboration=here, slug="nya", period=from_day(date(2199, 1, 1)))
    mission = MissionFactory(body=body, period=from_day(date(2199, 1, 1)))

    page = read("/lanet/organ/nya/")

    assert "Organet finns inte än." in page
    assert mission.person.name in page


def test_who_sat_there_then(here, read):
    body = BodyFactory(collaboration=here, slug="radet")
    umea = PrincipalFactory(collaboration=here, slug="umea")
    seat = {"body": body, "principal": umea}
    first = MissionFactory(**seat, period=from_day(date(2021, 1, 1), date(2023, 1, 1)))
    second = MissionFactory(**seat, period=from_day(date(2023, 1, 1)))
    ChairTermFactory(body=body, person=first.person, period=first.period)

    then = read("/lanet/organ/radet/?datum=2022-12-31")
    theirs = read("/lanet/huvudman/umea/?datum=2022-12-31")

    assert f"<b>Ordförande:</b> {first.person.name}" in then
    assert f"<b>{second.person.name}</b>" not in then
    assert f"<b>{first.person.name}</b>" in theirs
    assert f"<b>{second.person.name}</b>" not in theirs


@pytest.mark.rule("R329")
def test_a_principal_has_the_name_it_had_then(here, read):
    region = PrincipalFactory(
        collaboration=here, slug="regionen", name="Region Länet", period=from_day(None)
    )
    FormerName.objects.create(
        principal=region, name="Länets landsting", period=from_day(None, date(2019, 1, 1))
    )

    assert "Länets landsting</a>" in read("/lanet/huvudman/?datum=2018-11-01")
    assert "Region Länet</a>" in read("/lanet/huvudman/")
    page = read("/lanet/huvudman/regionen/?datum=2018-11-01")
    assert "<h1>Länets landsting</h1>" in page
    assert "i dag Region Länet" in page


def test_what_is_entered_for_later_is_told_by_day(here, read):
    later = date(2199, 1, 1)
    body = BodyFactory(collaboration=here, slug="radet", name="Rådet", period=from_day(None, later))
    BodyFactory(collaboration=here, name="Nämnden", period=from_day(later))
    group = BodyFactory(collaboration=here, name="Gruppen")
    QuotaFactory(body=group, period=from_day(later))
    new = MissionFactory(body=group, period=from_day(later))
    gone = MissionFactory(body=group, period=from_day(date(2020, 1, 1), later))
    MissionFactory(body=body, period=from_day(date(2020, 1, 1), later))
    ChairTermFactory(body=group, person=gone.person, period=gone.period)
    ChairTermFactory(
        body=group, office=Office.VICE_CHAIR, person=new.person, period=from_day(later)
    )

    page = read("/lanet/struktur/").split("Beslutat framöver")[1].split("</aside>")[0]

    assert page.count("1\N{NO-BREAK SPACE}januari 2199") == 1
    assert "Rådet</a>: finns inte längre<" in page
    assert "Nämnden</a>: börjar" in page
    assert "platserna ändras; ordförandens period är slut och ingen är utsedd" in page
    assert f"{new.person.name} är vice ordförande" in page
    assert f"{new.person.name} är ny; {gone.person.name} sitter inte längre" in page


def test_many_changes_are_counted_and_not_listed(here, read):
    body = BodyFactory(collaboration=here, name="Rådet")
    MissionFactory.create_batch(5, body=body, period=from_day(date(2199, 1, 1)))

    assert "Rådet</a>: 5 personer är nya" in read("/lanet/struktur/")


def test_what_changed_last_is_told_and_what_is_older_is_not(here, read):
    BodyFactory(collaboration=here, name="Rådet", period=from_day(date(2021, 3, 1)))

    assert "Rådet</a>: börjar" in read("/lanet/struktur/?datum=2021-06-01")
    assert "Rådet</a>: börjar" not in read("/lanet/struktur/?datum=2023-06-01")


@pytest.mark.rule("R326")
def test_bodies_without_an_heir_are_listed_as_such(here, read):
    heir = BodyFactory(collaboration=here)
    followed = BodyFactory(collaboration=here, name="Gamla rådet", ended=True)
    BodyFactory(collaboration=here, name="Brukarrådet", ended=True)
    Succession.objects.create(predecessor=followed, heir=heir, standing="decided")

    followed_by, without = read("/lanet/struktur/").split("Utan angiven arvtagare")

    assert "Brukarrådet" in without
    assert "Gamla rådet" not in without
    assert f"{heir.name}</a> (beslutat)" in followed_by


@pytest.fixture
def two_lsg(here):
    """Return two groups with the same abbreviation, one after the other."""
    old = BodyFactory(
        collaboration=here,
        slug="gamla",
        name="Länssamordningsgrupp",
        short_name="LSG",
        period=BEFORE,
    )
    new = BodyFactory(
        collaboration=here, slug="nya", name="Länssamverkansgruppen", short_name="LSG", period=AFTER
    )
    BodyAlias.objects.create(body=new, name="Länssamverkan gruppen")
    return old, new


@pytest.mark.rule("R328")
def test_an_abbreviation_that_meant_two_bodies_leads_to_a_choice(client, two_lsg):
    page = client.get("/lanet/organ/lsg/").content.decode()

    assert "Vilket organ menar du?" in page
    assert "Länssamordningsgrupp</a>" in page
    assert "LSG · till och med 31\N{NO-BREAK SPACE}augusti 2020" in page
    assert "LSG · från 1\N{NO-BREAK SPACE}september 2020" in page


@pytest.mark.rule("R328")
@pytest.mark.parametrize(("on", "slug"), [("2019-10-03", "gamla"), ("2021-01-02", "nya")])
def test_an_abbreviation_means_one_body_on_a_day(client, two_lsg, on, slug):
    response = client.get(f"/lanet/organ/lsg/?datum={on}")

    assert response.status_code == 302
    assert response["Location"] == f"/lanet/organ/{slug}/?datum={on}"


@pytest.mark.parametrize(
    "name", ["lanssamverkan-gruppen", "lanssamverkansgruppen", "lanssamverkangruppen"]
)
def test_old_spellings_find_their_body(client, two_lsg, name):
    response = client.get(f"/lanet/organ/{name}/")

    assert (response.status_code, response["Location"]) == (302, "/lanet/organ/nya/")


def test_what_no_body_is_called_offers_a_search(client, two_lsg):
    response = client.get("/lanet/organ/samordning/")

    page = response.content.decode()
    assert response.status_code == 404
    assert "Inget organ heter ”samordning”" in page
    assert "Länssamordningsgrupp</a>" in page
    assert 'name="namn"' in page
    assert client.get("/lanet/organ/inget.csv").status_code == 404


@pytest.mark.parametrize(
    ("text", "found"),
    [("lsg", 2), ("länssamverkan", 1), ("LANSSAM", 2), ("gruppen", 1), ("x", 0), ("åäö", 0)],
)
def test_bodies_are_found_by_part_of_any_name(here, client, two_lsg, text, found):
    response = client.get("/lanet/struktur/", {"namn": text, "datum": "2021-01-02"})

    assert len(response.context["found"]) == found
    assert ("/lanet/organ/nya/?datum=2021-01-02" in response.content.decode()) == (
        text in ("lsg", "länssamverkan", "LANSSAM", "gruppen")
    )


@pytest.mark.rule("R326")
def test_who_searches_an_old_name_is_led_to_what_took_over(here, read):
    heir = BodyFactory(collaboration=here, name="Nya rådet")
    for name in ("Gamla rådet", "Gamla nämnden"):
        former = BodyFactory(collaboration=here, name=name, ended=True)
        if name == "Gamla rådet":
            Succession.objects.create(predecessor=former, heir=heir, standing="assumed")
            slug = former.slug

    found = " ".join(read("/lanet/struktur/?namn=gamla").split())
    page = " ".join(read(f"/lanet/organ/{slug}/").split())

    assert "2 organ har ”gamla” i något av sina namn." in found
    assert "Finns inte längre · efter det" in found
    assert "Nya rådet</a> (antaget)" in found
    assert "vad som kom i stället är inte angivet" in found
    assert "<b>Efter det:</b>" in page
    assert "Inga möten är kända." in page


@pytest.mark.parametrize("path", ["struktur/", "organ/radet/", "huvudman/umea/", "huvudman/"])
def test_any_day_takes_as_many_questions_as_today(here, read, path):
    BodyFactory(collaboration=here, slug="radet")
    PrincipalFactory(collaboration=here, slug="umea")
    read(f"/lanet/{path}")

    counts = []
    for day in ("", "?datum=2021-01-02", "?datum=2199-01-02"):
        with CaptureQueriesContext(connection) as asked:
            read(f"/lanet/{path}{day}")
        counts.append(len(asked))

    assert len(set(counts)) == 1
