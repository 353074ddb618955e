"""The signed-in pages of the year, and the secret address that calendar programs ask."""

import re
from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localtime
from icalendar import Calendar

from samverkan.bodies.choices import BodyKind, Reviewed
from samverkan.bodies.models import Review
from samverkan.bodies.rules.reviews import review_due
from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from samverkan.meetings.actions import plan_meeting
from samverkan.meetings.models import (
    CalendarLink,
    ExternalCalendar,
    ExternalMeeting,
    FormerDay,
    Meeting,
)
from samverkan.people.models import Person
from tests.factories import LONG_AGO, TESTER, BodyFactory, ChairRuleFactory, PersonFactory
from tests.meetings.test_reading_calendars import ics
from tests.www.conftest import client_of, queries_of, text

PAGES = ["", "min/", "planera/", "utanfor/", "utanfor/nytt/", "utanfor/las-in/"]
OPEN_TO = {
    "": {"coordinator", "chair", "member"},
    "min/": {"coordinator", "chair", "member"},
    "planera/": {"coordinator", "chair"},
    "utanfor/": {"coordinator"},
    "utanfor/nytt/": {"coordinator"},
    "utanfor/las-in/": {"coordinator"},
}


@pytest.fixture
def clients(coordinator, chair, member, stranger, outsider):
    return {
        "coordinator": coordinator,
        "chair": chair,
        "member": member,
        "stranger": stranger,
        "outsider": outsider,
    }


@pytest.fixture
def rhythm(county):
    return county.body.rhythms.create(
        months=[3, 9],
        week=2,
        weekday=3,
        avoided_weeks=[27, 28, 29, 30, 31],
        starts_at=time(9, 30),
        place="Umeå",
        committee_days=28,
        summons_days=14,
        period=LONG_AGO,
        standing="assumed",
    )


def sent(page_text: str, **changes: str) -> dict[str, str]:
    """Return what a form holds, as a browser would send it."""
    fields = {}
    for tag in re.findall(r"<input[^>]*>", page_text):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        box = 'type="checkbox"' in tag
        if name and name[1] != "csrfmiddlewaretoken" and not (box and "checked" not in tag):
            fields[name[1]] = value[1] if value else "on" if box else ""
    return fields | changes


@pytest.mark.parametrize("path", PAGES)
def test_who_may_open_which_page(county, clients, path):
    opened = {
        who
        for who, client in clients.items()
        if client.get(county.address(f"kalender/{path}")).status_code == 200
    }

    assert opened == OPEN_TO[path]


def test_a_visitor_is_asked_to_sign_in(county, client):
    for path in PAGES:
        assert client.get(county.address(f"kalender/{path}")).status_code == 302


def test_everything_in_the_year_with_what_is_internal(county, member, rhythm):
    meeting = county.meeting(on=date(county.today.year + 1, 3, 11))
    page = text(member.get(county.address(f"kalender/?ar={meeting.on.year}")))

    assert "arbetsutskottet bereder" in page
    assert f"/moten/{county.body.slug}/{meeting.on}/" in page


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
def test_elections_in_the_autumn_are_days_of_the_year(county, member):
    ChairRuleFactory(body=county.body, alternates=True)
    term = county.body.chair_terms.get()
    year = county.today.year
    term.period = type(term.period)(date(year, 1, 1), date(year + 1, 1, 1), "[)")
    term.save()

    page = text(member.get(county.address("kalender/")))
    assert '<h2 id="manad-10">Oktober</h2>' in page
    assert "dags att välja ordförande" in page


@pytest.mark.rule("R116")
def test_reviews_are_days_of_the_year(county, member):
    county.body.review_months = 6
    county.body.save()
    last = county.today - timedelta(days=30)
    for of in Reviewed:
        Review.objects.create(body=county.body, of=of, on=last)
    due = review_due(last, last, 6)

    page = text(member.get(county.address(f"kalender/?ar={due.year}")))
    assert "uppdraget ses över senast" in page
    assert "bemanningen ses över senast" in page


