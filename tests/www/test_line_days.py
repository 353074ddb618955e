"""Pages about the principals' meeting days: all of them, one principal's, and the ways in."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime

from samverkan.bodies.rosters.export import as_csv
from samverkan.principals.models import LineBody, LineMeeting
from tests.factories import LineBodyFactory, LineMeetingFactory, PrincipalFactory
from tests.www.conftest import queries_of, text

ALL = "huvudman/sammantradesdagar/"


@pytest.fixture
def principal(county):
    return county.principals[0]


@pytest.fixture
def body(principal):
    return LineBodyFactory(principal=principal, name="Socialnämnden")


@pytest.fixture
def soon(county):
    return county.today + timedelta(days=40)


def place(county, principal, rest=""):
    return county.address(f"huvudman/{principal.slug}/sammantradesdagar/{rest}")


def told(**change):
    return {"sure": "confirmed", "source": "nämndens webbplats"} | change


def test_the_page_counts_what_is_known_and_says_what_is_not(county, coordinator, body, soon):
    LineMeetingFactory(
        line_body=body, on=soon, confirmed_at=localtime(), confirmed_by="Kim", source="x"
    )
    LineMeetingFactory(line_body=body, on=soon + timedelta(days=30))

    page = text(coordinator.get(county.address(ALL)))

    assert "1 bekräftade" in page
    assert "1 antagna" in page
    assert "Ahed, Regionen. Prognosen vilar på antagna dagar" in page
    assert f'href="{county.address(ALL)}"' in text(coordinator.get(county.address("huvudman/")))


def test_the_page_as_csv(county, coordinator, body, soon):
    LineMeetingFactory(line_body=body, on=soon)

    answer = coordinator.get(county.address(f"{ALL}?fil=csv"))

    lines = text(answer).splitlines()
    assert lines[0] == "\ufeffHuvudman;Organ;Bekräftade;Antagna;Sista kända dag;Senast bekräftad"
    assert f"{body.principal.name};Socialnämnden;0;1;{soon};" in lines


def test_the_page_asks_as_much_for_few_as_for_thirty(county, coordinator):
    few = queries_of(coordinator, county.address(ALL))
    for _ in range(27):
        body = LineBodyFactory(principal=PrincipalFactory(collaboration=county.collaboration))
        LineMeetingFactory(line_body=body)

    assert queries_of(coordinator, county.address(ALL)) == few


def test_days_are_written_one_on_each_line(county, coordinator, principal, body, soon):
    papers = soon - timedelta(days=14)
    sent = told(days=f"{soon}; {papers}\n\n{soon + timedelta(days=30)}", seen="")

    answer = coordinator.post(place(county, principal, f"{body.pk}/"), sent, follow=True)

    assert list(body.meetings.values_list("on", "papers_by")) == [
        (soon, papers),
        (soon + timedelta(days=30), None),
    ]
    assert "Socialnämnden: 2 nya, 0 ändrade och 0 borttagna dagar." in text(answer)
    page = text(coordinator.get(place(county, principal, f"{body.pk}/")))
    assert f"{soon}; {papers}" in page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("2027-13-45", "Rad 1: ”2027-13-45” är inte en dag som går att läsa. Skriv år, månad"),
        ("2020-01-01", "Rad 1: 1 januari 2020 har redan varit."),
        ("1/2/2027", "Rad 1: ”1/2/2027” kan vara både"),
        ("2027-03-30; 2027-04-01", "är efter sammanträdet 30 mars 2027"),
        ("2027-03-30; 2027-03-01; 2027-02-01", "Rad 1: Raden har mer än en dag"),
        ("811218-9876", "Rad 1: Raden har ett personnummer."),
    ],
)
def test_a_line_that_does_not_hold_is_told_with_its_number(
    county, coordinator, principal, body, days, sentence
):
    answer = coordinator.post(place(county, principal, f"{body.pk}/"), told(days=days, seen=""))

    assert sentence in text(answer)
    assert days in text(answer)  # nothing typed is lost
    assert not LineMeeting.objects.exists()


def test_what_somebody_else_changed_meanwhile_is_shown(county, coordinator, principal, body, soon):
    LineMeetingFactory(line_body=body, on=soon)
    later = soon + timedelta(days=9)

    answer = coordinator.post(
        place(county, principal, f"{body.pk}/"), told(days=str(later), seen="")
    )
    assert "Någon annan ändrade dagarna medan du skrev." in text(answer)
    seen = f'name="seen" value="{soon}/"'
    assert seen in text(answer)

    again = told(days=str(later), seen=f"{soon}/")
    coordinator.post(place(county, principal, f"{body.pk}/"), again)
    assert body.meetings.get().on == later


def test_days_are_confirmed(county, coordinator, principal, body, soon):
    LineMeetingFactory(line_body=body, on=soon)
    address = place(county, principal, f"{body.pk}/bekrafta/")

    coordinator.post(address, {"source": "registratorn, telefon", "seen": f"{soon}/"})

    assert body.meetings.get().source == "registratorn, telefon"
    assert "bekräftat" in text(coordinator.get(place(county, principal)))


def test_lead_times_and_a_council_are_noted(county, coordinator, principal, body):
    coordinator.post(place(county, principal, f"{body.pk}/tider/"), {"papers_days": "21"})
    coordinator.post(
        place(county, principal, "nytt-organ/"), {"name": "Kommunfullmäktige", "kind": "council"}
    )

    body.refresh_from_db()
    assert body.papers_days == 21
    assert LineBody.objects.get(principal=principal, kind="council").name == "Kommunfullmäktige"
    page = text(coordinator.get(place(county, principal)))
    assert "handlingar senast 21 dagar före" in page
    wrong = coordinator.post(place(county, principal, f"{body.pk}/tider/"), {"papers_days": "-1"})
    assert "Skriv ett antal dagar från 0 till 200." in text(wrong)


# --- Files ---------------------------------------------------------------------------------------


def send(county, client, data, name="dagar.csv", **change):
    sent = told(file=SimpleUploadedFile(name, data)) | change
    return client.post(county.address(f"{ALL}las-in/"), sent, follow=True)


def table(*rows):
    return as_csv(rows, ("Huvudman", "Organ", "Dag", "Handlingar senast"))


def test_a_table_is_read_in_for_several_principals(county, coordinator, principal, body, soon):
    other = LineBodyFactory(principal=county.principals[1])
    passed = county.today - timedelta(days=1)
    rows = table(
        ("Ask", "", soon, soon - timedelta(days=10)),
        ("Ask", "socialnämnden", soon + timedelta(days=30), ""),
        ("Ahed", "", soon, ""),
        ("Ahed", "", passed, ""),
    )

    answer = send(county, coordinator, rows)

    assert body.meetings.count() == 2
    assert other.meetings.get().confirmed_by == "Kim Koordinator"
    assert "2 organ: 3 nya, 0 ändrade, 0 borttagna. 1 dagar som har varit" in text(answer)


def test_every_fault_has_its_cell_and_its_remedy_and_nothing_is_saved(
    county, coordinator, body, soon
):
    rows = table(
        ("Ask", "", soon, ""),
        ("Okänd kommun", "", soon, ""),
        ("Ask", "Byggnadsnämnden", soon, ""),
        ("Ask", "", "31 februari 2027", ""),
        ("Ask", "", "", ""),
        ("Ask", "", soon + timedelta(days=1), soon + timedelta(days=2)),
        ("Ahed", "", soon, ""),
        ("", "", soon, ""),
        ("Ask", "", soon, soon - timedelta(days=3)),
    )

    page = text(send(county, coordinator, rows))

    for cell in ("A3", "B4", "C5", "C6", "C7", "B8", "A9", "C10"):
        assert f"{cell}</th>" in page
    assert "8 fel i filen" in page
    assert "Skriv namnet som det står på sidan Huvudmän." in page
    assert not LineMeeting.objects.exists()


def calendar(*days):
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{day}@x\r\nSUMMARY:Nämnd\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}\r\n"
        "END:VEVENT\r\n"
        for day in days
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


def test_a_calendar_is_one_bodys_and_may_replace_all_its_days(county, coordinator, body, soon):
    LineMeetingFactory(line_body=body, on=soon + timedelta(days=5))
    ics = calendar(soon, soon + timedelta(days=30))

    nobody = send(county, coordinator, ics, name="namnd.ics")
    assert "Filen säger inte vems dagar det är." in text(nobody)

    send(county, coordinator, ics, name="namnd.ics", body=body.pk, replace="on")
    assert [one.on for one in body.meetings.all()] == [soon, soon + timedelta(days=30)]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Det finns inga dagar att läsa."),
        (b"Namn;Telefon\r\nEva;1\r\n", "Rubrikraden hittas inte."),
        (b"Huvudman;Dag\r\n", "Det finns inga dagar att läsa."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "går inte att läsa som en tabell"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "Filen säger inte vems"),
        (b"x" * 1_000_001, "är för stor"),
    ],
)
def test_what_is_no_list_of_days_is_told(county, coordinator, body, data, sentence):
    assert sentence in text(send(county, coordinator, data))
    assert not LineMeeting.objects.exists()


# --- Rights --------------------------------------------------------------------------------------

PAGES = ["", "{0}/", "{0}/bekrafta/", "{0}/tider/", "nytt-organ/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_members_may_not(county, member, principal, body, page, method):
    if not page and method == "post":
        return
    answer = getattr(member, method)(place(county, principal, page.format(body.pk)))

    assert answer.status_code == 403
    assert "Bara koordinatorerna ändrar uppgifter om huvudmännen." in text(answer)


@pytest.mark.parametrize("page", [ALL, f"{ALL}?fil=csv", f"{ALL}las-in/"])
def test_members_may_not_see_all_either(county, member, stranger, outsider, page):
    assert member.get(county.address(page)).status_code == 403
    assert stranger.get(county.address(page)).status_code == 404
    assert outsider.get(county.address(page)).status_code == 404


def test_another_principals_body_is_not_found(county, coordinator, elsewhere, body):
    theirs = LineBodyFactory(principal=elsewhere.principals[0])

    assert coordinator.get(place(county, body.principal, f"{theirs.pk}/")).status_code == 404
    assert coordinator.get(place(county, theirs.principal)).status_code == 404


def test_a_file_reaches_no_other_collaboration(county, coordinator, elsewhere, soon):
    theirs = LineBodyFactory(principal=elsewhere.principals[0])

    page = send(county, coordinator, calendar(soon), name="x.ics", body=theirs.pk)

    assert "Välj ett av alternativen." in text(page)
    assert not theirs.meetings.exists()


# --- Att åtgärda ---------------------------------------------------------------------------------


@pytest.mark.rule("R319")
def test_calendars_that_nobody_confirms_are_to_be_mended(county, coordinator, body, soon):
    address = county.address("struktur/att-atgarda/")
    said = "Ingen har bekräftat när {} sammanträder framöver."

    assert said.format("Ask, Ahed och Regionen") in text(coordinator.get(address))

    for one in county.principals:
        found = body if one == body.principal else LineBodyFactory(principal=one)
        LineMeetingFactory(
            line_body=found,
            on=soon + timedelta(days=365),
            confirmed_at=localtime(),
            confirmed_by="Kim",
        )
    assert "sammanträder framöver" not in text(coordinator.get(address))
