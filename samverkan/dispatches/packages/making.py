"""Making a package of its parts: the files with their sums, then the sum of them all as one zip."""

import hashlib
from dataclasses import dataclass, field

from samverkan.dispatches.choices import PackageRole
from samverkan.dispatches.models import Package, PackageFile
from samverkan.dispatches.packages.metadata import as_json, as_xml, metadata_of
from samverkan.dispatches.packages.parts import PARTS, Part
from samverkan.dispatches.packages.zipped import SUMS, checksums, zipped
from samverkan.documents.models import Content

TOLD = "Uppgifter för diariet"


class PackageAltered(Exception):
    """The files of a package no longer give the sum that was recorded when it was made."""


@dataclass(frozen=True)
class Made:
    """A package that is made but not yet kept: its files, and the bytes that are new."""

    package: Package
    files: list[PackageFile]
    sha256: str
    size: int
    contents: dict[str, bytes] = field(repr=False)


def made(package: Package) -> Made:
    """Return a package's files with their sums, from what was frozen at the dispatch.

    Raises NotPrinted when a PDF could not be made.
    """
    parts = [part for add in PARTS for part in add(package)]
    metadata = metadata_of(package, parts)
    told = PackageRole.METADATA
    parts += [
        Part("metadata.json", TOLD, told, "application/json", as_json(metadata)),
        Part("metadata.xml", TOLD, told, "application/xml", as_xml(metadata)),
    ]
    summed = checksums(parts)
    parts.append(Part(SUMS, "Kontrollsummor", PackageRole.CHECKSUMS, "text/plain", summed))
    whole = zipped((part.path, part.data) for part in parts)
    return Made(
        package=package,
        files=[_file(package, position, part) for position, part in enumerate(parts, start=1)],
        sha256=hashlib.sha256(whole).hexdigest(),
        size=len(whole),
        # The bytes of an annex are kept already; those of the rest are new.
        contents={one.sha256: one.data for one in parts if one.role != PackageRole.ANNEX},
    )


def zip_of(package: Package) -> bytes:
    """Return a package as one zip, the same bytes each time.

    Raises PackageAltered when they are not those whose sum was recorded.
    """
    files = list(package.files.order_by("position"))
    sums = {one.content_id for one in files}
    contents = {one.pk: bytes(one.data) for one in Content.objects.filter(pk__in=sums)}
    whole = zipped((one.path, contents[one.content_id]) for one in files)
    if hashlib.sha256(whole).hexdigest() != package.sha256:
        raise PackageAltered(package.key)
    return whole


def zip_name(package: Package) -> str:
    """Return what the zip is called when it is saved."""
    number = package.dispatch.proposal["recommendation_number"]
    return f"{number}-{package.dispatch.principal.slug}.zip"


def _file(package: Package, position: int, part: Part) -> PackageFile:
    return PackageFile(
        package=package,
        position=position,
        path=part.path,
        title=part.title[:240],
        role=part.role,
        media_type=part.media_type,
        size=len(part.data),
        content_id=part.sha256,
    )
