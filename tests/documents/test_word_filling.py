"""Forms filled in: fields are found however Word has split them, and nothing else moves."""

from datetime import UTC, datetime

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from samverkan.documents.word.fields import FIELDS, SAMPLE
from samverkan.documents.word.filling import filled
from samverkan.documents.word.neutral import neutral_form
from samverkan.documents.word.package import Unreadable, parts_of
from samverkan.documents.word.reading import read
from tests.documents.forms import form, in_control, in_runs, lines, opened, saved, with_relation

CLAUSES = {"att_satser": ["att anta rutinen, samt", "att följa upp den."]}


def test_a_field_is_filled_in_where_it_stands():
    paper = filled(form("Dnr: {{diarienummer}} ({{huvudman}})"), {"diarienummer": ["KS 2026/17"]})

    assert lines(paper) == ["Dnr: KS 2026/17 ()"]


@pytest.mark.parametrize(
    "typed",
    [
        "{{rubrik}}",
        "{|{rubrik}|}",
        "{{ru|bri|k}}",
        "{{ Rubrik }}",
        "|{{|rubrik|}}|",
    ],
)
def test_a_field_is_found_however_it_is_split_and_typed(typed):
    assert lines(filled(form(f"Om |{typed}| nu"), {"rubrik": ["rutinen"]})) == ["Om rutinen nu"]


@pytest.mark.parametrize("typed", ["{{att-satser}}", "{{Att satser}}", "{{att_satser}}"])
def test_dashes_spaces_and_capitals_are_the_same(typed):
    assert lines(filled(form(typed), CLAUSES)) == CLAUSES["att_satser"]


def test_letters_with_rings_and_dots_are_the_same_too():
    assert lines(filled(form("{{avsändare_namn}}"), {"avsandare_namn": ["Malå"]})) == ["Malå"]


def test_the_look_is_that_of_the_run_where_the_field_begins():
    document = Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("{{rub").bold = True
    paragraph.add_run("rik}}").italic = True

    run = opened(filled(saved(document), {"rubrik": ["R"]})).paragraphs[0].runs[0]

    assert (run.text, run.bold) == ("R", True)


def test_two_fields_and_braces_in_a_text_are_each_taken_once():
    paper = filled(
        form("{{rubrik}} – {{huvudman}}"), {"rubrik": ["{{huvudman}}"], "huvudman": ["Malå"]}
    )

    assert lines(paper) == ["{{huvudman}} – Malå"]


def test_a_list_becomes_a_paragraph_each_in_the_fields_own_style():
    document = Document()
    document.add_paragraph("före")
    in_runs(document.add_paragraph(style="List Number"), "{{att_|satser}}")
    document.add_paragraph("efter")

    paper = opened(filled(saved(document), CLAUSES))

    assert [(one.text, one.style.name) for one in paper.paragraphs] == [
        ("före", "Normal"),
        ("att anta rutinen, samt", "List Number"),
        ("att följa upp den.", "List Number"),
        ("efter", "Normal"),
    ]


def test_a_list_within_a_line_is_broken_into_lines():
    assert lines(filled(form("Beslut: {{att_satser}} Slut"), CLAUSES)) == [
        "Beslut: att anta rutinen, samt\natt följa upp den. Slut"
    ]


def test_what_may_stand_once_only_is_not_copied():
    document = Document()
    paragraph = document.add_paragraph()
    mark = paragraph._p.makeelement(qn("w:bookmarkStart"), {qn("w:id"): "1", qn("w:name"): "b"})
    paragraph._p.append(mark)
    paragraph.add_run("{{att_satser}}")
    paragraph.paragraph_format.page_break_before = True

    paper = opened(filled(saved(document), CLAUSES))

    assert len(list(paper.element.iter(qn("w:bookmarkStart")))) == 1
    assert [one.paragraph_format.page_break_before for one in paper.paragraphs] == [True, None]


def test_a_section_ends_after_the_whole_list():
    document = Document()
    document.add_paragraph("{{att_satser}}")
    document.add_section(WD_SECTION.NEW_PAGE)
    section = document.element.body[-2].find(qn("w:pPr"))[0]
    document.element.body.remove(document.element.body[-2])
    document.paragraphs[0]._p.get_or_add_pPr().append(section)

    paper = opened(filled(saved(document), CLAUSES))

    ends = [one._p.find(f".//{qn('w:sectPr')}") is not None for one in paper.paragraphs]
    assert (lines(saved(paper)), ends) == (CLAUSES["att_satser"], [False, True])


def test_headers_footers_and_tables_are_filled_in():
    document = opened(form("text", header="{{avsandare_|namn}}", footer="{{avsandare_epost}}"))
    table = document.add_table(rows=1, cols=2)
    in_runs(table.cell(0, 0).paragraphs[0], "Dnr {{diarie|nummer}}")
    in_runs(table.cell(0, 1).paragraphs[0], "{{punkt}}")

    paper = opened(
        filled(
            saved(document),
            {"avsandare_namn": ["Malå"], "avsandare_epost": ["a@b.se"], "diarienummer": ["7"]},
        )
    )

    section = paper.sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        "Malå",
        "a@b.se",
    )
    assert [cell.text for cell in paper.tables[0].rows[0].cells] == ["Dnr 7", ""]


