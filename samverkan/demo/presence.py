"""A meeting as it is for those who come: answers by link, a substitute, jäv, and at a distance."""

from datetime import datetime
from typing import Any

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import missions_on
from samverkan.demo.telling import Story
from samverkan.meetings.actions import (
    Attending,
    add_point,
    answer_call,
    call_substitute,
    call_successors,
    close_meeting,
    note_attendance,
    note_point,
    raise_point,
    set_attendance_order,
    stamp_of,
    step_aside,
    take_part_again,
    write_usual_texts,
)
from samverkan.meetings.choices import AbsenceKind, ItemKind, Part, Reply
from samverkan.meetings.models import Call, Item, Meeting

POINT = "Upphandling av gemensam utbildning"


def how_the_body_meets(story: Story, slug: str, *, by_itself: bool, now: datetime) -> None:
    """The body has agreed on distance, and on whether its substitutes are called by themselves."""
    set_attendance_order(
        story.bodies[slug].pk,
        distance_allowed=True,
        calls_substitutes=by_itself,
        source="påhittat för demonstrationen",
        by=story.as_coordinator,
        now=now,
    )


def adds_a_point_to_talk_of(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The coordinator adds a point that one of the members has an interest in."""
    add_point(
        story.meetings[slug, days].pk,
        kind=ItemKind.DISCUSSION,
        heading=POINT,
        by=story.as_coordinator,
        now=now,
    )


def some_answer(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """By their links, one will come, one takes part at a distance, and one cannot."""
    meeting = story.meetings[slug, days]
    absent, _ = _absent_and_substitute(meeting)
    others = [one for one in _ordinary(meeting) if one != absent]
    _answers(meeting, others[0], Reply.COMING, now)
    _answers(meeting, others[1], Reply.AT_A_DISTANCE, now)
    _answers(meeting, absent, Reply.ABSENT, now, note="Krockar med nämnden.")


def the_substitute_is_called(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The coordinator calls the next in order with one click, and the substitute will come."""
    meeting = story.meetings[slug, days]
    absent, substitute = _absent_and_substitute(meeting)
    call_substitute(meeting.pk, absent.pk, substitute.person_id, by=story.as_coordinator, now=now)
    _answers(meeting, substitute, Reply.COMING, now)


def it_meets_and_one_has_an_interest(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The secretary writes what is said; the rest is there already when the meeting ends."""
    meeting = story.meetings[slug, days]
    absent, substitute = _absent_and_substitute(meeting)
    here = [one for one in _ordinary(meeting) if one != absent]
    then: dict[str, Any] = {"by": story.as_coordinator, "now": now}
    chair = story.bodies[slug].chair_terms.get(office="chair", period__contains=meeting.on)
    note_attendance(
        meeting.pk,
        [
            *(Attending(one.person_id, at_a_distance=one == here[1]) for one in here),
            Attending(substitute.person_id, stands_for=absent.pk),
            Attending(story.coordinator.pk, Part.SECRETARY),
        ],
        led_by=chair.person_id,
        **then,
    )
    item = meeting.items.get(heading=POINT)
    step_aside(item.pk, here[2].person_id, AbsenceKind.CONFLICT, **then)
    mistaken = step_aside(item.pk, here[3].person_id, AbsenceKind.AWAY, **then)
    take_part_again(mistaken.pk, **then)
    _writes(item, "Gruppen gick igenom underlaget. Frågan tas upp igen till hösten.", then)
    report = meeting.items.get(kind=ItemKind.REPORT)
    _writes(report, "Koordinatorerna berättade om arbetet sedan förra mötet.", then)
    raised = raise_point(meeting.pk, heading="Gemensam introduktion för nya ledamöter", **then)
    _writes(raised, "Koordinatorerna tar fram ett förslag.", then)
    write_usual_texts(meeting.pk, **then)
    close_meeting(meeting.pk, **then)


def the_summons_follows_the_missions(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """One takes over between the summons and the meeting, and is called instead."""
    call_successors(story.meetings[slug, days].pk, by=story.as_coordinator, now=now)


def _writes(item: Item, text: str, then: dict[str, Any]) -> None:
    note_point(item.pk, text=text, seen=stamp_of(item), **then)


def _ordinary(meeting: Meeting) -> list[Mission]:
    found = missions_on(meeting.body_id, meeting.on).filter(kind=MissionKind.ORDINARY)
    return list(found)


def _absent_and_substitute(meeting: Meeting) -> tuple[Mission, Mission]:
    """Return one who cannot come, not among the first, and who is next in order instead."""
    chairs = meeting.body.chair_terms.filter(period__contains=meeting.on)
    leaders = set(chairs.values_list("person_id", flat=True))
    waiting = missions_on(meeting.body_id, meeting.on).filter(kind=MissionKind.SUBSTITUTE)
    substitutes = {one.holder_key: one for one in waiting.order_by("-place")}
    absent = next(
        one
        for one in _ordinary(meeting)[4:]
        if one.holder_key in substitutes and one.person_id not in leaders
    )
    return absent, substitutes[absent.holder_key]


def _answers(
    meeting: Meeting, mission: Mission, reply: Reply, now: datetime, *, note: str = ""
) -> None:
    call = Call.objects.select_related("person").get(meeting=meeting, person=mission.person)
    answer_call(call.pk, reply, note=note, by=call.holder, now=now)
