"""A closed meeting with three who decided, for the tests of what comes after it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    Adjuster,
    Attending,
    approve_minutes,
    close_meeting,
    conclude_point,
    note_attendance,
    place_case,
    plan_meeting,
    send_for_approval,
)
from samverkan.meetings.choices import Outcome
from samverkan.meetings.models import Item, Meeting, MinutesDraft
from samverkan.people.models import Person
from tests.factories import BodyFactory, CaseFactory, MissionFactory

DAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
SECRETARY = Actor("Kim Sekreterare")
THEN = {"by": SECRETARY, "now": NOON}


@dataclass
class Held:
    """The meeting, the point where it agreed, and those who decided: the first led."""

    meeting: Meeting
    item: Item
    chair: Person
    adjuster: Person
    other: Person

    @property
    def both(self) -> list[Adjuster]:
        """Return the two who usually approve."""
        return [Adjuster(self.chair.pk, "ordförande"), Adjuster(self.adjuster.pk, "justerare")]

    def send(self, *adjusters: Adjuster, now: datetime = NOON) -> MinutesDraft:
        return send_for_approval(self.meeting.pk, adjusters or self.both, by=SECRETARY, now=now)

    def approve(self, person: Person, *, seen: str = "", now: datetime = NOON):
        return approve_minutes(
            self.meeting.pk,
            approver=person.pk,
            approved_on=now.date(),
            seen=seen,
            by=Actor(person.name, "", person.pk),
            now=now,
        )


def open_meeting(body=None, on: date = DAY, **facts) -> Held:
    """Return a meeting where all is noted and nothing is closed."""
    body = body or BodyFactory(first_point=76, name="Samråd", **facts)
    missions = list(body.missions.select_related("person").order_by("pk"))
    missions = missions or [
        MissionFactory(body=body, person__name=name, person__email=f"{nr}@example.invalid")
        for nr, name in enumerate(("Carin Ordförande", "Jon Justerare", "Maj Ledamot"))
    ]
    now = datetime(on.year, on.month, on.day, 10, tzinfo=UTC)
    then = {"by": SECRETARY, "now": now}
    meeting = plan_meeting(body.pk, on=on, place="Länshuset", **then)
    case = CaseFactory(collaboration=body.collaboration, body=body, prepared=True)
    item = place_case(meeting.pk, case.number, **then)
    people = [mission.person for mission in missions[:3]]
    note_attendance(meeting.pk, [Attending(one.pk) for one in people], led_by=people[0].pk, **then)
    conclude_point(
        item.pk,
        Outcome.RECOMMENDED,
        text="Organet enades.",
        clauses=["att anta rutinen, samt", "att följa upp den."],
        **then,
    )
    meeting.refresh_from_db()
    return Held(meeting, item, *people)


def held_meeting(body=None, on: date = DAY, **facts) -> Held:
    """Return a meeting that is closed and waits to be approved."""
    held = open_meeting(body, on, **facts)
    close_meeting(
        held.meeting.pk, by=SECRETARY, now=datetime(on.year, on.month, on.day, 11, tzinfo=UTC)
    )
    held.meeting.refresh_from_db()
    return held
