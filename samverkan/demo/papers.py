"""Governing documents of the story's year: written, adopted where the agreement says, reviewed."""

from datetime import datetime

from samverkan.bodies.actions.reviews import note_review
from samverkan.bodies.actions.texts import (
    adopt_version,
    propose_version,
    start_text,
    throw_draft,
    write_draft,
)
from samverkan.bodies.choices import Reviewed, SectionKind, TextKind, TextStage
from samverkan.bodies.models import CoordinatorFunction, GoverningText, TextVersion
from samverkan.bodies.rules.texts import SectionText
from samverkan.demo.telling import LSG, Story
from samverkan.meetings.actions import add_point, conclude_point
from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.meetings.models import Item

INVENTED = "Påhittat för demonstrationen."
SEMINAR = "regionalt-ledningsseminarium"
CHILDREN = "beredning-barn-och-unga"
ADULTS = "beredning-vuxna-och-aldre"
SECTIONS: dict[str, dict[SectionKind, str]] = {
    CHILDREN: {
        SectionKind.TASK: (
            "Beredningen arbetar med de utvecklingsfrågor för barn och unga som "
            "Länssamverkansgruppen har prioriterat."
        ),
        SectionKind.MANDATE: "Beredningen bereder och föreslår. Den enas inte om rekommendationer.",
        SectionKind.GOALS: (
            "- Barn och unga får samordnat stöd i tid.\n"
            "- Huvudmännen arbetar lika i hela länet med tidiga insatser."
        ),
        SectionKind.FUNCTIONS: (
            "Verksamhetschefer från socialtjänst, elevhälsa, primärvård och barnpsykiatri."
        ),
        SectionKind.APPOINTMENT: (
            "Länssamverkansgruppen frågar huvudmännen, som utser för två år i taget."
        ),
        SectionKind.FEEDBACK: "Beredningen rapporterar muntligt vid varje möte.",
        SectionKind.REPORTING: "En skriftlig rapport lämnas i juni och december.",
        SectionKind.FOLLOW_UP: "Målen följs upp i december mot den årsplan som gruppen har satt.",
    },
    LSG: {
        SectionKind.TASK: (
            "Gruppen tar sig an frågor om samarbetet som bör lösas på regional ledningsnivå, och "
            "bereder ärenden till Samråd vård och omsorg."
        ),
        SectionKind.MANDATE: (
            "Gruppen enas om rekommendationer. Den ger beredningarna uppdrag och beslutar rutinen "
            "för ärendeflödet. Beslut i sak fattas hos huvudmännen."
        ),
        SectionKind.REPORTING: "Ordföranden är föredragande i Samråd vård och omsorg.",
        SectionKind.VALUES: "Gruppen utgår från den gemensamma värdegrunden.",
    },
}
VALUES = (
    "Invånarens behov går först. Vi möter varandra med respekt, håller vad vi lovar och löser "
    "frågor där de hör hemma."
)


def the_seminar_forms_the_values(story: Story, text: str = VALUES, *, now: datetime) -> None:
    """The leadership seminar words the common values, or words them anew (R040)."""
    values = GoverningText.objects.get(collaboration=story.collaboration, kind=TextKind.VALUES)
    sections: list[SectionText] = [
        {"kind": SectionKind.VALUES, "heading": "Värdegrund", "text": f"{text}\n\n{INVENTED}"}
    ]
    draft = write_draft(values.pk, sections=sections, by=story.as_coordinator, now=now)
    adopt_version(
        draft.pk,
        adopted_by=story.bodies[SEMINAR].pk,
        on=now.date(),
        by=story.as_coordinator,
        now=now,
        source=f"Ledningsseminariet. {INVENTED}",
    )


def writes_assignment(story: Story, slug: str, *, now: datetime) -> None:
    """The coordinator writes a body's assignment, with the sections that it must have."""
    body = story.bodies[slug]
    text = start_text(
        story.collaboration.pk,
        kind=TextKind.ASSIGNMENT,
        title=f"Uppdrag för {body.name}",
        body_id=body.pk,
        by=story.as_coordinator,
        now=now,
    )
    values = TextVersion.objects.filter(
        text__kind=TextKind.VALUES, text__collaboration=story.collaboration, stage=TextStage.ADOPTED
    )
    carried = values.order_by("-number").first() if slug == LSG else None
    write_draft(
        text.pk,
        sections=_sections(slug),
        feedback_months=6 if slug == CHILDREN else None,
        values_id=carried.pk if carried else None,
        by=story.as_coordinator,
        now=now,
    )


