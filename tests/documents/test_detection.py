"""A file is what its content shows, and what keeps it out is found inside it."""

import random
import zipfile

import pytest

from samverkan.documents import detection
from samverkan.documents.detection import Found, detected_type, look_inside
from samverkan.documents.pdf import minutes_pdf
from samverkan.documents.rules import ALLOWED
from tests.documents import files
from tests.documents.numbers import FIRST, LAST
from tests.documents.texts import MINUTES

OFFICE = "application/vnd.openxmlformats-officedocument"


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (files.pdf(), "application/pdf"),
        (files.office("docx"), f"{OFFICE}.wordprocessingml.document"),
        (files.office("xlsx"), f"{OFFICE}.spreadsheetml.sheet"),
        (files.open_document("text"), "application/vnd.oasis.opendocument.text"),
        (files.open_document("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
        ("Åsele säger ja.\r\n".encode(), "text/plain"),
        (files.png(), "image/png"),
        (files.JPEG, "image/jpeg"),
    ],
)
def test_what_is_let_in(data, content_type):
    assert look_inside(data) == Found(content_type)
    assert content_type in ALLOWED


def test_our_own_pdf_is_let_in():
    assert look_inside(minutes_pdf(MINUTES)) == Found("application/pdf")


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00",
        b"\x7fELF",
        b"GIF89a\x01\x00\x01\x00",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"  <svg xmlns='http://www.w3.org/2000/svg'/>",
        b"#!/bin/sh\n",
        "Åsele".encode("latin-1"),
        files.OLD_WORD,
        files.office("pptx"),
        files.zipped({"a.txt": "a"}),
        files.zipped({"mimetype": "application/epub+zip"}),
        files.office("docx")[:200],
    ],
)
def test_what_is_not_known_has_no_type(data):
    assert look_inside(data) == Found(None)
    assert detected_type(data) is None


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (files.office("docm"), "file_has_macros"),
        (files.office("docx", **{"word/vbaProject.bin": b"x"}), "file_has_macros"),
        (files.LOCKED_OFFICE, "file_is_locked"),
        (files.open_document("text", manifest="<encryption-data/>"), "file_is_locked"),
        (files.pdf(script="app.alert(1)"), "file_runs_something"),
        (files.pdf(script="app.alert(1)", hidden=True), "file_runs_something"),
        (files.pdf(script="1").replace(b"/JavaScript", b"/J#61vaScript"), "file_runs_something"),
        (f"Anna {FIRST}-{LAST}".encode(), "identity_number_in_file"),
        (
            files.office("docx", f"<w:p><w:t>{FIRST}</w:t></w:r><w:r><w:t>-{LAST}</w:t></w:p>"),
            "identity_number_in_file",
        ),
        (
            files.open_document("text", body=f"<text:p>{FIRST}-{LAST}</text:p>"),
            "identity_number_in_file",
        ),
    ],
)
def test_what_keeps_a_file_out(data, flaw):
    assert look_inside(data).flaws == (flaw,)


def test_a_number_ends_with_its_paragraph():
    body = f"<w:p><w:t>{FIRST}</w:t></w:p><w:p><w:t>{LAST}</w:t></w:p>"

    assert look_inside(files.office("docx", body)).flaws == ()


def test_an_archive_that_unfolds_too_large_is_never_unfolded(monkeypatch):
    monkeypatch.setattr(detection, "UNFOLDED_LIMIT", 1_000_000)
    bomb = files.office("docx", "0" * 1_000_001)
    monkeypatch.setattr(zipfile.ZipFile, "open", None)

    assert len(bomb) < 10_000
    assert look_inside(bomb).flaws == ("file_unfolds_too_large",)


def test_an_archive_of_very_many_parts_is_kept_out(monkeypatch):
    monkeypatch.setattr(detection, "PARTS_LIMIT", 2)

    assert look_inside(files.office("docx", more="x")).flaws == ("file_unfolds_too_large",)


@pytest.mark.parametrize("whole", [files.pdf(hidden=True), files.office("docx"), files.png()])
def test_damaged_files_never_raise(whole):
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(5):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        look_inside(bytes(damaged[: chance.randrange(1, len(damaged))]))
        look_inside(bytes(damaged))
