"""What became of a point: a recommendation, an inner decision, or none."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samverkan.bodies.choices import Power
from samverkan.bodies.rules import powers
from samverkan.cases.actions import subject as case_subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.queries import obstacles_to_recommend
from samverkan.documents.actions import make_clause_list
from samverkan.documents.models import Document
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules, wording
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.models import Item, Meeting


@transaction.atomic
def conclude_point(
    item_id: int,
    outcome: Outcome,
    *,
    text: str = "",
    lead: str = "",
    clauses: Sequence[str] = (),
    annexes: Sequence[tuple[str, Document]] = (),
    inner_kind: str = "",
    inline: bool = False,
    seen: str = "",
    by: Actor,
    now: datetime,
) -> Item:
    """Write down what became of a point; the body recommends, and never decides for a principal.

    `seen` is the stamp of the point that the writer had before them. Raises StepRefused when the
    body may not agree on that, clauses or annexes are missing, or someone else wrote meanwhile.
    """
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    item = Item.objects.select_related("case").get(pk=item_id)
    refuse(
        [
            *obstacles_to_outcome(
                item, meeting, outcome, clauses, inner_kind, in_running_text=inline
            ),
            *obstacles_to_text(Anteckning=text, **{"Att-satser": "\n".join(clauses)}),
            *([Obstacle("point_changed_meanwhile")] if seen and seen != stamp_of(item) else []),
        ]
    )
    former = item.clauses
    item.outcome, item.text, item.clauses = outcome, text, None
    item.inner_kind = inner_kind if outcome is Outcome.INNER_DECISION else ""
    item.inline = inline and bool(clauses)
    if clauses:
        item.clauses = make_clause_list(
            meeting.collaboration_id,
            lead=lead or wording.lead_of(meeting.body.name, outcome),
            clauses=clauses,
            annexes=annexes,
        )
    item.save(update_fields=["outcome", "text", "clauses", "inner_kind", "inline"])
    if former:
        former.delete()
    record(
        meeting.collaboration_id,
        "point.concluded",
        case_subject(item.case) if item.case else subject(meeting),
        by=by,
        at=now,
        rule="R006" if outcome is Outcome.RECOMMENDED else "R296",
        source="huvudpunkterna, Gemensam struktur för samverkan",
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        outcome=outcome.label,
    )
    return item


def stamp_of(item: Item) -> str:
    """Return a short sum of what is written of a point: another one means someone has written."""
    # The point itself too: its place, by which pages find it, may be another's by now.
    written = {"item": item.pk, "outcome": item.outcome, "text": item.text}
    agreed = {"clauses": item.clauses_id, "inner": item.inner_kind, "inline": item.inline}
    return digest(written | agreed)[:16]


def obstacles_to_outcome(
    item: Item,
    meeting: Meeting,
    outcome: Outcome,
    clauses: Sequence[str] = ("att ",),
    inner_kind: str = "",
    *,
    in_running_text: bool = False,
) -> list[Obstacle]:
    """Return what stands in the way of an outcome of a point as things are now."""
    case = item.case if outcome is Outcome.RECOMMENDED else None
    of_kind = obstacles_to_recommend(case, meeting.body) if case else []
    found = of_kind + rules.obstacles_to_conclude(
        meeting=MeetingStage(meeting.stage),
        kind=ItemKind(item.kind),
        outcome=outcome,
        case_stage=CaseStage(item.case.stage) if item.case else None,
        body_recommends=powers.may_recommend(Power(meeting.body.power)),
        inner_kind_owned=powers.may_decide_inner(inner_kind, meeting.body.inner_decisions),
        has_clauses=bool(clauses),
        in_running_text=len(clauses) if in_running_text else 0,
    )
    return found + rules.obstacles_to_prepare_for_next(
        outcome=outcome,
        kind=ItemKind(item.kind),
        has_case=item.case is not None,
        prepares_for_another=meeting.body.prepares_for.exists(),
    )
