"""What can be done with a case, up to the meeting that treats it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.bodies import queries as bodies
from samverkan.bodies.models import Body
from samverkan.cases import hooks, rules, wording
from samverkan.cases.actions.found import subject
from samverkan.cases.actions.risks import check_risks
from samverkan.cases.choices import AREAS, AreaStatus, CaseKind, CaseStage, Rank
from samverkan.cases.models import Case
from samverkan.cases.routines import away_at, routine_of, routine_on
from samverkan.cases.rules.aspects import obstacles_to_length
from samverkan.cases.rules.kinds import obstacles_to_kind
from samverkan.cases.rules.routine import FIELDS
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.people.queries import coordinators_on


@dataclass(frozen=True)
class Sheet:
    """Ärendeblad: what is written of a case; all but title and question may come later."""

    title: str
    question: str
    background: str = ""
    value_inhabitants: str = ""
    value_operations: str = ""
    target_groups: Sequence[str] = ()
    scope: str = ""
    touched: str = ""
    responsible_management: str = ""
    experts: str = ""
    summary: str = ""
    kind: str = CaseKind.ORDINARY
    relation_to_values: str = ""
    child_consideration: str = ""
    minority_consideration: str = ""
    concerns_schools: bool = False
    in_association: str = ""
    in_state_initiative: str = ""
    dispute_parties: str = ""
    dispute_tried: str = ""


@transaction.atomic
def raise_case(
    body_id: int,
    sheet: Sheet,
    *,
    raised_by: int | None,
    by: Actor,
    now: datetime,
    handler: int | None = None,
    risks: Sequence[int] = (),
    source: str = "",
) -> Case:
    """Raise a question in a body, for one of its members; a coordinator may type it in.

    It begins under the routine in force that day, and keeps it (R151).
    With a source the case is history, and what the source leaves unsaid stays unknown.
    Raises StepRefused when the raiser is no member, title or question is missing, or what the
    kind of case asks for.
    """
    body = Body.objects.get(pk=body_id)
    day = localdate(now)
    members = bodies.members_on(body.pk, day)
    refuse(
        ([] if source else _not_there(body, day))
        + rules.obstacles_to_raise(
            title=sheet.title,
            question=sheet.question,
            raiser_is_member=raised_by in members,
            raiser_known=raised_by is not None,
            from_source=bool(source),
        )
        + ([] if source else [*_of_kind(sheet), *check_risks(body, sheet.kind, risks)])
        + texts_refused(sheet)
    )
    missions = bodies.missions_on(body.pk, day)
    mission = missions.filter(person=raised_by).first() if raised_by else None
    case = Case.objects.create(
        collaboration_id=body.collaboration_id,
        number=_next_number(body.collaboration_id, now.year),
        body=body,
        raised_by_id=raised_by,
        raised_for=mission.principal if mission else None,
        handler_id=handler,
        raised_at=now,
        routine=routine_on(body.collaboration_id, day),
        source=source,
        **_as_area(sheet.kind, body),
        **{**asdict(sheet), "target_groups": list(sheet.target_groups)},
    )
    case.risks.set(risks)
    record(
        case.collaboration_id,
        "case.raised",
        subject(case),
        by=by,
        at=now,
        rule="R086",
        source=source or "överenskommelsen § 6.1.2",
        number=case.number,
        title=case.title,
        body=body.name,
        raiser=case.raised_by.name if case.raised_by else wording.UNKNOWN_RAISER,
        responsible_management=sheet.responsible_management,
    )
    return case


@transaction.atomic
def document_case(
    collaboration_id: int,
    number: str,
    sheet: Sheet,
    *,
    seen: str = "",
    by: Actor,
    now: datetime,
) -> Case:
    """Write down more of a case before a body treats it.

    `seen` is the stamp of the sheet that the writer had before them. Raises StepRefused when the
    case has gone further, someone else changed it meanwhile, or nothing was changed.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    written = {**asdict(sheet), "target_groups": list(sheet.target_groups)}
    changed = [name for name, value in written.items() if getattr(case, name) != value]
    obstacles = texts_refused(sheet)
    if case.stage not in (CaseStage.RAISED, CaseStage.PREPARED):
        obstacles.append(Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label}))
    if seen and seen != stamp_of(case):
        obstacles.append(Obstacle("case_changed_meanwhile"))
    if not changed:
        obstacles.append(Obstacle("nothing_changed"))
    obstacles += rules.obstacles_to_raise(
        title=sheet.title,
        question=sheet.question,
        raiser_is_member=True,
        raiser_known=True,
        from_source=False,
    )
    obstacles += _of_kind(sheet)
    if "kind" in changed:
        known = list(case.risks.values_list("pk", flat=True))
        obstacles += check_risks(case.body, sheet.kind, known, kept=known)
    refuse(obstacles)
    area = _as_area(sheet.kind, case.proposed_by or case.body) if "kind" in changed else {}
    for name, value in area.items():
        setattr(case, name, value)
    for name in changed:
        setattr(case, name, written[name])
    case.save(update_fields=[*changed, *area])
    record(
        case.collaboration_id,
        "case.documented",
        subject(case),
        by=by,
        at=now,
        rule="R149",
        source="överenskommelsen § 7",
        number=case.number,
        fields=[label_of(name) for name in changed],
    )
    return case


