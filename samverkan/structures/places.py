"""Where in a TOML file something stands: the line of each key, by its path."""

import re
from collections import Counter

Path = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.\- ]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"^\s*([\w-]+)\s*=\s*(.*)$")


def lines_of(text: str) -> dict[Path, int]:
    """Return the line of every table and key; of what stands within a value, look at its key."""
    lines: dict[Path, int] = {(): 1}
    counts: Counter[Path] = Counter()
    table: Path = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if closing:
            closing = "" if closing in line else closing
        elif header := _HEADER.match(line):
            table = _table(header[2], counts, is_array=header[1] == "[[")
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1]), number)
            closing = _left_open(key[2])
    return lines


def _table(name: str, counts: Counter[Path], *, is_array: bool) -> Path:
    *owners, last = (part.strip() for part in name.split("."))
    path: Path = ()
    for owner in owners:
        path = (*path, owner)
        if counts[path]:
            path = (*path, counts[path] - 1)
    path = (*path, last)
    if not is_array:
        return path
    counts[path] += 1
    return (*path, counts[path] - 1)


def _left_open(value: str) -> str:
    """A text within three quotes may go on for several lines."""
    for quotes in ('"""', "'''"):
        if value.startswith(quotes) and quotes not in value[3:]:
            return quotes
    return ""


def line_of(path: Path, lines: dict[Path, int], text: str, word: object = None) -> int:
    """Return the line of a path, or of the nearest that it stands within.

    `word` is the value in question: in a long list it is looked for from there on.
    """
    while path not in lines:
        path = path[:-1]
    line = lines[path]
    if isinstance(word, str) and word:
        for number, found in enumerate(text.split("\n")[line - 1 :], start=line):
            if number > line and (_HEADER.match(found) or _KEY.match(found)):
                break
            if f'"{word}"' in found or f"'{word}'" in found:
                return number
    return line


def told(path: Path, data: object) -> str:
    """Return a path as people read it: numbers from one, and addresses where there are."""
    words = ""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
            slug = data.get("slug") if isinstance(data, dict) else None
            words += f"[{slug}]" if isinstance(slug, str) else f"[{step + 1}]"
        else:
            data = data.get(step) if isinstance(data, dict) else None
            words += f".{step}" if words else step
    return words


def named(path: Path, data: object) -> str:
    """Return the name of the first part along a path that has one."""
    for step in path:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            return ""
        if isinstance(data, dict) and isinstance(data.get("name"), str):
            return str(data["name"])
    return ""
