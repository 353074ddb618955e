"""What the rules and the pages need to know of a governing document before something is done."""

from datetime import date

from samverkan.bodies.choices import BodyKind, TextKind, TextStage
from samverkan.bodies.models import GoverningText, TextVersion
from samverkan.bodies.queries.texts import values_on, version_on
from samverkan.bodies.rules import texts as rules
from samverkan.bodies.rules.texts import Adoption, Carried, Owner
from samverkan.documents.texts import digest
from samverkan.journal.obstacles import Obstacle


def stamp_of(draft: TextVersion | None) -> str:
    """Return a short sum of what a draft says: another one means someone has written."""
    return digest_of(draft)[:16] if draft else "none"


def digest_of(version: TextVersion) -> str:
    """Return the SHA-256 of a version as it reads."""
    return digest(
        {
            "sections": version.sections,
            "feedback_months": version.feedback_months,
            "values": version.values_id,
        }
    )


def obstacles_before_adopted(
    draft: TextVersion, adoption: Adoption, *, today: date
) -> list[Obstacle]:
    """Return what stands in the way of adopting a draft so, as things are now."""
    earlier = draft.text.versions.exclude(stage=TextStage.DRAFT).order_by("-number").first()
    return rules.obstacles_to_adopt(
        kind=TextKind(draft.text.kind),
        stage=TextStage(draft.stage),
        owner=owner_of(draft.text),
        sections=draft.sections,
        adoption=adoption,
        former=rules.first_day(earlier) if earlier else None,
        values=_carried(draft, adoption.on),
        today=today,
    )


def obstacles_in_draft(draft: TextVersion, on: date) -> list[Obstacle]:
    """Return what a draft lacks, whoever adopts it on whatever day."""
    return rules.obstacles_to_content(
        kind=TextKind(draft.text.kind),
        owner=owner_of(draft.text),
        sections=draft.sections,
        values=_carried(draft, on),
    )


def owner_of(text: GoverningText) -> Owner:
    """Return whose text it is, as the rules ask."""
    body = text.body
    if body is None:
        return Owner(name=str(text.function))
    return Owner(
        body=body.pk,
        kind=BodyKind(body.kind),
        setter=body.setter_id,
        name=body.name,
        setter_name=body.setter.name if body.setter else "",
        required=tuple(body.required_sections),
    )


def _carried(draft: TextVersion, on: date) -> Carried:
    any_in_force = bool(values_on(draft.text.collaboration_id, on))
    if draft.values is None:
        return Carried(any_in_force=any_in_force)
    current = version_on(draft.values.text, on)
    return Carried(draft.values.number, current.number if current else None, any_in_force)
