"""Every sort of fault is found, on its line, with its remedy."""

from pathlib import Path

import pytest

from samverkan.structures import wording
from samverkan.structures.checks import checked


def faults_in(folder: Path) -> list[tuple[str, str, int]]:
    return [(fault.code, fault.file, fault.line) for fault in checked(folder).faults]


def test_a_whole_structure_has_no_faults(norrmark):
    assert faults_in(norrmark) == []


BODY = 'slug = "gruppen"\n'
QUOTA = 'principals = ["aspa", "bokby"]\n'
FORMER = 'slug = "gamla-gruppen"\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        # within a part
        ("bodies.toml", "power = ", "powr = ", "extra_forbidden"),
        ("bodies.toml", 'power = "recommends"', 'power = "recomends"', "enum"),
        ("bodies.toml", 'power = "recommends"', "power = 3", "enum"),
        ("bodies.toml", 'slug = "gruppen"', 'slug = "Gruppen"', "string_pattern_mismatch"),
        ("bodies.toml", 'slug = "gruppen"', "slug = 5", "string_type"),
        ("bodies.toml", 'name = "Gruppen"', 'name = " "', "string_pattern_mismatch"),
        ("bodies.toml", 'short_name = "G"', f'short_name = "{"G" * 61}"', "string_too_long"),
        ("bodies.toml", "ordinary_min = 1", 'ordinary_min = "1"', "int_type"),
        ("bodies.toml", "ordinary_min = 1", "ordinary_min = -1", "greater_than_equal"),
        ("bodies.toml", "ordinary_min = 1", "ordinary_min = 0.5", "int_type"),
        ("bodies.toml", "ordinary_max = 2", "ordinary_max = 100", "less_than_equal"),
        ("bodies.toml", "first_day = 2024-01-01", 'first_day = "2024-01-01"', "date_type"),
        ("bodies.toml", "first_day = 2024-01-01", "first_day = 1024-01-01", "greater_than_equal"),
        ("bodies.toml", QUOTA, "principals = []\n", "too_short"),
        ("bodies.toml", QUOTA, 'principals = "aspa"\n', "list_type"),
        ("bodies.toml", 'parents = [{ body = "radet" }]', 'parents = ["radet"]', "model_type"),
        ("functions.toml", "= 0.5", '= "0.5"', "is_instance_of"),
        ("functions.toml", "= 0.5", "= 0.0", "greater_than"),
        ("functions.toml", "= 0.5", "= 0.555", "decimal_max_places"),
        ("functions.toml", "= 0.5", "= nan", "finite_number"),
        ("collaboration.toml", "county = ", "conty = ", "extra_forbidden"),
        ("agreements/samverkan.toml", "title = ", "titel = ", "extra_forbidden"),
        ("agreements/samverkan.md", "### 2.1", "### 1", "section_twice"),
        ("agreements/samverkan.md", "## 1. Parter", "## Parter", "heading_without_number"),
        ("agreements/samverkan.md", "## 1. Parter", "Parter", "text_before_heading"),
        ("agreements/samverkan.md", "Rådet\n", f"{'R' * 201}\n", "string_too_long"),
        # whole files
        ("bodies.toml", "power = ", "power ", "not_toml"),
        ("bodies.toml", 'name = "Gruppen"\n', 'slug = "grupp"\n', "stated_twice"),
        # between parts
        ("collaboration.toml", '"norrmark"', '"konto"', "slug_taken"),
        ("bodies.toml", BODY, 'slug = "radet"\n', "slug_twice"),
        ("former-bodies.toml", FORMER, 'slug = "radet"\n', "slug_twice"),
        ("principals.toml", 'code = "9902"', 'code = "9901"', "code_twice"),
        ("bodies.toml", '"aspa", "bokby"', '"aspa", "bobky"', "unknown_principal"),
        ("principals.toml", 'principals = ["aspa"]', 'principals = ["apsa"]', "unknown_principal"),
        ("functions.toml", '"region-norrmark"', '"regionen"', "unknown_principal"),
        ("bodies.toml", '[{ body = "radet" }]', '[{ body = "rodet" }]', "unknown_body"),
        ("bodies.toml", 'of_body = "radet"', 'of_body = "rodet"', "unknown_body"),
        ("former-bodies.toml", '{ body = "gruppen"', '{ body = "grupen"', "unknown_body"),
        ("bodies.toml", '[{ body = "radet" }]', '[{ body = "gruppen" }]', "points_to_itself"),
        (
            "bodies.toml",
            'aliases = [\n  "Norrmarks råd"',
            'parents = [{ body = "gruppen" }]\naliases = [\n  "Norrmarks råd"',
            "circle",
        ),
        ("bodies.toml", "last_day = 2025-12-31", "last_day = 2023-12-31", "outside_owner"),
        ("bodies.toml", "ordinary_max = 2", "ordinary_max = 0", "most_below_least"),
        ("bodies.toml", QUOTA, 'principals = ["aspa", "bokby", "aspa"]\n', "quota_twice"),
        (
            "bodies.toml",
            '[{ body = "radet" }]',
            '[{ body = "radet" }, { body = "radet" }]',
            "stated_again",
        ),
        ("principals.toml", '= ["aspa"]', '= ["aspa", "aspa"]', "stated_again"),
        (
            "bodies.toml",
            '[{ body = "radet" }]',
            '[{ body = "gamla-gruppen" }]',
            "never_at_once",
        ),
        ("functions.toml", "region_percent = 60.0", "region_percent = 50.0", "shares_not_whole"),
        # what may not be kept
        ("bodies.toml", "Andra stycket.", "Ring 811228-9874.", "identity_number"),
        ("agreements/samverkan.md", "två gånger", "19811228-9874", "identity_number"),
    ],
)
def test_a_fault_is_found_on_its_line(norrmark, change, file, old, new, code):
    line = change(file, old, new)

    faults = checked(norrmark).faults

    lines = [fault.line for fault in faults if (fault.code, fault.file) == (code, file)]
    assert lines, faults_in(norrmark)
    assert line in lines
    for fault in faults:
        told = wording.fault(fault, norrmark)
        assert told.count("\n") == 1
        assert "%(" not in told
        assert fault.code in wording.FAULTS


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line"),
    [
        ("bodies.toml", 'name = "Gruppen"\n', "", "missing", 34),
        ("bodies.toml", BODY, BODY + "in_fixed_structure = 1\n", "bool_type", 36),
        ("bodies.toml", BODY, BODY + "last_day = 2023-12-31\n", "ends_before_it_begins", 36),
        ("bodies.toml", "last_day = 2025-12-31", "last_day = 2026-01-01", "quota_twice", 28),
        ("functions.toml", "region_percent = 60.0", "", "shares_not_whole", 1),
        ("bodies.toml", "Andra stycket.", "Andra\\u0000.", "control_characters", 43),
        ("bodies.toml", '"Det stora rådet"', '"gruppen"', "name_taken", 36),
        ("bodies.toml", '"Det stora rådet"', '"Norrmarks råd"', "stated_again", 10),
        (
            "principals.toml",
            "last_day = 2019-12-31",
            "first_day = 2020-01-01\nlast_day = 2019-12-31",
            "ends_before_it_begins",
            31,
        ),
    ],
)
def test_a_fault_is_shown_at_the_nearest_line(norrmark, change, file, old, new, code, line):
    change(file, old, new)

    assert faults_in(norrmark) == [(code, file, line)]


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("principals.toml", "2023-01-01", "2024-01-02", ("quota_for_non_party", "bodies.toml", 15)),
        ("former-bodies.toml", "2023-12-31", "2024-01-01", ("name_taken", "former-bodies.toml", 4)),
    ],
)
def test_a_fault_between_files_is_shown_in_the_one_that_points(
    norrmark, change, file, old, new, found
):
    change(file, old, new)

    assert faults_in(norrmark) == [found]