def is_put_on_the_agenda(
    story: Story, slug: str, days: int, heading: str, *, now: datetime
) -> None:
    """The assignment comes up as a point where the body decides in its own matter."""
    meeting = story.meetings[slug, days]
    kind = ItemKind.DECISION
    add_point(meeting.pk, kind=kind, heading=heading, by=story.as_coordinator, now=now)


def is_decided(
    story: Story, slug: str, days: int, heading: str, matter: str, *, now: datetime
) -> None:
    """The body decides on an assignment, which is one of its own matters (R008)."""
    item = story.meetings[slug, days].items.get(heading=heading)
    conclude_point(
        item.pk,
        Outcome.INNER_DECISION,
        clauses=["att fastställa uppdraget."],
        inner_kind=matter,
        by=story.as_coordinator,
        now=now,
    )


def is_adopted(
    story: Story, of: str, by_body: str, days: int, heading: str, *, now: datetime
) -> None:
    """What the body decided is noted on the draft, with the point of the meeting."""
    item = Item.objects.get(meeting=story.meetings[by_body, days], heading=heading)
    draft = TextVersion.objects.get(
        text__body=story.bodies[of], text__kind=TextKind.ASSIGNMENT, stage=TextStage.DRAFT
    )
    adopt_version(
        draft.pk,
        adopted_by=item.body_id,
        on=story.day(days),
        point=item.number,
        met=True,
        by=story.as_coordinator,
        now=now,
    )


def a_draft_is_begun(story: Story, *, now: datetime) -> None:
    """A draft is thrown, and another waits to be adopted."""
    body = story.bodies[ADULTS]
    text = start_text(
        story.collaboration.pk,
        kind=TextKind.ASSIGNMENT,
        title=f"Uppdrag för {body.name}",
        body_id=body.pk,
        by=story.as_coordinator,
        now=now,
    )
    goals: SectionText = {"kind": SectionKind.GOALS, "heading": "Mål", "text": "- Hemgång i tid."}
    first = write_draft(text.pk, sections=[goals], by=story.as_coordinator, now=now)
    throw_draft(first.pk, by=story.as_coordinator, now=now)
    goals["text"] = "- Den som är utskrivningsklar kommer hem i tid, med stöd på plats."
    write_draft(text.pk, sections=[goals], by=story.as_coordinator, now=now)


def support_gets_its_assignment(story: Story, *, now: datetime) -> None:
    """The coordinators get their assignment; which body sets it no source says (Q16)."""
    function = CoordinatorFunction.objects.get(
        collaboration=story.collaboration, slug="regionala-koordinatorer"
    )
    text = start_text(
        story.collaboration.pk,
        kind=TextKind.ASSIGNMENT,
        title="Uppdrag för de regionala koordinatorerna",
        function_id=function.pk,
        by=story.as_coordinator,
        now=now,
    )
    task: SectionText = {
        "kind": SectionKind.TASK,
        "heading": "Uppdrag",
        "text": "Koordinatorerna håller ihop strukturen och har överblick över hela den.",
    }
    draft = write_draft(text.pk, sections=[task], by=story.as_coordinator, now=now)
    adopt_version(
        draft.pk,
        adopted_by=None,
        on=now.date(),
        by=story.as_coordinator,
        now=now,
        source=f"Regiondirektören. {INVENTED}",
    )


def a_group_begins_by_a_proposed_order(story: Story, slug: str, *, now: datetime) -> None:
    """A new group begins its work by a proposed work order (R070)."""
    body = story.bodies[slug]
    text = start_text(
        story.collaboration.pk,
        kind=TextKind.WORK_ORDER,
        title=f"Arbetsordning för {body.name}",
        body_id=body.pk,
        by=story.as_coordinator,
        now=now,
    )
    forms: SectionText = {
        "kind": SectionKind.OTHER,
        "heading": "Former",
        "text": "Gruppen träffas digitalt varannan vecka.",
    }
    write_draft(text.pk, sections=[forms], by=story.as_coordinator, now=now)
    propose_version(
        text.pk, valid_from=now.date(), source=INVENTED, by=story.as_coordinator, now=now
    )


def staffing_is_reviewed(story: Story, slug: str, *, now: datetime) -> None:
    """LSG looks over who sits in a beredning; its assignment waits (R116)."""
    note = "Barnpsykiatrin får en plats till."
    note_review(
        story.bodies[slug].pk,
        Reviewed.STAFFING,
        on=now.date(),
        note=note,
        by=story.as_coordinator,
        now=now,
    )


def _sections(slug: str) -> list[SectionText]:
    written = SECTIONS[slug]
    parts: list[SectionText] = [
        {"kind": kind, "heading": str(kind.label), "text": text} for kind, text in written.items()
    ]
    parts[-1]["text"] += f"\n\n{INVENTED}"
    return parts
