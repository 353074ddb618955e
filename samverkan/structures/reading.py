"""Reading the files of a structure: all that can be read, and every fault that is found."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from samverkan.structures import places, schema
from samverkan.structures.agreement_text import sections_in
from samverkan.structures.faults import Fault, Problem, nearest
from samverkan.structures.governing_text import passages_in
from samverkan.structures.lenient import model_in, read
from samverkan.structures.places import Path
from samverkan.structures.sources import (
    AGREEMENTS,
    TEXTS,
    Source,
    Sources,
    in_folder,
    open_folder,
    sources_of,
)
from samverkan.structures.writing import contents_of

Part = TypeVar("Part", bound=BaseModel)

LISTS: dict[str, dict[str, type[BaseModel]]] = {
    "principals.toml": {
        "principals": schema.PrincipalData,
        "groupings": schema.GroupingData,
        "federations": schema.FederationData,
        "nominators": schema.NominatorData,
    },
    "bodies.toml": {"bodies": schema.BodyData},
    "former-bodies.toml": {"bodies": schema.BodyData},
    "functions.toml": {"functions": schema.FunctionData},
    "outside.toml": {"outside_actors": schema.OutsideActorData},
    "grounds.toml": {"grounds": schema.GroundData},
    "sammantraden.toml": {"line_rhythms": schema.LineRhythmData},
    "arendegang.toml": {"routines": schema.RoutineData},
}
FILES: dict[str, type[BaseModel]] = {
    "principals.toml": schema.PrincipalsFile,
    "bodies.toml": schema.BodiesFile,
    "former-bodies.toml": schema.BodiesFile,
    "functions.toml": schema.FunctionsFile,
    "outside.toml": schema.OutsideFile,
    "grounds.toml": schema.GroundsFile,
    "sammantraden.toml": schema.LineRhythmsFile,
    "arendegang.toml": schema.RoutinesFile,
}


class Found(NamedTuple, Generic[Part]):
    """A part as far as it could be read, and where it stands."""

    part: Part
    file: str
    path: Path


@dataclass
class Reading:
    """What stands in a structure's files, as far as it can be read, and what is wrong with it."""

    sources: dict[str, Source] = field(default_factory=dict)
    digest: str = ""
    collaboration: Found[schema.CollaborationData] | None = None
    principals: list[Found[schema.PrincipalData]] = field(default_factory=list)
    groupings: list[Found[schema.GroupingData]] = field(default_factory=list)
    federations: list[Found[schema.FederationData]] = field(default_factory=list)
    nominators: list[Found[schema.NominatorData]] = field(default_factory=list)
    line_rhythms: list[Found[schema.LineRhythmData]] = field(default_factory=list)
    bodies: list[Found[schema.BodyData]] = field(default_factory=list)
    functions: list[Found[schema.FunctionData]] = field(default_factory=list)
    outside_actors: list[Found[schema.OutsideActorData]] = field(default_factory=list)
    agreements: list[Found[schema.AgreementData]] = field(default_factory=list)
    texts: list[Found[schema.TextData]] = field(default_factory=list)
    grounds: list[Found[schema.GroundData]] = field(default_factory=list)
    routines: list[Found[schema.RoutineData]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    place: Callable[[Path, object], str] = places.told

    def structure(self) -> schema.Structure:
        """Return the structure; only when there are no faults."""
        if self.faults or self.collaboration is None:
            raise ValueError("the files have faults")
        lists = [name for name in schema.Structure.model_fields if name != "collaboration"]
        return schema.Structure(
            collaboration=self.collaboration.part,
            **{name: [found.part for found in getattr(self, name)] for name in lists},
        )

    def add(self, problem: Problem) -> None:
        """Keep a problem as a fault, with its line and its place in words."""
        source = self.sources.get(problem.file, Source(problem.file))
        line = places.line_of(problem.path, source.lines, source.text, problem.word)
        place = self.place(problem.path, source.data)
        self.faults.append(Fault(problem.file, line, place, problem.code, problem.facts))


def read_folder(folder: FilePath) -> Reading:
    """Read a structure's folder."""
    if not folder.is_dir():
        return Reading(faults=[Fault(str(folder), 1, "", "no_folder")])
    sources = open_folder(folder)
    return _read_all(sources, Reading(digest=sources.digest))


def reading_of(structure: schema.Structure) -> Reading:
    """Read a structure as if it stood in files; its faults are told by the names of things."""
    return _read_all(sources_of(contents_of(structure)), Reading(place=places.named))


def _read_all(sources: Sources, reading: Reading) -> Reading:
    reading.sources, reading.unreadable = sources.files, sources.unreadable
    reading.faults += sources.faults
    _collaboration(reading)
    for name in LISTS:
        if name in reading.sources:
            _lists(reading, reading.sources[name])
    _agreements(reading)
    _texts(reading)
    return reading


def _collaboration(reading: Reading) -> None:
    source = reading.sources.get("collaboration.toml")
    if source and source.is_readable:
        part = _read(reading, source, schema.CollaborationData, source.data, ())
        reading.collaboration = Found(part, source.name, ()) if part else None


def _lists(reading: Reading, source: Source) -> None:
    """Read each part of a file's lists by itself, so that one with faults hides no other."""
    if not source.is_readable:
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
    for name in in_folder(reading.sources, AGREEMENTS, ".toml"):
        source = reading.sources[name]
        head = None
        if source.is_readable:
            head = _read(reading, source, schema.AgreementFile, source.data, ())
        stem = _address(reading, name, 80)
        text = reading.sources.get(f"{AGREEMENTS}/{stem}.md")
        sections = _sections(reading, text) if text else []
        if head:
            facts = {**dict(head), "slug": stem, "sections": sections}
            reading.agreements.append(
                Found(schema.AgreementData.model_construct(**facts), name, ())
            )


def _address(reading: Reading, name: str, longest: int) -> str:
    """Return the address that a file's name gives."""
    stem = FilePath(name).stem
    if not re.fullmatch(schema.SLUG.strip("^$"), stem) or len(stem) > longest:
        reading.add(Problem(name, (), "file_name_no_address", {"name": FilePath(name).name}))
    return stem


def _sections(reading: Reading, source: Source) -> list[schema.SectionData]:
    if not source.is_readable:
        return []
    found, faults = sections_in(source.text)
    _keep(reading, source, faults)
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


def _texts(reading: Reading) -> None:
    """Read the governing documents: the facts of each, and the text of each of its versions."""
    stated = set()
    for name in in_folder(reading.sources, TEXTS, ".toml"):
        source, stem = reading.sources[name], _address(reading, name, 120)
        if not source.is_readable:
            stated |= {md for md in reading.sources if md.startswith(f"{TEXTS}/{stem}.")}
            continue
        head = _read(reading, source, schema.TextFile, source.data, ())
        if not head:
            continue
        versions = []
        for version in (one for one in head.versions if one.number):
            file = f"{TEXTS}/{stem}.{version.number}.md"
            stated.add(file)
            facts = {**dict(version), "sections": _passages(reading, file)}
            versions.append(schema.VersionData.model_construct(**facts))
        facts = {**dict(head), "slug": stem, "versions": versions}
        reading.texts.append(Found(schema.TextData.model_construct(**facts), name, ()))
    for name in in_folder(reading.sources, TEXTS, ".md"):
        if name not in stated:
            reading.faults.append(Fault(name, 1, "", "version_not_stated"))


def _passages(reading: Reading, name: str) -> list[schema.PassageData]:
    source = reading.sources.get(name)
    if source is None:
        reading.faults.append(Fault(name, 1, "", "missing_file", {"guess": ""}))
    if source is None or not source.is_readable:
        return []
    found, faults = passages_in(source.text)
    _keep(reading, source, faults)
    passages = []
    for line, raw in found:
        place = raw["heading"]
        source.lines[(place,)] = line
        part = _read(reading, source, schema.PassageData, raw, (place,))
        passages += [part] if part else []
    return passages


def _keep(reading: Reading, source: Source, faults: Iterable[tuple[int, str]]) -> None:
    reading.faults += [Fault(source.name, line, "", code) for line, code in faults]


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
