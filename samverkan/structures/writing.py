"""Writing a structure to files, so that reading them gives the same structure."""

import json
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import BaseModel
from tomlkit.items import InlineTable

from samverkan.structures.agreement_text import text_of
from samverkan.structures.reading import AGREEMENTS
from samverkan.structures.schema import (
    AgreementFile,
    BodiesFile,
    CollaborationData,
    FunctionsFile,
    PrincipalsFile,
    Structure,
)

SCHEMAS: dict[str, type[BaseModel]] = {
    "collaboration": CollaborationData,
    "principals": PrincipalsFile,
    "bodies": BodiesFile,
    "functions": FunctionsFile,
    "agreement": AgreementFile,
}
INLINE = ("parents", "heirs")
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
    present = [body for body in structure.bodies if not body.last_day]
    former = [body for body in structure.bodies if body.last_day]
    files = {
        "collaboration.toml": _file("collaboration", _plain(structure.collaboration)),
        "principals.toml": _file(
            "principals",
            {
                "principals": [_plain(one) for one in structure.principals],
                "groupings": [_plain(one) for one in structure.groupings],
            },
        ),
        "bodies.toml": _file("bodies", {"bodies": [_plain(one) for one in present or former]}),
    }
    if present and former:
        files["former-bodies.toml"] = _file("bodies", {"bodies": [_plain(one) for one in former]})
    if structure.functions:
        functions = [_plain(one) for one in structure.functions]
        files["functions.toml"] = _file("functions", {"functions": functions})
    for agreement in structure.agreements:
        name = f"{AGREEMENTS}/{agreement.slug}"
        facts = _plain(agreement)
        del facts["slug"], facts["sections"]
        files[f"{name}.toml"] = _file("agreement", facts, above="../../")
        files[f"{name}.md"] = text_of(agreement.sections)
    return files


def _file(schema: str, content: dict[str, Any], above: str = "../") -> str:
    document = tomlkit.document()
    document.add(tomlkit.comment(f":schema {above}schema/{schema}.schema.json"))
    document.add(tomlkit.nl())
    for key, value in _in_order(content):
        if value:
            document.add(key, _item(key, value))
    text = tomlkit.dumps(document).replace("# :schema", "#:schema", 1)
    return text.replace('= """\n\n', '= """\n')  # tomlkit adds a line of its own


def _plain(part: BaseModel) -> dict[str, Any]:
    return part.model_dump(exclude_defaults=True)


def _in_order(content: dict[str, Any]) -> list[tuple[str, Any]]:
    """Facts first, then days and source; tables come last, as TOML wants them."""
    last = ("first_day", "last_day", "source", *INLINE)

    def rank(item: tuple[str, Any]) -> tuple[bool, int]:
        key, value = item
        return _is_tables(key, value), last.index(key) if key in last else -1

    return sorted(content.items(), key=rank)


def _is_tables(key: str, value: object) -> bool:
    return isinstance(value, list) and key not in INLINE and isinstance(value[0], dict)


def _item(key: str, value: Any) -> Any:
    if _is_tables(key, value):
        tables = tomlkit.aot()
        for one in value:
            tables.append(_table(one))
        return tables
    if isinstance(value, list):
        return _array(key, value)
    return _scalar(value)


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
