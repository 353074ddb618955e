"""Pages about an agenda: its points, their order, the committee, the summons, the papers."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime

from samverkan.bodies.choices import BodyKind, DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from samverkan.meetings import actions
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Call, ItemPaper, Meeting, Summons
from samverkan.people.models import Person
from tests.factories import LONG_AGO, TESTER, BodyFactory
from tests.www.conftest import client_of, queries_of, text


def place(county, meeting, page: str = "") -> str:
    return county.address(f"moten/{county.body.slug}/{meeting.on}/{page}")


def then():
    return {"by": TESTER, "now": localtime()}


@pytest.fixture
def meeting(county) -> Meeting:
    meeting = county.meeting(days=9)
    for heading in ("Läget", "Budget"):
        actions.add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading=heading, **then())
    return meeting


def point(meeting, heading="Läget"):
    return meeting.items.get(heading=heading)


def headings(meeting):
    return list(meeting.items.order_by("position").values_list("heading", flat=True))


def ids(meeting):
    return list(meeting.items.order_by("position").values_list("pk", flat=True))


# --- Order


def test_a_point_is_moved_with_a_button(county, chair, meeting):
    sent = {"point": ids(meeting), "up": point(meeting, "Budget").pk}

    answer = chair.post(place(county, meeting, "dagordning/"), sent, follow=True)

    assert headings(meeting)[4:6] == ["Budget", "Läget"]
    assert "”Budget” är nu punkt 5." in text(answer)
    assert answer.redirect_chain[0][0].endswith(f"#punkt-{sent['up']}")


def test_a_point_is_moved_with_a_number(county, chair, meeting):
    order = ids(meeting)
    places = {f"place{one}": number for number, one in enumerate(order, start=1)}
    sent = {"point": order, **places, f"place{point(meeting, 'Budget').pk}": "1"}

    chair.post(place(county, meeting, "dagordning/"), sent)

    assert headings(meeting)[0] == "Budget"


def test_a_point_is_moved_down_past_another_with_its_number(county, chair, meeting):
    order = ids(meeting)
    places = {f"place{one}": number for number, one in enumerate(order, start=1)}

    chair.post(
        place(county, meeting, "dagordning/"),
        {"point": order, **places, f"place{order[0]}": "3"},
    )

    assert headings(meeting)[:3] == [
        "Fastställande av agenda",
        "Anteckningar från föregående möte",
        "Ordföranden öppnar mötet",
    ]


@pytest.mark.parametrize("change", ["missing", "foreign", "double", "nonsense"])
def test_an_order_with_other_points_is_refused_and_shown_anew(county, chair, meeting, change):
    before, order = headings(meeting), ids(meeting)
    sent = {
        "missing": order[1:],
        "foreign": [*order, 999_999],
        "double": [*order, order[0]],
        "nonsense": ["x", "-1", "٣", *order[1:]],
    }[change]

    answer = chair.post(place(county, meeting, "dagordning/"), {"point": sent})

    assert answer.status_code == 409
    assert "Det här behöver rättas" in text(answer)
    assert headings(meeting) == before


def test_the_times_of_all_points_are_set_on_one_page(county, chair, meeting):
    Meeting.objects.update(starts_at="09:30")
    address = place(county, meeting, "dagordning/tider/")
    sent = {f"m{one}": "10" for one in ids(meeting)}

    page = text(chair.post(address, {**sent, "ends_at": "10:00"}, follow=True))
    refused = text(chair.post(address, {**sent, "ends_at": "09:00"}))
    outside = text(chair.post(address, {**sent, f"m{point(meeting).pk}": "0"}))

    assert "Punkterna tar 90 minuter och mötet slutar då kl. 11.00." in page
    assert "Det är 60 minuter mer än mötet har." in page
    assert "Mötet slutar före det börjar." in refused
    assert "Skriv tiden i hela minuter, från 1 till 600." in outside


# --- Writing


def write(county, client, meeting, **change):
    item = point(meeting)
    sent = {
        "heading": "Läget i länet",
        "kind": ItemKind.DISCUSSION,
        "minutes": "20",
        "text": "",
        "proposal": "",
        "rapporteur": "",
        "rapporteur_reason": "",
        "seen": actions.point_stamp(item),
    }
    return client.post(place(county, meeting, f"dagordning/{item.pk}/"), sent | change, follow=True)


def test_a_point_is_written_and_its_time_is_shown(county, coordinator, meeting):
    Meeting.objects.update(starts_at="09:30", ends_at="09:40")

    page = text(write(county, coordinator, meeting))

    assert "Läget i länet" in page
    assert "Kl. 09.30, 20 minuter" in page
    assert "Det är 10 minuter mer än mötet har." in page


def test_two_hundred_pages_pasted_are_refused_and_nothing_typed_is_lost(
    county, coordinator, meeting
):
    pasted = "Ärendet gäller övriga frågor på sida ett av många.\r\n" * 12_000

    answer = write(county, coordinator, meeting, text=pasted, proposal="att avvakta.")

    page = text(answer)
    assert answer.status_code == 200
    assert "Skriv högst 8000, och bifoga den långa texten som en handling." in page
    assert page.count("övriga frågor på sida ett") == 12_000
    assert "att avvakta." in page
    assert point(meeting).text == ""


def test_what_word_leaves_in_a_text_is_cleaned(county, coordinator, meeting):
    pasted = "Ra\u030ad\u00adets\u200b fråga\x0b\uf0b7 ett\u00a0mål  \r\n<b>fet</b>"

    write(county, coordinator, meeting, text=pasted)

    item = meeting.items.get(heading="Läget i länet")
    assert item.text == "Rådets fråga\n• ett mål\n<b>fet</b>"
    assert "&lt;b&gt;fet" in text(coordinator.get(place(county, meeting)))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"heading": ""}, "Skriv en rubrik för punkten."),
        ({"minutes": "601"}, "Skriv tiden i hela minuter, från 1 till 600."),
        ({"minutes": "en stund"}, "Skriv tiden i hela minuter, från 1 till 600."),
        ({"proposal": "Anta rutinen."}, "Att-sats 1 börjar inte med ”att”."),
        ({"text": "Om 19811218-9876"}, "innehåller ett personnummer"),
        ({"seen": ""}, "Någon annan skrev i punkten nyss."),
        ({"kind": "report_back"}, "Välj ett av alternativen."),
    ],
)
def test_a_point_that_does_not_hold_is_told_and_kept(
    county, coordinator, meeting, change, sentence
):
    page = text(write(county, coordinator, meeting, **change))

    assert sentence in page
    assert point(meeting).planned_minutes is None


# --- Taking off and fetching


def test_a_point_is_taken_off_and_its_case_can_be_fetched_again(county, coordinator, meeting):
    case = county.case(prepared=True)
    address = place(county, meeting, "dagordning/vantar/")
    coordinator.post(address, {"cases": [case.number]})
    item = meeting.items.get(case=case)

    coordinator.post(place(county, meeting, f"dagordning/{item.pk}/ta-bort/"), {"reason": ""})

    assert not meeting.items.filter(case=case).exists()
    assert f'value="{case.number}"' in text(coordinator.get(address))


def test_after_the_summons_a_reason_is_asked_for(county, coordinator, meeting):
    actions.call_meeting(meeting.pk, **then())
    address = place(county, meeting, f"dagordning/{point(meeting).pk}/ta-bort/")

    page = text(coordinator.post(address, {"reason": ""}))
    after = text(coordinator.post(address, {"reason": "Sjukdom."}, follow=True))

    assert "Skriv varför punkten tas bort" in page
    assert "Punkten ”Läget” är borttagen." in after.partition("Ändrat sedan kallelsen")[2]


def test_nothing_to_fetch_is_told(county, coordinator, meeting):
    page = text(coordinator.post(place(county, meeting, "dagordning/vantar/"), {}))

    assert "Inget väntar på att tas upp." in page


# --- The committee and the summons


@pytest.fixture
def committee(county):
    body = BodyFactory(collaboration=county.collaboration, kind=BodyKind.COMMITTEE)
    seat = {"of_body": county.body, "office": Office.CHAIR, "part": DerivedPart.SEAT}
    return DerivedSeat.objects.create(body=body, period=LONG_AGO, **seat)


@pytest.mark.rule("R073")
def test_the_chair_stands_behind_the_agenda_and_it_is_shown(county, chair, meeting, committee):
    before = text(chair.get(place(county, meeting)))

    chair.post(place(county, meeting, "dagordning/beredd/"))

    after = text(chair.get(place(county, meeting)))
    assert "Ingen i arbetsutskottet har ställt sig bakom dagordningen än." in before
    assert "Carin Ordförande, ordförande, ställde sig bakom dagordningen" in after


@pytest.mark.rule("R073")
def test_a_coordinator_does_not_agree_but_sends_with_a_reason(
    county, coordinator, meeting, committee
):
    address = place(county, meeting, "kalla/")

    assert coordinator.post(place(county, meeting, "dagordning/beredd/")).status_code == 403
    page = text(coordinator.post(address, {}))
    coordinator.post(address, {"reason": "Båda är sjuka."})

    assert "Skriv varför kallelsen sänds ändå." in page
    assert Entry.objects.get(verb="meeting.called").content["facts"]["reason"] == "Båda är sjuka."


def test_those_without_an_address_are_listed_before_and_after(county, coordinator, meeting):
    Person.objects.filter(pk=county.chair.pk).update(email="carin@example.invalid")

    before = text(coordinator.get(place(county, meeting, "kalla/")))
    coordinator.post(place(county, meeting, "kalla/"))
    after = text(coordinator.get(place(county, meeting)))

    assert "De här nås inte per e-post: Frans Frånvarande och Maj Ledamot." in before
    assert "carin@example.invalid" in before
    assert "Nås inte per e-post: Frans Frånvarande, Maj Ledamot." in after


def test_a_supplement_is_listed_sent_and_public(county, coordinator, meeting, client):
    actions.call_meeting(meeting.pk, **then())
    actions.add_point(meeting.pk, kind=ItemKind.REPORT, heading="Sent", **then())
    public = f"/{county.collaboration.slug}/organ/{county.body.slug}/moten/{meeting.on}/"
    before = text(client.get(public))

    listed = text(coordinator.get(place(county, meeting, "komplettera/")))
    coordinator.post(place(county, meeting, "komplettera/"))
    again = text(coordinator.post(place(county, meeting, "komplettera/")))

    assert "Sent" not in before
    assert "Ny punkt: ”Sent”." in listed
    assert "Inget har ändrats sedan kallelsen sändes." in again
    assert Summons.objects.count() == 2
    assert "Ny punkt: ”Sent”." in text(client.get(public))


# --- Papers


def upload(name="rutin.txt", data=b"Rutinen."):
    return SimpleUploadedFile(name, data)


@pytest.fixture
def paper(county, coordinator, meeting) -> ItemPaper:
    sent = {"title": "Rutin", "file": upload()}
    coordinator.post(place(county, meeting, f"dagordning/{point(meeting).pk}/handling/"), sent)
    return ItemPaper.objects.get()


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"title": "", "file": ("a.txt", b"x")}, "Skriv vad handlingen heter."),
        ({"title": "Ny"}, "Välj en fil."),
        ({"title": "Rutin", "file": ("a.txt", b"x")}, "redan en handling som heter ”Rutin”"),
        ({"title": "Ny", "file": ("a.exe", b"MZ\x00")}, "a.exe"),
        ({"title": "Ny", "file": ("tom.txt", b"")}, "tom"),
    ],
)
def test_a_paper_that_cannot_be_taken_in_is_told(
    county, coordinator, meeting, paper, sent, sentence
):
    if "file" in sent:
        sent = sent | {"file": upload(*sent["file"])}
    address = place(county, meeting, f"dagordning/{point(meeting).pk}/handling/")

    answer = text(coordinator.post(address, sent))

    assert sentence in answer
    assert ItemPaper.objects.count() == 1


def test_members_read_the_papers_and_outsiders_do_not(
    county, member, stranger, outsider, meeting, paper
):
    for address in ("handlingar.pdf", "handlingar.zip", f"handling/{paper.document.key}/"):
        assert member.get(place(county, meeting, address)).status_code == 200
        assert stranger.get(place(county, meeting, address)).status_code == 404
        assert outsider.get(place(county, meeting, address)).status_code == 404


def test_a_paper_is_public_only_when_the_summons_is_sent(
    county, coordinator, client, meeting, paper
):
    address = f"/{county.collaboration.slug}/organ/{county.body.slug}/moten/{meeting.on}/"
    file = f"/{county.collaboration.slug}/handlingar/{paper.document.key}/rutin.txt"
    before = client.get(file).status_code

    coordinator.post(place(county, meeting, "kalla/"))

    assert before == 404
    assert "Handling:" in text(client.get(address))
    assert str(paper.document.key) in text(client.get(address))


def test_a_paper_is_taken_off(county, coordinator, meeting, paper):
    coordinator.post(place(county, meeting, f"handling/{paper.pk}/ta-bort/"))

    assert not ItemPaper.objects.exists()


def test_one_who_is_called_reads_the_papers_without_an_account(county, client, meeting, paper):
    actions.call_meeting(meeting.pk, **then())
    call = Call.objects.first()
    token = token_of(call.key)
    behind = f"/l/mote/{token}/handlingar/"

    for name in ("alla.pdf", "alla.zip", f"{paper.document.key}/"):
        answer = client.get(behind + name)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "private, no-store"
    assert client.get("/l/mote/okand/handlingar/alla.pdf").status_code == 404
    Call.objects.update(revoked_at=localtime() - timedelta(days=1))
    assert client.get(behind + "alla.pdf").status_code == 410


# --- As everywhere


ADDRESSES = [
    "dagordning/",
    "dagordning/tider/",
    "dagordning/vantar/",
    "dagordning/beredd/",
    "dagordning/{item}/",
    "dagordning/{item}/ta-bort/",
    "dagordning/{item}/handling/",
    "handling/{paper}/ta-bort/",
    "kalla/",
    "komplettera/",
]


@pytest.mark.parametrize("page", ADDRESSES)
def test_who_may_not_is_told_so_and_a_get_changes_nothing(
    county, chair, member, meeting, paper, page
):
    address = place(county, meeting, page.format(item=point(meeting).pk, paper=paper.pk))
    before = Entry.objects.count()

    assert chair.get(address).status_code == 200
    assert member.get(address).status_code == 403
    assert member.post(address).status_code == 403
    assert Entry.objects.count() == before


@pytest.mark.parametrize("page", ["dagordning/999999/", "handling/999999/ta-bort/"])
def test_what_is_not_there_is_not_found(county, chair, meeting, page):
    assert chair.get(place(county, meeting, page)).status_code == 404


def test_a_meeting_asks_as_much_with_many_points_and_papers(county, coordinator, meeting, paper):
    client_of(county.coordinator)
    before = queries_of(coordinator, place(county, meeting))
    for number in range(8):
        item = actions.add_point(
            meeting.pk, kind=ItemKind.REPORT, heading=f"Punkt {number}", **then()
        )
        actions.attach_paper(item.pk, title="Ny", file="a.txt", data=b"x", **then())

    assert queries_of(coordinator, place(county, meeting)) == before
