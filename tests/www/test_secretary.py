"""The secretary's screen as the server answers: to a browser, to the script, and to others."""

import pytest
from django.utils.timezone import localtime

from samverkan.journal.models import Entry
from samverkan.meetings.actions import (
    Attending,
    note_attendance,
    note_point,
    place_case,
    stamp_of,
    step_aside,
)
from samverkan.meetings.choices import AbsenceKind, MeetingStage, Outcome, Part
from samverkan.meetings.models import Item, ItemAbsence, LastWritten
from tests.factories import TESTER, ItemFactory, MissionFactory
from tests.www.conftest import client_of, queries_of, text


@pytest.fixture
def meeting(county):
    meeting = county.meeting()
    people = [
        Attending(county.chair.pk),
        Attending(county.seats["absent"].person_id),
        Attending(county.substitute.pk, Part.GUEST),
    ]
    note_attendance(meeting.pk, people, led_by=county.chair.pk, by=TESTER, now=localtime())
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def item(meeting):
    return meeting.items.get(kind="report")


def place(county, meeting, page=""):
    return county.address(f"moten/{county.body.slug}/{meeting.on}/sekreterare/{page}")


def save(client, county, item, *, script=True, **sent):
    accept = "application/json" if script else "text/html"
    typed = {"save": "note", "seen": stamp_of(item)} | sent
    return client.post(place(county, item.meeting, f"{item.pk}/"), typed, HTTP_ACCEPT=accept)


def test_the_script_gets_the_new_stamp_and_when(county, coordinator, item):
    answer = save(coordinator, county, item, text="Kim berättade.\r\nMycket.")

    item.refresh_from_db()
    assert item.text == "Kim berättade.\nMycket."
    assert answer.json()["stamp"] == stamp_of(item)
    assert len(answer.json()["at"]) == 5


def test_a_browser_comes_back_to_the_point(county, coordinator, item):
    answer = save(coordinator, county, item, text="Utan skript.", script=False)

    assert (answer.status_code, answer["Location"]) == (
        302,
        place(county, item.meeting) + f"#punkt-{item.pk}",
    )


def test_somebody_elses_text_is_answered_with_who_and_when(county, coordinator, item):
    old = stamp_of(item)
    note_point(item.pk, text="Det Lo skrev.", seen=old, by=TESTER, now=localtime())

    answer = save(coordinator, county, item, text="Det Kim skrev.", seen=old)

    assert answer.status_code == 409
    assert (answer.json()["text"], answer.json()["by"]) == ("Det Lo skrev.", "Testare")
    page = save(coordinator, county, item, text="Det Kim skrev.", seen=old, script=False)
    assert "Det Lo skrev." in text(page)
    assert "Det Kim skrev." in text(page)


@pytest.mark.parametrize("seen", ["", "annat", "x" * 5000])
def test_a_stamp_that_is_missing_or_strange_writes_over_nothing(county, coordinator, item, seen):
    note_point(item.pk, text="Det Lo skrev.", seen=stamp_of(item), by=TESTER, now=localtime())

    assert save(coordinator, county, item, text="Annat.", seen=seen).status_code == 409
    item.refresh_from_db()
    assert item.text == "Det Lo skrev."


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": "x" * 8001}, "Anteckning: skriv högst 8000 tecken."),
        ({"text": "Född 811218-9876"}, "innehåller ett personnummer"),
    ],
)
def test_what_does_not_hold_is_said(county, coordinator, item, sent, sentence):
    answer = save(coordinator, county, item, **sent)

    assert answer.status_code == 422
    assert sentence in " ".join(answer.json()["sentences"])
    assert sentence in text(save(coordinator, county, item, script=False, **sent))


def test_an_outcome_is_concluded_with_its_clauses(county, coordinator, meeting):
    case = county.case(prepared=True)
    item = place_case(meeting.pk, case.number, by=TESTER, now=localtime())
    agreed = {"save": "outcome", "outcome": Outcome.RECOMMENDED, "text": "Man enades."}
    bare = save(coordinator, county, item, **agreed, clauses="anta rutinen.")
    assert bare.status_code == 422

    assert save(coordinator, county, item, **agreed, clauses="att anta rutinen.").status_code == 200

    item.refresh_from_db()
    assert (item.outcome, item.text) == ("recommended", "Man enades.")
    assert [one.text for one in item.clauses.clauses.all()] == ["att anta rutinen."]


def test_a_decision_point_without_an_outcome_is_only_noted(county, coordinator, meeting):
    case = county.case(prepared=True)
    item = place_case(meeting.pk, case.number, by=TESTER, now=localtime())

    save(coordinator, county, item, save="outcome", text="Samtal pågår.", outcome="")

    item.refresh_from_db()
    assert (item.text, item.outcome) == ("Samtal pågår.", "")


