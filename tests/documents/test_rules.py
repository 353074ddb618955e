"""What may be written, how clauses and annexes hold together, and what a file may be called."""

import pytest

from samverkan.documents.rules import (
    annexes_named_in,
    is_attached,
    joined,
    megabytes,
    obstacles_to_annexes,
    obstacles_to_clauses,
    obstacles_to_file,
    obstacles_to_text,
    obstacles_to_title,
    safe_name,
)
from samverkan.journal.obstacles import Obstacle
from tests.documents.numbers import FIRST, LAST

READY = {
    "lead": "Kommunfullmäktige beslutar",
    "clauses": ["att anta huvudpunkterna enligt bilaga 2; samt", "att ge nämnden uppdraget."],
    "attached": ["Bilaga 2 - Huvudpunkterna i förslaget till samverkansstruktur"],
}


def codes(obstacles):
    return [obstacle.code for obstacle in obstacles]


def test_a_text_with_an_identity_number_is_named_by_its_field():
    found = obstacles_to_text(Bakgrund=f"Anna, {FIRST}-{LAST}", Fråga="Vad gäller?")

    assert found == [Obstacle("identity_number", {"field": "Bakgrund"})]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x7f", "\ud800", "\u202e", "\u2066"])
def test_signs_that_cannot_be_kept_or_turn_the_reading(sign):
    assert codes(obstacles_to_text(Fråga=f"a{sign}b")) == ["control_characters"]


def test_tags_line_breaks_tabs_and_any_letters_are_text():
    assert obstacles_to_text(Fråga="<b>\r\n\tČájánas ŋ 😀 #import $x$ \\") == []


@pytest.mark.rule("R297")
@pytest.mark.rule("R298")
def test_ready_clauses_have_no_obstacles():
    assert obstacles_to_clauses(**READY) == []
    assert obstacles_to_clauses(**READY | {"clauses": ["att godkänna rapporten"]}) == []


@pytest.mark.rule("R297")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"lead": " "}, "no_lead"),
        ({"lead": "x" * 201}, "lead_too_long"),
        ({"clauses": []}, "no_clauses"),
        ({"clauses": ["godkänna rapporten"]}, "clause_without_att"),
        ({"clauses": ["Att godkänna rapporten"]}, "clause_without_att"),
        ({"clauses": ["attestera"]}, "clause_without_att"),
        ({"clauses": ["att "]}, "clause_without_att"),
        ({"clauses": ["att " + "x" * 3997]}, "clause_too_long"),
    ],
)
def test_clauses_are_refused_when(change, code):
    assert codes(obstacles_to_clauses(**READY | change)) == [code]


@pytest.mark.rule("R299")
@pytest.mark.rule("R313")
def test_an_annex_named_in_a_clause_is_attached():
    assert obstacles_to_clauses(**READY | {"attached": ["Bilaga 1"]}) == [
        Obstacle("annex_not_attached", {"annex": "bilaga 2"})
    ]


@pytest.mark.rule("R299")
def test_annexes_named_outside_the_clauses_can_be_asked_for():
    found = obstacles_to_clauses(**READY | {"annexes_named": ["bilaga 2", "bilaga 3"]})

    assert found == [Obstacle("annex_not_attached", {"annex": "bilaga 3"})]


@pytest.mark.rule("R299")
@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("enligt bilaga 2; samt", ["bilaga 2"]),
        ("(Bilaga 1).", ["bilaga 1"]),
        ("enligt bil. 4", ["bilaga 4"]),
        ("enligt bilaga A", ["bilaga A"]),
        ("bilagorna 1, 2 och 4", ["bilaga 1", "bilaga 2", "bilaga 4"]),
        ("bilaga 1–3", ["bilaga 1", "bilaga 2", "bilaga 3"]),
        ("bilaga 2 och bilaga 2", ["bilaga 2"]),
        (
            'enligt bilagan "Huvudpunkter förslag samverkansstruktur" samt',
            ["Huvudpunkter förslag samverkansstruktur"],
        ),
        ("enligt bilaga ”Förslag Projektdirektiv”.", ["Förslag Projektdirektiv"]),
        ("enligt bilaga »A b» och bilaga 2", ["A b", "bilaga 2"]),
        ("enligt bilaga.", ["bilaga"]),
        ("i bilagda handlingar; bilaga i ärendet", []),
    ],
)
def test_annexes_named_in_a_clause(clause, named):
    assert annexes_named_in(clause) == named


