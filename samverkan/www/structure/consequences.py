"""What the rules find after a change and did not find before, and the other way round."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from samverkan.bodies.queries.findings import findings_on
from samverkan.bodies.rules.findings import Finding, Weight
from samverkan.sentences import say

# What is found on a day: what tells a finding apart, and its sentence.
Found = Mapping[tuple[str, ...], str]
Look = Callable[[date], Found]

# Said among the effects already.
TOLD = ("seat_vacant", "seats_too_few", "office_vacant", "mission_ends")


def look_in(collaboration_id: int) -> Look:
    """Return how to see what the rules find in a collaboration on a day."""

    def look(on: date) -> Found:
        found = findings_on(collaboration_id, on)
        return {_key(one): say(one.obstacle) for one in found if _is_told(one)}

    return look


def raised_in(after: list[Found], before: list[Found]) -> list[str]:
    """Return what is found after and was not said so before, on some day; each once."""
    return _each_once(
        said
        for found, known in zip(after, before, strict=True)
        for key, said in found.items()
        if known.get(key) != said
    )


def mended_in(after: list[Found], before: list[Found]) -> list[str]:
    """Return what was found before and is gone after, on some day; each once."""
    return _each_once(
        said
        for found, known in zip(after, before, strict=True)
        for key, said in known.items()
        if key not in found
    )


def _each_once(sentences: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(sentences))


def _key(one: Finding) -> tuple[str, ...]:
    return (one.code, one.body or "", one.principal or "", one.about)


def _is_told(one: Finding) -> bool:
    return one.weight is not Weight.NOTES and one.code not in TOLD
