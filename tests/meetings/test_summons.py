"""The summons: frozen, numbered, mailed with a calendar part, supplemented and called off."""

from datetime import UTC, date, datetime, time
from email import message_from_bytes
from email.policy import default as policy

import pytest
from django.db import IntegrityError, transaction

from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Written,
    add_point,
    adjoin,
    attach_paper,
    call_meeting,
    cancel_meeting,
    order_points,
    pending_changes,
    plan_meeting,
    send_supplement,
    take_off_point,
    write_point,
)
from samverkan.meetings.choices import ItemKind, Reply
from samverkan.meetings.models import Call, Meeting, Summons
from tests.factories import BodyFactory, MissionFactory, PersonFactory
from tests.meetings.libical import parsed

DAY = date(2026, 3, 12)
THEN = {"by": Actor("Testare"), "now": datetime(2026, 2, 20, 9, tzinfo=UTC)}


@pytest.fixture
def body(db):
    body = BodyFactory(name="Samråd vård och omsorg", short_name="Samråd")
    for name in ("Åsa Öberg", "Per Ek"):
        address = f"{name.split()[1].lower().replace('ö', 'o')}@example.invalid"
        MissionFactory(body=body, person__name=name, person__email=address)
    MissionFactory(
        body=body, substitute=True, person__name="Elsa", person__email="elsa@example.invalid"
    )
    MissionFactory(body=body, person__name="Utan Adress")
    return body


@pytest.fixture
def meeting(body) -> Meeting:
    meeting = plan_meeting(
        body.pk, on=DAY, starts_at=time(9, 30), ends_at=time(12), place="Umeå; sal 1, A", **THEN
    )
    add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading="Läget i länet", **THEN)
    return meeting


@pytest.fixture
def called(meeting) -> Meeting:
    call_meeting(meeting.pk, **THEN)
    meeting.refresh_from_db()
    return meeting


def letters(template):
    return list(Notice.objects.filter(template=template).order_by("to"))


def calendar_of(notice):
    """Return the calendar part of a letter and its file, as a mail program reads them."""
    message = message_from_bytes(rendered(notice).message().as_bytes(), policy=policy)
    [part] = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    [file] = [one for one in message.walk() if one.get_filename() == "kalender.ics"]
    text = part.get_content()
    assert file.get_content().decode().splitlines() == text.splitlines()
    return part.get_param("method"), text


