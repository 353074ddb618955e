"""A package as one zip: stored, never squeezed, so that its bytes depend on nothing else."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from samverkan.dispatches.packages.parts import Part

SUMS = "SHA256SUMS"
# Files in a zip have a day; the same files are to be the same bytes whenever they are packed.
ONCE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a zip that is byte for byte the same each time.

    Squeezing would make the bytes depend on which zlib the machine has; PDFs are squeezed already.
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files:
            info = zipfile.ZipInfo(path, ONCE)
            info.external_attr = 0o644 << 16
            info.create_system = 3  # else it tells which system packed it
            archive.writestr(info, data)
    return packed.getvalue()


def checksums(parts: Sequence[Part]) -> bytes:
    """Return the sums of the files, as `sha256sum --check` reads them."""
    return "".join(f"{part.sha256}  {part.path}\n" for part in parts).encode()
