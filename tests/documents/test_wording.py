"""Every obstacle of the area has its sentence, and every sentence its obstacle."""

import re
from pathlib import Path

from samverkan.documents import wording

AREA = Path(wording.__file__).parent


def test_obstacles_and_sentences_go_together():
    code = "".join((AREA / name).read_text() for name in ("rules.py", "detection.py"))
    named = set(re.findall(r'Obstacle\(\s*"(\w+)"', code)) | set(
        re.findall(r'"((?:file|identity)_\w+)"', code)
    )

    assert named == set(wording.OBSTACLES)


def test_a_large_file_is_explained():
    sentence = wording.OBSTACLES["file_too_large"] % {
        "name": "rapport.pdf",
        "size": "24 MB",
        "limit": "20 MB",
    }

    assert sentence == (
        "Filen rapport.pdf är 24 MB. Den får vara högst 20 MB. Spara den mindre eller dela upp den."
    )
