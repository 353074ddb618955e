"""Reading a roster's file: whatever program wrote it, the same rows come out."""

import io
import struct
import zipfile
from datetime import date

import pytest

from samverkan.bodies.rosters.columns import Column, column_of, letters
from samverkan.bodies.rosters.reading import read
from samverkan.bodies.rosters.workbooks import sheets_of
from samverkan.journal.obstacles import StepRefused
from tests.bodies.roster_files import HEADINGS, ROW, csv, ods, row, xlsx
from tests.documents.files import LOCKED_OFFICE, office, pdf, png, zipped
from tests.documents.numbers import FIRST, LAST

CELLS = [*ROW.values(), ""]
NUMBER = f"{FIRST}-{LAST}"


LARGE = 101_000_000


def bomb():
    """Return a workbook whose sheet is a hundred million spaces."""
    with zipfile.ZipFile(io.BytesIO(xlsx([ROW]))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    padding = b" " * (LARGE - len(sheet))
    return zipped(
        parts | {"xl/worksheets/sheet1.xml": sheet.replace(b"</row>", padding + b"</row>", 1)}
    )


def codes(data, name="förteckning.csv"):
    with pytest.raises(StepRefused) as refused:
        read(data, name=name)
    return [obstacle.code for obstacle in refused.value.obstacles]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Namn", Column.NAME),
        ("För- och efternamn", Column.NAME),
        ("FÖRNAMN", Column.FIRST_NAME),
        (" Organ ", Column.BODY),
        ("Kommun/region", Column.HOLDER),
        ("Ordinarie / ersättare", Column.KIND),
        ("Fr.o.m.", Column.FIRST),
        ("Fr o m (datum)", Column.FIRST),
        ("T.o.m.", Column.LAST),
        ("e-post", Column.EMAIL),
        ("Nämnd/verksamhet", Column.LINE),
        ("§", Column.PARAGRAPH),
        ("Beslutsdatum", Column.APPOINTED_ON),
        ("Utsedd av", Column.APPOINTED_BY),
        ("Skonummer", None),
        ("", None),
    ],
)
def test_a_heading_is_known_however_it_is_spelled(heading, column):
    assert column_of(heading) is column


