"""What a file is, told by its content, and what in it keeps it out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan.documents.rules import ALLOWED, identity_numbers_in

UNFOLDED_LIMIT = 300_000_000
PART_LIMIT = 2_000_000
PARTS_LIMIT = 10_000
TEXT_LIMIT = 20_000_000

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MAIN_PART = re.compile(rb'ContentType="([^"]+)\.main\+xml"')
_RUNS_SOMETHING = re.compile(rb"/(?:JavaScript|Launch)(?![A-Za-z])")
_OBJECT_STREAM = re.compile(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)
_RUNNING_TEXT = frozenset({"word/document.xml", "content.xml"})
_LOOKS_LIKE_CODE = ("<!doctype", "<html", "<?xml", "<svg", "<script", "%pdf", "{\\rtf", "#!")


@dataclass(frozen=True)
class Found:
    """What the look inside a file found: its type, None when unknown, and its flaws by code."""

    content_type: str | None
    flaws: tuple[str, ...] = ()


def look_inside(data: bytes) -> Found:
    """Return what a file is by its content alone, never by its name."""
    if data.startswith(b"%PDF-"):
        return Found("application/pdf", ("file_runs_something",) if _pdf_runs(data) else ())
    if data.startswith(b"\x89PNG\r\n\x1a\n") and b"IHDR" in data[:32]:
        return Found("image/png")
    if data.startswith(b"\xff\xd8\xff"):
        return Found("image/jpeg")
    if data.startswith(b"PK\x03\x04"):
        return _look_inside_zip(data)
    if data.startswith(_OLD_OFFICE):
        return Found(None, ("file_is_locked",) if _ENCRYPTED_PACKAGE in data else ())
    if _is_plain_text(data):
        return Found("text/plain", _flaws_of_text(data.decode("utf-8-sig")))
    return Found(None)


def detected_type(data: bytes) -> str | None:
    """Return the type of a file by its content, or None when it is not one that is known here."""
    return look_inside(data).content_type


def _look_inside_zip(data: bytes) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNFOLDED_LIMIT:
                return Found(None, ("file_unfolds_too_large",))
            if any(part.flag_bits & 1 for part in parts):
                return Found(None, ("file_is_locked",))
            return _look_inside_office(archive, {part.filename for part in parts})
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError):
        return Found(None)


def _look_inside_office(archive: zipfile.ZipFile, names: set[str]) -> Found:
    if "[Content_Types].xml" in names:
        types = _beginning(archive, "[Content_Types].xml")
        found = [match.decode("ascii", "replace") for match in _MAIN_PART.findall(types)]
        kind = next((name for name in found if name in ALLOWED), None)
        macros = b"macroEnabled" in types or b"vbaProject" in types
        macros = macros or any(name.lower().endswith("vbaproject.bin") for name in names)
    elif "mimetype" in names:
        declared = _beginning(archive, "mimetype").decode("ascii", "replace").strip()
        kind = declared if declared in ALLOWED else None
        macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
        if "META-INF/manifest.xml" in names:
            manifest = _beginning(archive, "META-INF/manifest.xml")
            if b"encryption-data" in manifest:
                return Found(kind, ("file_is_locked",))
    else:
        return Found(None)
    if macros:
        return Found(kind, ("file_has_macros",))
    return Found(kind, _flaws_of_text("\n".join(_running_text(archive, names))))


def _running_text(archive: zipfile.ZipFile, names: set[str]) -> Iterator[str]:
    """A number may be set in several runs; it ends with its paragraph."""
    for name in _RUNNING_TEXT & names:
        marked_up = _beginning(archive, name, TEXT_LIMIT).decode("utf-8", "replace")
        yield re.sub(r"<[^>]*>", "", re.sub(r"</(?:w|text):(?:p|h)>|<[^>]*tab\b", "\n<", marked_up))


def _flaws_of_text(text: str) -> tuple[str, ...]:
    return ("identity_number_in_file",) if identity_numbers_in(text) else ()


def _beginning(archive: zipfile.ZipFile, name: str, limit: int = PART_LIMIT) -> bytes:
    """Read no more than so much, whatever size the archive claims."""
    with archive.open(name) as part:
        return part.read(limit)


def _pdf_runs(data: bytes) -> bool:
    """JavaScript and programs to start stand in plain sight or in compressed object streams."""
    return any(_RUNS_SOMETHING.search(_spelled_out(part)) for part in _pdf_parts(data))


def _pdf_parts(data: bytes) -> Iterator[bytes]:
    yield data
    left = UNFOLDED_LIMIT // 4
    for start in _OBJECT_STREAM.finditer(data):
        try:
            part = zlib.decompressobj().decompress(data[start.end() :], min(PART_LIMIT, left))
        except zlib.error:
            continue
        left -= len(part)
        yield part
        if left <= 0:
            return


def _spelled_out(part: bytes) -> bytes:
    """A name in a PDF may be written with #4A for J."""
    if not re.search(rb"/[A-Za-z]*#[0-9A-Fa-f]{2}", part):
        return part
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), part)


def _is_plain_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    start = text[:200].lstrip().lower()
    hidden = re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", text)
    return hidden is None and not start.startswith(_LOOKS_LIKE_CODE)
