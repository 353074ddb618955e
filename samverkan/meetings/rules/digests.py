"""Rules for the digest after a meeting. Pure: no database, no clock."""

from collections.abc import Sequence

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage

MEANS_LIMIT = 4000
CARRIED_LIMIT = 500
AFTER_HELD = (MeetingStage.HELD, MeetingStage.APPROVED)


def obstacles_to_prepare_digests(
    *, stage: MeetingStage, from_source: bool, holders: int, sent: bool
) -> list[Obstacle]:
    """List what stands in the way of drawing up the digests of a meeting.

    Agreement § 6.1.3 (R097, R158): those concerned at home are involved, so each who sits for a
    principal gets what the meeting means there, the same day as the meeting is closed.
    """
    if sent:
        return [Obstacle("digests_sent")]
    obstacles = []
    if stage not in AFTER_HELD:
        obstacles.append(Obstacle("digest_before_held", {"stage": stage.label}))
    if from_source:
        obstacles.append(Obstacle("digest_of_history"))
    if not holders:
        obstacles.append(Obstacle("digest_for_nobody"))
    return obstacles


def obstacles_to_write_digest(
    *, sent: bool, means: str, changed: bool, seen_as_it_is: bool
) -> list[Obstacle]:
    """List what stands in the way of writing what a meeting means for one principal."""
    if sent:
        return [Obstacle("digests_sent")]
    if not seen_as_it_is:
        return [Obstacle("digest_changed_meanwhile")]
    obstacles = []
    if len(means) > MEANS_LIMIT:
        obstacles.append(Obstacle("digest_too_long", {"limit": MEANS_LIMIT}))
    if not changed:
        obstacles.append(Obstacle("digest_unchanged"))
    return obstacles


def obstacles_to_send_digests(
    *, prepared: int, sent: bool, lacking: Sequence[str]
) -> list[Obstacle]:
    """List what stands in the way of sending the digests: all at once, or none.

    `lacking` names those for whom someone sits but no digest is drawn up.
    """
    if sent:
        return [Obstacle("digests_sent")]
    if not prepared:
        return [Obstacle("digests_not_prepared")]
    return [Obstacle("digests_incomplete", {"homes": list(lacking)})] if lacking else []


def obstacles_to_read(*, read: bool) -> list[Obstacle]:
    """List what stands in the way of saying that a digest is read."""
    return [Obstacle("digest_acknowledged")] if read else []


def obstacles_to_carry_on(*, to: str, before: str) -> list[Obstacle]:
    """List what stands in the way of noting to whom a digest was carried on (R158)."""
    if not to.strip():
        return [Obstacle("carried_to_nobody")]
    if len(to) > CARRIED_LIMIT:
        return [Obstacle("carried_too_long", {"limit": CARRIED_LIMIT})]
    return [Obstacle("carried_already")] if to.strip() == before else []
