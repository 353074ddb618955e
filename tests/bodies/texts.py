"""A body that sets another's assignment, and drafts that are ready to adopt."""

from datetime import UTC, date, datetime

from samverkan.bodies.actions.texts import adopt_version, start_text, write_draft
from samverkan.bodies.choices import BodyKind, SectionKind, TextKind
from samverkan.bodies.models import Body, CoordinatorFunction, TextVersion
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from tests.factories import LONG_AGO, BodyFactory, PrincipalFactory

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
ON = date(2026, 3, 12)
THEN = {"by": Actor("Testare"), "now": NOW}
WHOLE = {
    SectionKind.TASK: "Gruppen samordnar.",
    SectionKind.MANDATE: "Gruppen rekommenderar.",
    SectionKind.GOALS: "- Färre återinläggningar",
    SectionKind.FUNCTIONS: "En socialchef från varje kommun.",
    SectionKind.APPOINTMENT: "Huvudmännen utser dem.",
    SectionKind.FEEDBACK: "Skriftligt till uppdragsgivaren.",
    SectionKind.REPORTING: "Vid varje möte.",
    SectionKind.FOLLOW_UP: "Årligen.",
}


def sections(written: dict[SectionKind, str] | None = None, **changed: str) -> list[dict]:
    found = dict(WHOLE if written is None else written)
    found |= {SectionKind(kind): text for kind, text in changed.items()}
    return [
        {"kind": kind.value, "heading": kind.label, "text": text} for kind, text in found.items()
    ]


def a_body(here: Collaboration, **facts: object) -> Body:
    """Return a beredning whose assignment another body sets."""
    setter = BodyFactory(collaboration=here, name="Länssamverkansgruppen")
    given = {
        "kind": BodyKind.PREPARATORY,
        "name": "Beredning barn och unga",
        "setter": setter,
        "required_sections": [one.value for one in WHOLE],
        "review_months": 24,
    }
    return BodyFactory(collaboration=here, **given | facts)


def seminar(here: Collaboration) -> Body:
    return BodyFactory(collaboration=here, kind=BodyKind.SEMINAR, name="Ledningsseminariet")


def a_function(here: Collaboration) -> CoordinatorFunction:
    return CoordinatorFunction.objects.create(
        collaboration=here,
        slug="koordinatorer",
        name="Regionala koordinatorer",
        full_time_equivalents=2,
        host=PrincipalFactory(collaboration=here, region=True),
        period=LONG_AGO,
    )


def draft(
    body: Body, kind: TextKind = TextKind.ASSIGNMENT, written: list[dict] | None = None, **facts
) -> TextVersion:
    """Return the draft of a text that is started now, or of a new version of the one there is."""
    text = body.governing_texts.filter(kind=kind).first() or start_text(
        body.collaboration_id,
        kind=kind,
        title=f"{kind.label.capitalize()} för {body.name}",
        body_id=body.pk,
        **THEN,
    )
    return write_draft(text.pk, sections=written or sections(), **facts, **THEN)


def adopted(
    body: Body,
    kind: TextKind = TextKind.ASSIGNMENT,
    *,
    on: date = ON,
    written: list[dict] | None = None,
    **facts,
) -> TextVersion:
    """Return a version that the right body has adopted."""
    by = body.setter_id if kind is TextKind.ASSIGNMENT else body.pk
    one = draft(body, kind, written)
    return adopt_version(one.pk, adopted_by=by, on=on, point=7, **facts, **THEN)
