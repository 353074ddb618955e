"""How two versions of a governing document differ, section by section. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from samverkan.bodies.rules.texts import SectionText

SAME, ADDED, REMOVED, CHANGED = "same", "added", "removed", "changed"
_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_PARAGRAPH = re.compile(r".*?(?:\n\s*\n|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Span:
    """A run of words that both versions have, or only one of them."""

    kind: str
    text: str


Inside = Callable[[list[str], list[str]], Iterator[Span]]


@dataclass(frozen=True)
class Difference:
    """A section of two versions, and the words that it gained and lost."""

    heading: str
    kind: str
    spans: tuple[Span, ...]


def differences(older: Sequence[SectionText], newer: Sequence[SectionText]) -> list[Difference]:
    """Return every section of two versions in the newer's order; what was removed comes last."""
    before, after = _by_key(older), _by_key(newer)
    found = [_difference(before.get(key), section) for key, section in after.items()]
    gone = [section for key, section in before.items() if key not in after]
    return [*found, *(_whole(section, REMOVED) for section in gone)]


def words_between(before: str, after: str) -> list[Span]:
    """Return two texts as one: the words they share, and those that were removed and added."""
    return list(_joined(_spans(_PARAGRAPH.findall(before), _PARAGRAPH.findall(after), _words)))


def _by_key(sections: Sequence[SectionText]) -> dict[tuple[str, str], SectionText]:
    # The free sections are told apart by their headings; of the others there is one of each.
    return {
        (one["kind"], one["heading"].casefold() if one["kind"] == "other" else ""): one
        for one in sections
    }


def _difference(before: SectionText | None, after: SectionText) -> Difference:
    if before is None:
        return _whole(after, ADDED)
    spans = words_between(before["text"], after["text"])
    if before["heading"] != after["heading"]:
        spans = [Span(REMOVED, before["heading"]), Span(ADDED, after["heading"]), *spans]
    same = all(span.kind == SAME for span in spans)
    return Difference(after["heading"], SAME if same else CHANGED, tuple(spans))


def _whole(section: SectionText, kind: str) -> Difference:
    return Difference(section["heading"], kind, (Span(kind, section["text"]),))


def _words(before: list[str], after: list[str]) -> Iterator[Span]:
    """Compare the words of paragraphs that differ; whole paragraphs were compared first."""
    removed, added = "", ""
    for span in _spans(_WORD.findall("".join(before)), _WORD.findall("".join(after)), _replaced):
        # A space that happens to stand between two changed words is no common ground.
        between = span.kind == SAME and span.text == " " and (removed or added)
        if span.kind == SAME and not between:
            yield from (Span(REMOVED, removed), Span(ADDED, added), span)
            removed, added = "", ""
            continue
        removed += span.text if between or span.kind == REMOVED else ""
        added += span.text if between or span.kind == ADDED else ""
    yield from (Span(REMOVED, removed), Span(ADDED, added))


def _replaced(before: list[str], after: list[str]) -> Iterator[Span]:
    yield Span(REMOVED, "".join(before))
    yield Span(ADDED, "".join(after))


def _spans(before: list[str], after: list[str], inside: Inside) -> Iterator[Span]:
    for step, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if step == "equal":
            yield Span(SAME, "".join(after[c:d]))
        else:
            yield from inside(before[a:b], after[c:d])


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Put runs of one kind together, and leave out what is empty."""
    said = (span for span in spans if span.text)
    for kind, run in groupby(said, key=lambda span: span.kind):
        yield Span(kind, "".join(span.text for span in run))
