"""The page behind the link in a summons."""

from datetime import time

import pytest
from django.utils.timezone import localtime

from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from samverkan.meetings.actions import answer_call, call_substitute, set_attendance_order
from samverkan.meetings.actions.calls import issue_calls
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.models import Call
from tests.factories import TESTER, CallFactory
from tests.www.conftest import text
from tests.www.summons.conftest import Holder


def test_the_page_says_when_where_what_and_as_whom(holder, meeting):
    meeting.starts_at, meeting.place = time(9, 30), "Länshuset"
    meeting.save()

    page = text(holder.get())

    for said in ("Samråd, Samverkan i länet", "09.30", "Länshuset", "Koordinatorernas rapport"):
        assert said in page
    assert "Du är ordinarie ledamot för Ask." in page
    assert "Du har inte svarat." in page


def test_to_look_changes_nothing(holder, call):
    before = Entry.objects.count(), Call.objects.values().get(pk=call.pk)

    for name in ("show", "answer", "receipt"):
        assert holder.get(name).status_code in (200, 302)

    assert (Entry.objects.count(), Call.objects.values().get(pk=call.pk)) == before
    assert before[1]["seen_at"] is None


def test_an_answer_gets_a_receipt_and_can_be_changed(holder, call):
    sent = holder.post(reply="coming", note="")
    assert (sent.status_code, sent["Location"]) == (303, holder.url("receipt"))
    assert "Du har svarat att du kommer." in text(holder.get("receipt"))

    holder.post(reply="absent", note="Krockar.")

    call.refresh_from_db()
    assert (call.reply, call.note) == ("absent", "Krockar.")
    assert call.seen_at is not None
    assert "Du har anmält förhinder." in text(holder.get())


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Välj om du kommer."),
        ({"reply": "kanske"}, "Välj ett av alternativen."),
        ({"reply": "at_a_distance"}, "Välj ett av alternativen."),
        ({"reply": "coming", "note": "x" * 501}, "Meddelande: skriv högst 500 tecken."),
        ({"reply": "coming", "note": "811218-9876"}, "innehåller ett personnummer"),
    ],
)
def test_what_does_not_hold_is_told_and_kept(holder, call, typed, sentence):
    answer = holder.post(**typed)

    assert answer.status_code == 422
    assert sentence in text(answer)
    call.refresh_from_db()
    assert call.reply == ""


def test_distance_is_offered_where_the_body_allows_it(holder, county, call):
    then = {"by": TESTER, "now": localtime()}
    set_attendance_order(county.body.pk, distance_allowed=True, calls_substitutes=False, **then)

    assert "Jag deltar på distans" in text(holder.get())
    holder.post(reply="at_a_distance")

    call.refresh_from_db()
    assert call.reply == Reply.AT_A_DISTANCE


@pytest.mark.rule("R065")
def test_a_substitute_reads_for_whom_they_are_called(meeting, county):
    then = {"by": TESTER, "now": localtime()}
    mission = county.seats["absent"]
    issue_calls(meeting, [county.substitute.pk], now=localtime())
    substitute = Holder(token_of(meeting.calls.get(person=county.substitute).key))
    assert "Du är ersättare för Ahed." in text(substitute.get())
    answer_call(meeting.calls.get(person=mission.person).pk, Reply.ABSENT, **then)

    call_substitute(meeting.pk, mission.pk, county.substitute.pk, **then)

    said = "Du kallas som ersättare i stället för Frans Frånvarande."
    assert said in text(substitute.get())


@pytest.mark.parametrize(
    ("stage", "said"),
    [(MeetingStage.HELD, "Mötet är hållet."), (MeetingStage.CANCELLED, "Mötet är inställt.")],
)
def test_after_the_meeting_the_page_only_tells(holder, call, meeting, stage, said):
    meeting.stage = stage
    meeting.save()

    page = text(holder.get())

    assert said in page
    assert "Skicka svaret" not in page
    late = holder.post(reply="coming")
    assert late.status_code == 422
    assert "Svaret går inte att ändra längre." in text(late)


def test_a_link_that_has_ended_or_is_taken_back_says_why_and_keeps_what_was_typed(
    holder, call, an_hour_ago
):
    call.expires_at = an_hour_ago
    call.save()
    late = holder.post(reply="absent", note="Krockar med nämnden.")
    assert late.status_code == 410
    assert "Krockar med nämnden." in text(late)

    call.expires_at, call.revoked_at = call.issued_at.replace(year=2040), an_hour_ago
    call.save()
    assert holder.get().status_code == 410
    call.refresh_from_db()
    assert call.reply == ""


@pytest.mark.parametrize("alter", [lambda one: one[:-1], str.swapcase, lambda one: token_of("x")])
def test_an_altered_link_reveals_nothing(holder, alter):
    stranger = Holder(alter(holder.token))

    for answer in (stranger.get(), stranger.post(reply="coming")):
        assert answer.status_code == 404
        assert "Länken leder ingenstans" in text(answer)
        assert "Samråd" not in text(answer)


def test_a_link_opens_its_own_meeting_only(holder, county):
    other = CallFactory(meeting__collaboration=county.collaboration)

    page = text(holder.get())

    assert other.meeting.body.name not in page
    assert holder.client.get(f"{holder.url()}andra/").status_code == 404


def test_a_form_from_elsewhere_is_refused_and_kept(holder, call):
    strict = Holder(holder.token, enforce_csrf_checks=True)

    answer = strict.post(reply="absent", note="Från någon annans sida.")

    assert answer.status_code == 403
    assert "Från någon annans sida." in text(answer)
    call.refresh_from_db()
    assert call.reply == ""
