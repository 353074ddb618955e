"""Pages where rosters are read in and taken out."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime

from samverkan.bodies.actions.rosters import check_roster, send_roster
from samverkan.bodies.models import Mission, Roster
from samverkan.bodies.permissions import MAY, Act, may
from tests.bodies.roster_files import csv, row, xlsx
from tests.factories import TESTER, BodyFactory, MissionFactory, PersonFactory, QuotaFactory
from tests.permissions import cast, who_may
from tests.www.conftest import queries_of, text

ROSTERS = "struktur/forteckningar/"


@pytest.fixture
def network(county):
    """A body whose seats nobody counts."""
    return BodyFactory(collaboration=county.collaboration, name="Nätverket")


@pytest.fixture
def ours(county, network):
    """Return a row that can be read in, with other cells."""
    usual = {"Organ": "Nätverket", "Huvudman": county.principals[0].name}
    return lambda **cells: row(**usual | cells)


def file(*rows, name="förteckning.csv"):
    return SimpleUploadedFile(name, csv(rows))


def send(county, client, *rows):
    """Send a roster by the form and return its address."""
    answer = client.post(county.address(ROSTERS), {"file": file(*rows)})
    assert answer.status_code == 302
    return answer.url


def sent(county, *rows):
    data = {"name": "f.csv", "data": csv(rows), "by": TESTER, "now": localtime()}
    return send_roster(county.collaboration.pk, **data)


def test_a_roster_is_shown_and_then_read_in(county, coordinator, ours):
    address = send(county, coordinator, ours(Förvaltning="x", Skonummer="42"))

    page = text(coordinator.get(address))
    assert "Det här skulle läsas in" in page
    assert "Inget är sparat än." in page
    assert "De här kolumnerna läses inte: Skonummer." in page
    assert "Maj Ledamot" in page
    missions = Mission.objects.count()

    done = text(coordinator.post(address, {"do": "import"}, follow=True))

    assert "Förteckningen är inläst: 1 nytt uppdrag." in done
    assert Mission.objects.count() == missions + 1


def test_faults_stand_in_a_table_with_their_remedy(county, coordinator, ours):
    address = send(county, coordinator, ours(Organ="Nätverkat"), ours(Från="snart"))

    page = text(coordinator.get(address))

    assert "2 fel på 2 av 2 rader" in page
    assert "<b>Inget är sparat.</b>" in page
    assert "Det finns inget organ som heter ”Nätverkat”. Kanske menas Nätverket." in page
    for told in ("B2", "E3", "”snart” är inte en dag", "till exempel 2027-01-31"):
        assert told in page
    csv_file = coordinator.get(f"{address}fel.csv").content.decode("utf-8-sig")
    assert csv_file.splitlines()[0] == "Cell;Vad som är fel;Vad du gör"
    assert csv_file.splitlines()[2].startswith("E3;”snart” är inte en dag")


def test_a_fault_that_the_rule_for_seats_finds_has_its_remedy_beside_it(county, coordinator, ours):
    QuotaFactory(body=county.body, principal=county.principals[0])
    address = send(county, coordinator, ours(Organ="Samråd", Namn="Olle Annan"))

    page = text(coordinator.get(address))

    assert "Platserna är tagna den 1 januari 2027: högst 1.<br>" in page
    assert "Skriv en sista dag för den som lämnar" in page


def test_an_identity_number_is_not_shown_back(county, coordinator, ours):
    address = send(county, coordinator, ours(Namn="Maj 811218-9876"))

    page = text(coordinator.get(address))

    assert "Cellen innehåller ett personnummer." in page
    assert "9876" not in page
    assert "9876" not in text(coordinator.get(f"{address}fel.csv"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "är tom. Välj en fil med innehåll."),
        (b"hej", "Rubrikraden hittas inte."),
        (b"%PDF-1.7", "går inte att läsa som en tabell"),
        (b"x" * 5_000_001, "Den får vara högst 5 MB"),
    ],
)
def test_a_file_that_is_no_roster_is_told_at_the_field(county, coordinator, data, sentence):
    upload = SimpleUploadedFile("f.csv", data)

    page = text(coordinator.post(county.address(ROSTERS), {"file": upload}))

    assert page.count(sentence) == 2
    assert 'href="#id_file"' in page
    assert not Roster.objects.exists()


def test_a_file_must_be_chosen(county, coordinator):
    assert "Välj filen med förteckningen." in text(coordinator.post(county.address(ROSTERS)))


def test_a_long_roster_shows_how_far_it_has_come_and_can_be_left(county, coordinator, ours):
    address = send(county, coordinator, *(ours(Namn=f"Person {n}") for n in range(301)))
    Roster.objects.update(checked_count=250)

    answer = coordinator.get(address)

    assert answer["Refresh"] == "4"
    assert "250 av 301 rader är kontrollerade" in text(answer)
    assert 'max="301" value="250"' in text(answer)
    assert "Kontrollera från början" not in text(answer)

    check_roster(Roster.objects.get().key, today=county.today)
    answer = coordinator.get(address)
    assert "Refresh" not in answer
    assert "Bara de första 200 visas." in text(answer)


def test_a_check_that_has_stopped_can_be_begun_again(county, coordinator, ours):
    address = send(county, coordinator, *(ours(Namn=f"Person {n}") for n in range(301)))
    Roster.objects.update(sent_at=localtime() - timedelta(minutes=3))

    assert "Kontrollera från början" in text(coordinator.get(address))


def test_what_has_changed_meanwhile_refuses_it_all_and_says_what(county, coordinator, ours):
    QuotaFactory(body=county.body, principal=county.principals[1])
    free = {"Organ": "Samråd", "Huvudman": county.principals[1].name, "Namn": "Olle Annan"}
    Mission.objects.filter(principal=county.principals[1]).delete()
    address = send(county, coordinator, ours(**free), ours())
    MissionFactory(body=county.body, principal=county.principals[1])
    missions = Mission.objects.count()

    page = text(coordinator.post(address, {"do": "import"}))

    assert "Förteckningen är inte inläst" in page
    assert "Inget är sparat." in page
    assert "D2" in page
    assert Mission.objects.count() == missions


def test_it_is_checked_again_when_what_was_missing_is_there(county, coordinator, ours):
    address = send(county, coordinator, ours(Organ="Nya rådet"))
    BodyFactory(collaboration=county.collaboration, name="Nya rådet")

    page = text(coordinator.post(address, {"do": "again"}, follow=True))

    assert "Det här skulle läsas in" in page


def test_a_roster_is_thrown(county, coordinator, ours):
    address = send(county, coordinator, ours())

    page = text(coordinator.post(address, {"do": "throw"}, follow=True))

    assert "Förteckningen är borttagen. Inget av den är sparat." in page
    assert Roster.objects.get().cells == []
    assert "Förteckningen är borttagen" in text(coordinator.get(address))


@pytest.mark.parametrize(
    ("ending", "sign"), [("xlsx", b"PK"), ("csv", "\ufeffNamn;Organ".encode())]
)
def test_missions_are_taken_out_and_change_nothing_when_sent_back(
    county, coordinator, ending, sign
):
    answer = coordinator.get(county.address(f"{ROSTERS}exportera/?format={ending}&organ="))
    assert answer.content.startswith(sign)
    assert f'filename="uppdrag-{county.today}.{ending}"' in answer["Content-Disposition"]

    upload = SimpleUploadedFile(f"f.{ending}", answer.content)
    back = coordinator.post(county.address(ROSTERS), {"file": upload}, follow=True)

    assert "Inget att ändra" in text(back)
    assert 'value="import"' not in text(back)


def test_one_body_on_another_day_is_taken_out(county, coordinator, network):
    MissionFactory(body=network, person__name="Nora Nätverk")
    address = county.address(f"{ROSTERS}exportera/?format=csv&organ={network.slug}")

    assert "Nora Nätverk" in text(coordinator.get(f"{address}&datum={county.today}"))
    assert "Nora Nätverk" not in text(coordinator.get(f"{address}&datum=2019-01-01"))
    assert "Maj Ledamot" not in text(coordinator.get(address))
    assert coordinator.get(f"{address}x").status_code == 404


@pytest.mark.parametrize(("ending", "status"), [("xlsx", 200), ("csv", 200), ("pdf", 404)])
def test_there_is_a_sheet_to_begin_from(county, coordinator, ending, status):
    assert coordinator.get(county.address(f"{ROSTERS}mall.{ending}")).status_code == status


def test_the_list_says_how_far_each_has_come(county, coordinator, ours):
    assert "Här visas förteckningar när någon har skickat in en." in text(
        coordinator.get(county.address(ROSTERS))
    )

    sent(county, ours())
    sent(county, ours(Från="snart"))

    page = text(coordinator.get(county.address(ROSTERS)))
    assert "Klar att läsa in" in page
    assert "Har fel" in page


PAGES = ["", "{key}/", "{key}/fel.csv", "exportera/", "mall.xlsx"]


@pytest.mark.parametrize("page", PAGES)
def test_members_may_not(county, member, ours, page):
    key = sent(county, ours()).key

    answer = member.get(county.address(ROSTERS + page.format(key=key)))

    assert answer.status_code == 403
    assert "Bara koordinatorerna ändrar i strukturen." in text(answer)


@pytest.mark.parametrize("page", PAGES)
def test_outsiders_and_strangers_find_nothing(county, stranger, outsider, ours, page):
    address = county.address(ROSTERS + page.format(key=sent(county, ours()).key))

    assert [one.get(address).status_code for one in (stranger, outsider)] == [404, 404]


def test_who_may_keep_the_structure(db):
    body = BodyFactory()

    assert who_may(cast(body), may, Act.KEEP, body) == {"coordinator"}
    assert Act.KEEP in MAY


def test_another_collaborations_roster_is_not_found(county, elsewhere, coordinator, ours):
    foreign = sent(elsewhere, ours())

    for key in (foreign.key, uuid4()):
        assert coordinator.get(county.address(f"{ROSTERS}{key}/")).status_code == 404
        assert coordinator.post(county.address(f"{ROSTERS}{key}/")).status_code == 404


def test_the_pages_ask_as_much_for_few_as_for_many(county, coordinator, ours):
    one = sent(county, ours())
    few = queries_of(coordinator, county.address(ROSTERS))
    few_rows = queries_of(coordinator, county.address(f"{ROSTERS}{one.key}/"))
    many = [ours(Namn=f"Person {n}") for n in range(30)]
    for _ in range(3):
        latest = sent(county, *many)

    assert queries_of(coordinator, county.address(ROSTERS)) == few
    assert queries_of(coordinator, county.address(f"{ROSTERS}{latest.key}/")) == few_rows


def test_a_workbook_is_taken_in_too(county, coordinator, ours):
    upload = SimpleUploadedFile("f.xlsx", xlsx([ours()]))

    page = text(coordinator.post(county.address(ROSTERS), {"file": upload}, follow=True))

    assert "Det här skulle läsas in" in page
    assert PersonFactory._meta.model.objects.filter(name="Maj Ledamot").exists()
