"""What can be done with the case-flow routine: begin a draft, write it, drop it, adopt it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Body
from samverkan.bodies.rules.texts import Adoption, first_day
from samverkan.cases import routines
from samverkan.cases.models import RoutineVersion
from samverkan.cases.rules.adopting import obstacles_to_adopt
from samverkan.cases.rules.checking import obstacles_to_draft
from samverkan.cases.rules.routine import Routine, content_of
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

SOURCE = "överenskommelsen § 7"


@transaction.atomic
def begin_routine_draft(collaboration_id: int, *, by: Actor, now: datetime) -> RoutineVersion:
    """Begin a draft of the next version: a copy of the one in force, or an empty one.

    Raises StepRefused when there is a draft already.
    """
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    refuse([Obstacle("routine_draft_there")] if routines.draft_of(collaboration_id) else [])
    base = routines.routine_on(collaboration_id, now.date())
    newest = routines.versions(collaboration_id).first()
    draft = RoutineVersion.objects.create(
        collaboration_id=collaboration_id,
        number=newest.number + 1 if newest else 1,
        matter=routines.matter_of(collaboration_id),
        content=base.content if base else content_of(Routine()),
    )
    _record(draft, "routine.begun", by=by, at=now, base=base.number if base else None)
    return draft


@transaction.atomic
def write_routine_draft(
    version_id: int, routine: Routine, *, seen: str = "", by: Actor, now: datetime
) -> RoutineVersion:
    """Write a draft as it is to read, all of it; what the check finds in it may wait.

    `seen` is the stamp of the draft that the writer had before them. Raises StepRefused when the
    version is no draft, nothing is changed, something cannot be kept, or someone else wrote.
    """
    draft = _locked(version_id)
    content = content_of(routine)
    refuse(
        [
            *_only_a_draft(draft),
            *([Obstacle("draft_changed_meanwhile")] if seen and seen != stamp_of(draft) else []),
            *obstacles_to_draft(routine, changed=content != draft.content),
            *obstacles_to_text(Rutinen="\n".join(_texts(content))),
        ]
    )
    draft.content = content
    draft.save(update_fields=["content"])
    _record(draft, "routine.drafted", by=by, at=now)
    return draft


@transaction.atomic
def drop_routine_draft(version_id: int, *, by: Actor, now: datetime) -> None:
    """Throw a draft away; what has been adopted stays for ever.

    Raises StepRefused when the version is no draft.
    """
    draft = _locked(version_id)
    refuse(_only_a_draft(draft))
    RoutineVersion.objects.filter(pk=draft.pk).delete()
    _record(draft, "routine.dropped", by=by, at=now)


@transaction.atomic
def adopt_routine(
    version_id: int,
    *,
    adopted_by: int,
    on: date,
    point: int | None = None,
    met: bool | None = None,
    valid_from: date | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> RoutineVersion:
    """Note that a body has adopted a draft, at a point of its meeting or by a stated source.

    Meetings are a later area: the caller says whether the body `met` that day. New cases follow
    it from the day it holds; those that have begun keep theirs. Raises StepRefused when the
    matter is not the body's own, the routine has faults, or the days do not hold together.
    """
    draft = _locked(version_id)
    body = Body.objects.get(pk=adopted_by, collaboration_id=draft.collaboration_id)
    adoption = Adoption(
        by=body.pk,
        by_name=body.name,
        on=on,
        valid_from=valid_from or on,
        at_point=point is not None,
        met=met,
        first=body.period.lower,
        until=body.period.upper,
        source=source,
    )
    refuse(
        obstacles_before_adopted(draft, adoption, body.inner_decisions, today=now.date())
        + obstacles_to_text(Källa=source)
    )
    draft.stage, draft.adopted_by, draft.adopted_on = TextStage.ADOPTED, body, on
    draft.valid_from, draft.source, draft.point = adoption.valid_from, source, point
    draft.meeting_on = None if point is None else on
    draft.save()
    _record(
        draft,
        "routine.adopted",
        by=by,
        at=now,
        visibility=Visibility.PUBLIC,
        source=source or SOURCE,
        adopter=body.name,
        on=on,
        point=point,
        valid_from=draft.valid_from,
        sha256=digest(draft.content),
    )
    return draft


def obstacles_before_adopted(
    draft: RoutineVersion, adoption: Adoption, owned: list[str], *, today: date
) -> list[Obstacle]:
    """Return what stands in the way of adopting a draft so, as things are now."""
    earlier = (
        routines.versions(draft.collaboration_id)
        .exclude(stage=TextStage.DRAFT)
        .exclude(pk=draft.pk)
        .first()
    )
    owners = routines.owners_of(draft.collaboration_id, draft.matter, adoption.on)
    return obstacles_to_adopt(
        stage=TextStage(draft.stage),
        routine=routines.content(draft),
        matter=draft.matter,
        owned=owned,
        owners=[one.name for one in owners],
        adoption=adoption,
        former=first_day(earlier) if earlier else None,
        today=today,
    )


def stamp_of(draft: RoutineVersion) -> str:
    """Return a short sum of what a draft says: another one means someone has written."""
    return digest(draft.content)[:16]


def _locked(version_id: int) -> RoutineVersion:
    return RoutineVersion.objects.select_for_update(no_key=True).get(pk=version_id)


def _only_a_draft(version: RoutineVersion) -> list[Obstacle]:
    stage = TextStage(version.stage)
    if stage is TextStage.DRAFT:
        return []
    return [Obstacle("version_not_draft", {"stage": stage.label})]


def _texts(content: object) -> list[str]:
    """Return every text that a routine holds, however deep."""
    if isinstance(content, dict):
        return [text for value in content.values() for text in _texts(value)]
    if isinstance(content, list):
        return [text for value in content for text in _texts(value)]
    return [content] if isinstance(content, str) else []


def _record(
    version: RoutineVersion,
    verb: str,
    *,
    by: Actor,
    at: datetime,
    visibility: Visibility = Visibility.MEMBERS,
    source: str = SOURCE,
    **facts: Any,
) -> None:
    record(
        version.collaboration_id,
        verb,
        "routine",
        by=by,
        at=at,
        rule="R151",
        source=source,
        visibility=visibility,
        version=version.number,
        **facts,
    )
