"""A Word file as the parts that it is packed of: read within limits, packed the same each time."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lxml import etree

PARTS_LIMIT = 600
PART_LIMIT = 12_000_000
UNFOLDED_LIMIT = 40_000_000
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "[Content_Types].xml"
_FLOWING = ("document.main", "header", "footer", "footnotes", "endnotes")
_ONCE = (1980, 1, 1, 0, 0, 0)


class Unreadable(Exception):
    """The file is no Word file that can be read, or unfolds to more than is let in."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in their order.

    Raises Unreadable for what is broken or unfolds too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
            too_large = any(part.file_size > PART_LIMIT for part in found)
            if too_large or sum(part.file_size for part in found) > UNFOLDED_LIMIT:
                raise Unreadable("unfolds too large")
            if len(found) > PARTS_LIMIT or len({part.filename for part in found}) < len(found):
                raise Unreadable("too many parts, or two of one name")
            # What a part says of its own size is never exceeded: the reader stops there.
            return {part.filename: archive.read(part) for part in found if not part.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as broken:
        raise Unreadable(str(broken)) from broken


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a file of some parts; the same parts give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda one: (one != _TYPES, list(parts).index(one))):
            put(archive, name, parts[name])
    return target.getvalue()


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put a file into an archive so that nothing tells when or where it was done."""
    info = zipfile.ZipInfo(name, _ONCE)
    info.external_attr = 0o644 << 16
    info.create_system = 3  # else it tells which system packed it
    archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=6)


def parsed(part: bytes) -> Any:
    """Return the root of a part; nothing outside it is fetched and no entity is unfolded.

    Raises Unreadable for what is not well formed, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Unreadable(str(broken)) from broken
    if root.getroottree().docinfo.doctype:
        raise Unreadable("declares a document type")
    return root


def written(root: Any) -> bytes:
    """Return a part as it is packed."""
    done: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return done


def flowing(parts: Mapping[str, bytes]) -> list[str]:
    """Return the parts with text that flows: headers, the text itself, footers and notes."""
    types = {
        one.get("PartName", "").lstrip("/"): one.get("ContentType", "")
        for one in parsed(parts.get(_TYPES, b"")).iterfind("{*}Override")
    }
    names = [
        (kind, name)
        for name in parts
        for kind in _FLOWING
        if types.get(name, "").endswith(f"wordprocessingml.{kind}+xml")
    ]
    order = ("header", "document.main", "footnotes", "endnotes", "footer")
    return [name for _, name in sorted(names, key=lambda one: (order.index(one[0]), one[1]))]


def stamped(parts: dict[str, bytes], *, title: str, creator: str, at: datetime | None) -> None:
    """Say in the file's own properties what it is called, and nothing of who made the form."""
    name = "docProps/core.xml"
    if name not in parts:
        return
    told = {"title": title, "creator": creator, "lastModifiedBy": "", "revision": "1"}
    day = f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else "1980-01-01T00:00:00Z"
    root = parsed(parts[name])
    for one in root:
        tag = etree.QName(one).localname
        if tag in ("created", "modified"):
            one.text = day
        elif tag in told:
            one.text = told[tag]
    parts[name] = written(root)