# --- Planning a year ------------------------------------------------------------------------------


def test_a_year_is_shown_before_it_is_made_and_planned_in_one_act(county, coordinator, rhythm):
    year = county.today.year + 1
    address = county.address(f"kalender/planera/?ar={year}")
    page = text(coordinator.get(address))
    assert page.count("<legend") == 2
    assert not Meeting.objects.exists()

    answer = coordinator.post(address, sent(page, **{"m1-place": "Skellefteå"}))

    assert answer.status_code == 302
    planned = list(Meeting.objects.order_by("on").values_list("on__month", "place"))
    assert planned == [(3, "Umeå"), (9, "Skellefteå")]


def test_a_meeting_is_left_out_by_its_box(county, coordinator, rhythm):
    address = county.address("kalender/planera/")
    form = sent(text(coordinator.get(address)))
    del form["m0-chosen"]

    coordinator.post(address, form | {"m0-on": ""})

    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2027-02-30", "till exempel 2026-03-12"),
        ("0027-03-01", "Skriv året med fyra siffror"),
        ("hej", "till exempel 2026-03-12"),
        ("2020-03-11", "har redan varit"),
    ],
)
def test_an_impossible_day_is_told_and_what_was_typed_is_kept(
    county, coordinator, rhythm, typed, said
):
    address = county.address("kalender/planera/")
    form = sent(text(coordinator.get(address)), **{"m0-on": typed, "m1-place": "Skellefteå"})

    page = text(coordinator.post(address, form))

    assert said in page
    assert "Skellefteå" in page
    assert not Meeting.objects.exists()


def test_a_bad_day_is_planned_with_a_reason(county, coordinator, rhythm):
    address = county.address("kalender/planera/")
    saturday = next(
        day
        for day in (date(county.today.year + 1, 3, 1) + timedelta(days=n) for n in range(7))
        if day.weekday() == 5
    )
    form = sent(text(coordinator.get(address)), **{"m0-on": str(saturday)})

    assert "är lördag" in text(coordinator.post(address, form))
    coordinator.post(address, form | {"reason": "Samma helg som mässan."})
    assert Meeting.objects.filter(on=saturday).exists()


def test_a_chair_plans_only_the_own_body(county, chair, rhythm):
    other = BodyFactory(collaboration=county.collaboration)
    address = county.address("kalender/planera/")
    form = sent(text(chair.get(address)), **{"m0-body": other.slug})

    chair.post(address, form)

    assert set(Meeting.objects.values_list("body", flat=True)) == {county.body.pk}


def test_bodies_without_a_rhythm_are_told(county, coordinator):
    page = text(coordinator.get(county.address("kalender/planera/")))

    assert "Här visas förslag" in page
    assert "Utan mötesrytm: Samråd" in page


# --- Moving ---------------------------------------------------------------------------------------


def moving(county, meeting) -> str:
    return county.address(f"moten/{county.body.slug}/{meeting.on}/flytta/")


def test_who_may_move_a_meeting(county, clients):
    meeting = county.meeting(days=20)

    answers = {who: one.get(moving(county, meeting)).status_code for who, one in clients.items()}
    assert answers == {
        "coordinator": 200,
        "chair": 200,
        "member": 403,
        "stranger": 404,
        "outsider": 404,
    }


