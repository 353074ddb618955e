"""A tree of addressees: federations that recommend on to their members. They decide nothing."""

from collections.abc import Collection, Mapping
from datetime import date

from samverkan.dispatches.choices import FederationState
from samverkan.journal.obstacles import Obstacle

REASON_LIMIT = 500
SAID = (FederationState.RECOMMENDED, FederationState.PASSED)


def above(federation: int, parents: Mapping[int, int | None]) -> list[int]:
    """Return a federation and those it comes through, itself first, the outermost last."""
    way: list[int] = []
    step: int | None = federation
    while step is not None and step not in way:
        way.append(step)
        step = parents.get(step)
    return way


def first_to_get(held: Collection[int], parents: Mapping[int, int | None]) -> set[int]:
    """Return the federations that get a recommendation first: the outermost of the ways (R152).

    `held` are the federations through which some principal is to get it.
    """
    return {above(federation, parents)[-1] for federation in held}


def next_to_get(
    federation: int, held: Collection[int], parents: Mapping[int, int | None]
) -> set[int]:
    """Return the federations to which one recommends on: those just below it on some way."""
    below = set()
    for one in held:
        way = above(one, parents)
        if federation in way[1:]:
            below.add(way[way.index(federation) - 1])
    return below


def obstacles_to_recommend_on(
    *,
    state: FederationState,
    on: date | None,
    dispatched_on: date,
    today: date,
    unreachable: Collection[str],
) -> list[Obstacle]:
    """List what stands in the way of a federation that recommends on to its members (R152).

    It may have declined before and come to another view; what has gone out cannot be called back.
    """
    obstacles = []
    if state in SAID:
        obstacles.append(Obstacle("federation_has_said", {"state": state.label}))
    if on is None:
        obstacles.append(Obstacle("no_federation_day"))
    elif on > today:
        obstacles.append(Obstacle("federation_day_ahead"))
    elif on < dispatched_on:
        obstacles.append(Obstacle("before_federation_dispatch", {"dispatched_on": dispatched_on}))
    if unreachable:
        obstacles.append(Obstacle("members_unreachable", {"principals": sorted(unreachable)}))
    return obstacles


def obstacles_to_decline(*, state: FederationState, reason: str) -> list[Obstacle]:
    """List what stands in the way of a federation that does not recommend on."""
    obstacles = []
    if state is not FederationState.SENT:
        obstacles.append(Obstacle("federation_has_said", {"state": state.label}))
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_decline"))
    elif len(reason) > REASON_LIMIT:
        obstacles.append(Obstacle("unconcerned_reason_too_long", {"limit": REASON_LIMIT}))
    return obstacles


def obstacles_to_pass(
    *, state: FederationState, name: str, waiting: int, unreachable: Collection[str]
) -> list[Obstacle]:
    """List what stands in the way of dispatching past a federation, straight to its members.

    Each principal decides for itself (R005), so one that does not recommend on stops nobody.
    """
    obstacles = []
    if state is not FederationState.DECLINED:
        obstacles.append(Obstacle("federation_has_not_declined", {"federation": name}))
    elif not waiting:
        obstacles.append(Obstacle("nobody_waits_there", {"federation": name}))
    if unreachable:
        obstacles.append(Obstacle("unreachable", {"principals": sorted(unreachable)}))
    return obstacles