def test_the_end_leads_on_with_the_standing_points_written(county, coordinator, meeting):
    answer = coordinator.post(place(county, meeting, "klart/"))

    assert answer["Location"].endswith("/avsluta/")
    assert meeting.items.get(heading="Övriga frågor").text == "Inga övriga frågor."
    assert coordinator.post(place(county, meeting, "klart/")).status_code == 302


def test_jav_is_noted_at_a_point_with_a_stand_in_and_taken_back(county, coordinator, item):
    absent = county.seats["absent"].person
    sent = {"person": absent.pk, "kind": "conflict", "stood_in_by": county.substitute.pk}

    page = coordinator.post(place(county, item.meeting, f"{item.pk}/franvaro/"), sent, follow=True)

    assert "Frans Frånvarande deltar inte (jäv). Elsa Ersättare träder in." in " ".join(
        text(page).split()
    )
    noted = ItemAbsence.objects.get()
    coordinator.post(place(county, item.meeting, f"franvaro/{noted.pk}/"))
    assert not ItemAbsence.objects.exists()


@pytest.mark.rule("R065")
def test_a_stand_in_of_another_principal_is_refused_where_it_was_chosen(county, coordinator, item):
    sent = {"person": county.chair.pk, "kind": "conflict", "stood_in_by": county.substitute.pk}

    page = coordinator.post(place(county, item.meeting, f"{item.pk}/franvaro/"), sent)

    assert "Ersättaren sitter inte för samma huvudman." in text(page)
    assert not ItemAbsence.objects.exists()


def pages_of(county, item, noted):
    return {
        "": 200,
        "ny/": 200,
        "klart/": 302,
        f"{item.pk}/": 302,
        f"{item.pk}/franvaro/": 200,
        f"franvaro/{noted.pk}/": 200,
    }


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", None),
        ("chair", None),
        ("member", 403),
        ("substitute", 403),
        ("outsider", 404),
        ("stranger", 404),
    ],
)
def test_who_may_write_at_the_screen(request, county, item, who, status):
    there = county.seats["absent"].person_id
    noted = step_aside(item.pk, there, AbsenceKind.AWAY, by=TESTER, now=localtime())
    named = {"substitute": lambda: client_of(county.substitute)}
    client = named.get(who, lambda: request.getfixturevalue(who))()
    before = Entry.objects.count()

    for path, shown in pages_of(county, item, noted).items():
        address = place(county, item.meeting, path)
        assert client.get(address).status_code == (status or shown)
        if status and path:
            assert client.post(address, {"text": "Annat."}).status_code == status

    assert Entry.objects.count() == before
    assert not LastWritten.objects.exists()


def test_a_point_or_an_absence_of_another_meeting_is_not_found(county, coordinator, item):
    foreign = ItemFactory(meeting__collaboration=county.collaboration, text="Deras.")
    theirs = ItemAbsence.objects.create(
        item=foreign, person=county.chair, kind=AbsenceKind.CONFLICT
    )

    for path in (f"{foreign.pk}/", f"{foreign.pk}/franvaro/", f"franvaro/{theirs.pk}/"):
        address = place(county, item.meeting, path)
        assert coordinator.post(address, {"text": "Annat."}).status_code == 404
    foreign.refresh_from_db()
    assert foreign.text == "Deras."


def test_one_who_is_signed_out_is_led_to_sign_in(client, county, item):
    answer = client.post(place(county, item.meeting, f"{item.pk}/"), {"text": "Annat."})

    assert answer.status_code == 302
    assert "/konto/login/" in answer["Location"]


def test_after_the_meeting_the_screen_is_only_read(county, coordinator, item):
    item.meeting.stage = MeetingStage.HELD
    item.meeting.save()

    assert "går inte att ändra här" in text(coordinator.get(place(county, item.meeting)))
    assert save(coordinator, county, item, text="Sent.").status_code == 422
    assert Item.objects.get(pk=item.pk).text == ""


def test_the_screen_asks_as_much_for_seven_points_as_for_thirty(county, coordinator, meeting):
    def add(number):
        item = ItemFactory(meeting=meeting, body=meeting.body, position=1000 + number)
        note_point(item.pk, text="Sagt.", seen=stamp_of(item), by=TESTER, now=localtime())
        ItemAbsence.objects.create(
            item=item,
            person=county.chair,
            kind=AbsenceKind.CONFLICT,
            stood_in_by=MissionFactory(body=county.body).person,
        )

    add(0)
    few = queries_of(coordinator, place(county, meeting))
    for number in range(1, 20):
        add(number)

    assert queries_of(coordinator, place(county, meeting)) == few