def test_a_meeting_is_moved_and_its_old_address_and_history_lead_on(county, chair):
    meeting = county.meeting(days=20)
    was, to = meeting.on, county.today + timedelta(days=22)
    form = {"on": str(to), "starts_at": "13:00", "place": "Umeå", "reason": "Sjukdom."}

    answer = chair.post(moving(county, meeting), form)

    assert answer.url.endswith(f"/moten/{county.body.slug}/{to}/")
    assert FormerDay.objects.get().on == was
    old = chair.get(county.address(f"moten/{county.body.slug}/{was}/"), follow=True)
    assert "flyttade mötet" in text(old)
    assert "planerade ett möte" in text(old)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": ""}, "Ange vilken dag"),
        ({"on": "2027-02-30"}, "till exempel 2026-03-12"),
        ({"on": "2020-01-02"}, "Dagen har redan varit"),
        ({"on": "2199-01-02"}, "Välj en dag senast"),
        ({"starts_at": "25:00"}, "Skriv tiden som timme och minut"),
        ({"place": "x" * 201}, "skriv högst 200 tecken"),
        ({"reason": "19121212-1212"}, "personnummer"),
    ],
)
def test_what_cannot_be_is_told_where_it_was_typed(county, coordinator, typed, said):
    meeting = county.meeting(days=20)
    form = {"on": str(county.today + timedelta(days=22)), "reason": "Sjukdom."} | typed

    assert said in text(coordinator.post(moving(county, meeting), form))
    assert Meeting.objects.get().on == meeting.on


# --- Meetings outside -----------------------------------------------------------------------------


def test_a_meeting_outside_is_entered_changed_and_removed(county, coordinator):
    leaders = BodyFactory(
        collaboration=county.collaboration, kind=BodyKind.OUTSIDE, name="Regionledningsmötet"
    )
    on = str(county.today + timedelta(days=40))
    facts = {"on": on, "certainty": "assumed", "source": "webbplatsen"}
    coordinator.post(
        county.address("kalender/utanfor/nytt/"), facts | {"who": f"organ-{leaders.pk}"}
    )

    meeting = ExternalMeeting.objects.get()
    assert (meeting.arranger, meeting.body) == ("Regionledningsmötet", leaders)
    assert "Regionledningsmötet" in text(coordinator.get(county.address("kalender/utanfor/")))
    place = county.address(f"kalender/utanfor/{meeting.key}/")
    coordinator.post(place, facts | {"place": "Lycksele"})
    meeting.refresh_from_db()
    assert meeting.place == "Lycksele"
    assert coordinator.get(f"{place}ta-bort/").status_code == 200
    coordinator.post(f"{place}ta-bort/")
    assert not ExternalMeeting.objects.exists()


def test_somebody_must_arrange_it(county, coordinator):
    form = {"on": str(county.today), "certainty": "confirmed"}
    page = text(coordinator.post(county.address("kalender/utanfor/nytt/"), form))

    assert "Skriv vem som håller mötet." in page


def upload(county, client, data: bytes, name="Regionstyrelsen"):
    form = {"arranger": "Regionstyrelsen", "name": name}
    file = SimpleUploadedFile("k.ics", data)
    return client.post(county.address("kalender/utanfor/las-in/"), form | {"file": file})