def test_a_field_that_goes_takes_its_paragraph_with_it_only_when_alone():
    paper = filled(form("före", "{{avsandare_telefon}}", "Tel: {{avsandare_telefon}}"), {})

    assert lines(paper) == ["före", "Tel: okänt"]


def test_a_field_that_stays_says_what_is_missing():
    paper = filled(form("{{konsekvenser_barn}}", "{{bilagor}}", "{{diarienummer}}"), {})

    assert lines(paper) == ["Inte bedömt.", "Inga bilagor.", ""]


def test_a_cell_keeps_its_last_paragraph():
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0].add_run("{{punkt}}")

    assert opened(filled(saved(document), {})).tables[0].cell(0, 0).text == ""


def test_a_content_control_gives_way_to_what_it_holds():
    document = Document()
    in_control(in_runs(document.add_paragraph(), "{{rub|rik}}"))

    paper = opened(filled(saved(document), {"rubrik": ["Rutin"]}))

    assert paper.paragraphs[0].text == "Rutin"
    assert list(paper.element.iter(qn("w:sdt"))) == []


def test_markup_is_text_and_hidden_characters_go():
    paper = filled(form("{{rubrik}}"), {"rubrik": ["<w:p>& \x07</w:p>"]})

    assert lines(paper) == ["<w:p>& </w:p>"]


def test_an_unknown_field_stays_as_it_is():
    assert lines(filled(form("{{ordforande}} {{rubrik}}"), {"rubrik": ["R"]})) == [
        "{{ordforande}} R"
    ]


def test_the_same_is_the_same_bytes_and_says_nothing_of_who_made_the_form():
    document = opened(form())
    document.core_properties.author = "Anna Ask"
    document.core_properties.last_modified_by = "Bo Berg"
    made = saved(document)
    at = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)

    papers = [filled(made, SAMPLE, creator="Samråd", at=at) for _ in range(2)]

    assert papers[0] == papers[1]
    told = opened(papers[0]).core_properties
    assert (told.author, told.last_modified_by, told.created.date()) == ("Samråd", "", at.date())
    assert told.title == "Gemensam rutin för utskrivning"


def test_what_holds_no_field_is_untouched_to_the_byte():
    made = form("{{rubrik}}", footer="Sidfot")

    before, after = parts_of(made), parts_of(filled(made, SAMPLE))

    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"word/document.xml", "docProps/core.xml", "word/settings.xml"}
    assert list(before) == list(after)


def test_a_form_made_from_a_template_on_a_disk_lets_go_of_it():
    made = with_relation(form(), "attachedTemplate", "file:///H:/mall.dotx", of="settings.xml")

    assert b"mall.dotx" not in parts_of(filled(made, SAMPLE))["word/_rels/settings.xml.rels"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_word_file_is_said_to_be_none(data):
    with pytest.raises(Unreadable):
        filled(data, {})


@pytest.mark.rule("R317")
def test_the_neutral_form_has_the_regions_headings_in_their_order():
    headings = [one.text for one in read(neutral_form()).text if one.kind == "heading"]

    assert headings == [
        "{{rubrik}}",
        "Sammanfattning",
        "Bakgrund",
        "Resurser och finansiering",
        "Konsekvenser",
        "Ekonomi",
        "Barn",
        "Nationella minoriteter",
        "Personal",
        "Förslag till beslut",
        "Bilagor",
    ]


def test_the_neutral_form_is_the_same_each_time_and_has_only_known_fields():
    neutral_form.cache_clear()
    first = neutral_form()
    neutral_form.cache_clear()

    assert neutral_form() == first
    assert "{{" not in "".join(lines(filled(first, SAMPLE)))


def test_reading_shows_what_a_person_would_read():
    shown = read(filled(neutral_form(), SAMPLE | CLAUSES))

    assert [one.text for one in shown.top] == ["Malå kommun\tDiarienummer: KS 2026/17"]
    assert "att följa upp den." in [one.text for one in shown.text]
    assert shown.foot[-1].text == "Förslag till beslut · sida 1"


def test_reading_knows_headings_points_and_tables():
    document = Document()
    document.add_heading("Rubrik", level=1)
    document.add_paragraph("punkt", style="List Bullet")
    document.add_paragraph("under", style="Subtitle")
    document.add_table(rows=1, cols=2).cell(0, 1).paragraphs[0].add_run("cell")

    heading, point, under, table = read(saved(document)).text

    assert (heading.kind, point.kind, under.kind) == ("heading", "point", "text")
    assert [[block.text for block in cell] for cell in table.rows[0]] == [[], ["cell"]]


def test_every_field_has_an_example_and_a_meaning():
    assert [field.name for field in FIELDS if not (field.means and field.sample)] == []
