"""Who is called and what they answer, on the signed-in pages."""

import pytest
from django.utils.timezone import localtime

from samverkan.journal.models import Entry
from samverkan.meetings.actions import answer_call, call_meeting
from samverkan.meetings.choices import Reply
from samverkan.meetings.models import AttendanceOrder, Call
from tests.factories import TESTER, MissionFactory
from tests.www.conftest import client_of, queries_of, text

PAGES = ("kallade/", "kallade/nya/", "kallade/ordning/", "svar/")


@pytest.fixture
def meeting(county):
    meeting = county.meeting(days=9)
    call_meeting(meeting.pk, by=TESTER, now=localtime())
    meeting.refresh_from_db()
    return meeting


def place(county, meeting, page=""):
    return county.address(f"moten/{county.body.slug}/{meeting.on}/{page}")


def absent(county, meeting):
    call = meeting.calls.get(person=county.seats["absent"].person)
    return answer_call(call.pk, Reply.ABSENT, note="Semester.", by=TESTER, now=localtime())


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_the_next_substitute_is_called_with_one_button(county, coordinator, meeting):
    absent(county, meeting)
    page = text(coordinator.get(place(county, meeting, "kallade/")))
    assert "Näst i tur: Elsa Ersättare." in page
    assert "”Semester.”" in page
    seat = county.seats["absent"].pk
    one_click = place(county, meeting, f"kallade/ersatt/{seat}/{county.substitute.pk}/")
    assert one_click in page

    done = coordinator.post(one_click, follow=True)

    assert "Elsa Ersättare är kallad i stället för Frans Frånvarande." in text(done)
    assert "Kallad i stället för Frans Frånvarande" in text(done)
    again = coordinator.post(one_click)
    assert "En ersättare är redan kallad för ledamoten." in text(again)


@pytest.mark.rule("R065")
def test_a_substitute_of_another_principal_cannot_be_called(county, coordinator, meeting):
    absent(county, meeting)
    other = MissionFactory(body=county.body, principal=county.principals[0], substitute=True)
    seat = county.seats["absent"].pk

    answer = coordinator.post(place(county, meeting, f"kallade/ersatt/{seat}/{other.person_id}/"))

    assert "Ersättaren sitter inte för samma huvudman." in text(answer)
    assert not Call.objects.exclude(instead_of=None).exists()


def test_nobody_is_left_is_said(county, coordinator, meeting):
    call = meeting.calls.get(person=county.member)
    answer_call(call.pk, Reply.ABSENT, by=TESTER, now=localtime())

    page = text(coordinator.get(place(county, meeting, "kallade/")))

    assert "Ingen ersättare är kvar för huvudmannen." in page


def test_a_member_answers_signed_in(county, member, meeting):
    assert "Svara på kallelsen" in text(member.get(place(county, meeting)))

    done = member.post(place(county, meeting, "svar/"), {"reply": "coming"}, follow=True)

    assert "Ditt svar är antecknat." in text(done)
    assert "Du har svarat att du kommer." in text(done)


def test_the_coordinator_writes_down_what_was_said_by_telephone(county, coordinator, meeting):
    call = meeting.calls.get(person=county.member)
    address = place(county, meeting, f"kallade/{call.pk}/svar/")

    done = coordinator.post(address, {"reply": "absent", "note": "Ringde."}, follow=True)

    assert "Svaret från Maj Ledamot är noterat." in text(done)
    assert Entry.objects.last().content["actor"] == "Kim Koordinator"


def test_how_the_body_meets_is_noted(county, chair, meeting):
    sent = {"distance_allowed": "on", "source": "arbetsordningen"}

    done = chair.post(place(county, meeting, "kallade/ordning/"), sent, follow=True)

    assert "Det går att delta på distans." in text(done)
    order = AttendanceOrder.objects.get()
    assert (order.distance_allowed, order.calls_substitutes) == (True, False)


def test_new_members_are_called_with_one_button(county, coordinator, meeting):
    heir = MissionFactory(body=county.body, person__name="Nina Ny")
    assert "Kalla nya ledamöter" in text(coordinator.get(place(county, meeting, "kallade/")))

    coordinator.post(place(county, meeting, "kallade/nya/"))

    assert meeting.calls.filter(person=heir.person).exists()
    again = coordinator.post(place(county, meeting, "kallade/nya/"))
    assert "är redan kallade" in text(again)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("chair", 200),
        ("member", 403),
        ("substitute", 403),
        ("outsider", 404),
        ("stranger", 404),
    ],
)
@pytest.mark.parametrize("page", PAGES[:3])
def test_who_may_see_the_called(request, county, meeting, page, who, status):
    client = client_of(county.substitute) if who == "substitute" else request.getfixturevalue(who)

    assert client.get(place(county, meeting, page)).status_code == status
    before = Entry.objects.count()
    if status != 200:
        assert client.post(place(county, meeting, page)).status_code in (status, 405)
        assert Entry.objects.count() == before


def test_one_answers_only_for_oneself(county, elsewhere, member, coordinator, meeting):
    call = meeting.calls.get(person=county.chair)
    address = place(county, meeting, f"kallade/{call.pk}/svar/")

    assert member.post(address, {"reply": "absent"}).status_code == 403
    assert coordinator.get(place(county, meeting, "svar/")).status_code == 404
    theirs = elsewhere.meeting(days=9)
    call_meeting(theirs.pk, by=TESTER, now=localtime())
    foreign = theirs.calls.first()
    wrong = place(county, meeting, f"kallade/{foreign.pk}/svar/")
    assert coordinator.post(wrong, {"reply": "absent"}).status_code == 404
    assert not Call.objects.exclude(reply="").exists()


@pytest.mark.parametrize("page", PAGES)
def test_a_get_changes_nothing(county, chair, meeting, page):
    before = Entry.objects.count(), list(Call.objects.values())

    assert chair.get(place(county, meeting, page)).status_code == 200

    assert (Entry.objects.count(), list(Call.objects.values())) == before


def test_the_list_asks_as_much_for_four_as_for_twenty(county, coordinator, meeting):
    absent(county, meeting)
    few = queries_of(coordinator, place(county, meeting, "kallade/"))
    for _ in range(8):
        seat = MissionFactory(body=county.body)
        MissionFactory(body=county.body, principal=seat.principal, substitute=True)
    coordinator.post(place(county, meeting, "kallade/nya/"))
    for call in meeting.calls.exclude(person=county.chair):
        answer_call(call.pk, Reply.ABSENT, by=TESTER, now=localtime())

    assert queries_of(coordinator, place(county, meeting, "kallade/")) == few
