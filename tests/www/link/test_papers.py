"""The registrar fetches the proposal as a Word file, without an account."""

from samverkan.documents.word.checking import WORD
from tests.documents.forms import lines, opened


def test_the_proposal_comes_as_a_word_file(registrar, dispatch, recommendation):
    page = registrar.get().content.decode()
    answer = registrar.get("paper")

    assert registrar.url("paper") in page
    assert answer["Content-Type"] == WORD
    assert (
        f"forslag-{recommendation.number}-{dispatch.principal.slug}.docx"
        in (answer["Content-Disposition"])
    )
    assert "Socialnämnden beslutar" in lines(answer.content)
    assert "Bilaga 1" in lines(answer.content)


def test_it_is_the_registrars_own_only(registrar, other):
    assert other.principal.name not in "\n".join(lines(registrar.get("paper").content))


def test_it_carries_the_reference_number_once_told(registrar):
    registrar.post("mottagande", reference_number="SN 2026/7")

    document = registrar.get("paper").content

    assert "SN 2026/7" in opened(document).sections[0].header.paragraphs[0].text
