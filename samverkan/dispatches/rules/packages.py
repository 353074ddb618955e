"""When a package can be handed out, and whether it came whole."""

from samverkan.journal.obstacles import Obstacle


def obstacles_to_receipt(*, number: str, sha256: str, made: bool, expected: str) -> list[Obstacle]:
    """List what stands in the way of a system's receipt for a package.

    Main points, Tjänstepersoner (R152): what was dispatched reaches each principal as it was sent;
    a sum that differs shows that something was lost on the way.
    """
    if not number and not sha256:
        return [Obstacle("nothing_to_confirm")]
    if sha256 and not made:
        return [Obstacle("package_not_made")]
    if sha256 and sha256.lower() != expected:
        return [Obstacle("package_not_whole", {"sha256": expected})]
    return []
