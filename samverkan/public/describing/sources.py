"""Where the facts of a description are known from, gathered by source."""

from collections.abc import Iterable

from samverkan.documents.texts import BlockText
from samverkan.public.describing.blocks import paragraphs, table
from samverkan.public.pictures.words import capitalised

Source = tuple[str, str]  # the source, and what it tells
MOST_TOLD = 40


def gathered(told: Iterable[Source]) -> list[BlockText]:
    """Return each source with what it is the source of; what has none is listed as such."""
    by_source: dict[str, dict[str, None]] = {}
    for source, what in told:
        by_source.setdefault(source.strip(), {})[what] = None
    without = list(by_source.pop("", {}))
    rows = [[capitalised(source), _few(list(what))] for source, what in by_source.items()]
    return [
        *table("Källor, och vad de säger", ("Källa", "Gäller"), rows),
        *paragraphs(f"Utan angiven källa: {_few(without, '; ')}." if without else ""),
    ]


def _few(what: list[str], between: str = "\n") -> str:
    shown = what[:MOST_TOLD]
    more = [f"och {len(what) - MOST_TOLD} till"] if len(what) > MOST_TOLD else []
    return between.join([*shown, *more])
