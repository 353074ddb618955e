"""Voices, the next meeting, inner decisions and tasks: noted at a meeting, followed up after it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    close_meeting,
    conclude_point,
    drop_task,
    note_next_meeting,
    note_voice,
    obstacles_before_closed,
    order_task,
    plan_meeting,
    reopen_meeting,
    report_task,
    take_back_task,
    take_back_voice,
    tasks_due_at,
)
from samverkan.meetings.choices import ItemKind, Outcome, TaskState, VoiceKind
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Task, Voice
from tests.factories import PersonFactory, PrincipalFactory
from tests.meetings.minutes_of import DAY, THEN, Held, held_meeting, open_meeting

LATER = DAY + timedelta(days=30)


@pytest.fixture
def held(db) -> Held:
    """A meeting that is still being noted."""
    return open_meeting()


def refused(act, *args, **kwargs) -> list[str]:
    kept = Entry.objects.count(), Voice.objects.count(), list(Task.objects.values())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), Voice.objects.count(), list(Task.objects.values())) == kept
    return [one.code for one in refusal.value.obstacles]


def point_of(held):
    held.meeting.refresh_from_db()
    return next(one for one in minutes_text(held.meeting)["points"] if one["clauses"])


# --- What was put forward


@pytest.mark.rule("R291")
def test_dissent_is_told_beside_what_was_agreed(held):
    note_voice(held.item.pk, VoiceKind.DISSENT, "Avslag.", person_id=held.other.pk, **THEN)
    principal = held.meeting.attendances.get(person=held.adjuster).principal
    view = note_voice(
        held.item.pk, VoiceKind.VIEW, "Det är bråttom.", principal_id=principal.pk, **THEN
    )

    assert point_of(held)["voices"] == [
        {"kind": "avvikande mening", "whose": "Maj Ledamot", "text": "Avslag."},
        {"kind": "synpunkt", "whose": principal.short_name, "text": "Det är bråttom."},
    ]
    take_back_voice(view.pk, **THEN)
    assert len(point_of(held)["voices"]) == 1


@pytest.mark.rule("R291")
def test_who_was_not_there_puts_nothing_forward(held):
    here = held.meeting.collaboration
    someone, elsewhere = PersonFactory(collaboration=here), PrincipalFactory(collaboration=here)
    note = (note_voice, held.item.pk, VoiceKind.VIEW, "Nej.")

    assert refused(*note, person_id=someone.pk, **THEN) == ["voice_of_absent"]
    assert refused(*note, principal_id=elsewhere.pk, **THEN) == ["voice_of_absent"]
    assert refused(*note, **THEN) == ["voice_of_nobody"]


@pytest.mark.rule("R304")
def test_voices_and_tasks_are_locked_with_the_minutes(held):
    note = {"person_id": held.other.pk, **THEN}
    voice = note_voice(held.item.pk, VoiceKind.VIEW, "Ja.", **note)
    task = order_task(held.item.pk, what="Skriv.", whom="LSG", due_on=LATER, **THEN)
    close_meeting(held.meeting.pk, **THEN)
    held.approve(held.chair)

    assert refused(note_voice, held.item.pk, VoiceKind.VIEW, "Jo.", **note) == ["meeting_is_held"]
    assert refused(take_back_voice, voice.pk, **THEN) == ["meeting_is_held"]
    assert refused(take_back_task, task.pk, **THEN) == ["meeting_is_held"]
    for change in (
        lambda: Voice.objects.update(text="Annat"),
        lambda: Voice.objects.all()._raw_delete("default"),
        lambda: Task.objects.update(what="Annat"),
        lambda: Task.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()
    report_task(task.pk, **THEN)  # how far it has come is no part of the minutes


# --- Inner decisions and running text


@pytest.mark.rule("R008")
def test_an_inner_decision_says_which_matter_and_where_it_stands(held):
    held.meeting.body.inner_sources = {"den egna arbetsordningen": "överenskommelsen § 5.1.4"}
    held.meeting.body.save()
    decision = {
        "clauses": ["att mötas fyra gånger om året."],
        "inner_kind": "den egna arbetsordningen",
    }

    conclude_point(held.item.pk, Outcome.INNER_DECISION, **decision, **THEN)

    point = point_of(held)
    assert point["inner_kind"] == "den egna arbetsordningen, överenskommelsen § 5.1.4"
    assert point["decision_heading"] == "Beslut i organets egen fråga"


@pytest.mark.rule("R298")
def test_one_clause_can_stand_in_running_text_and_two_can_not(held):
    one = {"clauses": ["att anta rutinen."], "inline": True}
    conclude_point(held.item.pk, Outcome.RECOMMENDED, **one, **THEN)

    assert point_of(held)["inline"]
    two = one | {"clauses": ["att anta rutinen, samt", "att följa upp den."]}
    assert refused(conclude_point, held.item.pk, Outcome.RECOMMENDED, **two, **THEN) == [
        "one_clause_in_running_text"
    ]


@pytest.mark.rule("R299")
def test_an_annex_that_is_gone_keeps_the_meeting_open(held):
    held.item.refresh_from_db()
    held.item.clauses.clauses.filter(position=1).update(text="att anta den enligt bilaga 1, samt")

    [missing] = obstacles_before_closed(held.meeting, DAY)

    assert (missing.code, missing.facts) == ("annex_not_attached", {"annex": "bilaga 1"})


# --- The next meeting


@pytest.mark.rule("R301")
def test_the_next_meeting_is_the_planned_one_or_what_was_said(held):
    plan_meeting(held.meeting.body_id, on=LATER, place="Umeå", **THEN)
    assert minutes_text(held.meeting)["next_meeting"] is None
    close_meeting(held.meeting.pk, **THEN)
    held.meeting.refresh_from_db()
    assert minutes_text(held.meeting)["next_meeting"] == {"on": str(LATER), "place": "Umeå"}

    reopen_meeting(held.meeting.pk, reason="Mötet flyttades.", **THEN)
    other = LATER + timedelta(days=1)
    note_next_meeting(held.meeting.pk, on=other, place="Åsele", **THEN)
    close_meeting(held.meeting.pk, **THEN)

    held.meeting.refresh_from_db()
    assert minutes_text(held.meeting)["next_meeting"] == {"on": str(other), "place": "Åsele"}
    assert refused(note_next_meeting, held.meeting.pk, on=LATER, **THEN) == ["meeting_is_held"]


# --- Tasks


@pytest.fixture
def later(held):
    return plan_meeting(held.meeting.body_id, on=LATER, **THEN)


def agenda(meeting) -> list[str]:
    found = meeting.items.filter(kind=ItemKind.REPORT_BACK, heading="Uppgifter till mötet")
    return list(found.values_list("text", flat=True))


@pytest.mark.rule("R305")
def test_a_task_is_in_the_minutes_and_comes_to_the_meeting_where_it_is_due(held, later):
    task = order_task(
        held.item.pk,
        what="Presentera förutsättningarna.",
        person_id=held.other.pk,
        due_meeting_id=later.pk,
        **THEN,
    )

    assert point_of(held)["tasks"] == [
        {
            "what": "Presentera förutsättningarna.",
            "whom": "Maj Ledamot",
            "due": "till Samråd den 11 april 2026",
        }
    ]
    assert agenda(later) == ["Presentera förutsättningarna. Maj Ledamot, den 12 mars 2026."]
    close_meeting(held.meeting.pk, **THEN)
    report_task(task.pk, note="Utsänt.", **THEN)
    number = held.meeting.items.get(pk=held.item.pk).number
    assert agenda(later) == [
        f"Presentera förutsättningarna. Maj Ledamot, punkt {number} den 12 mars 2026. Klar: Utsänt."
    ]


@pytest.mark.rule("R305")
def test_a_task_that_the_note_tells_of_is_not_said_twice(held, later):
    order = {"what": "Skriv.", "whom": "LSG", "due_meeting_id": later.pk}
    order_task(held.item.pk, **order, is_in_the_note=True, **THEN)

    assert point_of(held)["tasks"] == []
    assert len(agenda(later)) == 1


@pytest.mark.rule("R305")
def test_a_meeting_planned_after_the_task_gets_tasks_due_by_its_day(held):
    task = order_task(held.item.pk, what="Skriv.", whom="LSG", due_on=LATER, **THEN)
    close_meeting(held.meeting.pk, **THEN)

    before = plan_meeting(held.meeting.body_id, on=LATER - timedelta(days=1), **THEN)
    at = plan_meeting(held.meeting.body_id, on=LATER, **THEN)

    assert [list(tasks_due_at(one)) for one in (before, at)] == [[], [task]]


@pytest.mark.rule("R305")
def test_a_task_ends_once_with_a_word_about_it(held):
    task = order_task(held.item.pk, what="Skriv.", whom="LSG", due_words="före sommaren", **THEN)
    assert refused(report_task, task.pk, **THEN) == ["task_is_not_ordered_yet"]
    close_meeting(held.meeting.pk, **THEN)

    assert refused(drop_task, task.pk, reason=" ", **THEN) == ["no_reason_to_drop"]
    drop_task(task.pk, reason="Frågan är löst.", **THEN)

    task.refresh_from_db()
    assert (task.state, task.ended_note, task.ended_on) == (
        TaskState.DROPPED,
        "Frågan är löst.",
        date(2026, 3, 12),
    )
    assert refused(report_task, task.pk, **THEN) == ["task_is_ended"]


@pytest.mark.rule("R305")
def test_a_task_of_another_collaborations_meeting_is_not_found(held):
    elsewhere = held_meeting()
    order = {"what": "Skriv.", "whom": "LSG", "due_meeting_id": elsewhere.meeting.pk}

    with pytest.raises(type(elsewhere.meeting).DoesNotExist):
        order_task(held.item.pk, **order, **THEN)


def test_no_identity_number_comes_into_a_voice_or_a_task(held):
    number = "19811218-9876"
    note = {"person_id": held.other.pk, **THEN}
    task = {"whom": "LSG", "due_on": LATER, **THEN}

    assert refused(note_voice, held.item.pk, VoiceKind.VIEW, number, **note) == ["identity_number"]
    assert refused(order_task, held.item.pk, what=number, **task) == ["identity_number"]
