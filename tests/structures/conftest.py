"""An invented county of three principals, in a folder that a test may break."""

import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def norrmark(tmp_path: Path) -> Path:
    return shutil.copytree(HERE / "norrmark", tmp_path / "norrmark")


@pytest.fixture
def change(norrmark: Path):
    """Change a file of the county, and return the line on which the change stands."""

    def change(file: str, old: str, new: str) -> int:
        text = (norrmark / file).read_text()
        assert old in text
        (norrmark / file).write_text(text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    return change
