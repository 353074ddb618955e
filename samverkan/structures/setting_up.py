"""Set up a new body by another body's decision, in the place where the structure has it."""

from datetime import datetime

from django.db import transaction

from samverkan.bodies.choices import BodyKind, Power
from samverkan.bodies.rules.setting_up import obstacles_to_set_up
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.structures.actions import edit_structure
from samverkan.structures.edits import body_in, with_body, with_body_changed
from samverkan.structures.plan import Plan
from samverkan.structures.schema import BodyData, HeirData, Structure


@transaction.atomic
def set_up_body(
    structure: Structure,
    body: BodyData,
    *,
    decided_by: str | None,
    follows: str | None = None,
    inherits: HeirData | None = None,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> Plan:
    """Add a body that another body has decided on (R108, R121); return what was done.

    `decided_by` and `follows` are addresses of bodies: who decided, and whom it takes over after;
    `inherits` says how sure that is. Raises StepRefused when the decider may not set up such a
    body and no reason is written, the address is taken, or a check of the structure finds a fault.
    """
    taken = any(one.slug == body.slug for one in structure.bodies)
    decider = body_in(structure, decided_by) if decided_by else None
    refuse([Obstacle("body_name_taken")] if taken else [])
    refuse(
        [
            *obstacles_to_set_up(
                BodyKind(body.kind),
                power=Power(body.power),
                decided_by=BodyKind(decider.kind) if decider else None,
                under_decider=decided_by in {one.body for one in body.parents},
            ),
            *obstacles_to_text(Namn=body.name, Kortnamn=body.short_name, Syfte=body.purpose),
            *obstacles_to_text(Beslut=body.source, Skäl=reason),
        ],
        reason=reason,
    )
    wanted = with_body(structure, body)
    if follows and inherits:
        heirs = [*body_in(structure, follows).heirs, inherits]
        wanted = with_body_changed(wanted, follows, heirs=heirs)
    return edit_structure(
        wanted,
        base=structure,
        subject=f"body/{body.slug}",
        verb="body.set_up",
        source=body.source,
        by=by,
        now=now,
    )