@transaction.atomic
def prepare_case(
    collaboration_id: int,
    number: str,
    *,
    handler: int | None,
    by: Actor,
    now: datetime,
    reason: str = "",
    source: str = "",
) -> Case:
    """Call a case prepared: documented, with a handler, and with experts asked or a reason why not.

    Raises StepRefused for what is missing; remarks pass with a reason, which the journal keeps.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    coordinators = coordinators_on(collaboration_id, localdate(now))
    known = handler is not None and coordinators.filter(pk=handler).exists()
    found = obstacles_before_prepared(case, handler_known=known, from_source=bool(source))
    refuse([*found, *obstacles_to_text(Skäl=reason)], reason=reason)
    case.stage = CaseStage.PREPARED
    case.handler_id = handler
    case.experts_passed_over = reason if not case.experts.strip() else ""
    case.save(update_fields=["stage", "handler", "experts_passed_over"])
    record(
        case.collaboration_id,
        "case.prepared",
        subject(case),
        by=by,
        at=now,
        rule="R149",
        source=source or "överenskommelsen § 7",
        number=case.number,
        reason=reason,
        experts=case.experts,
    )
    return case


@transaction.atomic
def rank_case(collaboration_id: int, number: str, rank: Rank, *, by: Actor, now: datetime) -> Case:
    """Keep the working committee's ranking of a case (R105).

    Raises StepRefused when the case has been treated already.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    if case.stage not in (CaseStage.RAISED, CaseStage.PREPARED):
        refuse([Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label})])
    case.rank = rank
    case.save(update_fields=["rank"])
    record(
        case.collaboration_id,
        "case.ranked",
        subject(case),
        by=by,
        at=now,
        rule="R105",
        source="överenskommelsen § 6.1.6",
        number=case.number,
        rank=rank.label,
    )
    return case


@transaction.atomic
def move_case(
    collaboration_id: int,
    number: str,
    *,
    to_body_id: int,
    reason: str,
    by: Actor,
    now: datetime,
) -> Case:
    """Move an open case to another body, as to the heir of one that ends (R325).

    Raises StepRefused when the case has been treated or waits on an agenda, the other body does
    not exist today or is elsewhere, or the reason is missing.
    """
    # Without its body: a case that got another one while we waited would not be found by the join.
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    old, body = case.body, Body.objects.get(pk=to_body_id)
    refuse(
        [
            *rules.obstacles_to_move(
                stage=CaseStage(case.stage),
                same_body=old == body,
                same_collaboration=body.collaboration_id == collaboration_id,
                reason=reason,
            ),
            *_not_there(body, localdate(now)),
            *rules.obstacles_while_away(away_at(case)),
            *([Obstacle("move_is_a_lift")] if body.prepared_by_id == old.pk else []),
            *(obstacle for binds in hooks.BINDS_TO_BODY for obstacle in binds(case)),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    case.body = body
    case.save(update_fields=["body"])
    record(
        case.collaboration_id,
        "case.moved",
        subject(case),
        by=by,
        at=now,
        rule="R325",
        source="projektdirektivet, P4",
        number=case.number,
        old_body=old.name,
        body=body.name,
        reason=reason,
    )
    return case


def obstacles_before_prepared(
    case: Case, *, handler_known: bool, from_source: bool = False
) -> list[Obstacle]:
    """Return what stands between a case and being prepared: obstacles first, then remarks."""
    return [
        *rules.obstacles_to_prepare(
            stage=CaseStage(case.stage),
            fields={name: getattr(case, name) for name in FIELDS},
            handler_known=handler_known,
            from_source=from_source,
            routine=routine_of(case),
        ),
        *([] if from_source else rules.obstacles_while_away(away_at(case))),
        *rules.remarks_on_preparation(experts=case.experts, scope=case.scope),
    ]


def sheet_of(case: Case) -> Sheet:
    """Return what is written of a case as it stands."""
    return Sheet(**{one.name: getattr(case, one.name) for one in fields(Sheet)})


def stamp_of(case: Case) -> str:
    """Return a short sum of a case's sheet: another one means that someone has written."""
    return digest(asdict(sheet_of(case)))[:16]


def texts_refused(sheet: Sheet) -> list[Obstacle]:
    """Return what a case sheet says that must not get in, or is longer than its field."""
    texts = {name: value for name, value in asdict(sheet).items() if isinstance(value, str)}
    limits = {label_of(name).capitalize(): (text, _limit(name)) for name, text in texts.items()}
    labelled = {label: text for label, (text, _) in limits.items()}
    return [*obstacles_to_text(**labelled), *obstacles_to_length(limits)]


def label_of(field: str) -> str:
    """Return what a field of the case sheet is called."""
    return {known.name: str(known.verbose_name) for known in Case._meta.fields}[field]


def _limit(field: str) -> int:
    known = Case._meta.get_field(field)
    return getattr(known, "max_length", None) or 0


def _of_kind(sheet: Sheet) -> list[Obstacle]:
    return obstacles_to_kind(
        kind=CaseKind(sheet.kind),
        dispute_parties=sheet.dispute_parties,
        dispute_tried=sheet.dispute_tried,
    )


def _as_area(kind: str, proposer: Body) -> dict[str, Any]:
    """Return what a development area or focus area begins as; what no longer is one is emptied."""
    if kind in AREAS:
        return {"proposed_by": proposer, "area_status": AreaStatus.PROPOSED, "priority_year": None}
    return {"proposed_by": None, "area_status": "", "priority_year": None}


def _not_there(body: Body, day: date) -> list[Obstacle]:
    return rules.obstacles_to_new_case(on=day, first=body.period.lower, until=body.period.upper)


def _next_number(collaboration_id: int, year: int) -> str:
    # The lock makes two who raise at once wait for each other, so each gets a number of its own.
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    numbers = Case.objects.filter(
        collaboration_id=collaboration_id, number__startswith=f"{year}-"
    ).values_list("number", flat=True)
    last = max((int(number.partition("-")[2]) for number in numbers), default=0)
    return f"{year}-{last + 1:03}"
