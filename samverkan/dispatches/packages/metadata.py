"""What a principal's own system reads of a package: the same facts as JSON and as XML.

The shape is version 1 and is described in docs/packages.md; its schemas are among the static
files. A field may be added; none changes its meaning without a new version.
"""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Literal
from uuid import UUID
from xml.etree import ElementTree as ET

from pydantic import BaseModel, ConfigDict, Field

from samverkan.dispatches.choices import PackageRole
from samverkan.dispatches.models import Package
from samverkan.dispatches.packages.parts import Part

NAMESPACE = "urn:samverkan:dispatch:1"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Sender(_Strict):
    """Who sent it, as it was called at the dispatch."""

    name: str
    contact: str = ""
    email: str = ""


class Addressee(_Strict):
    """To which principal it was sent, as it was called at the dispatch."""

    name: str
    address: str = Field(description="Huvudmannens adress i tjänsten, till exempel mala.")
    code: str = Field(default="", description="Kommunkod eller länskod.")
    email: str = ""


class File(_Strict):
    """One file of the package."""

    path: str
    role: Literal["letter", "proposal", "own_paper", "annex", "rendition", "metadata", "checksums"]
    title: str
    media_type: str
    size: int = Field(ge=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class Metadata(_Strict):
    """Expediering: what was sent to one principal for its own decision."""

    format: Literal["samverkan.dispatch"] = "samverkan.dispatch"
    version: Literal[1] = 1
    id: UUID
    title: str
    recommendation_number: str
    body: str
    meeting_date: date
    point: int | None = None
    sender: Sender
    addressee: Addressee
    reference_number: str = Field(
        default="", description="Huvudmannens diarienummer, om det var känt vid expedieringen."
    )
    dispatched_at: datetime = Field(description="UTC, skriven +00:00.")
    reply_by: date | None = None
    files: list[File]


def metadata_of(package: Package, parts: Sequence[Part]) -> Metadata:
    """Return what is told of a package and its files."""
    dispatch = package.dispatch
    proposal, principal = dispatch.proposal, dispatch.principal
    return Metadata(
        id=package.key,
        title=proposal["title"],
        recommendation_number=proposal["recommendation_number"],
        body=proposal["body"],
        meeting_date=proposal["agreed_on"],
        point=proposal["point"],
        sender=Sender(**package.sender),
        addressee=Addressee(
            name=dispatch.addressee,
            address=principal.slug,
            code=principal.code,
            email=dispatch.to,
        ),
        reference_number=proposal["reference_number"],
        dispatched_at=dispatch.dispatched_at,
        reply_by=proposal["reply_by"],
        files=[
            File(
                path=part.path,
                role=PackageRole(part.role).value,
                title=part.title,
                media_type=part.media_type,
                size=len(part.data),
                sha256=part.sha256,
            )
            for part in parts
        ],
    )


def as_json(metadata: Metadata) -> bytes:
    """Return the facts as JSON, always the same bytes."""
    return (json.dumps(_plain(metadata), ensure_ascii=False, indent=2) + "\n").encode()


def as_xml(metadata: Metadata) -> bytes:
    """Return the facts as XML, always the same bytes; what is not known has no element."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}dispatch", {"version": str(metadata.version)})
    for name, value in _plain(metadata).items():
        if name not in ("format", "version", "files"):
            _add(root, name, value)
    files = ET.SubElement(root, f"{{{NAMESPACE}}}files")
    for file in metadata.files:
        _add(files, "file", file.model_dump(mode="json"))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def schema() -> bytes:
    """Return the JSON Schema of the metadata, as it is kept among the static files."""
    return (json.dumps(Metadata.model_json_schema(), ensure_ascii=False, indent=2) + "\n").encode()


def moment(at: datetime) -> str:
    """Return a moment in UTC as data writes it: 2026-04-01T09:00:00+00:00."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _plain(metadata: Metadata) -> dict[str, object]:
    return {**metadata.model_dump(mode="json"), "dispatched_at": moment(metadata.dispatched_at)}


def _add(parent: ET.Element, name: str, value: object) -> None:
    if value is None or value == "":
        return
    element = ET.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if isinstance(value, dict):
        for inner, part in value.items():
            _add(element, inner, part)
    else:
        element.text = str(value)
