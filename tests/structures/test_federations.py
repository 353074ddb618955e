"""Federations and successions as files: read, checked, loaded and dumped; and the whole country."""

from collections import Counter
from pathlib import Path

import pytest
from django.utils import timezone

from samverkan.journal.actors import SYSTEM
from samverkan.principals.choices import Standing
from samverkan.principals.models import Federation, PrincipalSuccession
from samverkan.structures import wording
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from samverkan.structures.queries import plan_for, stored_structure
from samverkan.structures.writing import write_folder

RIKET = Path(__file__).parents[2] / "structures" / "riket"
TREE = """
[[federations]]
slug = "storforbundet"
name = "Storförbundet"
short_name = "Stora"
standing = "decided"

[[federations]]
slug = "kustforbundet"
name = "Kustförbundet"
short_name = "Kusten"
part_of = "storforbundet"
standing = "assumed"

[[federations.members]]
principals = ["aspa", "bokby"]
standing = "assumed"
first_day = 2024-01-01
"""
GONE = """
[[principals]]
slug = "cederby"
name = "Cederby kommun"
short_name = "Cederby"
kind = "municipality"
side = "municipalities"
last_day = 2025-12-31
heir = { principal = "bokby", first_day = 2026-01-01, standing = "decided", source = "beslut" }
"""


@pytest.fixture
def with_tree(norrmark: Path) -> Path:
    file = norrmark / "principals.toml"
    file.write_text(file.read_text() + GONE + TREE)
    return norrmark


def test_what_is_stored_and_dumped_is_what_the_files_say(db, with_tree, tmp_path):
    reading = checked(with_tree)
    assert reading.faults == []

    load_structure(reading.structure(), by=SYSTEM, now=timezone.now())

    assert stored_structure("norrmark") == reading.structure()
    write_folder(stored_structure("norrmark"), tmp_path / "dumped")
    dumped = checked(tmp_path / "dumped")
    assert dumped.structure() == reading.structure()
    assert not plan_for(dumped.structure())
    assert Federation.objects.get(slug="kustforbundet").parent.slug == "storforbundet"
    assert PrincipalSuccession.objects.get().heir.slug == "bokby"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('part_of = "storforbundet"', 'part_of = "storforbund"', "unknown_federation"),
        ('part_of = "storforbundet"', 'part_of = "kustforbundet"', "circle_of_federations"),
        ('slug = "kustforbundet"', 'slug = "storforbundet"', "slug_twice"),
        ('["aspa", "bokby"]', '["aspa", "bobky"]', "unknown_principal"),
        ('["aspa", "bokby"]', '["aspa", "aspa"]', "stated_again"),
        ('principal = "bokby"', 'principal = "bobky"', "unknown_principal"),
        ('principal = "bokby"', 'principal = "cederby"', "succeeds_itself"),
        ("first_day = 2026-01-01", "first_day = 2025-12-31", "succeeded_while_there"),
    ],
)
def test_a_fault_in_the_tree_is_found_and_said(with_tree, old, new, code):
    file = with_tree / "principals.toml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))

    faults = checked(with_tree).faults

    assert code in [fault.code for fault in faults]
    assert all(wording.what_is_wrong(fault) for fault in faults)


def test_nobody_is_in_two_federations_at_once(with_tree):
    file = with_tree / "principals.toml"
    other = TREE.replace("kustforbundet", "slattforbundet").replace("storforbundet", "annat")
    file.write_text(file.read_text() + other.replace("Kustförbundet", "Slättförbundet"))

    assert [one.code for one in checked(with_tree).faults] == ["in_two_federations"] * 2


def test_the_whole_country_is_there():
    structure = checked(RIKET).structure()
    codes = Counter(len(one.code) for one in structure.principals)
    counties = {one.code[:2] for one in structure.principals}

    assert codes == {4: 290, 2: 21}
    assert len(counties) == 21
    assert {one.standing for one in structure.principals} == {Standing.OUTSIDE}
    assert {one.standing for one in structure.federations} == {Standing.ASSUMED}
    parts = [part for one in structure.federations for part in one.members]
    members = [slug for part in parts for slug in part.principals]
    assert len(members) == len(set(members)) == 50
