"""The text of files that came in, and why there is none."""

import pytest

from samverkan.documents import reading
from samverkan.documents.read import MOST_PAGES
from samverkan.documents.reading import TextRead, text_of
from tests.documents.files import office, open_document, pdf, png
from tests.documents.printed import COLUMNS, LETTERHEAD, PLAIN, locked, of_pages, printed, word

TEXT = "Malå kommun\nSocialnämnden\n\n§ 31 Gemensam rutin för utskrivning"


@pytest.mark.parametrize("layout", [PLAIN, COLUMNS, LETTERHEAD])
def test_a_pdf_is_read_however_it_is_laid_out(layout):
    read = text_of(printed(TEXT, layout))

    assert read.unread == ""
    assert "Socialnämnden" in read.text
    assert "§ 31 Gemensam rutin för utskrivning" in read.text


def test_a_word_document_is_read_with_its_tables_and_head():
    read = text_of(word(TEXT, table=[["Sammanträdesdatum", "2027-05-12"]]))

    lines = read.text.split("\n")
    assert lines[0] == "SAMMANTRÄDESPROTOKOLL"
    assert lines.index("Sammanträdesdatum") + 1 == lines.index("2027-05-12")
    assert "§ 31 Gemensam rutin för utskrivning" in lines


def test_plain_text_is_its_own_text():
    assert text_of(TEXT.encode()) == TextRead(TEXT)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (locked(printed(TEXT)), "locked"),
        (pdf(), "scanned"),
        (of_pages(MOST_PAGES), "scanned"),
        (of_pages(MOST_PAGES + 1), "long"),
        (b"%PDF-1.7\nnothing more", "broken"),
        (printed(TEXT)[:900], "broken"),
        (word(""), ""),  # its head is a text
        (office("docx"), "broken"),
        (open_document("text"), "other"),
        (png(), "other"),
    ],
)
def test_what_cannot_be_read_says_why(data, why):
    read = text_of(data)

    assert (read.unread, bool(read.text)) == (why, why == "")


def test_a_huge_file_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "SIZE_LIMIT", 1000)

    assert text_of(printed(TEXT)).unread == "large"


def test_a_file_that_takes_too_long_is_let_go(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)

    assert text_of(printed(TEXT)).unread == "slow"
