"""To whom a recommendation goes: all, one side, a grouping or some; and who comes later."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from samverkan.dispatches.choices import SETTLED, AddressScope, DispatchState
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side

REASON_LIMIT = 500


@dataclass(frozen=True)
class To:
    """Adressering: what a coordinator chooses before dispatch. Without a choice it is all.

    `grouping` and the keys of `named` and `not_concerned` are ids; the latter gives each reason.
    """

    scope: AddressScope = AddressScope.ALL
    side: Side | None = None
    grouping: int | None = None
    named: frozenset[int] = frozenset()
    not_concerned: Mapping[int, str] = field(default_factory=dict)
    through_federations: bool = False


EVERYONE = To()


def addressed(
    to: To, *, there: Mapping[int, Side], members: Collection[int]
) -> tuple[list[int], list[int]]:
    """Return whom a choice means of those who are principals on the day, and who is not there.

    Main points, Tjänstepersoner (R152): recommendations go to each principal; which are concerned
    by one, the body says. `members` are those of the grouping on the day.
    """
    if to.scope is AddressScope.SIDE:
        return [one for one, side in there.items() if side == to.side], []
    if to.scope is AddressScope.GROUPING:
        return [one for one in there if one in members], []
    if to.scope is AddressScope.NAMED:
        return [one for one in there if one in to.named], sorted(to.named - set(there))
    return list(there), []


def obstacles_to_addressing(
    *,
    to: To,
    addressees: Collection[int],
    gone: Collection[str],
    names: Mapping[int, str],
    grouping_in_force: bool,
) -> list[Obstacle]:
    """List what stands in the way of addressing a recommendation so (R152).

    That a matter does not concern a principal is told with a reason, and only of one that is
    addressed. `gone` names those chosen that are no principals on the day.
    """
    obstacles = []
    if to.scope is AddressScope.GROUPING and not grouping_in_force:
        obstacles.append(Obstacle("grouping_not_there"))
    elif gone:
        obstacles.append(Obstacle("addressee_not_there", {"principals": sorted(gone)}))
    elif not addressees:
        obstacles.append(Obstacle("no_addressees"))
    elif set(addressees) <= set(to.not_concerned):
        obstacles.append(Obstacle("nobody_concerned"))
    unexplained = [names.get(one, "") for one, why in to.not_concerned.items() if not why.strip()]
    if unexplained:
        obstacles.append(Obstacle("not_concerned_without_reason", {"principals": unexplained}))
    if any(len(why) > REASON_LIMIT for why in to.not_concerned.values()):
        obstacles.append(Obstacle("unconcerned_reason_too_long", {"limit": REASON_LIMIT}))
    if strangers := [names.get(one, "") for one in to.not_concerned if one not in addressees]:
        obstacles.append(Obstacle("not_concerned_not_addressed", {"principals": strangers}))
    return obstacles


def obstacles_to_late_addressee(
    *, dispatched: bool, addressed: bool, there: bool, reachable: bool, name: str, reason: str
) -> list[Obstacle]:
    """List what stands in the way of a principal that joins after dispatch (R152, R225)."""
    obstacles = []
    if not dispatched:
        obstacles.append(Obstacle("not_dispatched_yet"))
    if addressed:
        obstacles.append(Obstacle("addressed_already", {"principal": name}))
    if not there:
        obstacles.append(Obstacle("addressee_not_there", {"principals": [name]}))
    if not reachable:
        obstacles.append(Obstacle("unreachable", {"principals": [name]}))
    return [*obstacles, *_obstacles_to_reason(reason, Obstacle("no_reason_to_add"))]


def obstacles_to_concern(*, state: DispatchState, concerned: bool, reason: str) -> list[Obstacle]:
    """List what stands in the way of telling that a matter does, or does not, concern a principal.

    Main points (R152): the outcome of a recommendation is bifall or avslag; "berörs inte" is
    neither, so one that has decided corrects its answer first.
    """
    obstacles = []
    if state is DispatchState.TAKEN_OVER:
        obstacles.append(Obstacle("dispatch_taken_over"))
    elif concerned and state is not DispatchState.NOT_CONCERNED:
        obstacles.append(Obstacle("concerned_already"))
    elif not concerned and state is DispatchState.NOT_CONCERNED:
        obstacles.append(Obstacle("not_concerned_already"))
    elif not concerned and state in SETTLED:
        obstacles.append(Obstacle("has_decided", {"state": state.label}))
    return [*obstacles, *_obstacles_to_reason(reason, Obstacle("no_reason_for_concern"))]


@dataclass(frozen=True)
class Ended:
    """That a principal is no more: since when, and who stands in for it."""

    name: str
    first_day_without: date
    heir: str


def obstacles_to_answer_for(
    *,
    state: DispatchState,
    federation: str,
    ended: Ended | None,
    decided_on: date | None,
    today: date,
    correcting: bool,
) -> list[Obstacle]:
    """List why a principal does not answer here: it is not asked, not yet, or is no more (R152).

    What one that has ended decided before it did may be put right; nothing new is answered for it.
    """
    if ended is not None and today >= ended.first_day_without:
        before = decided_on is not None and decided_on < ended.first_day_without
        if not (correcting and before):
            facts = {"principal": ended.name, "last": last_of(ended.first_day_without)}
            if not ended.heir:
                return [Obstacle("principal_ended_alone", facts)]
            return [Obstacle("principal_ended", {**facts, "heir": ended.heir})]
    if state is DispatchState.TAKEN_OVER:
        return [Obstacle("dispatch_taken_over")]
    if state is DispatchState.NOT_CONCERNED:
        return [Obstacle("answers_though_not_concerned")]
    if state is DispatchState.HELD:
        return [Obstacle("held_by_federation", {"federation": federation})]
    return []


def obstacles_to_take_over(
    *,
    name: str,
    heir: str,
    first: date | None,
    heir_there: bool,
    heir_reachable: bool,
    moving: int,
    today: date,
) -> list[Obstacle]:
    """List what stands in the way of letting a successor take over what waits (Y02).

    Answers that were given stand; only what is open moves.
    """
    if not heir or first is None:
        return [Obstacle("no_successor", {"principal": name})]
    if today < first:
        return [Obstacle("succession_ahead", {"heir": heir, "first": first})]
    if not heir_there:
        return [Obstacle("addressee_not_there", {"principals": [heir]})]
    if not moving:
        return [Obstacle("nothing_to_take_over", {"principal": name})]
    if not heir_reachable:
        return [Obstacle("unreachable", {"principals": [heir]})]
    return []


def _obstacles_to_reason(reason: str, missing: Obstacle) -> list[Obstacle]:
    if not reason.strip():
        return [missing]
    if len(reason) > REASON_LIMIT:
        return [Obstacle("unconcerned_reason_too_long", {"limit": REASON_LIMIT})]
    return []
