"""What is written can be read again, whatever the texts hold."""

import tomllib
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.bodies.choices import SectionKind
from samverkan.structures import governing_text
from samverkan.structures.checks import checked
from samverkan.structures.schema import PassageData, Structure
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
        "bodies.toml": ["radet", "gruppen", "utskottet", "forum"],
        "former-bodies.toml": ["gamla-gruppen"],
    }


def test_a_structure_without_bodies_in_force_can_be_written(tmp_path):
    norrmark = checked(HERE / "norrmark").structure()
    former = norrmark.bodies[-1].model_copy(update={"heirs": []})
    structure: Structure = norrmark.model_copy(update={"bodies": [former], "texts": []})

    write_folder(structure, tmp_path)

    assert checked(tmp_path).structure() == structure


PASSAGES = st.lists(
    st.builds(
        PassageData,
        kind=st.sampled_from(SectionKind),
        heading=st.one_of(
            st.sampled_from(["Mål", "Övrigt", "Mål {goals}", "{x}", "# a"]),
            WORDS.map(lambda text: " ".join(text.split())).filter(bool),
        ),
        text=st.one_of(WORDS, st.sampled_from(["# a", "## b\n### c", "\\## d", "#e\n\n\\\\# f"])),
    ),
    max_size=3,
)


@given(passages=PASSAGES)
def test_the_sections_of_a_document_come_back_as_they_were(passages):
    found, faults = governing_text.passages_in(governing_text.text_of(passages))

    assert faults == []
    assert [PassageData.model_validate(raw) for _, raw in found] == passages
    assert governing_text.tidy(raw for _, raw in found) == [raw for _, raw in found]


def test_a_known_heading_tells_its_kind_by_itself():
    told = governing_text.text_of(
        [
            PassageData(kind=SectionKind.GOALS, heading="Mål", text="Att mötas."),
            PassageData(kind=SectionKind.GOALS, heading="Vart vi ska"),
            PassageData(kind=SectionKind.OTHER, heading="Hur vi arbetar"),
        ]
    )

    assert told == "## Mål\n\nAtt mötas.\n\n## Vart vi ska {goals}\n\n## Hur vi arbetar\n"


def test_a_body_that_ended_in_the_middle_keeps_its_place(tmp_path):
    norrmark = checked(HERE / "norrmark").structure()
    ended = norrmark.bodies[2].model_copy(update={"last_day": date(2025, 12, 31)})
    bodies = [*norrmark.bodies[:2], ended, *norrmark.bodies[3:]]
    structure = norrmark.model_copy(update={"bodies": bodies})

    write_folder(structure, tmp_path)

    assert checked(tmp_path).structure() == structure
