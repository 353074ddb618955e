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
        ("principals.toml", 'principals = ["aspa"]', "principals = []", "too_short"),
        ("bodies.toml", QUOTA, "principals = []\n", "quota_of_nobody"),
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
        # seats, chairs and texts
        (
            "bodies.toml",
            'nominators = ["forbundet"]',
            'principals = ["aspa"]\nnominators = ["forbundet"]',
            "quota_of_both",
        ),
        ("bodies.toml", '["forbundet"]', '["fobundet"]', "unknown_nominator"),
        ("bodies.toml", 'grouping = "kusten"', 'grouping = "kosten"', "unknown_grouping"),
        ("principals.toml", 'grouping = "kusten"', 'grouping = "kosten"', "unknown_grouping"),
        ("bodies.toml", 'host = "aspa"', 'host = "apsa"', "unknown_principal"),
        ("outside.toml", '"aspa"', '"apsa"', "unknown_principal"),
        ("grounds.toml", 'section = "2.1"', 'section = "9.1"', "unknown_section"),
        ("grounds.toml", "Rådet möts", "Radet möts", "word_not_there"),
        ("grounds.toml", '"R062"', '"R010"', "stated_again"),
        ("sammantraden.toml", '"region-norrmark"', '"region-norrmarken"', "unknown_principal"),
        (
            "sammantraden.toml",
            'principal = "region-norrmark"\nkind = "committee"',
            'kind = "council"',
            "stated_again",
        ),
        (
            "sammantraden.toml",
            'kind = "council"\nmonths = [2, 4, 9, 11]',
            'kind = "council"',
            "line_rhythm_without_days",
        ),
        ("sammantraden.toml", "[2, 4, 9, 11]", "[2, 13]", "less_than_equal"),
        ("bodies.toml", 'setter = "radet"', 'setter = "rodet"', "unknown_body"),
        ("bodies.toml", 'setter = "radet"', 'setter = "forum"', "points_to_itself"),
        ("bodies.toml", 'setter = "radet"', 'setter = "gamla-gruppen"', "never_at_once"),
        ("bodies.toml", 'responsibility = "board"', 'responsibility = "bord"', "enum"),
        ("bodies.toml", 'required_sections = ["goals"]', 'required_sections = ["x"]', "enum"),
        ("bodies.toml", 'relation = "before"', 'relation = "after"', "enum"),
        (
            "bodies.toml",
            'of_body = "radet"\noffice = "chair"\npart = "adjoined"',
            'of_body = "gruppen"\noffice = "chair"\npart = "adjoined"',
            "points_to_itself",
        ),
        ("bodies.toml", 'anchor = "calendar_year"', 'anchor = "congress"', "congress_without_day"),
        (
            "bodies.toml",
            "alternates = true",
            'chair_side = "region"\nalternates = true',
            "side_and_alternates",
        ),
        ("bodies.toml", "parity = true", 'side = "regionen"', "enum"),
        ("collaboration.toml", '"council"', '"counsil"', "enum"),
        ("texts/uppdrag-forum.toml", 'body = "forum"', 'body = "forom"', "unknown_body"),
        ("texts/uppdrag-forum.toml", 'body = "forum"', 'function = "f"', "unknown_function"),
        ("texts/uppdrag-forum.toml", 'by = "radet"', 'by = "rodet"', "unknown_body"),
        ("texts/uppdrag-forum.toml", "number = 1 }", "number = 2 }", "unknown_values"),
        ("texts/uppdrag-forum.toml", '"vardegrund"', '"verdegrund"', "unknown_values"),
        ("texts/uppdrag-forum.toml", 'kind = "assignment"', 'kind = "uppdrag"', "enum"),
        ("texts/uppdrag-forum.toml", "number = 2", "number = 1", "version_twice"),
        ("texts/uppdrag-forum.toml", 'stage = "draft"', 'stage = "drat"', "enum"),
        ("texts/uppdrag-forum.1.md", "## Mål", "# Mål", "heading_of_another_sort"),
        ("texts/uppdrag-forum.1.md", "## Mål", "Mål", "text_before_section"),
        ("texts/uppdrag-forum.1.md", "{reporting}", "{raportering}", "enum"),
        ("texts/uppdrag-forum.1.md", "Vi skriver.", "19811228-9874", "identity_number"),
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
        ("bodies.toml", "ordinary_max = 4", "ordinary_max = 5", "parity_broken", 82),
        ("bodies.toml", "anchored_on = 2023-05-05", "", "congress_without_day", 96),
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


