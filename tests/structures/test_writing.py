"""What is written can be read again, whatever the texts hold."""

import tomllib
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.structures.checks import checked
from samverkan.structures.schema import Structure
from samverkan.structures.writing import files_of, write_folder

HERE = Path(__file__).parent
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"], include_characters="\n\t\"'\\#[]={}"),
    max_size=60,
).map(lambda text: "\n".join(text.splitlines()).strip())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(purpose=WORDS, mandate=WORDS)
def test_texts_come_back_as_they_were(tmp_path, purpose, mandate):
    norrmark = checked(HERE / "norrmark").structure()
    body = norrmark.bodies[1].model_copy(update={"purpose": purpose, "mandate": mandate})
    bodies = [norrmark.bodies[0], body, *norrmark.bodies[2:]]
    structure = norrmark.model_copy(update={"bodies": bodies})

    write_folder(structure, tmp_path)

    assert checked(tmp_path).structure() == structure


def test_what_has_its_ordinary_value_is_left_out():
    files = files_of(checked(HERE / "norrmark").structure())

    gruppen = tomllib.loads(files["bodies.toml"])["bodies"][1]
    assert "in_fixed_structure" not in gruppen
    assert gruppen["parents"] == [{"body": "radet"}]


def test_former_bodies_have_a_file_of_their_own():
    files = files_of(checked(HERE / "norrmark").structure())

    slugs = {
        name: [body["slug"] for body in tomllib.loads(files[name])["bodies"]]
        for name in ("bodies.toml", "former-bodies.toml")
    }
    assert slugs == {
        "bodies.toml": ["radet", "gruppen"],
        "former-bodies.toml": ["gamla-gruppen"],
    }


def test_a_structure_without_bodies_in_force_can_be_written(tmp_path):
    norrmark = checked(HERE / "norrmark").structure()
    former = norrmark.bodies[2].model_copy(update={"heirs": []})
    structure: Structure = norrmark.model_copy(update={"bodies": [former]})

    write_folder(structure, tmp_path)

    assert checked(tmp_path).structure() == structure
