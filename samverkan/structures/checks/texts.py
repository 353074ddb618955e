"""Governing documents are of somebody, and their versions can be told apart."""

from collections.abc import Iterator

from samverkan.bodies.choices import TextKind, TextStage
from samverkan.structures.faults import Problem, nearest
from samverkan.structures.reading import Found, Reading
from samverkan.structures.schema import TextData


def texts(reading: Reading) -> Iterator[Problem]:
    """Name every document of nobody, and every version that is there twice or not at all."""
    values = {
        (found.part.slug, version.number)
        for found in reading.texts
        for version in found.part.versions
        if found.part.kind == TextKind.VALUES
    }
    for found in reading.texts:
        if bool(found.part.body) == bool(found.part.function):
            yield Problem(found.file, ("body",), "text_of_nobody")
        yield from _versions(found)
        yield from _values(found, values)


def _versions(found: Found[TextData]) -> Iterator[Problem]:
    seen: set[int] = set()
    drafts = 0
    for nr, version in enumerate(found.part.versions):
        path = (*found.path, "versions", nr)
        if version.number in seen:
            facts = {"number": version.number}
            yield Problem(found.file, (*path, "number"), "version_twice", facts)
        seen.add(version.number)
        drafts += version.stage == TextStage.DRAFT
        if version.stage == TextStage.DRAFT and drafts > 1:
            yield Problem(found.file, (*path, "stage"), "two_drafts")


def _values(found: Found[TextData], known: set[tuple[str, int]]) -> Iterator[Problem]:
    """An assignment carries a version of the values; the values carry none."""
    for nr, version in enumerate(found.part.versions):
        values = version.values
        if values is None:
            continue
        path = (*found.path, "versions", nr, "values")
        if found.part.kind in (TextKind.VALUES, TextKind.TARGET):
            yield Problem(found.file, path, "values_in_values")
        elif (values.text, values.number) not in known:
            guess = nearest(values.text, sorted({slug for slug, _ in known}))
            guess = "" if guess == values.text else guess
            facts = {"slug": values.text, "number": values.number, "guess": guess}
            yield Problem(found.file, path, "unknown_values", facts, values.text)
