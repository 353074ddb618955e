"""Seats and chairs that change during the story's year, and one that stays vacant."""

from datetime import date, datetime

from samverkan.bodies.actions import (
    appoint,
    correct_mission,
    elect,
    end_chair,
    end_mission,
    extend_chair,
    replace_member,
    write_handover,
)
from samverkan.bodies.actions.reminders import remind_of_chairs
from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import ChairTerm, Mission
from samverkan.bodies.queries import missions_on
from samverkan.demo.telling import Story
from samverkan.journal.actors import SYSTEM
from samverkan.people.actions import enter_person
from samverkan.people.models import Person


def a_member_leaves(story: Story, slug: str, principal: str, *, now: datetime) -> None:
    """One leaves without a successor, and writes what is open: the seat stands vacant."""
    mission = _ordinary(story, slug, principal, now)
    note = "Återrapporten om utskrivningen är inte genomgången hemma. Nästa steg: ledningsgruppen."
    write_handover(mission.pk, note=note, by=story.as_coordinator, now=now)
    end_mission(mission.pk, until=now.date(), by=story.as_coordinator, now=now)


def a_member_will_leave(
    story: Story, slug: str, principal: str, days: int, *, now: datetime
) -> None:
    """One has said when the mission ends; nobody is appointed after."""
    mission = _ordinary(story, slug, principal, now)
    end_mission(mission.pk, until=story.day(days), by=story.as_coordinator, now=now)


def another_takes_over(
    story: Story, slug: str, principal: str, days: int, *, now: datetime
) -> None:
    """Somebody new takes over from a day, after a decision at home."""
    mission = _ordinary(story, slug, principal, now)
    heir = _enter(story, mission.person, now)
    replace_member(
        mission.pk,
        person_id=heir.pk,
        first=story.day(days),
        line_function=mission.line_function,
        appointed_by=mission.appointed_by,
        appointed_on=now.date(),
        paragraph="§ 41",
        by=story.as_coordinator,
        now=now,
    )


def a_decision_is_put_right(story: Story, slug: str, principal: str, *, now: datetime) -> None:
    """The paragraph was noted wrongly."""
    mission = _ordinary(story, slug, principal, now)
    correct_mission(
        mission.pk,
        is_main=mission.is_main,
        line_function=mission.line_function,
        appointed_by=mission.appointed_by,
        appointed_on=mission.appointed_on,
        paragraph="§ 117",
        by=story.as_coordinator,
        now=now,
    )


def one_sits_for_two(story: Story, slug: str, here: str, there: str, *, now: datetime) -> None:
    """A small municipality asks its neighbour's substitute to be its own too."""
    substitutes = missions_on(story.bodies[slug].pk, now.date()).filter(
        kind=MissionKind.SUBSTITUTE, place=1
    )
    end_mission(
        substitutes.get(principal__slug=there).pk,
        until=now.date(),
        by=story.as_coordinator,
        now=now,
    )
    appoint(
        story.bodies[slug].pk,
        person_id=substitutes.get(principal__slug=here).person_id,
        principal_id=story.home_of(there).pk,
        kind=MissionKind.SUBSTITUTE,
        first=now.date(),
        line_function="socialförvaltningen",
        by=story.as_coordinator,
        now=now,
    )


def the_chair_changes(story: Story, slug: str, *, now: datetime) -> None:
    """A chair leaves in the middle of the year, and another member takes over the rest of it."""
    body, today = story.bodies[slug], now.date()
    term = ChairTerm.objects.get(body=body, office=Office.CHAIR, period__contains=today)
    heir = missions_on(body.pk, today).exclude(person=term.person).first()
    if heir is None:
        raise LookupError(slug)
    until: date | None = term.period.upper
    end_chair(term.pk, until=today, by=story.as_coordinator, now=now)
    elect(
        body.pk,
        Office.CHAIR,
        person_id=heir.person_id,
        first=today,
        until=until,
        by=story.as_coordinator,
        now=now,
    )


def it_is_time_to_elect(story: Story, slug: str, *, now: datetime) -> None:
    """In autumn the coordinators are reminded that next year's chairs are to be elected."""
    remind_of_chairs(story.bodies[slug].pk, by=SYSTEM, now=now)


def the_chairs_stay(story: Story, slug: str, *, now: datetime) -> None:
    """Both chairs go on for another year, by decision in the group and with reasons (R101)."""
    terms = ChairTerm.objects.filter(body=story.bodies[slug], period__endswith__gt=story.today)
    for term in terms.order_by("office"):
        extend_chair(
            term.pk,
            until=date(term.period.upper.year + 1, 1, 1),
            unanimous=False,
            reasons="Uppföljningen av strukturen slutförs under nästa år och leds av samma två.",
            decided_on=now.date(),
            by=story.as_coordinator,
            now=now,
        )


def _ordinary(story: Story, slug: str, principal: str, now: datetime) -> Mission:
    held = missions_on(story.bodies[slug].pk, now.date())
    return held.get(principal__slug=principal, kind=MissionKind.ORDINARY, place=1)


def _enter(story: Story, like: Person, now: datetime) -> Person:
    return enter_person(
        story.collaboration.pk,
        next(story.names),
        title=like.title,
        elected=like.elected,
        party=like.party,
        invented=True,
        by=story.as_coordinator,
        now=now,
    )
