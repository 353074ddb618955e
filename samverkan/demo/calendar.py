"""The year wheel in the story: a year is planned, a meeting moves, and others' days are entered."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from samverkan.demo.papers import CHILDREN
from samverkan.demo.telling import LSG, SAMRAD, Story
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    Arranger,
    change_external_meeting,
    enter_external_meeting,
    move_meeting,
    plan_year,
    read_in_calendar,
    remove_external_meeting,
    renew_calendar_link,
    revoke_calendar_link,
    send_calendar,
    throw_calendar,
)
from samverkan.meetings.choices import Certainty
from samverkan.meetings.models import MeetingRhythm
from samverkan.meetings.rules import YearDay, proposed_year, working_day_after
from samverkan.meetings.year import as_rule, days_met, people_of

LEADERS = "regionledningsmotet"
SEMINAR = "regionalt-ledningsseminarium"
PLANNED = (SAMRAD, SEMINAR, LSG, CHILDREN)
INVENTED = "påhittat för demonstrationen"
COMMITTEE = "Nämnden för funktionshinder och habilitering"


def the_year_is_planned(story: Story, *, now: datetime) -> None:
    """Next year's meetings of four bodies are proposed by their rhythms, and planned at once."""
    here, year = story.collaboration.pk, story.today.year + 1
    bodies = {body.pk: slug for slug, body in story.bodies.items() if slug in PLANNED}
    rows = {row.body_id: row for row in MeetingRhythm.objects.filter(body__in=bodies)}
    proposals = proposed_year(
        [as_rule(rows[pk]) for pk in sorted(rows)],
        year,
        today=now.date(),
        meets=days_met(here, [year]),
        people=people_of(here, now.date()),
    )
    days = [
        YearDay(one.body, one.on, rows[one.body].starts_at, "Umeå, Regionens hus")
        for one in proposals
        if one.on
    ]
    plan_year(here, days, by=story.as_coordinator, now=now)


def is_moved(story: Story, slug: str, days: int, to: int, *, now: datetime, reason: str) -> None:
    """A meeting is moved, and its old address leads to the new day."""
    meeting = story.meetings.pop((slug, days))
    story.meetings[slug, to] = move_meeting(
        meeting.pk,
        on=story.day(to),
        starts_at=meeting.starts_at,
        place=meeting.place,
        reason=reason,
        by=story.as_coordinator,
        now=now,
    )


def days_of_the_leaders_are_entered(story: Story, *, now: datetime) -> None:
    """Regionledningsmötets invented days: held, sure, assumed, and one by mistake (R075)."""
    leaders = story.bodies[LEADERS]
    arranger = Arranger(leaders.name, body_id=leaders.pk)
    keys = {
        days: enter_external_meeting(
            story.collaboration.pk,
            arranger,
            on=story.day(days),
            starts_at=time(10),
            place="Umeå",
            certainty=Certainty.ASSUMED if days > 60 else Certainty.CONFIRMED,
            source=INVENTED,
            by=story.as_coordinator,
            now=now,
        ).key
        for days in (-80, 52, 150, 151)
    }
    change_external_meeting(
        keys[52],
        on=story.day(52),
        starts_at=time(13),
        place="Lycksele",
        source=INVENTED,
        by=story.as_coordinator,
        now=now,
    )
    remove_external_meeting(keys[151], by=story.as_coordinator, now=now)


def a_calendar_is_read_in(story: Story, *, now: datetime) -> None:
    """A committee's own calendar: the wrong file is thrown, the right one is read in."""
    arranger = Arranger(COMMITTEE)

    def sends(*days: int) -> UUID:
        return send_calendar(
            story.collaboration.pk,
            f"{COMMITTEE} (påhittad)",
            arranger,
            file_name="namnden.ics",
            data=_file([story.day(day) for day in days]),
            by=story.as_coordinator,
            now=now,
        ).key

    throw_calendar(sends(17), by=story.as_coordinator, now=now)
    read_in_calendar(sends(17, 80, 122), by=story.as_coordinator, now=now)


def people_subscribe(story: Story, *, now: datetime) -> None:
    """The coordinator subscribes to her own calendar; another tries it and closes it again."""
    here = story.collaboration.pk
    renew_calendar_link(here, story.coordinator.pk, by=story.as_coordinator, now=now)
    other = story.bodies[LSG].missions.select_related("person").order_by("pk")[3].person
    by = Actor(other.name, "", other.pk)
    renew_calendar_link(here, other.pk, by=by, now=now)
    revoke_calendar_link(here, other.pk, by=by, now=now + timedelta(minutes=5))


def _file(days: list[date]) -> bytes:
    events = [
        f"BEGIN:VEVENT\r\nUID:namnden-{number}@demo.example\r\nSUMMARY:Nämndsmöte\r\n"
        f"DTSTART;TZID=Europe/Stockholm:{working_day_after(day):%Y%m%d}T090000\r\nEND:VEVENT\r\n"
        for number, day in enumerate(days)
    ]
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()