@pytest.mark.parametrize(("place", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_called_as_sheets_call_them(place, said):
    assert letters(place) == said


@pytest.mark.parametrize(
    "data",
    [
        csv([ROW]),
        csv([ROW], encoding="utf-8-sig"),
        csv([ROW], encoding="utf-16"),
        csv([ROW], encoding="utf-16-le"),
        csv([ROW], encoding="cp1252"),
        csv([ROW], separator=","),
        csv([ROW], separator="\t"),
        b"sep=;\r\n" + csv([ROW]),
        xlsx([ROW]),
        xlsx([row(Från=date(2027, 1, 1))]),
        ods([ROW]),
        ods([row(Från=date(2027, 1, 1))]),
    ],
)
def test_the_same_rows_come_from_any_program(data):
    reading = read(data, name="förteckning")

    assert [cells for _, cells in reading.rows] == [CELLS]
    assert [column for column, _ in reading.columns] == [
        Column.NAME,
        Column.BODY,
        Column.HOLDER,
        Column.KIND,
        Column.FIRST,
        Column.LAST,
    ]


def test_titles_above_and_empty_rows_are_passed_and_rows_keep_their_numbers():
    cells = [["Förteckning 2027"], [], HEADINGS, [], CELLS, [], CELLS]

    for data in (xlsx(cells=cells), ods(cells=cells)):
        assert [number for number, _ in read(data, name="f").rows] == [5, 7]


def test_a_table_that_begins_further_in_keeps_its_columns():
    cells = [[], ["", "", *HEADINGS], ["", "", *CELLS]]

    for data in (xlsx(cells=cells), ods(cells=cells)):
        reading = read(data, name="f")
        assert reading.columns[0] == (Column.NAME, "C")
        assert reading.rows == [(3, CELLS)]


def test_unknown_columns_are_told_and_passed():
    reading = read(csv([row(Skonummer="42")]), name="f")

    assert [(one.code, one.facts) for one in reading.notices] == [
        ("roster_columns_passed_over", {"headings": ["Skonummer"]})
    ]
    assert "42" not in str(reading.rows)


def test_vacant_seats_are_passed_and_told():
    reading = read(csv([ROW, row(Namn="Vakant")]), name="f")

    assert len(reading.rows) == 1
    assert reading.notices[0].facts == {"rows": [3]}


def test_formulas_are_their_values():
    data = xlsx([ROW], then=lambda sheet: sheet.write_formula("A2", "=1+1", None, "Maj"))

    assert read(data, name="f").rows[0][1][0] == "Maj"


def test_a_formula_that_gives_an_error_is_told():
    (fault,) = read(csv([row(Namn="#REF!")]), name="f").faults

    assert (fault.cell, fault.obstacle.code) == ("A2", "roster_error_value")


@pytest.mark.parametrize("written", [NUMBER, f"19{NUMBER}", f"{FIRST}{LAST}"])
@pytest.mark.parametrize("make", [csv, xlsx, ods])
def test_an_identity_number_is_never_kept(make, written):
    reading = read(make([row(Namn=f"Maj {written}", Skonummer=written)]), name="f")

    assert [(one.cell, one.obstacle.code) for one in reading.faults] == [
        ("A2", "roster_identity_number"),
        ("G2", "roster_identity_number"),
    ]
    assert reading.rows[0][1][0] == "•••"
    assert LAST not in str(reading)


def test_an_identity_number_above_the_rows_is_found_too():
    cells = [[f"Listan över {NUMBER}"], [*HEADINGS, f"Nr {NUMBER}"], CELLS]
    reading = read(xlsx(cells=cells), name="f")

    assert [one.cell for one in reading.faults] == ["A1", "G2"]
    assert LAST not in str(reading)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_is_empty"),
        (b"x" * 5_000_001, "file_too_large"),
        (pdf(), "roster_of_another_kind"),
        (png(), "roster_of_another_kind"),
        (office("docx"), "roster_of_another_kind"),
        (zipped({"a.txt": "a"}), "roster_of_another_kind"),
        (LOCKED_OFFICE, "roster_is_locked"),
        (office("xlsx"), "roster_is_damaged"),
        (csv([ROW]).replace(b"Namn", b"N"), "roster_column_missing"),
        (b"hej;hopp\r\n1;2\r\n", "roster_without_headings"),
        (csv([]), "roster_without_rows"),
        (csv([row(Kommun="Ask")]), "roster_column_twice"),
        (csv([row(**{f"x{n}": "1" for n in range(60)})]), "roster_too_wide"),
        (csv([ROW] * 10_001), "roster_too_long"),
    ],
)
def test_a_file_that_is_no_roster_is_refused(data, code):
    assert codes(data) == [code]


def test_the_longest_and_widest_roster_is_read():
    assert len(read(csv([ROW] * 10_000), name="f").rows) == 10_000
    assert read(csv([row(**{f"x{n}": "1" for n in range(54)})]), name="f").rows


def test_a_file_name_with_an_identity_number_is_refused():
    assert codes(csv([ROW]), name=f"{NUMBER}.csv") == ["identity_number_in_file_name"]


def test_a_workbook_that_unfolds_without_end_is_refused():
    assert codes(bomb()) == ["roster_unfolds_too_large"]


def test_a_directory_that_lies_about_its_size_does_not_take_the_server_down():
    lying = bomb().replace(struct.pack("<I", LARGE), struct.pack("<I", 1000))

    assert codes(lying)[0] in ("roster_unfolds_too_large", "roster_is_damaged")


def test_a_cell_far_away_does_not_take_the_server_down():
    data = xlsx([ROW], then=lambda sheet: sheet.write(1_048_575, 16_383, "långt bort"))

    assert codes(data) == ["roster_unfolds_too_large"]


def test_no_more_rows_are_taken_out_than_are_asked_for():
    (sheet,) = sheets_of(xlsx([ROW] * 50), rows=10, columns=3)

    assert len(sheet.rows) == 11
    assert {len(cells) for _, cells in sheet.rows} == {4}


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("  Maj \n Ledamot ", "Maj Ledamot"),
        ("Maj\u200b Ledamot\u00ad", "Maj Ledamot"),
        ("Maj\u00a0Ledamot", "Maj Ledamot"),
        ("Maj\u0085Ledamot", "Maj Ledamot"),
        ("'=Maj", "=Maj"),
        ("Bjo\u0308rn", "Björn"),
    ],
)
def test_a_cell_is_one_line_without_hidden_signs(cell, kept):
    assert read(csv([row(Namn=f'"{cell}"')]), name="f").rows[0][1][0] == kept
