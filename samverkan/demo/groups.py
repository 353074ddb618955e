"""A working group is set up, filled by a roster, and ended when its task is done."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta

from samverkan.bodies.actions import appoint, end_body, note_closing
from samverkan.bodies.actions.rosters import (
    check_again,
    import_roster,
    send_roster,
    throw_roster,
)
from samverkan.bodies.choices import BodyKind, ClosingStep, Level, Power, Sphere
from samverkan.bodies.models import Body
from samverkan.cases.actions import Sheet, move_case, raise_case
from samverkan.demo import cases
from samverkan.demo.papers import CHILDREN
from samverkan.demo.telling import Story
from samverkan.structures.actions import edit_structure
from samverkan.structures.edits import with_body
from samverkan.structures.queries import stored_structure
from samverkan.structures.schema import BodyData, ParentData

GROUP = "arbetsgrupp-skolfranvaro"
CASE: Sheet = replace(
    cases.PLANS,
    title="Gemensam lägesbild av skolfrånvaro",
    question="Ska huvudmännen dela en gemensam lägesbild av skolfrånvaro?",
    summary="Huvudmännen föreslås samla vad de vet om skolfrånvaron i en gemensam lägesbild.",
)


def a_group_is_set_up(story: Story, *, now: datetime) -> None:
    """The beredning sets up a working group, outside the fixed structure (R121, R122)."""
    structure = stored_structure(story.collaboration.slug)
    if structure is None:
        raise LookupError(story.collaboration.slug)
    body = BodyData(
        slug=GROUP,
        name="Arbetsgrupp skolfrånvaro",
        kind=BodyKind.WORKING_GROUP,
        level=Level.REGIONAL,
        sphere=Sphere.OFFICIALS,
        power=Power.PREPARES,
        in_fixed_structure=False,
        purpose="Gruppen tar fram en gemensam lägesbild av skolfrånvaro i länet. Påhittad.",
        assignment_set_by="Beredning barn och unga",
        first_day=now.date(),
        source="Påhittat för demonstrationen.",
        parents=[ParentData(body=CHILDREN)],
    )
    edit_structure(
        with_body(structure, body),
        base=structure,
        subject=f"body/{GROUP}",
        by=story.as_coordinator,
        now=now,
    )
    story.bodies[GROUP] = Body.objects.get(collaboration=story.collaboration, slug=GROUP)


def a_roster_is_read_in(story: Story, *, now: datetime) -> None:
    """The registrars' list: first one with a slip, which is thrown, then the right one."""
    right = [
        [
            next(story.names),
            story.bodies[CHILDREN].name,
            principal.short_name,
            f"{now:%Y-%m-%d}",
            "elevhälsan",
            "Kommundirektören",
            f"{now:%Y-%m-%d}",
        ]
        for principal in story.principals[:5]
    ]
    wrong = [[name, "Beredning barn och inga", *rest] for name, _, *rest in right]
    first = send_roster(
        story.collaboration.pk,
        name="barn-och-unga-utkast.csv",
        data=_sheet(wrong),
        by=story.as_coordinator,
        now=now,
    )
    check_again(first.key, by=story.as_coordinator, now=now)
    throw_roster(first.key, by=story.as_coordinator, now=now)
    second = send_roster(
        story.collaboration.pk,
        name="barn-och-unga.csv",
        data=_sheet(right),
        by=story.as_coordinator,
        now=now,
    )
    import_roster(second.key, by=story.as_coordinator, now=now, invented=True)


def the_group_begins(story: Story, *, now: datetime) -> None:
    """Two of the beredning work in the group, and raise what they have found."""
    members = list(story.bodies[CHILDREN].missions.filter(principal=None).order_by("pk"))
    members += list(story.bodies[CHILDREN].missions.exclude(principal=None).order_by("pk")[:2])
    for mission in members:
        appoint(
            story.bodies[GROUP].pk,
            person_id=mission.person_id,
            principal_id=mission.principal_id,
            first=now.date(),
            line_function="elevhälsan",
            by=story.as_coordinator,
            now=now,
        )
    raised_by = members[0].person_id
    number = raise_case(
        story.bodies[GROUP].pk, CASE, raised_by=raised_by, by=story.as_coordinator, now=now
    ).number
    story.numbers[CASE.title] = number


def the_group_is_wound_up(story: Story, *, now: datetime) -> None:
    """Its open case goes back to the beredning, its papers are handed over, and it ends."""
    body = story.bodies[GROUP]
    move_case(
        story.collaboration.pk,
        story.numbers[CASE.title],
        to_body_id=story.bodies[CHILDREN].pk,
        reason="Arbetsgruppen har gjort sitt. Beredningen tar lägesbilden vidare.",
        by=story.as_coordinator,
        now=now,
    )
    for step in ClosingStep:
        note_closing(body.pk, step, on=now.date(), by=story.as_coordinator, now=now)
    end_body(body.pk, until=now.date() + timedelta(days=1), by=story.as_coordinator, now=now)


def _sheet(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(
        ["Namn", "Organ", "Huvudman", "Från", "Verksamhet", "Utsedd av", "Utsedd den", "Uppdrag"]
    )
    writer.writerows([*row, "Ordinarie"] for row in rows)
    return text.getvalue().encode("utf-8-sig")