# --- Seats and chairs ----------------------------------------------------------------------------

RULE = 'anchor = "calendar_year"\nalternates = true\n'
SEATS = """
[[bodies.quotas]]
principals = ["aspa"]
ordinary_min = 1
ordinary_max = 1
substitutes_max = 1
"""


def codes_in(folder: Path) -> list[str]:
    return [fault.code for fault in checked(folder).faults]


@pytest.mark.parametrize(
    ("seats", "codes"),
    [
        (1, ["derived_by_hand"]),
        (2, ["derived_by_hand", "derived_by_hand", "quota_twice"]),
    ],
)
def test_a_committee_whose_seats_are_derived_has_none_by_hand(norrmark, change, seats, codes):
    change("bodies.toml", 'part = "seat"\n', 'part = "seat"\n' + SEATS * seats)

    assert sorted(codes_in(norrmark)) == codes


def test_a_committee_with_seats_of_its_own_is_no_fault(norrmark, change):
    derived = '[[bodies.derived_seats]]\nof_body = "radet"\noffice = "chair"\npart = "seat"\n'
    change("bodies.toml", derived, SEATS)

    assert codes_in(norrmark) == []


@pytest.mark.parametrize(
    ("first", "codes"), [("2024-12-31", ["chair_rules_at_once"]), ("2025-01-01", [])]
)
def test_a_body_has_one_chair_rule_on_a_day(norrmark, change, first, codes):
    later = f"last_day = 2024-12-31\n\n[[bodies.chair_rules]]\nfirst_day = {first}\n"
    change("bodies.toml", RULE, RULE + later)

    assert codes_in(norrmark) == codes


@pytest.mark.parametrize(("last", "codes"), [("2023-12-31", ["outside_owner"]), ("2024-01-01", [])])
def test_a_chair_rule_holds_within_the_bodys_days(norrmark, change, last, codes):
    change("bodies.toml", RULE, RULE + f"last_day = {last}\n")

    assert codes_in(norrmark) == codes


@pytest.mark.parametrize(
    ("first", "codes"), [("2024-01-02", ["quota_outside_nominator"]), ("2024-01-01", [])]
)
def test_seats_are_of_a_nominator_that_is_there(norrmark, change, first, codes):
    change("principals.toml", 'kind = "federation"', f'kind = "federation"\nfirst_day = {first}')

    assert codes_in(norrmark) == codes


def test_seats_on_both_sides_change_on_the_same_day(norrmark, change):
    of_region = 'principals = ["region-norrmark"]\nordinary_min = 4\nordinary_max = 4\n'
    later = of_region.replace("4", "5")
    change(
        "bodies.toml",
        f"{of_region}substitutes_max = 1\n",
        f"{of_region}substitutes_max = 1\nlast_day = 2025-12-31\n\n[[bodies.quotas]]\n{later}"
        "substitutes_max = 1\nfirst_day = 2026-01-01\n",
    )

    (fault,) = checked(norrmark).faults

    assert "den 2026-01-01 har kommunerna 4 och regionen 5." in wording.fault(fault, norrmark)


def test_a_circle_may_go_through_a_body_that_meets_before(norrmark, change):
    change("bodies.toml", 'parents = [{ body = "radet" }]', 'parents = [{ body = "forum" }]')
    change("bodies.toml", 'short_name = "G"', 'short_name = "G"\nassignment_setter = "forum"')
    assert codes_in(norrmark) == []

    change(
        "bodies.toml",
        '{ body = "radet", relation = "before" }',
        '{ body = "gruppen", relation = "before" }',
    )

    assert codes_in(norrmark) == ["circle"]


def test_bodies_do_not_set_each_others_assignments_in_a_circle(norrmark, change):
    change("bodies.toml", 'name = "Rådet"', 'name = "Rådet"\nassignment_setter = "gruppen"')
    change("bodies.toml", 'name = "Gruppen"', 'name = "Gruppen"\nassignment_setter = "forum"')

    (fault,) = checked(norrmark).faults

    assert (fault.code, fault.file, fault.line) == ("circle_of_setters", "bodies.toml", 4)


