"""The files of a structure: what they are called, and opening them."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from samverkan.structures import places
from samverkan.structures.faults import Fault, nearest
from samverkan.structures.places import Path

REQUIRED = ("collaboration.toml", "principals.toml", "bodies.toml")
OPTIONAL = (
    "former-bodies.toml",
    "functions.toml",
    "outside.toml",
    "arendegang.toml",
    "grounds.toml",
    "sammantraden.toml",
)
AGREEMENTS = "agreements"
TEXTS = "texts"


@dataclass
class Source:
    """One file: its text, its data, and the line of each key."""

    name: str
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=lambda: {(): 1})
    is_readable: bool = True


@dataclass
class Sources:
    """The files of a folder, by name, and what is wrong with them as files."""

    files: dict[str, Source] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def unreadable(self) -> set[str]:
        """Return the files that are missing, or of which nothing could be read."""
        missing = {name for name in REQUIRED if name not in self.files}
        return missing | {name for name, one in self.files.items() if not one.is_readable}

    @property
    def digest(self) -> str:
        """Return the checksum of all the files."""
        digest = hashlib.sha256()
        for name, source in sorted(self.files.items()):
            digest.update(f"{name}\n{source.text}\n".encode())
        return digest.hexdigest()


def open_folder(folder: FilePath) -> Sources:
    """Open each file of a structure in a folder."""
    found = Sources()
    for name in _expected(folder, found.faults):
        _open(folder, name, found)
    return found


def _expected(folder: FilePath, faults: list[Fault]) -> Iterator[str]:
    """Name the files to read; one that is missing, or is called something else, is a fault."""
    known = (*REQUIRED, *OPTIONAL)
    present = {path.name for path in folder.iterdir() if path.is_file()}
    strays = sorted(name for name in present if name.endswith(".toml") and name not in known)
    faults += [
        Fault(name, 1, "", "missing_file", {"guess": nearest(name, strays)})
        for name in REQUIRED
        if name not in present
    ]
    for name in strays:
        facts = {"guess": nearest(name, set(known) - present), "known": ", ".join(known)}
        faults.append(Fault(name, 1, "", "unknown_file", facts))
    yield from (name for name in known if name in present)
    texts = {path.stem for path in folder.glob(f"{AGREEMENTS}/*.md")}
    heads = {path.stem for path in folder.glob(f"{AGREEMENTS}/*.toml")}
    for stem in sorted(texts | heads):
        for ending, there in ((".toml", heads), (".md", texts)):
            name = f"{AGREEMENTS}/{stem}{ending}"
            if stem in there:
                yield name
            else:
                faults.append(Fault(name, 1, "", "missing_file", {"guess": ""}))
    yield from _expected_texts(folder, faults)


def _expected_texts(folder: FilePath, faults: list[Fault]) -> Iterator[str]:
    """Name the governing documents: the facts of each, and a file for each of its versions."""
    heads = {path.stem for path in folder.glob(f"{TEXTS}/*.toml")}
    yield from (f"{TEXTS}/{stem}.toml" for stem in sorted(heads))
    missing = set()
    for path in sorted(folder.glob(f"{TEXTS}/*.md")):
        stem, _, number = path.stem.rpartition(".")
        if not re.fullmatch(r"[1-9][0-9]*", number):
            facts = {"guess": "", "known": f"{TEXTS}/<adress>.<version>.md"}
            faults.append(Fault(f"{TEXTS}/{path.name}", 1, "", "unknown_file", facts))
        elif stem in heads:
            yield f"{TEXTS}/{path.name}"
        else:
            missing.add(stem)
    for stem in sorted(missing):
        facts = {"guess": nearest(f"{stem}.toml", [f"{head}.toml" for head in heads])}
        faults.append(Fault(f"{TEXTS}/{stem}.toml", 1, "", "missing_file", facts))


def _open(folder: FilePath, name: str, found: Sources) -> None:
    raw = (folder / name).read_bytes()
    source = found.files[name] = Source(name)
    try:
        source.text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as stopped:
        line = raw[: stopped.start].count(b"\n") + 1
        found.faults.append(Fault(name, line, "", "not_utf8"))
        source.is_readable = False
        return
    if not name.endswith(".toml"):
        return
    try:
        source.data = tomllib.loads(source.text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as stopped:
        told = re.search(r"at line (\d+)", str(stopped))
        line = int(told[1]) if told else source.text.count("\n") + 1
        code = "stated_twice" if "overwrite" in str(stopped) else "not_toml"
        found.faults.append(Fault(name, line, "", code))
        source.is_readable = False
        return
    source.lines = places.lines_of(source.text)


def sources_of(contents: Mapping[str, Mapping[str, Any] | str]) -> Sources:
    """Return what would stand in files, without files."""
    sources = Sources()
    for name, content in contents.items():
        text, data = (content, {}) if isinstance(content, str) else ("", content)
        sources.files[name] = Source(name, text, data)
    return sources


def in_folder(names: Iterable[str], folder: str, ending: str) -> list[str]:
    """Return those of some files that stand in a folder, with an ending."""
    return sorted(n for n in names if n.startswith(f"{folder}/") and n.endswith(ending))
