"""An agenda before its meeting: ordered, written, agreed on, with papers; and what is refused."""

from datetime import UTC, date, datetime, time

import pytest

from samverkan.bodies.choices import BodyKind, DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.cases.choices import CaseStage, Rank
from samverkan.documents.models import Document
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Written,
    add_point,
    adjoin,
    agree_agenda,
    attach_paper,
    call_meeting,
    conclude_point,
    detach_paper,
    notes_before_called,
    order_points,
    place_case,
    plan_meeting,
    point_stamp,
    stamp_of,
    take_off_point,
    take_up_waiting,
    waiting_cases,
    write_point,
)
from samverkan.meetings.agenda_text import agenda_text
from samverkan.meetings.choices import ItemKind, Outcome, Reply
from samverkan.meetings.models import Call, Item, ItemPaper, Meeting
from tests.factories import (
    LONG_AGO,
    BodyFactory,
    CaseFactory,
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
)

DAY = date(2026, 3, 12)
THEN = {"by": Actor("Testare"), "now": datetime(2026, 2, 20, 9, tzinfo=UTC)}


@pytest.fixture
def body(db):
    return BodyFactory(name="Samråd")


@pytest.fixture
def meeting(body) -> Meeting:
    return plan_meeting(body.pk, on=DAY, starts_at=time(9, 30), ends_at=time(11), **THEN)


def prepared(body, **facts):
    return CaseFactory(collaboration=body.collaboration, body=body, prepared=True, **facts)


def committee_of(body, **offices):
    """Let the body's chairs sit as its working committee."""
    committee = BodyFactory(collaboration=body.collaboration, kind=BodyKind.COMMITTEE)
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        DerivedSeat.objects.create(
            body=committee,
            of_body=body,
            office=office,
            part=DerivedPart.SEAT,
            period=LONG_AGO,
        )
    return [ChairTermFactory(body=body, office=one).person for one in (Office.CHAIR,)]


def added(meeting, heading, kind=ItemKind.INFORMATION) -> Item:
    return add_point(meeting.pk, kind=kind, heading=heading, **THEN)


def headings(meeting):
    return list(meeting.items.order_by("position").values_list("heading", flat=True))


def ids(meeting):
    return list(meeting.items.order_by("position").values_list("pk", flat=True))


def refused(act, *args, **kwargs):
    before = (list(Item.objects.values()), Entry.objects.count(), ItemPaper.objects.count())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    after = (list(Item.objects.values()), Entry.objects.count(), ItemPaper.objects.count())
    assert after == before
    return [one.code for one in refusal.value.obstacles]


# --- Standing points


@pytest.mark.rule("R053")
def test_a_body_has_the_standing_points_of_its_own_work_order(body):
    body.opening_points = [{"kind": "discussion", "heading": "Prioriterade utvecklingsområden"}]
    body.save()

    meeting = plan_meeting(body.pk, on=DAY, **THEN)

    assert headings(meeting)[:2] == ["Prioriterade utvecklingsområden", "Kommande möte"]
    assert headings(meeting)[-1] == "Ordföranden avslutar mötet"


def test_a_meeting_is_not_planned_to_end_before_it_starts(body):
    plan = {"on": DAY, "starts_at": time(10), "ends_at": time(9), **THEN}

    with pytest.raises(StepRefused, match="ends_before_it_starts"):
        plan_meeting(body.pk, **plan)


# --- What waits


@pytest.mark.rule("R105")
def test_what_waits_comes_by_rank_and_once(body, meeting):
    later, first = prepared(body, rank=Rank.LATER), prepared(body, rank=Rank.FIRST)
    prepared(BodyFactory(collaboration=body.collaboration))
    numbers = [case.number for case in waiting_cases(meeting)]

    take_up_waiting(meeting.pk, numbers, **THEN)

    assert numbers == [first.number, later.number]
    assert headings(meeting)[4:6] == [first.title, later.title]
    assert refused(take_up_waiting, meeting.pk, [], **THEN) == ["nothing_waits"]
    assert refused(take_up_waiting, meeting.pk, numbers, **THEN) == ["case_waits_no_longer"]


# --- Order


@pytest.mark.rule("R157")
def test_points_are_ordered_and_what_comes_later_still_stands_before_the_end(meeting):
    first, second = added(meeting, "Första"), added(meeting, "Andra")
    wanted = ids(meeting)
    wanted.remove(second.pk)
    wanted.insert(0, second.pk)

    order_points(meeting.pk, wanted, **THEN)
    added(meeting, "Tredje")

    assert headings(meeting)[0] == "Andra"
    assert headings(meeting)[-4:-2] == ["Tredje", "Kommande möte"]
    assert Entry.objects.filter(verb="meeting.points_ordered").count() == 1
    assert first.pk in wanted


