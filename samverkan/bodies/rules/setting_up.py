"""Rules for who may set up a new body, and what a working group may be."""

from samverkan.bodies.choices import BodyKind, Power
from samverkan.journal.obstacles import Obstacle, Remark

# Which kinds a body of a kind may set up by itself; the rest stands in the agreement.
MAY_SET_UP = {
    BodyKind.GROUP: {BodyKind.PREPARATORY, BodyKind.COUNCIL, BodyKind.WORKING_GROUP},
    BodyKind.PREPARATORY: {BodyKind.WORKING_GROUP},
    BodyKind.COUNCIL: {BodyKind.WORKING_GROUP},
}
WORKS_ONLY = (Power.TALKS, Power.PREPARES)


def obstacles_to_set_up(
    kind: BodyKind, *, power: Power, decided_by: BodyKind | None, under_decider: bool
) -> list[Obstacle]:
    """List what stands in the way of setting up a body.

    Main points, Tjänstepersoner (R108): LSG may set up beredningar and working groups. Agreement
    § 6.2.1 (R121): a beredning appoints the working groups it finds relevant; they have a task
    and are no part of the fixed structure, so nobody asks them to decide (R122). What nobody may
    set up by itself asks for a reason, such as that the agreement has changed.
    """
    obstacles: list[Obstacle] = []
    if kind is BodyKind.WORKING_GROUP and power not in WORKS_ONLY:
        obstacles.append(Obstacle("working_group_only_works"))
    if decided_by is None or kind not in MAY_SET_UP.get(decided_by, set()):
        obstacles.append(Remark("set_up_beyond_the_texts", {"kind": kind.label}))
    elif not under_decider:
        obstacles.append(Obstacle("new_body_not_under_decider"))
    return obstacles


def in_fixed_structure(kind: BodyKind) -> bool:
    """Return whether a body of a kind is part of the fixed structure (R122)."""
    return kind is not BodyKind.WORKING_GROUP
