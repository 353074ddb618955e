"""Sentences that the public pages put together from figures."""

from samverkan.dispatches.wording import listed
from samverkan.public.queries.board import MOST_COUNTED, Standing

NAMED_AT_MOST = 4


def just_now(standing: Standing) -> str:
    """Return how it is just now: how many are out, how many have decided, who has not."""
    if not standing.out:
        return "Ingen rekommendation är ute för beslut."
    out = str(standing.out)
    if standing.more:
        out = f"Fler än {MOST_COUNTED}"
    noun = "rekommendation" if standing.out == 1 else "rekommendationer"
    decided = f"{standing.decided} av {standing.addressed} beslut är fattade"
    if standing.more:
        decided += f" i de {MOST_COUNTED} senaste"
    return f"{out} {noun} är ute för beslut. {decided}. {missing(standing.missing)}"


def missing(principals: list[tuple[str, int]]) -> str:
    """Return who has decisions left to take; when they are many, how many and who has the most."""
    if len(principals) <= NAMED_AT_MOST:
        return f"Beslut saknas från {listed([name for name, _ in principals])}."
    most = max(count for _, count in principals)
    last = [name for name, count in principals if count == most]
    said = f"Beslut saknas från {len(principals)} huvudmän"
    if most > 1 and len(last) <= NAMED_AT_MOST:
        return f"{said}, flest från {listed(last)} ({most})."
    return f"{said}."
