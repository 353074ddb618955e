"""Taking in files and keeping clauses with their annexes."""

from datetime import UTC, datetime

import pytest

from samverkan.documents import queries
from samverkan.documents.actions import add_document, make_clause_list
from samverkan.documents.models import ClauseList, Content, Document
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from tests.documents import files
from tests.documents.numbers import FIRST, LAST

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
BY = Actor("Kim Koordinator")


@pytest.fixture
def county():
    return Collaboration.objects.create(slug="prov", name="Prov", parties_text="", county="Prov")


def add(county, **changes):
    facts = {"name": "rapport.pdf", "title": "Slutrapport", "data": files.pdf()} | changes
    return add_document(county.pk, by=BY, now=NOW, **facts)


def test_a_file_is_kept_with_what_its_content_shows(county):
    document = add(county, name="C:\\Anna\\rapport.pdf", title=" Slutrapport  om vård ")

    document.refresh_from_db()
    assert (document.name, document.title) == ("rapport.pdf", "Slutrapport om vård")
    assert (document.content_type, document.size) == ("application/pdf", len(files.pdf()))
    assert queries.content_of(document) == files.pdf()


def test_adding_a_file_is_told_in_the_journal(county):
    document = add(county, visibility=Visibility.MEMBERS, source="Källa 000")

    entry = Entry.objects.get()
    assert (entry.verb, entry.subject) == ("document.added", f"document/{document.key}")
    assert (entry.visibility, entry.content["source"]) == ("members", "Källa 000")
    assert entry.content["facts"] == {
        "title": "Slutrapport",
        "name": "rapport.pdf",
        "size": document.size,
        "sha256": document.content_id,
    }


def test_a_file_that_is_part_of_a_larger_act_leaves_the_entry_to_it(county):
    add(county, record_entry=False)

    assert not Entry.objects.exists()


def test_the_same_bytes_are_kept_once(county):
    first, second = add(county), add(county, name="kopia.pdf")

    assert first.key != second.key
    assert Content.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"data": b""}, "file_is_empty"),
        ({"data": b"%PDF-" + b"0" * 20_000_000}, "file_too_large"),
        ({"data": files.png()}, "file_is_something_else"),
        ({"data": b"MZ\x00"}, "file_type_not_allowed"),
        ({"data": files.office("docm"), "name": "a.docx"}, "file_has_macros"),
        ({"name": f"{FIRST}-{LAST}.pdf"}, "identity_number_in_file_name"),
        ({"title": ""}, "no_document_title"),
        ({"title": f"Intyg {FIRST}-{LAST}"}, "identity_number"),
        ({"title": "a\x00"}, "control_characters"),
    ],
)
def test_a_refused_file_leaves_nothing(county, changes, codes):
    with pytest.raises(StepRefused, match=codes):
        add(county, **changes)

    assert not Document.objects.exists()
    assert not Content.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.rule("R297")
@pytest.mark.rule("R299")
def test_clauses_keep_their_order_and_their_annexes(county):
    report = add(county)

    made = make_clause_list(
        county.pk,
        lead="Styrgruppen rekommenderar",
        clauses=["att  anta rapporten enligt\nbilaga 1, samt", "att starta."],
        annexes=[("Bilaga 1 – Slutrapport", report)],
    )

    texts = [clause.text for clause in made.clauses.all()]
    assert texts == ["att anta rapporten enligt bilaga 1, samt", "att starta."]
    assert [(a.position, a.name, a.document) for a in made.annexes.all()] == [
        (1, "Bilaga 1 – Slutrapport", report)
    ]


@pytest.mark.rule("R297")
@pytest.mark.rule("R299")
@pytest.mark.parametrize(
    ("clause", "code"),
    [
        ("anta rapporten", "clause_without_att"),
        ("att anta rapporten enligt bilaga 2", "annex_not_attached"),
        (f"att anställa {FIRST}-{LAST}", "identity_number"),
    ],
)
def test_refused_clauses_leave_nothing(county, clause, code):
    with pytest.raises(StepRefused, match=code):
        make_clause_list(county.pk, lead="Vi beslutar", clauses=[clause], annexes=[])

    assert not ClauseList.objects.exists()
