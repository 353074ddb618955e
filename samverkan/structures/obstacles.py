"""What stands in the way of loading a structure: what is in use, and seats that are held."""

from collections.abc import Collection, Iterable, Iterator

from django.db.models import ForeignObjectRel

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Mission
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import covers
from samverkan.structures.faults import Fault
from samverkan.structures.plan import Act, Plan
from samverkan.structures.queries import Stored
from samverkan.structures.rules import has_seat, loses_seat
from samverkan.structures.tables import MODELS, TABLES, Rows
from samverkan.structures.wording import titled, what_is_wrong


def obstacles_to_load(
    plan: Plan, wanted: Rows, before: Stored, agreed: Plan | None = None
) -> list[Obstacle]:
    """List what stands in the way of carrying out a plan; an empty list means go."""
    if agreed is not None and agreed != plan:
        return [Obstacle("structure_moved")]
    return [*_in_use(plan, before), *_frozen(plan, before), *_seats_held(plan, wanted, before)]


def obstacles_in(faults: Iterable[Fault]) -> list[Obstacle]:
    """List the faults of a structure as obstacles, for who changes it in a page."""
    return [Obstacle("structure_fault", {"told": what_is_wrong(fault)}) for fault in faults]


def _in_use(plan: Plan, before: Stored) -> Iterator[Obstacle]:
    for name, table in TABLES.items():
        gone = {
            before.ids[name][change.key]: change
            for change in plan.of(Act.REMOVE)
            if change.table == name
        }
        for relation in table.model._meta.related_objects if gone else ():
            for number in _referred_to(relation, gone):
                kind = str(relation.related_model._meta.verbose_name)
                what = titled(gone[number])
                yield Obstacle("in_use", {"what": what[0].upper() + what[1:], "by": kind})


def _referred_to(relation: ForeignObjectRel, ids: Collection[int]) -> list[int]:
    if relation.related_model in MODELS:
        return []
    field = relation.field.name
    referring = relation.related_model._default_manager.filter(**{f"{field}__in": list(ids)})
    return list(referring.order_by(field).values_list(field, flat=True).distinct())


def _frozen(plan: Plan, before: Stored) -> Iterator[Obstacle]:
    """A version that has been adopted, or proposed, never changes, and is never removed.

    So it is with governing texts, and with the routine.
    """
    for change in (*plan.of(Act.CHANGE), *plan.of(Act.REMOVE)):
        if change.table not in ("version", "routine"):
            continue
        if before.rows[change.table][change.key]["stage"] != TextStage.DRAFT:
            what = titled(change)
            yield Obstacle("text_frozen", {"what": what[0].upper() + what[1:]})


def _seats_held(plan: Plan, wanted: Rows, before: Stored) -> Iterator[Obstacle]:
    """Seats that are held stay within the quotas, and within the body's own days."""
    quotas = {change.key[:3] for change in plan.changes if change.table == "quota"}
    ended = {
        change.key[0]
        for change in plan.of(Act.CHANGE)
        if change.table == "body" and "period" in change.fields
    }
    bodies = {number: slug for (slug,), number in before.ids["body"].items()}
    if not bodies or not (quotas or ended):
        return
    held = Mission.objects.filter(body_id__in=bodies).order_by("pk")
    for mission in held.select_related("body", "principal", "nominator", "person"):
        body, holder = bodies[mission.body_id], mission.holder
        at = (body, *(one and one.slug for one in (mission.principal, mission.nominator)))
        facts = {"body": mission.body.name, "person": mission.person.name}
        if body in ended and not covers(wanted["body"][(body,)]["period"], mission.period):
            yield Obstacle("mission_outlasts", facts)
        elif holder and at in quotas:
            rows = [row for key, row in wanted["quota"].items() if key[:3] == at]
            if not has_seat(rows, mission.kind, mission.place, mission.period) or loses_seat(
                [row["period"] for key, row in before.rows["quota"].items() if key[:3] == at],
                [row["period"] for row in rows],
                [row["period"] for key, row in wanted["quota"].items() if key[0] == body],
                mission.period,
            ):
                yield Obstacle("seat_held", {**facts, "principal": holder.name})
