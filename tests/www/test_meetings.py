"""Pages about meetings, from planning to approved minutes."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samverkan.cases.choices import CaseStage
from samverkan.dispatches.models import Recommendation
from samverkan.documents.models import Document
from samverkan.journal.models import Entry, Notice
from samverkan.meetings.actions import stamp_of
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.models import Attendance, Item, Meeting
from tests.factories import ItemFactory, MeetingFactory, MissionFactory
from tests.www.conftest import client_of, queries_of, text


def place(county, meeting, page: str = "") -> str:
    return county.address(f"moten/{county.body.slug}/{meeting.on}/{page}")


def test_a_coordinator_plans_a_meeting_with_its_standing_points(county, coordinator):
    day = county.today + timedelta(days=20)
    sent = {"body": county.body.slug, "on": day, "starts_at": "09:30", "place": "Länshuset"}

    answer = coordinator.post(county.address("moten/nytt/"), sent, follow=True)

    assert Meeting.objects.get().on == day
    assert "Fastställande av agenda" in text(answer)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"on": ""}, "Ange vilken dag organet möts."),
        ({"on": "den tolfte"}, "Skriv dagen som år, månad och dag"),
        ({"on": "0026-03-12"}, "Skriv året med fyra siffror"),
        ({"on": "2019-03-12"}, "Organet finns inte den dagen."),
        ({"starts_at": "halv tio"}, "Skriv tiden som timme och minut"),
        ({"place": "Hos 19811218-9876"}, "innehåller ett personnummer"),
        ({"body": "okant"}, "Välj ett av alternativen."),
    ],
)
def test_a_plan_that_does_not_hold_is_told_and_kept(county, coordinator, change, sentence):
    sent = {"body": county.body.slug, "on": "2026-12-12", "starts_at": "", "place": "Vindeln"}

    answer = coordinator.post(county.address("moten/nytt/"), sent | change)

    assert sentence in text(answer)
    assert not Meeting.objects.exists()


def test_a_member_does_not_plan(county, member):
    assert member.get(county.address("moten/nytt/")).status_code == 403


def test_the_chair_plans_only_in_the_own_body(county, chair):
    from tests.factories import BodyFactory

    BodyFactory(collaboration=county.collaboration, name="Ett annat organ")

    page = text(chair.get(county.address("moten/nytt/")))

    assert county.body.name in page
    assert "Ett annat organ" not in page


def test_a_point_is_added(county, chair):
    meeting = county.meeting(days=9)
    sent = {"heading": "Läget i länet", "kind": ItemKind.DISCUSSION, "text": ""}

    answer = chair.post(place(county, meeting, "punkt/"), sent, follow=True)

    assert "Läget i länet" in text(answer)


def test_a_prepared_case_is_taken_up(county, coordinator):
    case, meeting = county.case(prepared=True), county.meeting(days=9)
    raised = county.case(title="Bara väckt")

    page = text(coordinator.get(place(county, meeting, "arende/")))
    coordinator.post(place(county, meeting, "arende/"), {"case": case.number})

    assert raised.title not in page
    assert meeting.items.filter(case=case).exists()


def test_the_summons_shows_whom_it_reaches_and_goes_once(county, coordinator):
    client_of(county.member)
    meeting = county.meeting(days=9)
    address = place(county, meeting, "kalla/")
    page = text(coordinator.get(address))
    coordinator.post(address)

    again = text(coordinator.post(address))

    assert county.member.account.email in page
    assert "Frans Frånvarande" in page.partition("Får inget e-brev")[2]
    assert list(Notice.objects.values_list("to", flat=True)) == [county.member.account.email]
    assert "Kallelsen sänds en gång." in again


def test_attendance_is_noted_with_a_substitute_for_a_named_member(county, coordinator):
    meeting = county.meeting()
    sent = {
        f"p{county.chair.pk}": "deciding",
        f"p{county.substitute.pk}": f"deciding:{county.seats['absent'].pk}",
        f"p{county.member.pk}": "guest",
        "secretary": county.coordinator.pk,
        "led_by": county.chair.pk,
    }

    coordinator.post(place(county, meeting, "narvaro/"), sent)

    noted = Attendance.objects.filter(meeting=meeting).values_list("person_id", "part")
    assert dict(noted) == {
        county.chair.pk: Part.DECIDING,
        county.substitute.pk: Part.DECIDING,
        county.member.pk: Part.GUEST,
        county.coordinator.pk: Part.SECRETARY,
    }
    page = text(coordinator.get(place(county, meeting, "narvaro/")))
    assert f'value="deciding:{county.seats["absent"].pk}" selected' in page


def test_a_substitute_beside_the_one_they_stand_for_is_refused(county, coordinator):
    meeting = county.meeting()
    sent = {
        f"p{county.seats['absent'].person_id}": "deciding",
        f"p{county.substitute.pk}": f"deciding:{county.seats['absent'].pk}",
        "led_by": county.substitute.pk,
    }

    answer = coordinator.post(place(county, meeting, "narvaro/"), sent)

    assert "Elsa Ersättare ersätter någon som själv är närvarande." in text(answer)
    assert not Attendance.objects.exists()


def test_a_substitute_is_offered_only_the_own_principals_seats(county, coordinator):
    meeting = county.meeting()
    sent = {
        f"p{county.substitute.pk}": f"deciding:{county.seats['member'].pk}",
        "led_by": county.substitute.pk,
    }

    answer = coordinator.post(place(county, meeting, "narvaro/"), sent)

    assert "Välj ett av alternativen." in text(answer)
    assert not Attendance.objects.exists()


def recommend(county, client, item, **change):
    sent = {
        "outcome": Outcome.RECOMMENDED,
        "text": "Organet enades.",
        "clauses": "att anta rutinen, samt\natt följa upp den.",
        "seen": stamp_of(item),
    }
    return client.post(place(county, item.meeting, f"punkt/{item.position}/"), sent | change)


@pytest.fixture
def item(county) -> Item:
    from samverkan.meetings.actions import place_case
    from tests.factories import TESTER

    case, meeting = county.case(prepared=True), county.meeting()
    return place_case(meeting.pk, case.number, by=TESTER, now=meeting.collaboration.head_at)


def test_the_body_recommends_with_clauses_line_by_line(county, coordinator, item):
    recommend(county, coordinator, item)

    item.refresh_from_db()
    assert item.outcome == Outcome.RECOMMENDED
    assert [one.text for one in item.clauses.clauses.all()] == [
        "att anta rutinen, samt",
        "att följa upp den.",
    ]
    assert item.clauses.lead == f"{county.body.name} rekommenderar huvudmännen"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"clauses": ""}, "Skriv minst en att-sats."),
        ({"clauses": "Kommunerna antar rutinen."}, "Att-sats 1 börjar inte med ”att”."),
        ({"clauses": "att anta rutinen.\nsedan följa upp"}, "Att-sats 2 börjar inte med ”att”."),
        ({"clauses": "att anta rutinen enligt bilaga 1."}, "som inte är bifogad"),
        ({"clauses": "att betala ut till 19811218-9876."}, "innehåller ett personnummer"),
        ({"outcome": ""}, "Välj vad som blev av punkten."),
        ({"outcome": Outcome.NOTED}, "Att-satser hör till en rekommendation"),
        ({"name1": "Bilaga 1"}, "Välj filen till Bilaga 1"),
        ({"outcome": Outcome.INNER_DECISION}, "Organet beslutar bara om sina egna arbetsformer."),
        ({"seen": ""}, "Någon annan skrev i punkten nyss."),
    ],
)
def test_an_outcome_that_does_not_hold_is_told_and_kept(
    county, coordinator, item, change, sentence
):
    answer = recommend(county, coordinator, item, **change)

    item.refresh_from_db()
    assert sentence in text(answer)
    assert "Organet enades." in text(answer)
    assert item.outcome == ""


def test_an_annex_comes_with_the_outcome_or_not_at_all(county, coordinator, item):
    sent = {"clauses": "att anta rutinen enligt bilaga 1.", "name1": "Bilaga 1"}
    lying = SimpleUploadedFile("rutin.pdf", b"MZ not a pdf at all")
    refused = recommend(county, coordinator, item, **sent, file1=lying)
    item.refresh_from_db()
    assert (item.outcome, Document.objects.count()) == ("", 0)
    assert "Välj filerna igen" in text(refused)

    good = SimpleUploadedFile("rutin.txt", b"Rutinen i sin helhet.")
    recommend(county, coordinator, item, **sent, file1=good)

    item.refresh_from_db()
    assert [one.name for one in item.clauses.annexes.all()] == ["Bilaga 1"]


def test_annexes_that_are_kept_stay_when_the_text_is_changed(county, coordinator, item):
    sent = {"clauses": "att anta rutinen enligt bilaga 1."}
    good = SimpleUploadedFile("rutin.txt", b"Rutinen i sin helhet.")
    recommend(county, coordinator, item, **sent, name1="Bilaga 1", file1=good)
    item.refresh_from_db()

    recommend(county, coordinator, item, **sent, kept=["Bilaga 1"], text="Ändrad anteckning.")

    item.refresh_from_db()
    assert item.text == "Ändrad anteckning."
    assert [one.name for one in item.clauses.annexes.all()] == ["Bilaga 1"]


def test_two_who_note_at_once_do_not_write_over_each_other(county, coordinator, chair, item):
    seen = stamp_of(item)
    recommend(county, chair, item, text="Ordförandens anteckning")

    answer = recommend(county, coordinator, item, text="Koordinatorns anteckning", seen=seen)

    item.refresh_from_db()
    assert item.text == "Ordförandens anteckning"
    assert "Så står det i punkten nu" in text(answer)
    assert "Koordinatorns anteckning" in text(answer)


def test_a_member_reads_but_does_not_note(county, member, item):
    assert member.get(place(county, item.meeting)).status_code == 200
    assert member.get(place(county, item.meeting, f"punkt/{item.position}/")).status_code == 403


def test_from_closing_to_a_recommendation_ready_to_dispatch(county, coordinator, chair):
    meeting, _ = county.agreed_meeting(county.case(prepared=True))
    page = text(coordinator.get(place(county, meeting, "avsluta/")))
    assert "Punkt 1" in page
    coordinator.post(place(county, meeting, "avsluta/"))

    draft = text(chair.get(place(county, meeting, "justera/")))
    seen = draft.partition('name="seen" value="')[2][:64]
    answer = chair.post(place(county, meeting, "justera/"), {"seen": seen}, follow=True)

    assert "Utkast." in draft
    assert meeting.minutes.content["approver_title"] == "ordförande"
    assert "Anteckningarna är justerade." in text(answer)
    assert Recommendation.objects.get().case.stage == CaseStage.RECOMMENDED
    seen = text(coordinator.get(place(county, meeting)))
    assert "Nästa steg: expediera rekommendationen" in seen


def test_only_the_one_who_led_approves(county, coordinator):
    meeting, _ = county.agreed_meeting(county.case(prepared=True))
    coordinator.post(place(county, meeting, "avsluta/"))

    answer = coordinator.post(place(county, meeting, "justera/"))

    assert answer.status_code == 403
    assert "Bara de som är valda att justera gör det" in text(answer)


def test_what_remains_closes_the_button(county, coordinator, item):
    page = text(coordinator.get(place(county, item.meeting, "avsluta/")))

    assert "Anteckna vilka som var beslutande på mötet." in page
    assert '<button type="submit" class="govuk-button">Avsluta mötet' not in page


@pytest.mark.parametrize(
    "page", ["", "punkt/", "punkt/10/", "arende/", "kalla/", "narvaro/", "avsluta/"]
)
@pytest.mark.parametrize("stage", MeetingStage)
def test_a_get_changes_nothing(county, coordinator, page, stage):
    meeting = MeetingFactory(
        collaboration=county.collaboration, body=county.body, stage=stage, on=county.today
    )
    ItemFactory(meeting=meeting, position=10, kind=ItemKind.DECISION)
    before = list(Item.objects.values()), list(Meeting.objects.values())

    answer = coordinator.get(place(county, meeting, page))

    assert answer.status_code == 200
    assert (list(Item.objects.values()), list(Meeting.objects.values())) == before
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("day", ["2026-02-30", "2026-1-1", "2031-01-01", "igår"])
def test_a_day_without_a_meeting_is_not_found(county, coordinator, day):
    answer = coordinator.get(county.address(f"moten/{county.body.slug}/{day}/"))

    assert answer.status_code == 404


def test_the_list_asks_as_much_for_one_meeting_as_for_thirty(county, member):
    def plan(days):
        for stage in (MeetingStage.CALLED, MeetingStage.HELD, MeetingStage.APPROVED):
            on = county.today + timedelta(days=9 * days + list(MeetingStage).index(stage))
            MeetingFactory(collaboration=county.collaboration, body=county.body, stage=stage, on=on)

    plan(0)
    few = queries_of(member, county.address("moten/"))
    for days in range(1, 30):
        plan(days)

    assert queries_of(member, county.address("moten/")) == few


def test_a_meeting_asks_as_much_for_one_point_as_for_twenty(county, coordinator):
    meeting = county.meeting()
    few = queries_of(coordinator, place(county, meeting))
    for _ in range(20):
        ItemFactory(meeting=meeting, case=county.case())

    assert queries_of(coordinator, place(county, meeting)) == few


def test_the_draft_is_read_by_those_who_keep_the_minutes(county, coordinator, chair, member):
    meeting, _ = county.agreed_meeting(county.case(prepared=True))
    address = county.address(f"moten/{meeting.body.slug}/{meeting.on}/utkast/")

    assert "att anta rutinen." in text(coordinator.get(address))
    assert chair.get(address).status_code == 200
    assert member.get(address).status_code == 403


def test_a_meeting_on_the_wrong_day_is_cancelled_with_a_reason(county, coordinator, member):
    meeting = county.meeting(days=5)
    address = county.address(f"moten/{meeting.body.slug}/{meeting.on}/stall-in/")

    assert member.get(address).status_code == 403
    assert "Skriv varför mötet ställs in." in text(coordinator.post(address, {"reason": " "}))
    done = coordinator.post(address, {"reason": "Fel dag."}, follow=True)

    meeting.refresh_from_db()
    assert meeting.stage == "cancelled"
    assert "Mötet är inställt." in text(done)


def test_one_who_sits_for_two_has_one_row_with_both(county, coordinator):
    seat = MissionFactory(body=county.body)
    MissionFactory(
        body=county.body, principal=seat.principal, person=county.substitute, substitute=True
    )
    meeting = county.meeting()

    page = text(coordinator.get(place(county, meeting, "narvaro/")))

    assert page.count(f'id="id_p{county.substitute.pk}"') == 1
    assert f"Beslutande i stället för {seat.person.name}" in page
    assert f"också för {seat.principal.short_name}" in page
