"""Rules for answering a summons, and for who is called when a member cannot come. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.rules.agenda import BEFORE_HELD

Holder = tuple[int | None, int | None]  # a principal or a nominator
NOBODY: Holder = (None, None)


@dataclass(frozen=True)
class Seat:
    """A mission in the body: who holds it, on whose behalf, and its place in the order."""

    mission: int
    person: int
    holder: Holder
    place: int = 1


@dataclass(frozen=True)
class Answered:
    """What one who was called has answered, and for which mission they are called if any."""

    reply: Reply | None = None
    stands_for: int | None = None
    revoked: bool = False


def obstacles_to_answer_call(
    *, stage: MeetingStage, reply: Reply, distance_allowed: bool, revoked: bool
) -> list[Obstacle]:
    """List what stands in the way of answering a summons; it can change until the meeting ends.

    Agreement § 5.1.3 and § 6.1.3 (R065, R095): a member who cannot come is what calls a substitute.
    """
    obstacles = []
    if stage not in BEFORE_HELD:
        obstacles.append(Obstacle("answer_too_late", {"stage": stage.label}))
    if revoked:
        obstacles.append(Obstacle("call_is_revoked"))
    if reply is Reply.AT_A_DISTANCE and not distance_allowed:
        obstacles.append(Obstacle("no_distance_here"))
    return obstacles


def substitute_for(
    absent: Seat, substitutes: Sequence[Seat], answers: Mapping[int, Answered]
) -> Seat | None:
    """Return which substitute is next in order for an absent member; None when nobody is left.

    Agreement § 5.1.3 and § 6.1.3 (R065, R095): of the same principal, or nominator, by place; one
    who has declined or already stands for somebody is passed by.
    """
    if absent.holder == NOBODY:
        return None
    unasked = Answered()
    free = [
        one
        for one in substitutes
        if one.holder == absent.holder
        and one.person != absent.person
        and not _is_taken(answers.get(one.person, unasked))
    ]
    return min(free, key=lambda one: (one.place, one.mission), default=None)


def _is_taken(answered: Answered) -> bool:
    return answered.reply is Reply.ABSENT or answered.stands_for is not None or answered.revoked


def obstacles_to_call_substitute(
    absent: Seat,
    chosen: Seat | None,
    *,
    stage: MeetingStage,
    is_absent: bool,
    answers: Mapping[int, Answered],
) -> list[Obstacle]:
    """List what stands in the way of calling a substitute for a member (R065, R095)."""
    obstacles = []
    if stage is not MeetingStage.CALLED:
        obstacles.append(Obstacle("not_called_yet", {"stage": stage.label}))
    if not is_absent:
        obstacles.append(Obstacle("member_is_coming"))
    if any(one.stands_for == absent.mission for one in answers.values()):
        obstacles.append(Obstacle("substitute_is_called"))
    if chosen is None:
        obstacles.append(Obstacle("no_substitute_left"))
    elif chosen.holder != absent.holder or absent.holder == NOBODY:
        obstacles.append(Obstacle("substitute_of_other_principal"))
    elif _is_taken(answers.get(chosen.person, Answered())):
        obstacles.append(Obstacle("substitute_is_taken"))
    return obstacles
