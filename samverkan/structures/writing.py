"""Writing a structure to files, so that reading them gives the same structure."""

import json
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import BaseModel
from tomlkit.items import InlineTable

from samverkan.structures import agreement_text, governing_text
from samverkan.structures.schema import (
    AgreementFile,
    BodiesFile,
    BodyData,
    CollaborationData,
    FunctionsFile,
    GroundsFile,
    LineRhythmsFile,
    OutsideFile,
    PrincipalsFile,
    RoutinesFile,
    Structure,
    TextData,
    TextFile,
)
from samverkan.structures.sources import AGREEMENTS, TEXTS

SCHEMAS: dict[str, type[BaseModel]] = {
    "collaboration": CollaborationData,
    "principals": PrincipalsFile,
    "bodies": BodiesFile,
    "functions": FunctionsFile,
    "outside": OutsideFile,
    "grounds": GroundsFile,
    "sammantraden": LineRhythmsFile,
    "arendegang": RoutinesFile,
    "agreement": AgreementFile,
    "text": TextFile,
}
INLINE = ("parents", "heirs", "opening_points", "closing_points")
FORMER = "former-bodies"
WIDTH = 100


def write_schemas(folder: Path) -> list[Path]:
    """Write a JSON Schema for each sort of file, for editors, and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, model in SCHEMAS.items():
        path = folder / f"{name}.schema.json"
        described = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(),
        }
        path.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")
        written.append(path)
    return written


def write_folder(structure: Structure, folder: Path) -> list[Path]:
    """Write a structure to a folder and return the files; others in the folder are let be."""
    files = files_of(structure)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return [folder / name for name in files]


def files_of(structure: Structure) -> dict[str, str]:
    """Return the text of each file."""
    return {
        name: content if isinstance(content, str) else _file(name, content)
        for name, content in contents_of(structure).items()
    }


def contents_of(structure: Structure) -> dict[str, dict[str, Any] | str]:
    """Return what each file holds: data, or the text of a document."""
    present, former = _apart(structure.bodies)
    lists: dict[str, dict[str, Sequence[BaseModel]]] = {
        "principals": {
            "principals": structure.principals,
            "groupings": structure.groupings,
            "federations": structure.federations,
            "nominators": structure.nominators,
        },
        "bodies": {"bodies": present},
        FORMER: {"bodies": former},
        "functions": {"functions": structure.functions},
        "outside": {"outside_actors": structure.outside_actors},
        "grounds": {"grounds": structure.grounds},
        "sammantraden": {"line_rhythms": structure.line_rhythms},
        "arendegang": {"routines": structure.routines},
    }
    contents: dict[str, dict[str, Any] | str] = {
        "collaboration.toml": _plain(structure.collaboration)
    }
    for name, parts in lists.items():
        held = {key: [_plain(one) for one in ones] for key, ones in parts.items() if ones}
        if held or name in ("principals", "bodies"):
            contents[f"{name}.toml"] = held
    for agreement in structure.agreements:
        name = f"{AGREEMENTS}/{agreement.slug}"
        contents[f"{name}.toml"] = _without(_plain(agreement), "slug", "sections")
        contents[f"{name}.md"] = agreement_text.text_of(agreement.sections)
    for text in structure.texts:
        contents |= _text(text)
    return contents


def _apart(bodies: list[BodyData]) -> tuple[list[BodyData], list[BodyData]]:
    """Set those apart that come last and have ended, so that all keep their places."""
    in_force = [place for place, body in enumerate(bodies, start=1) if not body.last_day]
    last = in_force[-1] if in_force else len(bodies)
    return bodies[:last], bodies[last:]


def _text(text: TextData) -> dict[str, dict[str, Any] | str]:
    name = f"{TEXTS}/{text.slug}"
    facts = _without(_plain(text), "slug")
    versions = [_without(version, "sections") for version in facts.get("versions", [])]
    contents: dict[str, dict[str, Any] | str] = {f"{name}.toml": {**facts, "versions": versions}}
    for version in text.versions:
        contents[f"{name}.{version.number}.md"] = governing_text.text_of(version.sections)
    return contents


def _without(facts: dict[str, Any], *left_out: str) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if key not in left_out}


def _file(name: str, content: dict[str, Any]) -> str:
    folder, _, _ = name.rpartition("/")
    known = {AGREEMENTS: "agreement", TEXTS: "text", "": name.removesuffix(".toml")}[folder]
    schema = "bodies" if known == FORMER else known
    above = "../../" if folder else "../"
    document = tomlkit.document()
    document.add(tomlkit.comment(f":schema {above}schema/{schema}.schema.json"))
    document.add(tomlkit.nl())
    for key, value in _in_order(content):
        if value:
            document.add(key, _item(key, value))
    text = tomlkit.dumps(document).replace("# :schema", "#:schema", 1)
    return text.replace('= """\n\n', '= """\n')  # tomlkit adds a line of its own


def _plain(part: BaseModel) -> dict[str, Any]:
    return part.model_dump(exclude_defaults=True, warnings=False)


def _in_order(content: dict[str, Any]) -> list[tuple[str, Any]]:
    """Facts first, then days and source; tables come last, as TOML wants them."""
    last = ("first_day", "last_day", "source", *INLINE)

    def rank(item: tuple[str, Any]) -> tuple[bool, int]:
        key, value = item
        return _is_tables(key, value), last.index(key) if key in last else -1

    return sorted(content.items(), key=rank)


def _is_tables(key: str, value: object) -> bool:
    return key not in INLINE and isinstance(value, list) and isinstance(next(iter(value), 0), dict)


def _item(key: str, value: Any) -> Any:
    if _is_tables(key, value):
        tables = tomlkit.aot()
        for one in value:
            tables.append(_table(one))
        return tables
    if isinstance(value, list):
        return _array(key, value)
    return _inline(value) if isinstance(value, dict) else _scalar(value)


def _table(content: dict[str, Any]) -> Any:
    table = tomlkit.table()
    for key, value in _in_order(content):
        table.add(key, _item(key, value))
    return table


def _array(key: str, values: list[Any]) -> Any:
    array = tomlkit.array()
    for value in values:
        array.append(_inline(value) if isinstance(value, dict) else _scalar(value))
    return array.multiline(len(array.as_string()) + len(key) + 3 > WIDTH)


def _inline(content: dict[str, Any]) -> InlineTable:
    table = tomlkit.inline_table()
    for key, value in content.items():
        table.append(key, _scalar(value))
    return table


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(f"\n{value}", multiline=True)
    return value