@pytest.mark.rule("R157")
def test_an_order_with_other_points_is_refused_and_nothing_moves(body, meeting):
    there, theirs = ids(meeting), plan_meeting(body.pk, on=date(2026, 4, 9), **THEN)
    foreign = theirs.items.first().pk

    assert refused(order_points, meeting.pk, there[1:], **THEN) == ["agenda_changed_meanwhile"]
    assert refused(order_points, meeting.pk, [*there, foreign], **THEN) == [
        "agenda_changed_meanwhile"
    ]
    assert refused(order_points, meeting.pk, [*there, there[0]], **THEN) == ["point_twice_in_order"]
    assert refused(order_points, meeting.pk, there, **THEN) == ["order_is_the_same"]


def test_what_is_noted_of_a_point_never_lands_on_the_one_that_took_its_place(meeting):
    first, second = added(meeting, "Första"), added(meeting, "Andra")

    assert stamp_of(first) != stamp_of(second)
    codes = refused(
        conclude_point, second.pk, Outcome.NOTED, text="Om den första", seen=stamp_of(first), **THEN
    )
    assert codes == ["point_changed_meanwhile"]


# --- Taking off


@pytest.mark.rule("R157")
def test_a_case_that_is_taken_off_waits_again(body, meeting):
    item = place_case(meeting.pk, prepared(body).number, **THEN)
    added(meeting, "Läget")
    call_meeting(meeting.pk, **THEN)

    assert refused(take_off_point, item.pk, **THEN) == ["no_reason_to_take_off"]
    take_off_point(item.pk, reason="Underlaget dröjer.", **THEN)

    assert [case.pk for case in waiting_cases(meeting)] == [item.case_id]
    item.case.refresh_from_db()
    assert item.case.stage == CaseStage.PREPARED
    entry = Entry.objects.last()
    assert entry.content["facts"]["reason"] == "Underlaget dröjer."


# --- Writing


def test_a_point_is_written_with_its_minutes_and_proposal(meeting):
    item = added(meeting, "Läget")
    written = Written(ItemKind.DISCUSSION, "Läget i länet", "Text", "att avvakta.", 20)

    write_point(item.pk, written, seen=point_stamp(item), **THEN)

    item.refresh_from_db()
    assert (item.heading, item.kind, item.planned_minutes) == ("Läget i länet", "discussion", 20)
    assert agenda_text(meeting)["points"][4]["begins"] == "09.30"
    assert refused(write_point, item.pk, written, seen="annan", **THEN) == [
        "point_changed_meanwhile"
    ]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (Written(ItemKind.INFORMATION, "x", text="19811218-9876"), ["identity_number"]),
        (Written(ItemKind.INFORMATION, "x", text="å" * 500_000), ["point_text_too_long"]),
        (Written(ItemKind.INFORMATION, "x", proposal="Anta rutinen."), ["clause_without_att"]),
        (
            Written(ItemKind.INFORMATION, "x", proposal="att anta rutinen enligt bilaga 1."),
            ["annex_not_attached"],
        ),
        (Written(ItemKind.INFORMATION, "x", minutes=601), ["minutes_outside"]),
    ],
    ids=["identity number", "200 pages", "no att", "annex", "minutes"],
)
def test_a_point_that_does_not_hold_is_refused(meeting, written, codes):
    item = added(meeting, "Läget")

    assert refused(write_point, item.pk, written, **THEN) == codes


def reporting(body):
    """Let another body's chair report in this one."""
    below = BodyFactory(collaboration=body.collaboration, name="LSG")
    DerivedSeat.objects.create(
        body=body,
        of_body=below,
        office=Office.CHAIR,
        part=DerivedPart.RAPPORTEUR,
        period=LONG_AGO,
    )
    return [
        ChairTermFactory(body=below, office=office, person__name=name).person
        for office, name in ((Office.CHAIR, "Lena"), (Office.VICE_CHAIR, "Vera"))
    ]


def said(meeting, item):
    return next(one for one in agenda_text(meeting)["points"] if one["id"] == item.pk)["rapporteur"]


@pytest.mark.rule("R061")
def test_the_chair_of_the_body_below_reports_and_the_vice_chair_when_absent(body, meeting):
    chair, _ = reporting(body)
    item = place_case(meeting.pk, prepared(body).number, **THEN)
    before = said(meeting, item)
    Call.objects.create(
        meeting=meeting,
        person=chair,
        key="k",
        issued_at=THEN["now"],
        expires_at=THEN["now"],
        reply=Reply.ABSENT,
    )

    assert before == "Lena, ordförande i LSG"
    assert said(meeting, item) == "Vera, vice ordförande i LSG"
    assert said(meeting, added(meeting, "Läget")) == ""