def test_a_calendar_is_shown_before_it_is_read_in(county, coordinator):
    day = county.today + timedelta(days=30)
    data = ics(
        f"UID:a\nDTSTART:{day:%Y%m%d}T090000\nSUMMARY:<script>alert(1)</script>",
        "UID:b\nDTSTART:hej\nSUMMARY:Trasig",
        f"UID:c\nDTSTART:{day:%Y%m%d}\nURL:javascript:alert(1)\nLOCATION:javascript:alert(2)",
    )

    preview = text(coordinator.get(upload(county, coordinator, data).url))

    assert "Händelse 2, ”Trasig”: Händelsen går inte att läsa." in preview
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in preview
    assert "<script>alert" not in preview
    assert 'href="javascript' not in preview
    assert not ExternalMeeting.objects.exists()
    calendar = ExternalCalendar.objects.get()
    place = county.address(f"kalender/utanfor/kalender/{calendar.key}/")
    coordinator.post(place, {"do": "read"})
    assert ExternalMeeting.objects.count() == 2
    assert "Läs in kalendern igen" in text(coordinator.get(place))
    assert "Ingen fil väntar" in text(coordinator.post(place, {"do": "read"}))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF", "är ingen kalender"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "har inga händelser"),
        (ics(*["DTSTART:20260312"] * 10_000), "fler än 1000 händelser"),
        (b"BEGIN:VCALENDAR" + b"x" * 1_000_001, "större än 1 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(county, coordinator, data, said):
    assert said in text(upload(county, coordinator, data))
    assert not ExternalCalendar.objects.exists()


def test_a_calendar_of_another_collaboration_is_not_here(county, coordinator, elsewhere):
    upload(elsewhere, client_of(elsewhere.coordinator), ics("UID:a\nDTSTART:20990101"))
    key = ExternalCalendar.objects.get().key

    address = county.address(f"kalender/utanfor/kalender/{key}/")
    assert coordinator.get(address).status_code == 404
    assert coordinator.post(address, {"do": "throw"}).status_code == 404


# --- One's own calendar ---------------------------------------------------------------------------


def address_for(person: Person) -> str:
    return f"/l/kalender/{token_of(CalendarLink.objects.get(person=person, revoked_at=None).key)}/"


def subscribed(county, client) -> None:
    client.post(county.address("kalender/min/"), {"do": "renew"})


def test_a_person_gets_the_meetings_of_the_own_bodies(county, member, client):
    meeting = county.meeting(days=20)
    other = BodyFactory(collaboration=county.collaboration)
    plan_meeting(other.pk, on=meeting.on, by=TESTER, now=localtime())
    subscribed(county, member)
    address = address_for(county.member)
    assert address in text(member.get(county.address("kalender/min/")))

    answer = client.get(address)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["UID"] == meeting.uid
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_chair_gets_the_deadlines_and_a_member_does_not(county, chair, member, client, rhythm):
    county.meeting(days=60)
    counts = []
    for who, one in ((county.chair, chair), (county.member, member)):
        subscribed(county, one)
        answer = client.get(address_for(who))
        counts.append(len(Calendar.from_ical(answer.content).walk("VEVENT")))

    assert counts == [3, 1]


def test_what_is_given_follows_the_mission(county, member, client):
    county.meeting(days=20)
    subscribed(county, member)
    address = address_for(county.member)
    county.seats["member"].delete()

    answer = client.get(address)
    assert Calendar.from_ical(answer.content).walk("VEVENT") == []


def test_a_new_address_closes_the_old_and_a_closed_one_says_so(county, member, client):
    subscribed(county, member)
    first = address_for(county.member)
    subscribed(county, member)
    second = address_for(county.member)
    assert (client.get(first).status_code, client.get(second).status_code) == (410, 200)

    member.post(county.address("kalender/min/"), {"do": "revoke"})
    assert client.get(second).status_code == 410
    page = text(member.post(county.address("kalender/min/"), {"do": "revoke"}))
    assert "Du har ingen kalenderadress" in page


def test_looking_makes_no_address_and_writes_nothing(county, member, client):
    before = Entry.objects.count()
    member.get(county.address("kalender/min/"))
    assert client.get("/l/kalender/hittepa/").status_code == 404

    assert not CalendarLink.objects.exists()
    assert Entry.objects.count() == before


def test_nobody_reads_in_the_open_journal_who_subscribes(county, member):
    subscribed(county, member)

    assert Entry.objects.latest("sequence").visibility == "closed"


def test_the_address_is_another_than_the_registrars(county, member, client):
    subscribed(county, member)
    token = token_of(CalendarLink.objects.get().key)

    assert client.get(f"/l/{token}/").status_code == 404
    assert reverse("calendar_link:feed", args=[token]) == f"/l/kalender/{token}/"


def test_the_page_takes_as_many_questions_however_much_there_is(county, coordinator, rhythm):
    address = county.address(f"kalender/?ar={county.today.year + 1}")
    first = date(county.today.year + 1, 3, 2)
    county.meeting(on=first)
    few = queries_of(coordinator, address)
    for days in range(1, 6):
        county.meeting(on=first + timedelta(days=days * 30))
    PersonFactory(collaboration=county.collaboration)

    assert queries_of(coordinator, address) == few
