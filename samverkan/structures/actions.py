"""What can be done with a structure: let the database hold what is wanted, and nothing else."""

from datetime import datetime

from django.db import connection, transaction

from samverkan.bodies.models import Body
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.structures.carrying_out import Ids, carry_out
from samverkan.structures.checks import problems_of
from samverkan.structures.from_rows import structure_from
from samverkan.structures.obstacles import obstacles_in, obstacles_to_load
from samverkan.structures.plan import Act, Plan, has_moved, plan_of
from samverkan.structures.queries import stored, stored_structure
from samverkan.structures.rows import rows_of
from samverkan.structures.schema import Structure
from samverkan.structures.wording import line_of, told_of


@transaction.atomic
def load_structure(
    structure: Structure,
    *,
    by: Actor,
    now: datetime,
    agreed: Plan | None = None,
    digest: str = "",
) -> Plan:
    """Make the database hold a structure that has been checked, and return what was done.

    `agreed` is the plan that somebody has read and said yes to. When there is nothing to do,
    nothing is written.

    Raises StepRefused when the plan is no longer the agreed one, something that would be removed
    is in use, a text that is no longer a draft would change, or fewer seats than are held would
    be left.
    """
    plan, ids = _hold(structure, agreed)
    if not plan:
        return plan
    is_new = any(change.table == "collaboration" for change in plan.of(Act.CREATE))
    counts = plan.counts()
    record(
        ids["collaboration"][(structure.collaboration.slug,)],
        "structure.loaded",
        "structure",
        by=by,
        at=now,
        created=counts[Act.CREATE],
        changed=counts[Act.CHANGE],
        removed=counts[Act.REMOVE],
        changes=[] if is_new else [line_of(change) for change in plan.changes],
        digest=digest,
    )
    return plan


@transaction.atomic
def edit_structure(
    structure: Structure,
    *,
    subject: str,
    by: Actor,
    now: datetime,
    verb: str = "structure.changed",
    source: str = "",
    base: Structure | None = None,
    agreed: Plan | None = None,
) -> Plan:
    """Make the database hold a structure that was changed in the pages; return what was done.

    The structure is the stored one with something changed in it (`edits.py`): `base` is how it
    was read, and what differs from that is all that is done, whatever others wrote meanwhile.
    `subject` is what the entry in the journal is about, such as `body/lanssamverkansgruppen`;
    `agreed` is the plan whose effect was shown. When there is nothing to do, nothing is written.

    Raises StepRefused when a check of the files would find a fault, and as load_structure.
    """
    refuse(obstacles_in(problems_of(structure)))
    plan, ids = _hold(structure, agreed, base)
    if plan:
        record(
            ids["collaboration"][(structure.collaboration.slug,)],
            verb,
            subject,
            by=by,
            at=now,
            source=source,
            changes=[told_of(change) for change in plan.changes],
        )
    return plan


def structure_to_change(slug: str) -> Structure | None:
    """Return the stored structure, which nobody else changes until the transaction ends."""
    _lock(slug)
    return stored_structure(slug)


def _hold(
    structure: Structure, agreed: Plan | None, base: Structure | None = None
) -> tuple[Plan, Ids]:
    """Let the database hold a structure, one load at a time."""
    slug = structure.collaboration.slug
    _lock(slug)
    wanted, before = rows_of(structure), stored(slug)
    was = rows_of(base) if base else before.rows
    plan = plan_of(wanted, was)
    if base and has_moved(plan, was, rows_of(structure_from(before.rows))):
        refuse([Obstacle("structure_moved")])
    refuse(obstacles_to_load(plan, wanted, before, agreed))
    return plan, carry_out(plan, wanted, before) if plan else before.ids


def _lock(slug: str) -> None:
    """Let nobody else change the structure, or who sits in its bodies, meanwhile."""
    with connection.cursor() as cursor:  # there may be no row to lock yet
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('samverkan.structure'))")
    bodies = Body.objects.filter(collaboration__slug=slug).order_by("pk")
    list(bodies.select_for_update(no_key=True, of=("self",)).values_list("pk"))
