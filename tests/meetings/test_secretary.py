"""What the secretary writes during the meeting, and what need not be written."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from samverkan.bodies.choices import Office
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    cancel_meeting,
    note_point,
    plan_meeting,
    raise_point,
    stamp_of,
    usual_texts,
    write_usual_texts,
)
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item
from tests.factories import BodyFactory, ChairTermFactory, MeetingFactory, PersonFactory

DAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 10, tzinfo=UTC)
KIM, LO = Actor("Kim"), Actor("Lo")


@pytest.fixture
def body(db):
    body = BodyFactory()
    chair = PersonFactory(collaboration=body.collaboration, name="Carin Ordförande")
    ChairTermFactory(body=body, person=chair, office=Office.CHAIR)
    return body


@pytest.fixture
def meeting(body):
    return plan_meeting(body.pk, on=DAY, by=KIM, now=NOW)


@pytest.fixture
def item(meeting):
    return meeting.items.get(kind=ItemKind.REPORT)


def note(item, text, *, seen=None, by=KIM, now=NOW) -> Item:
    seen = stamp_of(Item.objects.get(pk=item.pk)) if seen is None else seen
    return note_point(item.pk, text=text, seen=seen, by=by, now=now)


def refused(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), list(Item.objects.order_by("pk").values())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), list(Item.objects.order_by("pk").values())) == before
    return [one.code for one in refusal.value.obstacles]


def verbs() -> list[str]:
    return list(Entry.objects.filter(verb="point.noted").values_list("visibility", flat=True))


def test_a_point_is_written_in_while_the_meeting_goes_on(item):
    note(item, "Kim berättade.")
    note(item, "Kim berättade. Frågor ställdes.")

    item.refresh_from_db()
    assert item.text == "Kim berättade. Frågor ställdes."
    assert item.outcome == ""
    assert verbs() == [Visibility.MEMBERS]


def test_two_secretaries_do_not_write_over_each_other(item):
    seen = stamp_of(item)
    note(item, "Det Kim skrev.", by=KIM)

    assert refused(note, item, "Det Lo skrev.", by=LO, seen=seen) == ["point_written_meanwhile"]
    note(item, "Det Kim skrev. Det Lo skrev.", by=LO)

    assert len(verbs()) == 2
    assert item.last_written.by == "Lo"


def test_an_answer_that_was_lost_is_asked_for_again_without_harm(item):
    seen = stamp_of(item)
    note(item, "Samma ord.", seen=seen)

    again = note(item, "Samma ord.", seen=seen)

    assert again.text == "Samma ord."
    assert len(verbs()) == 1


def test_the_journal_hears_of_the_writer_once_a_quarter(item):
    for minutes in (0, 14, 15, 29):
        note(item, f"Minut {minutes}", now=NOW + timedelta(minutes=minutes))

    assert len(verbs()) == 2


def test_what_is_held_or_unlawful_is_not_written(meeting, item):
    assert refused(note, item, "Född 811218-9876") == ["identity_number"]
    meeting.stage = MeetingStage.HELD
    meeting.save()

    assert refused(note, item, "Efteråt.") == ["meeting_is_held"]


@pytest.mark.rule("R302")
def test_a_question_is_raised_before_the_meeting_is_ended(meeting):
    raise_point(meeting.pk, heading="Parkeringen", by=KIM, now=NOW)
    raise_point(meeting.pk, heading="Vädret", by=KIM, now=NOW)

    headings = list(meeting.items.order_by("position").values_list("heading", flat=True))
    assert headings[-4:] == ["Övriga frågor", "Parkeringen", "Vädret", "Ordföranden avslutar mötet"]


@pytest.mark.rule("R302")
def test_what_is_raised_is_told_under_other_questions(meeting):
    raise_point(meeting.pk, heading="Parkeringen", by=KIM, now=NOW)

    write_usual_texts(meeting.pk, by=KIM, now=NOW)

    assert meeting.items.get(heading="Övriga frågor").text == "Övriga frågor: Parkeringen."


def test_a_question_raised_needs_a_heading_and_leads_to_no_agreement(meeting):
    asked = {"by": KIM, "now": NOW}

    assert refused(raise_point, meeting.pk, heading=" ", **asked) == ["no_heading"]
    decision = {"heading": "Snabbt", "kind": ItemKind.DECISION, **asked}
    assert refused(raise_point, meeting.pk, **decision) == ["raised_to_decide"]


@pytest.mark.rule("R292")
@pytest.mark.rule("R293")
@pytest.mark.rule("R294")
@pytest.mark.rule("R301")
@pytest.mark.rule("R302")
@pytest.mark.rule("R303")
def test_standing_points_get_their_usual_text_when_nothing_else_was_said(body, meeting, item):
    MeetingFactory(collaboration=body.collaboration, body=body, on=date(2026, 2, 3), approved=True)
    coming = {"on": date(2026, 4, 9), "starts_at": time(9, 30), "place": "Umeå"}
    plan_meeting(body.pk, **coming, by=KIM, now=NOW)
    first = meeting.items.order_by("position").first()
    note(first, "Lo öppnar mötet i Carins ställe.")

    write_usual_texts(meeting.pk, by=KIM, now=NOW)

    assert dict(meeting.items.values_list("heading", "text")) == {
        "Ordföranden öppnar mötet": "Lo öppnar mötet i Carins ställe.",
        "Fastställande av agenda": "Agendan fastställs.",
        "Anteckningar från föregående möte": (
            "Anteckningarna från mötet den 3 februari 2026 läggs till handlingarna."
        ),
        "Koordinatorernas rapport": "",
        "Kommande möte": "Nästa möte är den 9 april 2026 kl. 09.30, Umeå.",
        "Övriga frågor": "Inga övriga frågor.",
        "Ordföranden avslutar mötet": "Carin Ordförande avslutar mötet.",
    }
    assert refused(write_usual_texts, meeting.pk, by=KIM, now=NOW) == ["no_usual_texts_left"]


@pytest.mark.rule("R294")
@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ({"held": True}, "är inte justerade än"),
        ({"approved": True}, "läggs till handlingarna."),
        ({"stage": MeetingStage.CANCELLED}, "Det finns inga anteckningar"),
    ],
)
def test_the_previous_meeting_is_the_last_that_was_held(body, meeting, stage, said):
    on = date(2026, 2, 3)
    MeetingFactory(collaboration=body.collaboration, body=body, on=on, **stage)
    item = meeting.items.get(heading="Anteckningar från föregående möte")

    assert said in usual_texts(meeting)[item.pk]


@pytest.mark.rule("R301")
def test_a_cancelled_meeting_is_not_the_next(body, meeting):
    cancelled = plan_meeting(body.pk, on=date(2026, 4, 9), by=KIM, now=NOW)
    cancel_meeting(cancelled.pk, reason="Flyttat.", by=KIM, now=NOW)
    item = meeting.items.get(heading="Kommande möte")

    assert usual_texts(meeting)[item.pk] == "Nästa möte är inte planerat än."


def test_nothing_is_filled_in_after_the_meeting(meeting):
    meeting.stage = MeetingStage.HELD
    meeting.save()

    assert refused(write_usual_texts, meeting.pk, by=KIM, now=NOW) == ["meeting_is_held"]