@pytest.mark.rule("R299")
@pytest.mark.parametrize(
    ("named", "attached", "holds"),
    [
        ("bilaga 2", "Bilaga 2", True),
        ("bilaga 2", "2", True),
        ("bilaga 2", "2. Överenskommelse om regional samverkansstruktur", True),
        ("bilaga 1", "Bilaga 1- Slutrapport, Organisering av samverkan", True),
        ("bilaga 1", "Bilaga 12", False),
        ("bilaga 10", "10 punkter om vård", False),
        ("bilaga A", "Bilaga A – Budget", True),
        ("Förslag Projektdirektiv", "förslag  projektdirektiv.", True),
        ("Förslag Projektdirektiv", "Bilaga 2: ”Förslag Projektdirektiv”", True),
        ("Förslag Projektdirektiv", "Projektdirektiv", False),
        ("bilaga", "Vad som helst", True),
    ],
)
def test_an_annex_is_found_by_its_number_or_its_title(named, attached, holds):
    assert is_attached(named, [attached]) is holds


def test_nothing_is_attached_to_nothing():
    assert not is_attached("bilaga", [])


@pytest.mark.rule("R297")
@pytest.mark.parametrize(
    ("clauses", "printed"),
    [
        (["att a."], ["att a."]),
        (["att a.", "att b."], ["att a, samt", "att b."]),
        (["att a", "att b", "att c"], ["att a", "att b, samt", "att c"]),
        (["att a; samt", "att b"], ["att a; samt", "att b"]),
    ],
)
def test_clauses_are_joined_by_samt(clauses, printed):
    assert joined(clauses) == printed
    assert joined(joined(clauses)) == printed


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["Bilaga 1", ""], "annex_without_name"),
        (["x" * 201], "annex_name_too_long"),
        (["Bilaga 1", "Bilaga 1"], "annex_named_twice"),
    ],
)
def test_annexes_are_refused_when(names, code):
    assert codes(obstacles_to_annexes(names)) == [code]


@pytest.mark.parametrize(
    ("title", "code"), [("", "no_document_title"), ("x" * 201, "document_title_too_long")]
)
def test_a_title_is_refused_when(title, code):
    assert codes(obstacles_to_title(title)) == [code]
    assert obstacles_to_title("x" * 200) == []


PDF = {"name": "rapport.pdf", "size": 10, "detected": "application/pdf", "limit": 10}


def test_a_file_on_the_limit_is_let_in():
    assert obstacles_to_file(**PDF) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"size": 0}, "file_is_empty"),
        ({"size": 11}, "file_too_large"),
        ({"detected": None}, "file_type_not_allowed"),
        ({"detected": "application/zip"}, "file_type_not_allowed"),
        ({"detected": "image/png"}, "file_is_something_else"),
        ({"name": "rapport"}, "file_is_something_else"),
        ({"name": "rapport.pdf.exe"}, "file_is_something_else"),
        ({"name": "x" * 147 + ".pdf"}, "file_name_too_long"),
        ({"name": "../rapport.pdf"}, "file_name_unsafe"),
        ({"name": "C:\\rapport.pdf"}, "file_name_unsafe"),
        ({"name": f"intyg_{FIRST}_{LAST}.pdf"}, "identity_number_in_file_name"),
        ({"flaws": ("file_has_macros",), "detected": None}, "file_has_macros"),
    ],
)
def test_a_file_is_refused_when(change, code):
    assert codes(obstacles_to_file(**PDF | change)) == [code]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Protokoll § 12 Åsele.pdf", "Protokoll § 12 Åsele.pdf"),
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\Anna\\Protokoll.pdf", "Protokoll.pdf"),
        ("../../.bashrc", "bashrc"),
        ("rapport\u202efdp.exe", "rapportfdp.exe"),
        ('a"b<c>\r\n?.pdf', "a_b_c__.pdf"),
        ("A\u030asele.pdf", "Åsele.pdf"),
        ("..", "namnlös"),
        ("", "namnlös"),
    ],
)
def test_a_name_is_made_safe(name, safe):
    assert safe_name(name) == safe
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("size", "said"), [(24_000_000, "24 MB"), (20_500_000, "20,5 MB"), (400_000, "0,4 MB")]
)
def test_sizes_as_people_say_them(size, said):
    assert megabytes(size) == said
