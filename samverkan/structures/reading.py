"""Reading a folder of structure files: all that can be read, and every fault that is found."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from samverkan.structures import places, schema
from samverkan.structures.agreement_text import sections_in
from samverkan.structures.faults import Fault, Problem, nearest
from samverkan.structures.lenient import model_in, read
from samverkan.structures.places import Path

Part = TypeVar("Part", bound=BaseModel)

REQUIRED = ("collaboration.toml", "principals.toml", "bodies.toml")
OPTIONAL = ("former-bodies.toml", "functions.toml")
AGREEMENTS = "agreements"
LISTS: dict[str, dict[str, type[BaseModel]]] = {
    "principals.toml": {"principals": schema.PrincipalData, "groupings": schema.GroupingData},
    "bodies.toml": {"bodies": schema.BodyData},
    "former-bodies.toml": {"bodies": schema.BodyData},
    "functions.toml": {"functions": schema.FunctionData},
}
FILES: dict[str, type[BaseModel]] = {
    "principals.toml": schema.PrincipalsFile,
    "bodies.toml": schema.BodiesFile,
    "former-bodies.toml": schema.BodiesFile,
    "functions.toml": schema.FunctionsFile,
}


class Found(NamedTuple, Generic[Part]):
    """A part as far as it could be read, and where it stands."""

    part: Part
    file: str
    path: Path


@dataclass
class Source:
    """One file: its text, its data, and the line of each key."""

    name: str
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=lambda: {(): 1})


@dataclass
class Reading:
    """What stands in a folder, as far as it can be read, and what is wrong with it."""

    sources: dict[str, Source] = field(default_factory=dict)
    digest: str = ""
    collaboration: Found[schema.CollaborationData] | None = None
    principals: list[Found[schema.PrincipalData]] = field(default_factory=list)
    groupings: list[Found[schema.GroupingData]] = field(default_factory=list)
    bodies: list[Found[schema.BodyData]] = field(default_factory=list)
    functions: list[Found[schema.FunctionData]] = field(default_factory=list)
    agreements: list[Found[schema.AgreementData]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)

    def structure(self) -> schema.Structure:
        """Return the structure; only when there are no faults."""
        if self.faults or self.collaboration is None:
            raise ValueError("the files have faults")
        return schema.Structure(
            collaboration=self.collaboration.part,
            principals=[found.part for found in self.principals],
            groupings=[found.part for found in self.groupings],
            bodies=[found.part for found in self.bodies],
            functions=[found.part for found in self.functions],
            agreements=[found.part for found in self.agreements],
        )

    def add(self, problem: Problem) -> None:
        """Keep a problem as a fault, with its line and its place in words."""
        source = self.sources.get(problem.file, Source(problem.file))
        line = places.line_of(problem.path, source.lines, source.text, problem.word)
        place = places.told(problem.path, source.data)
        self.faults.append(Fault(problem.file, line, place, problem.code, problem.facts))


def read_folder(folder: FilePath) -> Reading:
    """Read a structure's folder."""
    reading = Reading()
    if not folder.is_dir():
        reading.faults.append(Fault(str(folder), 1, "", "no_folder"))
        return reading
    for name in _expected(folder, reading):
        _open(folder, name, reading)
    digest = hashlib.sha256()
    for name, source in sorted(reading.sources.items()):
        digest.update(f"{name}\n{source.text}\n".encode())
    reading.digest = digest.hexdigest()
    _collaboration(reading)
    for name in LISTS:
        if name in reading.sources:
            _lists(reading, reading.sources[name])
    _agreements(reading)
    return reading


def _expected(folder: FilePath, reading: Reading) -> Iterator[str]:
    """Name the files to read; one that is missing, or is called something else, is a fault."""
    known = (*REQUIRED, *OPTIONAL)
    present = {path.name for path in folder.iterdir() if path.is_file()}
    strays = sorted(name for name in present if name.endswith(".toml") and name not in known)
    for name in REQUIRED:
        if name not in present:
            facts = {"guess": nearest(name, strays)}
            reading.faults.append(Fault(name, 1, "", "missing_file", facts))
            reading.unreadable.add(name)
    for name in strays:
        facts = {"guess": nearest(name, set(known) - present), "known": ", ".join(known)}
        reading.faults.append(Fault(name, 1, "", "unknown_file", facts))
    yield from (name for name in known if name in present)
    texts = {path.stem for path in folder.glob(f"{AGREEMENTS}/*.md")}
    heads = {path.stem for path in folder.glob(f"{AGREEMENTS}/*.toml")}
    for stem in sorted(texts | heads):
        for ending, there in ((".toml", heads), (".md", texts)):
            name = f"{AGREEMENTS}/{stem}{ending}"
            if stem in there:
                yield name
            else:
                reading.faults.append(Fault(name, 1, "", "missing_file", {"guess": ""}))