@pytest.mark.rule("R061")
def test_another_reports_for_a_written_reason(body, meeting):
    chair, _ = reporting(body)
    expert = PersonFactory(collaboration=body.collaboration, name="Sara Sakkunnig")
    item = place_case(meeting.pk, prepared(body).number, **THEN)
    by_expert = {"kind": ItemKind.DECISION, "heading": "x", "rapporteur": expert.pk}

    assert refused(write_point, item.pk, Written(**by_expert), **THEN) == [
        "other_rapporteur_without_reason"
    ]
    write_point(item.pk, Written(**by_expert, rapporteur_reason="Kan frågan."), **THEN)
    assert said(meeting, item) == "Sara Sakkunnig"
    write_point(item.pk, Written(ItemKind.DECISION, "x", rapporteur=chair.pk), **THEN)
    assert said(meeting, item) == "Lena, ordförande i LSG"


# --- The working committee


@pytest.mark.rule("R073")
@pytest.mark.rule("R104")
def test_one_of_the_committee_is_enough_and_a_change_lapses_it(body, meeting):
    [chair] = committee_of(body)
    added(meeting, "Läget")

    assert refused(call_meeting, meeting.pk, **THEN) == ["agenda_not_agreed"]
    consent = agree_agenda(meeting.pk, person_id=chair.pk, **THEN)
    assert refused(agree_agenda, meeting.pk, person_id=chair.pk, **THEN) == ["already_agreed"]
    added(meeting, "Tillägg")

    assert (consent.person, consent.office) == (chair, Office.CHAIR)
    assert refused(call_meeting, meeting.pk, **THEN) == ["agenda_changed_since_agreed"]
    agree_agenda(meeting.pk, person_id=chair.pk, **THEN)
    assert call_meeting(meeting.pk, **THEN).stage == "called"


@pytest.mark.rule("R073")
def test_a_summons_without_the_committee_is_sent_with_a_reason(body, meeting):
    committee_of(body)
    added(meeting, "Läget")

    call_meeting(meeting.pk, reason="Båda är sjuka.", **THEN)

    assert Entry.objects.get(verb="meeting.called").content["facts"]["reason"] == "Båda är sjuka."


@pytest.mark.rule("R073")
def test_nobody_else_agrees_and_a_body_without_committee_needs_none(body, meeting):
    added(meeting, "Läget")
    other = MissionFactory(body=body).person

    assert refused(agree_agenda, meeting.pk, person_id=other.pk, **THEN) == [
        "body_without_committee"
    ]
    committee_of(body)
    assert refused(agree_agenda, meeting.pk, person_id=other.pk, **THEN) == ["not_in_the_committee"]


# --- Papers


def attach(item, **facts):
    given = {"title": "Rutin", "file": "rutin.txt", "data": b"Rutinen."}
    return attach_paper(item.pk, **given | facts, **THEN)


@pytest.mark.rule("R299")
def test_a_paper_is_for_the_members_until_the_summons_is_sent(meeting):
    item = added(meeting, "Läget")
    paper, inner = attach(item), attach(item, title="Internt", members_only=True)
    before = Document.objects.get(pk=paper.document_id).visibility

    call_meeting(meeting.pk, **THEN)

    assert before == Visibility.MEMBERS
    assert Document.objects.get(pk=paper.document_id).visibility == Visibility.PUBLIC
    assert Document.objects.get(pk=inner.document_id).visibility == Visibility.MEMBERS
    assert Entry.objects.get(
        verb="meeting.paper_attached", text__contains="Rutin"
    ).visibility == str(Visibility.MEMBERS)


def test_a_paper_that_cannot_be_taken_in_is_refused(meeting):
    item = added(meeting, "Läget")
    attach(item)

    assert refused(attach, item) == ["paper_name_taken"]
    assert refused(attach, item, title="Ny", file="x.pdf") == ["file_is_something_else"]
    assert refused(attach, item, title="Ny", data=b"") == ["file_is_empty"]
    assert refused(attach, item, title="Om 19811218-9876") == ["identity_number"]


def test_a_paper_is_taken_off(meeting):
    item = added(meeting, "Läget")
    detach_paper(attach(item).pk, **THEN)

    assert agenda_text(meeting)["points"][4]["papers"] == []


# --- What the sender should know


@pytest.mark.rule("R294")
def test_the_sender_is_told_of_those_who_are_not_reached(body, meeting):
    MissionFactory(body=body, person__name="Frans Frånvarande")
    MissionFactory(body=body, person__email="maj@example.invalid")
    guest = PersonFactory(collaboration=body.collaboration, name="Gun Gäst")
    item = added(meeting, "Läget")
    adjoin(item.pk, guest.pk, **THEN)
    write_point(item.pk, Written(ItemKind.INFORMATION, "Läget", minutes=91), **THEN)

    notes = {one.code: dict(one.facts) for one in notes_before_called(meeting)}

    assert notes == {
        "members_unreached": {"people": ["Frans Frånvarande", "Gun Gäst"]},
        "agenda_too_long": {"minutes": 1},
    }
