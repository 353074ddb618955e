"""What may not be kept: identity numbers, and characters that nobody sees."""

from collections.abc import Iterator, Mapping

from samverkan.documents.rules import identity_numbers_in, obstacles_to_text
from samverkan.structures.faults import Fault
from samverkan.structures.places import Path, line_of
from samverkan.structures.reading import Reading


def not_to_be_kept(reading: Reading) -> Iterator[Fault]:
    """Look at the lines, comments too, and at the texts that they spell (as with \\u escapes)."""
    for source in reading.sources.values():
        lines = enumerate(source.text.split("\n"), start=1)
        numbered = [number for number, line in lines if identity_numbers_in(line)]
        for number in numbered:
            yield Fault(source.name, number, "", "identity_number")
        for path, text in _texts(source.data or source.text, ()):
            for obstacle in obstacles_to_text(text=text):
                if obstacle.code != "identity_number" or not numbered:
                    line = line_of(path, source.lines, source.text, text)
                    place = reading.place(path, source.data)
                    yield Fault(source.name, line, place, obstacle.code)


def _texts(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for nr, value in enumerate(data):
            yield from _texts(value, (*path, nr))
