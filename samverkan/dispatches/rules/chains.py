"""How a principal usually brings a matter to a decision, learnt from its earlier answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.rules.line_names import same_body
from samverkan.dispatches.rules.path_reading import LineRow
from samverkan.dispatches.rules.paths import Decided

LEARN_FROM = 10
_STOPPED = (LineAct.REFERS_BACK, LineAct.TABLES)


@dataclass(frozen=True)
class Chain:
    """The bodies that a matter passed at a principal, the deciding one last."""

    bodies: tuple[str, ...]
    matter: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """Return the chain as it is compared with others."""
        return tuple(body.casefold() for body in self.bodies)


@dataclass(frozen=True)
class Usual:
    """The chain that a principal has used the most, how many times of how many, in what."""

    bodies: tuple[str, ...]
    times: int
    of: int
    same_matter: bool


def chain_of(rows: Sequence[LineRow], decided: Decided, matter: str) -> Chain:
    """Return the chain that led to a decision; a body that got it back is named once."""
    passed = [row.body for row in rows if row.done and row.act not in _STOPPED]
    bodies = [body for body in passed if not same_body(body, decided.body)]
    return Chain((*dict.fromkeys(bodies), decided.body), matter)


def usual_chain(earlier: Sequence[Chain], matter: str) -> Usual | None:
    """Return how a principal usually does with a kind of matter, from its answers, newest first.

    The chain used most often in the latest ten; of two as usual, the one used last (R184, R314,
    R315). Without answers in that kind of matter, those in others; it is shown, never assumed.
    """
    same = [chain for chain in earlier if chain.matter == matter]
    found = (same or list(earlier))[:LEARN_FROM]
    if not found:
        return None
    counted = Counter(chain.key for chain in found)
    most = max(counted.values())
    latest = next(chain for chain in found if counted[chain.key] == most)
    return Usual(latest.bodies, most, len(found), bool(same))