def test_every_fault_is_found_in_one_run(norrmark, change):
    change("bodies.toml", 'power = "recommends"', 'powr = "recommends"')
    change("bodies.toml", '"aspa", "bokby"', '"aspa", "Bobky"')
    change("bodies.toml", "ordinary_max = 2", "ordinary_max = 0")
    change("bodies.toml", 'name = "Gruppen"', "name = 7")
    change("bodies.toml", '[{ body = "radet" }]', '[{ body = "rodet" }]')
    change("functions.toml", '"region-norrmark"', '"aspby"')
    change("former-bodies.toml", "power = ", "power ")
    change("agreements/samverkan.md", "## 1. Parter", "## Parter")

    assert {fault.code for fault in checked(norrmark).faults} == {
        "extra_forbidden",
        "missing",
        "string_pattern_mismatch",
        "unknown_principal",
        "most_below_least",
        "string_type",
        "not_toml",
        "heading_without_number",
    }  # the unknown body may be in the file that cannot be read, so it is not accused


def test_a_misspelling_gets_a_guess_and_the_whole_place(norrmark, change):
    change("bodies.toml", '"aspa", "bokby"', '"aspa", "bobky"')

    (fault,) = checked(norrmark).faults

    assert wording.fault(fault, Path("norrmark")) == (
        "norrmark/bodies.toml:15: bodies[radet].quotas[1].principals[2]: "
        "Huvudmannen ”bobky” finns inte i principals.toml.\n"
        "    Menade du ”bokby”? Lägg till huvudmannen, eller rätta adressen."
    )