def _open(folder: FilePath, name: str, reading: Reading) -> None:
    raw = (folder / name).read_bytes()
    source = reading.sources[name] = Source(name)
    try:
        source.text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as stopped:
        line = raw[: stopped.start].count(b"\n") + 1
        reading.faults.append(Fault(name, line, "", "not_utf8"))
        reading.unreadable.add(name)
        return
    if not name.endswith(".toml"):
        return
    try:
        source.data = tomllib.loads(source.text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as stopped:
        told = re.search(r"at line (\d+)", str(stopped))
        line = int(told[1]) if told else source.text.count("\n") + 1
        code = "stated_twice" if "overwrite" in str(stopped) else "not_toml"
        reading.faults.append(Fault(name, line, "", code))
        reading.unreadable.add(name)
        return
    source.lines = places.lines_of(source.text)


def _collaboration(reading: Reading) -> None:
    source = reading.sources.get("collaboration.toml")
    if source and source.name not in reading.unreadable:
        part = _read(reading, source, schema.CollaborationData, source.data, ())
        reading.collaboration = Found(part, source.name, ()) if part else None


def _lists(reading: Reading, source: Source) -> None:
    """Read each part of a file's lists by itself, so that one with faults hides no other."""
    if source.name in reading.unreadable:
        return
    models = LISTS[source.name]
    lists = {name: source.data.get(name, []) for name in models}
    whole = {name: [] if isinstance(lists[name], list) else lists[name] for name in models}
    _, errors = read(FILES[source.name], {**source.data, **whole})
    for error in errors:
        # An empty list is what was put in for a full one; only a missing one is a fault.
        if error["type"] != "too_short" or not lists[str(error["loc"][0])]:
            _note(reading, source, FILES[source.name], error, ())
    for name, model in models.items():
        for position, raw in enumerate(lists[name] if isinstance(lists[name], list) else []):
            part = _read(reading, source, model, raw, (name, position))
            if part:
                getattr(reading, name).append(Found(part, source.name, (name, position)))


def _agreements(reading: Reading) -> None:
    for name, source in reading.sources.items():
        if not name.startswith(AGREEMENTS) or not name.endswith(".toml"):
            continue
        head = None
        if name not in reading.unreadable:
            head = _read(reading, source, schema.AgreementFile, source.data, ())
        stem = FilePath(name).stem
        if not re.fullmatch(schema.SLUG.strip("^$"), stem) or len(stem) > 80:
            reading.add(Problem(name, (), "file_name_no_address", {"name": FilePath(name).name}))
        text = reading.sources.get(f"{AGREEMENTS}/{stem}.md")
        sections = _sections(reading, text) if text else []
        if head:
            part = schema.AgreementData.model_construct(
                **{field: getattr(head, field) for field in type(head).model_fields},
                slug=stem,
                sections=sections,
            )
            reading.agreements.append(Found(part, name, ()))


def _sections(reading: Reading, source: Source) -> list[schema.SectionData]:
    if source.name in reading.unreadable:
        return []
    found, faults = sections_in(source.text)
    for line, code in faults:
        reading.faults.append(Fault(source.name, line, "", code))
    if not found and not faults:
        reading.faults.append(Fault(source.name, 1, "", "no_sections"))
    seen: dict[str, int] = {}
    sections = []
    for line, raw in found:
        number = raw["number"]
        place = f"§ {number}"
        source.lines[(place,)] = line
        if number in seen:
            facts = {"number": number, "line": seen[number]}
            reading.faults.append(Fault(source.name, line, place, "section_twice", facts))
        seen.setdefault(number, line)
        part = _read(reading, source, schema.SectionData, raw, (place,))
        sections += [part] if part else []
    return sections


def _read(
    reading: Reading, source: Source, model: type[Part], raw: object, path: Path
) -> Part | None:
    part, errors = read(model, raw)
    for error in errors:
        _note(reading, source, model, error, path)
    return part


def _note(
    reading: Reading, source: Source, model: type[BaseModel], error: ErrorDetails, path: Path
) -> None:
    """Turn one of pydantic's errors into a problem with facts for a Swedish sentence."""
    code = error["type"]
    facts: dict[str, Any] = dict(error.get("ctx", {}))
    word = error["input"] if isinstance(error["input"], str) else ""
    facts |= {"value": word or _short(error["input"]), "key": str((*path, *error["loc"])[-1])}
    owner = _owner(model, error["loc"])
    if code == "extra_forbidden":
        facts |= {"guess": nearest(facts["key"], owner), "known": ", ".join(owner)}
    elif code == "enum":
        choices = re.findall(r"'([^']*)'", str(facts["expected"]))
        facts |= {"guess": nearest(word, choices), "known": ", ".join(choices)}
    reading.add(Problem(source.name, (*path, *error["loc"]), code, facts, word))


def _owner(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys that may stand where an error is."""
    for step in loc[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = model_in(model.model_fields[step]) or model
    return list(model.model_fields)


def _short(value: object) -> str:
    told = str(value)
    return told if len(told) <= 40 else f"{told[:40]}…"
