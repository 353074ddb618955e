"""What can be done with governing documents: start, write, propose and adopt."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from samverkan.bodies.actions.text_facts import digest_of, obstacles_before_adopted, stamp_of
from samverkan.bodies.choices import BodyKind, TextKind, TextStage
from samverkan.bodies.models import (
    Body,
    CoordinatorFunction,
    GoverningText,
    TextVersion,
)
from samverkan.bodies.rules import texts as rules
from samverkan.bodies.rules.texts import Adoption, SectionText
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

RULES = {
    TextKind.ASSIGNMENT: "R011",
    TextKind.WORK_ORDER: "R071",
    TextKind.ROUTINE: "R008",
    TextKind.VALUES: "R040",
    TextKind.TARGET: "R040",
}


@transaction.atomic
def start_text(
    collaboration_id: int,
    *,
    kind: TextKind,
    title: str,
    body_id: int | None = None,
    function_id: int | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> GoverningText:
    """Start a governing document of a body, or of a coordinator function, without any version.

    Raises StepRefused when there is one of the kind already, the body has ended, or the values
    would be another body's than the seminar's.
    """
    title = title.strip()
    body = _locked_body(body_id, collaboration_id) if body_id is not None else None
    function = None if body else _locked_function(function_id, collaboration_id)
    ours = GoverningText.objects.filter(collaboration_id=collaboration_id)
    refuse(
        rules.obstacles_to_start(
            kind=kind,
            title=title,
            of_body=BodyKind(body.kind) if body else None,
            body_until=body.period.upper if body else None,
            on=now.date(),
            taken=set(ours.filter(body=body, function=function).values_list("kind", flat=True)),
        )
        + obstacles_to_text(Rubrik=title)
    )
    slug = body.slug if body else function.slug if function else ""
    text = GoverningText.objects.create(
        collaboration_id=collaboration_id,
        slug=_free_slug(collaboration_id, slugify(f"{kind.label} {slug}")),
        kind=kind,
        title=title,
        body=body,
        function=function,
    )
    _record(text, "text.started", by=by, at=now, source=source, visibility=Visibility.MEMBERS)
    return text


@transaction.atomic
def write_draft(
    text_id: int,
    *,
    sections: Sequence[SectionText],
    feedback_months: int | None = None,
    values_id: int | None = None,
    seen: str = "",
    by: Actor,
    now: datetime,
) -> TextVersion:
    """Write the draft of a text's next version, all of it; make the draft when there is none.

    `seen` is the stamp of the draft that the writer had before them. Raises StepRefused when
    nothing is written or changed, something cannot be kept, or someone else wrote meanwhile.
    """
    text = _locked(text_id)
    draft = text.versions.filter(stage=TextStage.DRAFT).first()
    written = _written(sections)
    values = _values_version(text, values_id)
    content = {"sections": written, "feedback_months": feedback_months, "values_id": values_id}
    refuse(
        rules.obstacles_to_write(
            sections=written,
            feedback_months=feedback_months,
            changed=draft is None or content != {key: getattr(draft, key) for key in content},
        )
        + _obstacles_to_sections(written)
        + ([Obstacle("draft_changed_meanwhile")] if seen and seen != stamp_of(draft) else [])
    )
    if draft is None:
        draft = TextVersion(text=text, number=text.versions.count() + 1)
    draft.sections, draft.feedback_months, draft.values = list(written), feedback_months, values
    draft.save()
    _record(
        text,
        "text.drafted",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        version=draft.number,
    )
    return draft


@transaction.atomic
def throw_draft(version_id: int, *, by: Actor, now: datetime) -> None:
    """Throw a draft away; what has been proposed or adopted stays for ever.

    Raises StepRefused when the version is no draft.
    """
    draft = _locked_version(version_id)
    stage = TextStage(draft.stage)
    refuse([] if stage is TextStage.DRAFT else [Obstacle("version_not_draft", _stage(stage))])
    text, number = draft.text, draft.number
    draft.delete()
    _record(
        text,
        "text.thrown_away",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        version=number,
    )


@transaction.atomic
def propose_version(
    text_id: int, *, valid_from: date, source: str, by: Actor, now: datetime
) -> TextVersion:
    """Let work begin by the draft of a work order as it was proposed; nobody adopts it.

    Raises StepRefused when it is not the first version of a work order, or nobody says where the
    proposal is found.
    """
    text = _locked(text_id)
    draft = text.versions.filter(stage=TextStage.DRAFT).first()
    refuse(
        rules.obstacles_to_propose(
            kind=TextKind(text.kind),
            earlier=text.versions.exclude(stage=TextStage.DRAFT).count(),
            written=draft is not None and bool(draft.sections),
            source=source,
        )
        + obstacles_to_text(Källa=source)
    )
    assert draft is not None  # noqa: S101  (the rule has refused what is not written)
    draft.stage, draft.valid_from, draft.source = TextStage.PROPOSED, valid_from, source
    draft.save()
    _record(
        text,
        "text.proposed",
        by=by,
        at=now,
        rule="R070",
        source=source,
        version=draft.number,
        first=valid_from,
        sha256=digest_of(draft),
    )
    return draft


@transaction.atomic
def adopt_version(
    version_id: int,
    *,
    adopted_by: int | None,
    on: date,
    point: int | None = None,
    met: bool | None = None,
    valid_from: date | None = None,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> TextVersion:
    """Note that a body has adopted a draft, at a point of its meeting or by a stated source.

    Meetings are a later area: the caller says whether the body `met` that day. Without a body it
    is the agreement itself, or somebody outside, that the source tells of. Raises StepRefused when
    another body should adopt it, sections are missing, or the days do not hold together.
    """
    draft = _locked_version(version_id)
    text = draft.text
    adopter = _body_or_none(adopted_by, text.collaboration_id)
    starts = valid_from or on
    refuse(
        obstacles_before_adopted(
            draft,
            Adoption(
                by=adopted_by,
                by_name=adopter.name if adopter else "",
                on=on,
                valid_from=starts,
                at_point=point is not None,
                met=met,
                first=adopter.period.lower if adopter else None,
                until=adopter.period.upper if adopter else None,
                source=source,
                adopted_there=_adopted_there(text, adopted_by, on, point),
            ),
            today=now.date(),
        )
        + obstacles_to_text(Källa=source, Skäl=reason),
        reason=reason,
    )
    draft.stage, draft.adopted_by, draft.adopted_on = TextStage.ADOPTED, adopter, on
    draft.valid_from, draft.source, draft.point = starts, source, point
    draft.meeting_on = None if point is None else on
    draft.save()
    _record(
        text,
        "text.adopted",
        by=by,
        at=now,
        rule=RULES[TextKind(text.kind)],
        source=source,
        version=draft.number,
        adopter=f" av {adopter.name}" if adopter else "",
        on=on,
        point=point,
        valid_from=starts,
        reason=f"Skäl: {reason}" if reason.strip() else "",
        sha256=digest_of(draft),
    )
    return draft


def _adopted_there(text: GoverningText, by: int | None, on: date, point: int | None) -> str:
    """Return another text that was adopted at a point of a meeting; nothing when there is none."""
    if point is None:
        return ""
    adopted = TextVersion.objects.filter(adopted_by=by, meeting_on=on, point=point)
    other = adopted.exclude(text=text).values_list("text__title", flat=True).first()
    return other or ""


def _locked(text_id: int) -> GoverningText:
    return (
        GoverningText.objects.select_for_update(no_key=True, of=("self",))
        .select_related("body__setter", "function")
        .get(pk=text_id)
    )


def _locked_version(version_id: int) -> TextVersion:
    text = _locked(TextVersion.objects.values_list("text_id", flat=True).get(pk=version_id))
    version = TextVersion.objects.select_related("values__text").get(pk=version_id)
    version.text = text
    return version


def _locked_body(body_id: int, collaboration_id: int) -> Body:
    bodies = Body.objects.select_for_update(no_key=True)
    return bodies.get(pk=body_id, collaboration_id=collaboration_id)


def _locked_function(function_id: int | None, collaboration_id: int) -> CoordinatorFunction:
    functions = CoordinatorFunction.objects.select_for_update(no_key=True)
    return functions.get(pk=function_id or 0, collaboration_id=collaboration_id)


def _body_or_none(body_id: int | None, collaboration_id: int) -> Body | None:
    if body_id is None:
        return None
    return Body.objects.get(pk=body_id, collaboration_id=collaboration_id)


def _values_version(text: GoverningText, values_id: int | None) -> TextVersion | None:
    if values_id is None:
        return None
    return TextVersion.objects.get(
        pk=values_id,
        text__collaboration_id=text.collaboration_id,
        text__kind__in=rules.FORMED_AT_SEMINAR,
        stage=TextStage.ADOPTED,
    )


def _written(sections: Sequence[SectionText]) -> list[SectionText]:
    """Keep what is written, tidily; a section that nobody wrote in is none."""
    return [
        {"kind": str(one["kind"]), "heading": one["heading"].strip(), "text": one["text"].strip()}
        for one in sections
        if one["text"].strip()
    ]


def _obstacles_to_sections(sections: Sequence[SectionText]) -> list[Obstacle]:
    headings = obstacles_to_text(Rubrik="\n".join(one["heading"] for one in sections))
    return headings + [
        obstacle
        for one in sections
        for obstacle in obstacles_to_text(**{one["heading"]: one["text"]})
    ]


def _free_slug(collaboration_id: int, wanted: str) -> str:
    taken = set(
        GoverningText.objects.filter(
            collaboration_id=collaboration_id, slug__startswith=wanted
        ).values_list("slug", flat=True)
    )
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)


def _stage(stage: TextStage) -> dict[str, object]:
    return {"stage": stage.label}


def _record(text: GoverningText, verb: str, **facts: Any) -> Entry:
    owner = text.body or text.function
    return record(
        text.collaboration_id,
        verb,
        f"text/{text.slug}",
        title=text.title,
        kind=TextKind(text.kind).label,
        owner=str(owner),
        **facts,
    )
