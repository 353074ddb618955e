"""What can be done around a case: note who was involved at home, and what others do."""

from datetime import date, datetime

from django.db import transaction

from samverkan.bodies.actions.overlaps import note_overlap
from samverkan.cases.actions.found import subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case, CaseOverlap, Involvement
from samverkan.cases.rules.aspects import obstacles_to_length
from samverkan.cases.rules.involvement import obstacles_to_note_involvement
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor, Principal

WHO = "Vilka som är involverade"


@transaction.atomic
def note_involvement(
    collaboration_id: int,
    number: str,
    *,
    principal_id: int,
    who: str,
    on: date,
    school_channel: bool = False,
    by: Actor,
    now: datetime,
) -> Involvement:
    """Note who at a principal was involved in a case, and whether its school channel was told.

    Raises StepRefused without words, for a day to come, or for one that is no party that day.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    principal = Principal.objects.get(pk=principal_id, collaboration_id=collaboration_id)
    channels = OutsideActor.objects.filter(
        principal=principal, kind=OutsideKind.SCHOOL_CHANNEL, period__contains=on
    )
    refuse(
        [
            *obstacles_to_note_involvement(
                stage=CaseStage(case.stage),
                who=who,
                on=on,
                today=now.date(),
                principal_takes_part=on in principal.period,
                school_channel=school_channel,
                concerns_schools=case.concerns_schools,
                has_school_channel=channels.exists(),
            ),
            *obstacles_to_length({WHO: (who, 1000)}),
            *obstacles_to_text(**{WHO: who}),
        ]
    )
    noted = Involvement.objects.create(
        case=case, principal=principal, who=who, on=on, school_channel=school_channel, by=by.name
    )
    record(
        collaboration_id,
        "case.involved",
        subject(case),
        by=by,
        at=now,
        rule="R097",
        source="överenskommelsen § 6.1.3",
        number=case.number,
        principal=principal.name,
        who=who,
        on=on,
        school_channel=school_channel,
    )
    return noted


@transaction.atomic
def compare_case(
    collaboration_id: int,
    number: str,
    *,
    actor_id: int,
    note: str,
    overlaps: bool,
    on: date,
    by: Actor,
    now: datetime,
) -> CaseOverlap:
    """Go through a case with an actor outside; the same note stands in the actor's register.

    Raises StepRefused for what the register refuses, or when the case is closed.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    if case.stage == CaseStage.CLOSED:
        refuse([Obstacle("case_is_treated", {"stage": CaseStage.CLOSED.label})])
    actor = OutsideActor.objects.get(pk=actor_id, collaboration_id=collaboration_id)
    noted = note_overlap(
        actor.pk, body_id=case.body_id, on=on, note=note, overlaps=overlaps, by=by, now=now
    )
    compared = CaseOverlap.objects.create(case=case, note=noted)
    association = actor.kind == OutsideKind.COORDINATION_ASSOCIATION
    record(
        collaboration_id,
        "case.compared",
        subject(case),
        by=by,
        at=now,
        rule="R090" if association else "R118",
        source="överenskommelsen § 6.1.2" if association else "överenskommelsen § 6.2",
        number=case.number,
        actor=actor.name,
        note=note,
        on=on,
    )
    return compared