def test_bodies_do_not_prepare_for_each_other_in_a_circle(norrmark, change):
    change("bodies.toml", 'name = "Rådet"', 'name = "Rådet"\nprepared_by = "gruppen"')
    assert codes_in(norrmark) == []
    change("bodies.toml", 'name = "Gruppen"', 'name = "Gruppen"\nprepared_by = "radet"')

    (fault,) = checked(norrmark).faults

    assert (fault.code, fault.file) == ("circle_of_preparers", "bodies.toml")


@pytest.mark.parametrize(
    ("other", "code"),
    [("rodet", "unknown_body"), ("radet", "points_to_itself"), ("gamla-gruppen", "never_at_once")],
)
def test_who_prepares_is_another_body_of_the_same_time(norrmark, change, other, code):
    change("bodies.toml", 'name = "Rådet"', f'name = "Rådet"\nprepared_by = "{other}"')

    assert code in codes_in(norrmark)


def test_a_successor_that_comes_late_or_early_is_no_fault(norrmark, change):
    change("former-bodies.toml", "last_day = 2023-12-31", "last_day = 2020-12-31")

    assert codes_in(norrmark) == []


def test_a_level_is_left_without_an_arena_once(norrmark):
    path = norrmark / "collaboration.toml"
    text = path.read_text()
    path.write_text(text + text[text.index("\n[[") :])

    assert codes_in(norrmark) == ["stated_again"]


# --- Governing documents -------------------------------------------------------------------------


def test_a_version_is_a_file_of_its_own(norrmark):
    (norrmark / "texts/uppdrag-forum.2.md").rename(norrmark / "texts/uppdrag-forum.3.md")

    assert faults_in(norrmark) == [
        ("missing_file", "texts/uppdrag-forum.2.md", 1),
        ("version_not_stated", "texts/uppdrag-forum.3.md", 1),
    ]


@pytest.mark.parametrize("name", ["uppdrag-forum.md", "uppdrag-forum.0.md", "uppdrag-forum.x.md"])
def test_the_file_of_a_version_has_its_number(norrmark, name):
    (norrmark / "texts" / name).write_text("## Mål\n")

    assert faults_in(norrmark) == [("unknown_file", f"texts/{name}", 1)]


def test_versions_need_the_file_of_their_document(norrmark):
    (norrmark / "texts/vardegrund.toml").rename(norrmark / "texts/vardegrunden.toml")

    faults = checked(norrmark).faults

    assert sorted((fault.code, fault.file) for fault in faults) == [
        ("missing_file", "texts/vardegrund.toml"),
        ("missing_file", "texts/vardegrunden.1.md"),
        ("unknown_values", "texts/uppdrag-forum.toml"),
    ]


def test_a_document_that_cannot_be_read_does_not_accuse_its_versions(norrmark, change):
    change("texts/uppdrag-forum.toml", "kind = ", "kind ")

    assert faults_in(norrmark) == [("not_toml", "texts/uppdrag-forum.toml", 1)]


def test_a_document_has_one_draft_at_a_time(norrmark, change):
    line = change("texts/vardegrund.toml", "adopted_on = 2024-01-15", "\n[[versions]]\nnumber = 2")
    path = norrmark / "texts/vardegrund.toml"
    path.write_text(path.read_text().replace("adopted", "draft") + 'stage = "draft"\n')
    (norrmark / "texts/vardegrund.2.md").write_text("")

    assert faults_in(norrmark) == [("two_drafts", "texts/vardegrund.toml", line + 3)]


def test_the_values_carry_no_values(norrmark, change):
    values = 'adopted_on = 2024-01-15\nvalues = { text = "vardegrund", number = 1 }'
    change("texts/vardegrund.toml", "adopted_on = 2024-01-15", values)

    assert codes_in(norrmark) == ["values_in_values"]


def test_a_document_is_of_somebody(norrmark, change):
    change("texts/vardegrund.toml", 'body = "radet"\n', "")

    assert faults_in(norrmark) == [("text_of_nobody", "texts/vardegrund.toml", 1)]
