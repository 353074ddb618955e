"""A folder for a server of its own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give an empty folder outside pytest's own, whose every start shuts PostgreSQL's user out."""
    path = Path(tempfile.mkdtemp(prefix="samverkan-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)