def test_a_missing_file_is_said_and_a_misspelled_one_guessed(norrmark):
    (norrmark / "bodies.toml").rename(norrmark / "bodys.toml")

    missing, unknown, *others = sorted(checked(norrmark).faults)

    assert (missing.code, missing.file) == ("missing_file", "bodies.toml")
    assert "”bodys.toml”" in wording.fault(missing, norrmark)
    assert (unknown.code, unknown.file) == ("unknown_file", "bodys.toml")
    assert "”bodies.toml”" in wording.fault(unknown, norrmark)
    assert others == []


@pytest.mark.parametrize("ending", ["md", "toml"])
def test_an_agreement_is_two_files(norrmark, ending):
    (norrmark / f"agreements/samverkan.{ending}").unlink()

    assert ("missing_file", f"agreements/samverkan.{ending}", 1) in faults_in(norrmark)


def test_the_name_of_an_agreements_file_is_an_address(norrmark):
    for path in (norrmark / "agreements").iterdir():
        path.rename(path.with_stem("Vår överenskommelse"))

    assert faults_in(norrmark) == [
        ("file_name_no_address", "agreements/Vår överenskommelse.toml", 1)
    ]


def test_an_agreement_has_sections(norrmark):
    (norrmark / "agreements/samverkan.md").write_text("\n")

    assert faults_in(norrmark) == [("no_sections", "agreements/samverkan.md", 1)]


def test_a_file_in_another_encoding_is_named_with_the_line(norrmark):
    path = norrmark / "bodies.toml"
    path.write_bytes(path.read_text().encode("latin-1"))

    assert faults_in(norrmark) == [("not_utf8", "bodies.toml", 3)]


@pytest.mark.parametrize(
    "turn", [lambda raw: b"\xef\xbb\xbf" + raw, lambda raw: raw.replace(b"\n", b"\r\n")]
)
def test_files_saved_by_windows_are_read(norrmark, turn):
    for path in norrmark.rglob("*.*"):
        path.write_bytes(turn(path.read_bytes()))

    assert faults_in(norrmark) == []


def test_a_folder_that_is_not_there(tmp_path):
    assert [fault.code for fault in checked(tmp_path / "nowhere").faults] == ["no_folder"]


def test_an_empty_folder_lacks_its_files(tmp_path):
    assert [fault.file for fault in checked(tmp_path).faults] == [
        "collaboration.toml",
        "principals.toml",
        "bodies.toml",
    ]


@pytest.mark.parametrize("text", ["principals = 3\n", "[principals]\n", "principals = [1]\n", ""])
def test_a_file_of_another_shape(norrmark, text):
    (norrmark / "principals.toml").write_text(text)

    assert ("principals.toml", 1) in [found[1:] for found in faults_in(norrmark)]