@pytest.mark.rule("R157")
def test_the_summons_is_frozen_numbered_and_never_changed(called):
    summons = Summons.objects.get()

    assert (summons.number, summons.changes, summons.sent_by) == (1, [], "Testare")
    assert summons.sha256 == digest(summons.content)
    assert "Läget i länet" in [point["heading"] for point in summons.content["points"]]
    for change in (lambda: Summons.objects.update(number=2), lambda: summons.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_those_with_a_seat_are_called_each_by_a_link_and_substitutes_for_information(called):
    calls = dict(Call.objects.values_list("person__name", "to"))

    assert calls == {
        "Åsa Öberg": "oberg@example.invalid",
        "Per Ek": "ek@example.invalid",
        "Utan Adress": "",
    }
    assert [one.to for one in letters("meeting_called")] == [
        "ek@example.invalid",
        "oberg@example.invalid",
    ]
    [told] = letters("meeting_for_information")
    assert told.to == "elsa@example.invalid"
    assert "calendar" not in told.facts
    assert "link_key" not in told.facts


def test_one_who_is_adjoined_is_called_too(meeting):
    guest = PersonFactory(collaboration=meeting.collaboration, email="gast@example.invalid")
    adjoin(meeting.items.get(heading="Läget i länet").pk, guest.pk, **THEN)

    call_meeting(meeting.pk, **THEN)

    [letter] = [one for one in letters("meeting_called") if one.to == "gast@example.invalid"]
    assert "ROLE=OPT-PARTICIPANT" in calendar_of(letter)[1].replace("\n ", "")


def test_a_letter_holds_the_link_the_agenda_and_a_request_that_libical_accepts(called):
    letter = letters("meeting_called")[1]

    method, text = calendar_of(letter)
    event = parsed(text)

    body = rendered(letter).body
    assert "/l/mote/" in body
    assert "5. Läget i länet" in body
    assert (method, event.method, event.sequence, event.status) == (
        "REQUEST",
        "REQUEST",
        1,
        "CONFIRMED",
    )
    assert event.uid == called.uid
    assert event.starts == "20260312T093000"
    assert event.ends == "20260312T120000"
    assert event.organizer == f"mailto:{called.collaboration.contact_email}"
    assert event.attendees == ["mailto:oberg@example.invalid"]
    assert event.location == "Umeå; sal 1, A"


def test_an_update_and_a_cancellation_raise_the_sequence_and_libical_accepts_them(called):
    add_point(called.pk, kind=ItemKind.INFORMATION, heading="Nytt", **THEN)
    send_supplement(called.pk, **THEN)
    cancel_meeting(called.pk, reason="Storm.", **THEN)

    update = parsed(calendar_of(letters("meeting_supplemented")[0])[1])
    method, text = calendar_of(letters("meeting_cancelled")[0])
    cancelled = parsed(text)

    assert (update.method, update.sequence) == ("REQUEST", 2)
    assert (method, cancelled.method) == ("CANCEL", "CANCEL")
    assert (cancelled.sequence, cancelled.status) == (3, "CANCELLED")
    assert {update.uid, cancelled.uid} == {called.uid}


def test_libical_refuses_what_is_no_request(called):
    text = calendar_of(letters("meeting_called")[0])[1].replace("\n ", "")
    without = "\n".join(row for row in text.splitlines() if not row.startswith("ORGANIZER"))

    with pytest.raises(AssertionError):
        parsed(without)


def test_a_meeting_without_an_hour_takes_the_day_for_libical_too(body):
    meeting = plan_meeting(body.pk, on=DAY, **THEN)
    add_point(meeting.pk, kind=ItemKind.INFORMATION, heading="Läget", **THEN)
    call_meeting(meeting.pk, **THEN)

    event = parsed(calendar_of(letters("meeting_called")[0])[1])

    assert (event.starts, event.ends) == ("20260312", "20260313")


def test_the_calendar_shows_what_the_person_has_answered(called):
    Call.objects.filter(to="ek@example.invalid").update(reply=Reply.ABSENT)
    add_point(called.pk, kind=ItemKind.INFORMATION, heading="Nytt", **THEN)

    send_supplement(called.pk, **THEN)

    text = calendar_of(letters("meeting_supplemented")[0])[1].replace("\n ", "")
    assert "PARTSTAT=DECLINED" in text


@pytest.mark.rule("R157")
def test_what_changed_since_the_summons_is_collected_and_sent_once(called):
    before = pending_changes(called)
    point = add_point(called.pk, kind=ItemKind.INFORMATION, heading="Nytt", **THEN)
    ids = list(called.items.order_by("position").values_list("pk", flat=True))
    order_points(called.pk, [ids[1], ids[0], *ids[2:]], **THEN)
    attach_paper(point.pk, title="Rutin", file="rutin.txt", data=b"x", **THEN)

    summons = send_supplement(called.pk, **THEN)

    assert before == []
    assert (summons.number, summons.changes) == (
        2,
        ["Punkten ”Ordföranden öppnar mötet” har flyttats.", "Ny punkt: ”Nytt”."],
    )
    assert pending_changes(called) == []
    assert letters("meeting_supplemented")[0].facts["changes"] == summons.changes
    assert Entry.objects.last().content["facts"]["changes"] == summons.changes
    with pytest.raises(StepRefused, match="nothing_to_supplement"):
        send_supplement(called.pk, **THEN)


def test_a_point_taken_off_and_a_paper_to_an_old_point_are_told(called):
    item = called.items.get(heading="Läget i länet")
    attach_paper(item.pk, title="Rutin", file="rutin.txt", data=b"x", **THEN)
    report = called.items.get(heading="Koordinatorernas rapport")
    take_off_point(report.pk, reason="Sjukdom.", **THEN)
    called.place = ""
    called.save()

    assert send_supplement(called.pk, **THEN).changes == [
        "Platsen är inte angiven.",
        "Ny handling till ”Läget i länet”: ”Rutin”.",
        "Punkten ”Koordinatorernas rapport” är borttagen.",
    ]


def test_one_who_comes_to_the_body_after_the_summons_is_called_by_the_supplement(body, called):
    MissionFactory(body=body, person__name="Ny", person__email="ny@example.invalid")
    add_point(called.pk, kind=ItemKind.INFORMATION, heading="Nytt", **THEN)

    send_supplement(called.pk, **THEN)

    assert "ny@example.invalid" in [one.to for one in letters("meeting_called")]
    assert "ny@example.invalid" not in [one.to for one in letters("meeting_supplemented")]


def test_what_is_noted_at_the_meeting_is_no_change_of_the_agenda(called):
    item = called.items.get(heading="Läget i länet")
    item.text, item.outcome = "Så blev det.", "noted"
    item.save()

    assert pending_changes(called) == []
    with pytest.raises(StepRefused, match="point_has_outcome"):
        write_point(item.pk, Written(ItemKind.DISCUSSION, "x"), **THEN)
