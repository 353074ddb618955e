"""A county's seminar for tests, told through the real actions."""

from datetime import date

from django.utils.timezone import localtime

from samverkan.bodies.choices import BodyKind
from samverkan.meetings.actions import seminars as actions
from samverkan.meetings.actions.seminar_programme import Part, add_part
from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.meetings.rules.seminars import PROGRAMME, Time
from samverkan.meetings.seminar_choices import Heading
from tests.factories import TESTER, BodyFactory, ItemFactory, MeetingFactory

ALL_ASKED = (Heading.HEALTH, Heading.CIRCUMSTANCES, Heading.DEVELOPING)


def then():
    return {"by": TESTER, "now": localtime()}


def seminar_body(here):
    return BodyFactory(collaboration=here, kind=BodyKind.SEMINAR, name="Ledningsseminariet")


def group(here):
    return BodyFactory(collaboration=here, kind=BodyKind.GROUP, name="Ledningsgruppen")


def owner(here):
    """Return the body that adopts the programme, by what it owns and not by its name."""
    return BodyFactory(collaboration=here, inner_decisions=[PROGRAMME], name="Det politiska")


def planned(here, year=2026, *, planner=None, **facts):
    facts = {"time": Time(on=date(year, 10, 8)), "place": "Lycksele"} | facts
    planner = planner or group(here)
    return actions.plan_seminar(here.pk, year, planner_id=planner.pk, **facts, **then())


def full(seminar):
    """Fill the programme with a part under each heading that is asked for."""
    for heading in ALL_ASKED:
        add_part(seminar.pk, Part(heading, f"Om {heading.label}"), **then())
    return seminar


def proposed(seminar):
    return actions.propose_programme(full(seminar).pk, **then())


def point(body, **facts):
    meeting = MeetingFactory(collaboration=body.collaboration, body=body, held=True)
    facts = {"kind": ItemKind.DECISION, "outcome": Outcome.INNER_DECISION, "number": 7} | facts
    return ItemFactory(meeting=meeting, **facts)


def adopted(seminar):
    item = point(owner(seminar.collaboration))
    return actions.adopt_programme(proposed(seminar).pk, item_id=item.pk, **then())


def held(here, year=2025):
    """Return a seminar that has been held, of a year that is over."""
    return actions.hold_seminar(adopted(planned(here, year)).pk, **then())
