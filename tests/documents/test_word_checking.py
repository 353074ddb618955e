"""What keeps a form out, and what it holds."""

import io
import zipfile

import pytest

from samverkan.documents.word.checking import look_into
from samverkan.documents.word.fields import nearest, plain, stray_braces
from samverkan.documents.word.neutral import neutral_form
from samverkan.documents.word.package import PART_LIMIT, Unreadable, parsed, parts_of
from tests.documents.files import zipped
from tests.documents.forms import form, in_runs, opened, saved, with_field, with_part, with_relation


def test_the_fields_of_a_form_are_found_wherever_they_stand():
    document = opened(form("{{rub|rik}} {{Fel}}", header="{{huvudman}}", footer="{{punkt}}"))
    in_runs(document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0], "{{att-satser}}")

    found = look_into(saved(document))

    assert found.known == {"rubrik", "huvudman", "punkt", "att_satser"}
    assert (found.unknown, found.flaws, found.stray) == (["Fel"], (), ())


def test_the_neutral_form_has_no_flaw():
    found = look_into(neutral_form())

    assert (found.flaws, found.unknown, found.stray, found.changes) == ((), [], (), False)


@pytest.mark.parametrize(
    ("made", "flaws"),
    [
        (with_part(form(), "word/vbaProject.bin", b"macro"), ("file_has_macros",)),
        (with_part(form(), "word/embeddings/a.xlsx", b"PK"), ("file_has_objects",)),
        (with_part(form(), "word/activeX/a.xml", b"<a/>"), ("file_has_objects",)),
        (with_relation(form(), "oleObject", "file:///c:/a.xlsx"), ("file_has_objects",)),
        (with_relation(form(), "aFChunk", "http://a.example/b"), ("file_has_objects",)),
        (with_relation(form(), "image", "https://a.example/b.png"), ("file_reaches_out",)),
        (with_relation(form(), "attachedTemplate", "http://a.example/b"), ("file_reaches_out",)),
        (with_relation(form(), "hyperlink", "file://server/share"), ("file_reaches_out",)),
        (with_relation(form(), "hyperlink", "https://mala.example/"), ()),
        (with_relation(form(), "hyperlink", "mailto:kommun@mala.example"), ()),
        (
            with_relation(form(), "attachedTemplate", "file:///H:/mall.dotx", of="settings.xml"),
            (),
        ),
        (with_field(form(), ' INCLUDEPICTURE "http://a.example/b" '), ("file_reaches_out",)),
        (with_field(form(), " DDEAUTO excel "), ("file_reaches_out",)),
        (with_field(form(), ' DATE \\@ "d MMMM" '), ()),
        (b"PK\x03\x04 broken", ("file_unreadable",)),
        (with_part(form(), "word/footer9.xml", b"x") + b"", ()),
    ],
)
def test_what_keeps_a_form_out(made, flaws):
    assert look_into(made).flaws == flaws


def test_a_document_type_is_refused_before_it_unfolds():
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'

    with pytest.raises(Unreadable):
        parsed(bomb)


def test_what_unfolds_too_large_is_refused_without_unfolding():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b" " * (PART_LIMIT + 1))

    assert len(packed.getvalue()) < 50_000
    assert look_into(packed.getvalue()).flaws == ("file_unreadable",)


def test_too_many_parts_are_refused():
    with pytest.raises(Unreadable):
        parts_of(zipped({f"part-{number}": "" for number in range(601)}))


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("rubirk", "rubrik"),
        ("attsats", "att_satser"),
        ("dnr", ""),
        ("Diarie nummer", "diarienummer"),
        ("konsekvens_barn", "konsekvenser_barn"),
        ("ordförande", ""),
    ],
)
def test_the_nearest_known_field_is_told(typed, known):
    assert nearest(typed) == known


def test_names_are_the_same_however_they_are_typed():
    assert plain(" Att\u2011Satser\u00ad ") == "att_satser"


def test_a_field_that_is_not_ended_is_found():
    assert stray_braces(["Om {{rubrik} nu", "{{rubrik}}"]) == ["Om {{rubrik} nu"]


def test_tracked_changes_are_seen():
    document = opened(form())
    paragraph = document.paragraphs[0]._p
    paragraph.append(paragraph.makeelement(f"{{{paragraph.nsmap['w']}}}ins"))

    assert look_into(saved(document)).changes
