"""All papers of a meeting as one tagged PDF and as a zip: what is in, what is not, same bytes."""

import io
import zipfile
from datetime import UTC, date, datetime, time

import pikepdf
import pytest

from samverkan.documents.binding import bound, looked_at
from samverkan.documents.pdf import papers_pdf
from samverkan.journal.actors import Actor
from samverkan.meetings import papers
from samverkan.meetings.actions import (
    Written,
    add_point,
    attach_paper,
    call_meeting,
    detach_paper,
    place_case,
    plan_meeting,
    write_point,
)
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Meeting
from tests.factories import BodyFactory, CaseFactory

THEN = {"by": Actor("Testare"), "now": datetime(2026, 2, 20, 9, tzinfo=UTC)}


def pdf_of(pages=1, password="", **facts) -> bytes:
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            for name, value in facts.items():
                page.obj[f"/{name}"] = value
        encryption = pikepdf.Encryption(owner=password, user=password) if password else False
        pdf.save(written, encryption=encryption, deterministic_id=not password)
    return written.getvalue()


@pytest.fixture
def meeting(db) -> Meeting:
    body = BodyFactory(name="Samråd")
    meeting = plan_meeting(body.pk, on=date(2026, 3, 12), starts_at=time(9), **THEN)
    case = CaseFactory(collaboration=body.collaboration, body=body, prepared=True, title="Rutin")
    item = place_case(meeting.pk, case.number, **THEN)
    proposal = "att anta rutinen, samt\natt följa upp den."
    written = Written(ItemKind.DECISION, "Rutin", "Läs <bilagan> först.", proposal, 30)
    write_point(item.pk, written, **THEN)
    return meeting


def attach(meeting, title, file, data):
    item = meeting.items.get(heading="Rutin")
    return attach_paper(item.pk, title=title, file=file, data=data, **THEN)


def bundle(meeting, as_sent=False):
    return papers.bundle_of(meeting, as_sent=as_sent)


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def bookmarks(pdf):
    with pdf.open_outline() as outline:
        return [str(one.title) for one in _all(outline.root)]


def _all(items):
    for one in items:
        yield one
        yield from _all(one.children)


def test_the_agenda_with_its_pdfs_is_one_tagged_pdf_with_bookmarks(meeting):
    attach(meeting, "Bilaga 1. Rutinen", "rutin.pdf", pdf_of(pages=3))
    attach(meeting, "Kalkyl", "kalkyl.txt", b"1 + 1")

    with opened(papers.as_pdf(bundle(meeting))) as pdf:
        own = len(pdf.pages) - 3
        assert own >= 2
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "sv-SE"
        marks = bookmarks(pdf)
        assert "5. Rutin" in marks
        assert marks[-1] == "5. Bilaga 1. Rutinen"
        with pdf.open_metadata() as metadata:
            assert not [key for key in metadata if "/pdfa/ns/id/" in key or "pdfua" in key]


def test_without_other_pdfs_the_whole_is_as_strict_as_our_own(meeting):
    with opened(papers.as_pdf(bundle(meeting))) as pdf, pdf.open_metadata() as metadata:
        assert [key for key in metadata if "pdfua" in key]


def test_the_same_papers_are_the_same_bytes(meeting):
    attach(meeting, "Rutinen", "rutin.pdf", pdf_of())
    attach(meeting, "Kalkyl", "kalkyl.txt", b"1 + 1")

    assert papers.as_pdf(bundle(meeting)) == papers.as_pdf(bundle(meeting))
    assert papers.as_zip(bundle(meeting)) == papers.as_zip(bundle(meeting))


def test_a_pdf_that_cannot_be_put_in_is_left_for_the_zip(meeting):
    before = len(opened(papers.as_pdf(bundle(meeting))).pages)
    attach(meeting, "Låst", "last.pdf", pdf_of(password="x"))
    attach(meeting, "Trasig", "trasig.pdf", b"%PDF-1.7 nonsense")

    with opened(papers.as_pdf(bundle(meeting))) as pdf:
        assert len(pdf.pages) - before in (0, 1)
    with zipfile.ZipFile(io.BytesIO(papers.as_zip(bundle(meeting)))) as archive:
        assert [name.rpartition("/")[2] for name in archive.namelist()] == [
            "00 Dagordning.pdf",
            "01 last.pdf",
            "02 trasig.pdf",
            "00 Innehåll.txt",
        ]


def test_files_larger_than_there_is_room_for_are_left_for_the_zip(meeting, monkeypatch):
    monkeypatch.setattr(papers, "MOST_BYTES", 10)
    attach(meeting, "Stor", "stor.pdf", pdf_of())

    with opened(papers.as_pdf(bundle(meeting))) as pdf:
        assert "5. Stor" not in bookmarks(pdf)
    monkeypatch.setattr(papers, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(papers, "MOST_PAGES", 0)
    with opened(papers.as_pdf(bundle(meeting))) as pdf:
        assert "5. Stor" not in bookmarks(pdf)


def test_the_zip_lists_what_is_in_it_under_each_point(meeting):
    attach(meeting, "Kalkyl", "kalkyl.txt", "åäö".encode())

    with zipfile.ZipFile(io.BytesIO(papers.as_zip(bundle(meeting)))) as archive:
        assert archive.read("05 Rutin/01 kalkyl.txt").decode() == "åäö"
        listed = archive.read("00 Innehåll.txt").decode()

    assert "05 Rutin/01 kalkyl.txt\n    Kalkyl" in listed


def test_what_was_sent_stays_as_it_was_sent(meeting):
    paper = attach(meeting, "Kalkyl", "kalkyl.txt", b"1 + 1")
    call_meeting(meeting.pk, **THEN)
    detach_paper(paper.pk, **THEN)
    add_point(meeting.pk, kind=ItemKind.INFORMATION, heading="Sent", **THEN)

    sent, now = bundle(meeting, as_sent=True), bundle(meeting)

    assert [paper["name"] for _, _, paper in sent.files()] == ["Kalkyl"]
    assert [paper["name"] for _, _, paper in now.files()] == []
    assert papers.document_of(meeting, paper.document.key, as_sent=True) == paper.document
    assert papers.document_of(meeting, paper.document.key, as_sent=False) is None


def test_what_points_into_what_is_left_behind_does_not_come_along():
    text = {
        "subject": "x",
        "body": "Samråd",
        "on": "2026-03-12",
        "time": "",
        "place": "",
        "points": [],
        "files": [],
    }
    action = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D="x")
    link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=action, Rect=[0, 0, 1, 1])
    form = pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, Rect=[0, 0, 1, 1])
    other = pdf_of(StructParents=0, Annots=pikepdf.Array([link, form]), AA=pikepdf.Dictionary())

    with opened(bound(papers_pdf(text), [("Annan", other)])) as pdf:
        last = pdf.pages[-1].obj

    assert "/StructParents" not in last
    assert "/AA" not in last
    assert list(last.Annots) == []


def test_a_pdf_is_looked_at_without_being_trusted():
    looks = looked_at([pdf_of(pages=2), pdf_of(password="x"), b"%PDF-1.7", pdf_of(pages=0)])

    assert [(one.pages, one.left_out) for one in looks] == [
        (2, ""),
        (0, "locked"),
        (0, "broken"),
        (0, "broken"),
    ]
    assert looked_at([]) == []
