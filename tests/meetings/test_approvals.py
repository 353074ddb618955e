"""Minutes on their way to being approved: drafts, comments, approvals, changes, corrections."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from samverkan.cases.choices import CaseStage
from samverkan.dispatches.models import Recommendation
from samverkan.documents.texts import digest
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import signing
from samverkan.meetings.actions import (
    Adjuster,
    add_point,
    close_meeting,
    comment_on_minutes,
    conclude_point,
    correct_minutes,
    note_attendance,
    open_draft,
    remind_adjusters,
    reopen_meeting,
)
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.minutes import draft_within, minutes_text
from samverkan.meetings.models import (
    ApprovalLink,
    Minutes,
    MinutesApproval,
    MinutesComment,
    MinutesCorrection,
    MinutesDraft,
)
from samverkan.meetings.tasks import remind_all
from tests.factories import PersonFactory
from tests.meetings.minutes_of import DAY, NOON, THEN, Held, held_meeting

WEEK = timedelta(days=7)


@pytest.fixture
def held(db) -> Held:
    return held_meeting()


def refused(act, *args, **kwargs) -> list[str]:
    kept = Entry.objects.count(), Notice.objects.count(), MinutesDraft.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), Notice.objects.count(), MinutesDraft.objects.count()) == kept
    return [one.code for one in refusal.value.obstacles]


def change(held, text="Organet enades till slut.") -> None:
    """Open the meeting again, write something else, and close it."""
    reopen_meeting(held.meeting.pk, reason="Fel i punkt 80.", **THEN)
    conclude_point(
        held.item.pk, Outcome.RECOMMENDED, text=text, clauses=["att anta rutinen."], **THEN
    )
    close_meeting(held.meeting.pk, **THEN)


def letters(template) -> list[Notice]:
    return list(Notice.objects.filter(template=template).order_by("pk"))


# --- Sending


@pytest.mark.rule("R304")
def test_a_draft_is_frozen_and_each_adjuster_gets_a_link_of_their_own(held):
    draft = held.send()

    assert (draft.number, draft.sha256) == (1, digest(minutes_text(held.meeting)))
    assert draft.due_on == date(2026, 3, 26)
    sent = letters("minutes_to_approve")
    assert [one.to for one in sent] == ["0@example.invalid", "1@example.invalid"]
    links = {link.person_id: link.key for link in ApprovalLink.objects.all()}
    assert [one.facts["link_key"] for one in sent] == [
        links[held.chair.pk],
        links[held.adjuster.pk],
    ]
    body = rendered(sent[1]).body
    assert "/l/justera/" in body
    assert "som justerare" in body
    assert "senast 26\xa0mars 2026" in body


@pytest.mark.rule("R304")
def test_who_was_not_there_to_decide_does_not_approve(held):
    stranger = PersonFactory(collaboration=held.meeting.collaboration)

    assert refused(held.send, Adjuster(stranger.pk, "justerare")) == ["adjuster_did_not_decide"]
    assert refused(held.send, Adjuster(held.other.pk, " ")) == ["adjuster_without_title"]


@pytest.mark.rule("R304")
def test_the_same_draft_is_not_sent_twice_but_to_others_it_is(held):
    held.send()

    assert refused(held.send) == ["draft_is_the_same"]
    second = held.send(Adjuster(held.other.pk, "justerare"))

    assert (second.number, open_draft(held.meeting)) == (2, second)
    told = letters("minutes_taken_back")
    assert {one.to for one in told} == {"0@example.invalid", "1@example.invalid"}


# --- Approving


@pytest.mark.rule("R304")
def test_minutes_are_locked_by_the_last_who_approves(held):
    draft = held.send()

    assert held.approve(held.adjuster, seen=draft.sha256) is None
    held.meeting.refresh_from_db()
    assert held.meeting.stage == MeetingStage.HELD
    assert not Recommendation.objects.exists()
    minutes = held.approve(held.chair, seen=draft.sha256, now=NOON + timedelta(days=1))

    held.meeting.refresh_from_db()
    assert held.meeting.stage == MeetingStage.APPROVED
    assert Recommendation.objects.count() == 1
    assert minutes.content["approvals"] == [
        {"name": "Carin Ordförande", "title": "ordförande", "on": "2026-03-13"},
        {"name": "Jon Justerare", "title": "justerare", "on": "2026-03-12"},
    ]
    assert minutes.approved_on == date(2026, 3, 13)


@pytest.mark.rule("R304")
def test_what_is_locked_is_exactly_what_each_of_them_approved(held):
    draft = held.send()
    held.approve(held.adjuster, seen=draft.sha256)
    minutes = held.approve(held.chair, seen=draft.sha256)

    sums = set(MinutesApproval.objects.values_list("sha256", flat=True))
    assert sums == {draft.sha256, minutes.content["approved_sha256"]}
    assert digest(draft_within(minutes.content)) == draft.sha256
    assert digest(minutes.content) == minutes.sha256


@pytest.mark.rule("R304")
def test_nobody_approves_twice_or_in_anothers_place(held):
    held.send()
    held.approve(held.adjuster)

    assert refused(held.approve, held.adjuster) == ["approved_already"]
    assert refused(held.approve, held.other) == ["not_an_adjuster"]


@pytest.mark.rule("R304")
def test_where_nothing_is_sent_the_one_who_led_approves_alone(held):
    assert refused(held.approve, held.adjuster) == ["not_an_adjuster"]

    minutes = held.approve(held.chair)

    assert [one["name"] for one in minutes.content["approvals"]] == ["Carin Ordförande"]
    assert MinutesDraft.objects.get().sha256 == minutes.content["approved_sha256"]


@pytest.mark.rule("R304")
def test_a_text_that_changed_meanwhile_is_not_approved(held):
    first = held.send()
    change(held)
    second = held.send()

    assert refused(held.approve, held.chair, seen=first.sha256) == ["minutes_changed_meanwhile"]
    held.approve(held.chair, seen=second.sha256)


@pytest.mark.rule("R304")
def test_a_draft_is_not_approved_when_what_it_tells_of_has_changed(held):
    draft = held.send()
    held.other.name = "Maj Nytt Namn"
    held.other.save()

    assert refused(held.approve, held.chair, seen=draft.sha256) == ["draft_out_of_date"]
    assert held.approve(held.chair, seen=held.send().sha256) is None


@pytest.mark.rule("R304")
def test_a_signing_service_has_its_place(held, monkeypatch):
    class Service:
        def confirm(self, approval, *, by, now):
            return f"underskrift av {approval.sha256[:8]}"

    monkeypatch.setattr(signing, "SIGNING", [signing.OwnConfirmation(), Service()])
    draft = held.send()
    held.approve(held.adjuster)

    given = MinutesApproval.objects.get(person=held.adjuster)
    assert given.proof == f"underskrift av {draft.sha256[:8]}"


# --- Comments, and changes that follow


@pytest.mark.rule("R304")
def test_an_adjuster_comments_before_and_not_after(held):
    held.send()
    write = {"adjuster": held.adjuster.pk, **THEN}
    comment = comment_on_minutes(held.meeting.pk, "Det var den 13.", **write)

    assert (comment.draft.number, comment.person) == (1, held.adjuster)
    other = {**write, "adjuster": held.other.pk}
    assert refused(comment_on_minutes, held.meeting.pk, "Nej.", **other) == [
        "only_adjusters_comment"
    ]
    assert refused(comment_on_minutes, held.meeting.pk, "19811218-9876", **write) == [
        "identity_number"
    ]
    held.approve(held.adjuster)
    held.approve(held.chair)
    assert refused(comment_on_minutes, held.meeting.pk, "Till sist.", **write) == [
        "no_draft_to_comment"
    ]


@pytest.mark.rule("R304")
def test_the_one_who_sent_the_draft_is_told_of_a_comment(held):
    secretary = PersonFactory(collaboration=held.meeting.collaboration, email="kim@example.invalid")
    draft = held.send()
    MinutesDraft.objects.filter(pk=draft.pk).update(sent_by=secretary)
    comment_on_minutes(held.meeting.pk, "Fel dag.", adjuster=held.chair.pk, **THEN)

    [letter] = letters("minutes_commented_on")
    assert letter.to == "kim@example.invalid"
    assert "Fel dag." in rendered(letter).body


@pytest.mark.rule("R304")
def test_a_meeting_opened_again_ends_the_draft_and_tells_its_adjusters(held):
    held.send()
    held.approve(held.adjuster)

    reopen_meeting(held.meeting.pk, reason="Fel i punkt 80.", **THEN)

    draft = MinutesDraft.objects.get()
    assert (draft.ended_because, open_draft(held.meeting)) == ("Fel i punkt 80.", None)
    told = letters("minutes_taken_back")
    assert len(told) == 2
    assert "Fel i punkt 80." in rendered(told[0]).body
    assert refused(held.approve, held.chair) == ["not_to_approve_now"]
    assert refused(held.send) == ["not_to_approve_now"]


@pytest.mark.rule("R304")
def test_a_new_draft_needs_every_approval_anew_and_says_what_is_other(held):
    held.send()
    held.approve(held.adjuster)
    change(held)
    second = held.send()

    assert second.number == 2
    assert not second.approvals.exclude(approved_at=None).exists()
    letter = letters("minutes_to_approve")[-1]
    assert letter.facts["changed"] == [
        f"{held.meeting.items.get(pk=held.item.pk).number}. {held.item.heading}"
    ]
    assert "Det ersätter det förra utkastet" in rendered(letter).body
    assert held.approve(held.chair) is None
    assert held.approve(held.adjuster).content["points"][4]["text"] == "Organet enades till slut."


@pytest.mark.rule("R290")
@pytest.mark.rule("R304")
def test_a_meeting_opened_again_keeps_its_numbers_and_takes_no_new_point(held):
    numbers = list(held.meeting.items.values_list("number", flat=True))
    later = held_meeting(held.meeting.body, DAY + timedelta(days=30))
    reopen_meeting(held.meeting.pk, reason="Fel i punkt 80.", **THEN)
    new = {"kind": ItemKind.REPORT, "heading": "Glömd punkt", **THEN}

    assert refused(add_point, held.meeting.pk, **new) == ["points_are_numbered"]
    close_meeting(held.meeting.pk, **THEN)

    assert list(held.meeting.items.values_list("number", flat=True)) == numbers
    assert later.meeting.items.order_by("number").first().number == numbers[-1] + 1


@pytest.mark.rule("R304")
def test_a_case_waits_again_while_its_meeting_is_open_again(held):
    reopen_meeting(held.meeting.pk, reason="Det blev återremiss.", **THEN)
    held.item.case.refresh_from_db()
    assert held.item.case.stage == CaseStage.PREPARED

    conclude_point(held.item.pk, Outcome.NOT_AGREED, text="Ingen enighet.", **THEN)
    close_meeting(held.meeting.pk, **THEN)

    held.item.case.refresh_from_db()
    assert held.item.case.stage == CaseStage.CLOSED


@pytest.mark.rule("R304")
def test_attendance_can_be_put_right_in_a_meeting_that_is_open_again(held):
    from samverkan.meetings.actions import Attending

    reopen_meeting(held.meeting.pk, reason="Maj var inte där.", **THEN)
    there = [Attending(held.chair.pk), Attending(held.adjuster.pk)]

    note_attendance(held.meeting.pk, there, led_by=held.chair.pk, **THEN)

    assert held.meeting.attendances.count() == 2


# --- Reminders


@pytest.mark.rule("R304")
def test_who_has_not_answered_is_reminded_once_a_week_when_the_day_is_near(held):
    held.send()
    held.approve(held.adjuster)
    near = NOON + timedelta(days=11)

    assert remind_all(NOON + timedelta(days=10)) == 0
    assert remind_all(near) == 1
    assert remind_all(near + timedelta(days=6)) == 0
    assert remind_all(near + WEEK) == 1

    told = letters("minutes_reminded")
    assert [one.to for one in told] == ["0@example.invalid"] * 2
    assert "De ska vara justerade senast" in rendered(told[0]).body
    assert "De skulle ha varit justerade senast" in rendered(told[1]).body


@pytest.mark.rule("R304")
def test_who_has_commented_has_answered(held):
    held.send()
    comment_on_minutes(held.meeting.pk, "Fel dag.", adjuster=held.chair.pk, **THEN)
    comment_on_minutes(held.meeting.pk, "Fel plats.", adjuster=held.adjuster.pk, **THEN)

    late = {"by": THEN["by"], "now": NOON + timedelta(days=30)}
    assert refused(remind_adjusters, held.meeting.pk, **late) == ["no_adjuster_to_remind"]


# --- Corrections


@pytest.mark.rule("R304")
def test_a_correction_is_a_note_beside_minutes_that_stay_as_they_are(held):
    assert refused(correct_minutes, held.meeting.pk, "Rätt.", **THEN) == ["not_to_correct_yet"]
    minutes = held.approve(held.chair)

    correct_minutes(held.meeting.pk, "Mötet var i Lycksele.", **THEN)

    note = MinutesCorrection.objects.get()
    assert (note.text, note.made_by) == ("Mötet var i Lycksele.", "Kim Sekreterare")
    assert Minutes.objects.get().content == minutes.content
    assert Entry.objects.last().verb == "minutes.corrected"


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    "change",
    [
        lambda: MinutesDraft.objects.update(content={}),
        lambda: MinutesDraft.objects.update(sha256="b" * 64),
        lambda: MinutesDraft.objects.all()._raw_delete("default"),
        lambda: MinutesApproval.objects.update(title="någon annan"),
        lambda: MinutesApproval.objects.update(approved_at=None, sha256=""),
        lambda: MinutesApproval.objects.all()._raw_delete("default"),
        lambda: MinutesComment.objects.update(text="Annat"),
        lambda: MinutesComment.objects.all()._raw_delete("default"),
        lambda: MinutesCorrection.objects.update(text="Annat"),
        lambda: MinutesCorrection.objects.all()._raw_delete("default"),
    ],
)
def test_the_database_itself_refuses_to_change_what_was_sent_said_or_approved(held, change):
    held.send()
    comment_on_minutes(held.meeting.pk, "Fel dag.", adjuster=held.chair.pk, **THEN)
    held.approve(held.adjuster)
    held.approve(held.chair)
    correct_minutes(held.meeting.pk, "Rätt dag.", **THEN)

    with pytest.raises(IntegrityError), transaction.atomic():
        change()


@pytest.mark.rule("R304")
def test_the_database_has_one_open_draft_of_a_meeting(held):
    draft = held.send()
    draft.pk, draft.number = None, 2

    with (
        pytest.raises(IntegrityError, match="one_draft_of_a_meeting_is_open"),
        transaction.atomic(),
    ):
        draft.save()
    connection.check_constraints()
