"""Minutes with two adjusters: a comment, a new draft, approval by link, tasks, a correction."""

from datetime import date, datetime

from samverkan.bodies.queries import missions_on
from samverkan.demo.papers import CHILDREN
from samverkan.demo.telling import SAMRAD, Story
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    Adjuster,
    Attending,
    add_point,
    approve_minutes,
    close_meeting,
    comment_on_minutes,
    correct_minutes,
    drop_task,
    note_attendance,
    note_next_meeting,
    note_voice,
    order_task,
    plan_meeting,
    remind_adjusters,
    reopen_meeting,
    report_task,
    send_for_approval,
    take_back_task,
    take_back_voice,
)
from samverkan.meetings.choices import ItemKind, Part, VoiceKind
from samverkan.meetings.models import Item, Meeting, Task
from samverkan.people.models import Person

MATERIAL = "Ta fram underlag om hur målbilden kan följas upp."
STUDY = "Besöka ett annat län som har en gemensam målbild."


def sends_draft(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The secretary sends the draft to the one who led and to one more."""
    meeting = _meeting(story, slug, days)
    chair, other = _adjusters(meeting)
    adjusters = [Adjuster(chair.pk, "ordförande"), Adjuster(other.pk, "justerare")]
    send_for_approval(meeting.pk, adjusters, by=story.as_coordinator, now=now)


def the_other_comments(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The second adjuster misses something in the draft."""
    meeting = _meeting(story, slug, days)
    _, other = _adjusters(meeting)
    comment_on_minutes(
        meeting.pk,
        "Det saknas att vi gav koordinatorerna ett uppdrag, och att jag lämnade en synpunkt.",
        adjuster=other.pk,
        by=_as(other),
        now=now,
    )


def the_secretary_changes(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The meeting is opened again, what was missed is noted, and a new draft is sent."""
    meeting, by = _meeting(story, slug, days), story.as_coordinator
    _, other = _adjusters(meeting)
    reason = "En uppgift och en synpunkt saknas under beslutspunkten."
    reopen_meeting(meeting.pk, reason=reason, by=by, now=now)
    item = _point(meeting)
    _notes_voices(item, other, by=by, now=now)
    _orders_tasks(story, item, by=by, now=now)
    note_next_meeting(meeting.pk, on=story.day(37), place="Umeå", by=by, now=now)
    close_meeting(meeting.pk, by=by, now=now)
    sends_draft(story, slug, days, now=now)


def the_other_approves(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The second adjuster approves by the link; the chair is still to come."""
    meeting = _meeting(story, slug, days)
    _, other = _adjusters(meeting)
    approve_minutes(meeting.pk, approver=other.pk, approved_on=now.date(), by=_as(other), now=now)


def reminds(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The adjusters are reminded when the fourteenth day is near."""
    remind_adjusters(_meeting(story, slug, days).pk, by=story.as_coordinator, now=now)


def corrects(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """A slip is found in approved minutes, and noted beside them."""
    correct_minutes(
        _meeting(story, slug, days).pk,
        "Som plats ska stå Umeå, Norrskenet. Påhittat för demonstrationen.",
        by=story.as_coordinator,
        now=now,
    )


def tasks_are_followed_up(story: Story, *, now: datetime) -> None:
    """One task is done, another will not be."""
    by = story.as_coordinator
    tasks = Task.objects.filter(item__meeting__collaboration=story.collaboration)
    done, dropped = tasks.get(what=MATERIAL), tasks.get(what=STUDY)
    report_task(done.pk, note="Underlaget är utsänt.", by=by, now=now)
    drop_task(dropped.pk, reason="Länet har lagt ner sitt arbete.", by=by, now=now)


def a_preparatory_body_meets(story: Story, *, now: datetime) -> None:
    """Notes that wait: the beredning has met, and its draft is sent to two."""
    body, by = story.bodies[CHILDREN], story.as_coordinator
    meeting = plan_meeting(body.pk, on=now.date(), place="Digitalt möte", by=by, now=now)
    heading = "Lägesbild av skolfrånvaro"
    text = "Beredningen gick igenom den gemensamma lägesbilden. Påhittat för demonstrationen."
    kind = ItemKind.DISCUSSION
    add_point(meeting.pk, kind=kind, heading=heading, text=text, by=by, now=now)
    people = _some_of(story, now.date())
    there = [Attending(one.pk) for one in people]
    there.append(Attending(story.coordinator.pk, Part.SECRETARY))
    note_attendance(meeting.pk, there, led_by=people[0].pk, by=by, now=now)
    close_meeting(meeting.pk, by=by, now=now)
    adjusters = [Adjuster(people[0].pk, "ordförande"), Adjuster(people[1].pk, "justerare")]
    send_for_approval(meeting.pk, adjusters, by=by, now=now)
    comment_on_minutes(
        meeting.pk,
        "Skriv gärna ut vilka skolor lägesbilden gäller.",
        adjuster=people[1].pk,
        by=_as(people[1]),
        now=now,
    )


def _some_of(story: Story, on: date) -> list[Person]:
    """Return the chair of the beredning and two more who sit there."""
    body = story.bodies[CHILDREN]
    chair = body.chair_terms.select_related("person").get(period__contains=on).person
    missions = missions_on(body.pk, on).exclude(person=chair).order_by("pk")
    return [chair, *(mission.person for mission in missions.select_related("person")[:2])]


def _notes_voices(item: Item, person: Person, *, by: Actor, now: datetime) -> None:
    view = "Målbilden behöver kunna förklaras för den som möter vården första gången."
    note_voice(item.pk, VoiceKind.VIEW, view, person_id=person.pk, by=by, now=now)
    wrong = note_voice(
        item.pk, VoiceKind.RESERVATION, "Reservation.", person_id=person.pk, by=by, now=now
    )
    take_back_voice(wrong.pk, by=by, now=now)


def _orders_tasks(story: Story, item: Item, *, by: Actor, now: datetime) -> None:
    due: date = story.day(20)
    order_task(item.pk, what=MATERIAL, whom="Koordinatorerna", due_on=due, by=by, now=now)
    order_task(
        item.pk, what=STUDY, whom="Arbetsutskottet", due_words="före sommaren", by=by, now=now
    )
    order_task(
        item.pk,
        what="Redovisa för Samråd hur målbilden används.",
        whom="Länssamverkansgruppens ordförande",
        due_on=story.day(37),
        by=by,
        now=now,
    )
    twice = order_task(item.pk, what=MATERIAL, whom="Koordinatorn", due_on=due, by=by, now=now)
    take_back_task(twice.pk, by=by, now=now)


def _meeting(story: Story, slug: str, days: int) -> Meeting:
    return Meeting.objects.get(pk=story.meetings[slug, days].pk)


def _point(meeting: Meeting) -> Item:
    return meeting.items.get(kind=ItemKind.DECISION, case__isnull=False)


def _adjusters(meeting: Meeting) -> tuple[Person, Person]:
    deciding = meeting.attendances.filter(part=Part.DECIDING).exclude(person=meeting.led_by)
    first = deciding.select_related("person").order_by("position")[0]
    if meeting.led_by is None:
        raise LookupError(meeting.pk)
    return meeting.led_by, first.person


def _as(person: Person) -> Actor:
    return Actor(person.name, "", person.pk)


def two_adjusters_approve(story: Story, days: int) -> None:
    """Tell, before the chair approves, how Samråd's minutes came to be approved by two."""
    story.on(days + 1, sends_draft, SAMRAD, days)
    story.on(days + 2, the_other_comments, SAMRAD, days)
    story.on(days + 3, the_secretary_changes, SAMRAD, days)
    story.on(days + 5, the_other_approves, SAMRAD, days)
    story.on(days + 20, corrects, SAMRAD, days)
    story.on(days + 40, tasks_are_followed_up)
