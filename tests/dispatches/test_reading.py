"""An extract is read, a person confirms, and one that belongs to another matter is stopped."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    confirm_extract,
    drop_unconfirmed,
    entry_of,
    read_extract,
    register_answer_with_file,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Answer, ExtractReading
from samverkan.dispatches.rules import Told
from samverkan.documents.models import Content, Document
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from tests.documents.printed import COLUMNS, LETTERHEAD, locked, printed, word
from tests.factories import TESTER, CollaborationFactory, PrincipalFactory, agreed_recommendation

NUMBER = "19811218-9876"
OTHER = "Umeå kommun\nTekniska nämnden\n§ 12\nSnöröjning på gångvägar\nNämnden beslutar: bifall."


@pytest.fixture
def dispatch(db):
    here = CollaborationFactory()
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå")
    PrincipalFactory(collaboration=here, name="Umeå kommun", short_name="Umeå")
    agreed = agreed_recommendation(here, on=localdate() - timedelta(days=30), dispatched=True)
    return agreed.dispatches.get(principal__name="Malå kommun")


def extract_of(dispatch, **change):
    facts = {"on": localdate(), "title": dispatch.recommendation.title} | change
    return (
        f"Malå kommun\nSocialnämnden\nSammanträdesdatum {facts['on']}\n\n§ 31  Dnr SN 2027/123\n"
        f"{facts['title']}\n\nBeslut\nSocialnämnden beslutar att anta rutinen.\n"
        "\nSkickas till\nLänssamverkansgruppen\n"
    )


def read(dispatch, data, name="utdrag.pdf"):
    return read_extract(dispatch.pk, name=name, data=data, by=TESTER, now=localtime())


def told(reading, **change):
    found = {name: one["value"] for name, one in reading.found.items()}
    facts = {
        "reference_number": found["reference_number"],
        "on": localdate(),
        "deciding_body": found["deciding_body"],
        "paragraph": found["paragraph"],
    }
    return Told(AnswerKind(found["kind"]), **facts | change)


def confirm(reading, **facts):
    answer = facts.pop("told", None) or told(reading)
    known = {"seen": 0, "by": TESTER, "now": localtime()} | facts
    return confirm_extract(reading.pk, answer, **known)


def codes(act, *args, **facts):
    with pytest.raises(StepRefused) as refusal:
        act(*args, **facts)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R152")
@pytest.mark.rule("R316")
@pytest.mark.parametrize("make", [printed, word, lambda text: printed(text, LETTERHEAD)])
def test_an_extract_is_read_and_nothing_is_answered_by_it(dispatch, make):
    reading = read(dispatch, make(extract_of(dispatch)), "utdrag.pdf" if make != word else "u.docx")

    values = {name: one["value"] for name, one in reading.found.items()}
    assert values == {
        "on": localdate().isoformat(),
        "paragraph": "§ 31",
        "reference_number": "SN 2027/123",
        "deciding_body": "Socialnämnden",
        "kind": "approved",
    }
    assert (reading.remarks, reading.unread) == ([], "")
    assert reading.document.visibility == "closed"
    dispatch.refresh_from_db()
    assert (dispatch.state, Answer.objects.count()) == ("dispatched", 0)
    assert Entry.objects.get(verb="extract.read").visibility == "members"


@pytest.mark.rule("R152")
def test_confirmed_it_becomes_the_answer_with_the_same_file(dispatch):
    reading = read(dispatch, printed(extract_of(dispatch), COLUMNS))

    answer = confirm(reading, told=told(reading, paragraph="§ 32"))

    reading.refresh_from_db()
    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.paragraph) == ("approved", "§ 32")
    assert (answer.extract, reading.answer) == (reading.document, answer)
    assert Document.objects.get().visibility == "public"
    assert entry_of(answer).content["facts"]["extract"] == reading.document.content_id
    assert verify(dispatch.recommendation.collaboration).broken_at is None


def test_confirmed_twice_it_is_kept_once(dispatch):
    reading = read(dispatch, printed(extract_of(dispatch)))
    confirm(reading)

    with pytest.raises(AlreadyRegistered):
        confirm(reading, seen=1)
    assert Answer.objects.count() == 1


def test_a_refused_confirmation_leaves_the_file_closed(dispatch):
    reading = read(dispatch, printed(extract_of(dispatch)))
    ahead = told(reading, on=localdate() + timedelta(days=1))

    assert codes(confirm, reading, told=ahead) == ["decision_day_ahead"]
    assert Document.objects.get().visibility == "closed"


@pytest.mark.rule("R152")
def test_an_extract_of_another_matter_is_confirmed_only_with_a_reason(dispatch):
    reading = read(dispatch, printed(OTHER))
    answer = Told(
        AnswerKind.APPROVED, on=localdate(), deciding_body="Socialnämnden", paragraph="§ 12"
    )

    assert codes(confirm, reading, told=answer) == ["extract_about_other", "extract_from_other"]
    assert not Answer.objects.exists()

    kept = confirm(reading, told=answer, extract_reason="Gemensam nämnd med Umeå, annan rubrik.")
    why = entry_of(kept).content["facts"]["extract_reason"]
    assert why == "Gemensam nämnd med Umeå, annan rubrik."


@pytest.mark.rule("R152")
def test_typed_all_at_once_the_extract_is_compared_too(dispatch):
    answer = Told(
        AnswerKind.APPROVED, on=localdate(), deciding_body="Socialnämnden", paragraph="§ 12"
    )
    sent = {"name": "u.pdf", "data": printed(OTHER), "seen": 0, "by": TESTER, "now": localtime()}

    refused = codes(register_answer_with_file, dispatch.pk, answer, **sent)
    assert refused == ["extract_about_other", "extract_from_other"]
    assert not Document.objects.exists()

    register_answer_with_file(dispatch.pk, answer, **sent, extract_reason="Gemensam nämnd.")
    assert Answer.objects.get().extract.name == "u.pdf"


def test_a_personal_identity_number_in_a_pdf_is_refused_with_what_to_do(dispatch):
    data = printed(f"{extract_of(dispatch)}\nGäller {NUMBER}\n")
    answer = Told(AnswerKind.APPROVED, on=localdate(), deciding_body="SN", paragraph="§ 1")
    sent = {"name": "u.pdf", "data": data, "seen": 0, "by": TESTER, "now": localtime()}

    assert codes(read, dispatch, data) == ["identity_number_in_extract"]
    assert codes(register_answer_with_file, dispatch.pk, answer, **sent) == [
        "identity_number_in_extract"
    ]
    assert not Content.objects.exists()


def test_a_locked_pdf_suggests_nothing_and_is_kept(dispatch):
    reading = read(dispatch, locked(printed(extract_of(dispatch))))

    assert (reading.found, reading.remarks, reading.unread) == ({}, [], "locked")


def test_a_file_of_a_kind_that_is_not_taken_in_is_refused(dispatch):
    assert codes(read, dispatch, b"MZ\x90\x00") == ["file_type_not_allowed"]
    assert not ExtractReading.objects.exists()


@pytest.mark.rule("R152")
def test_a_wrong_principals_extract_is_corrected_by_a_new_file_alone(dispatch):
    first = confirm(read(dispatch, printed(extract_of(dispatch))))
    right = read(dispatch, printed(extract_of(dispatch) + "Rätt exemplar.\n"))

    second = confirm(right, seen=1, correcting=True, reason="Fel exemplar bifogades.")

    assert (second.corrects, second.kind) == (first, first.kind)
    assert second.extract != first.extract
    dispatch.refresh_from_db()
    assert dispatch.extract == right.document


def test_what_nobody_confirmed_is_taken_away_after_a_while(dispatch):
    kept = read(dispatch, printed(extract_of(dispatch)))
    confirm(kept)
    read(dispatch, printed(extract_of(dispatch) + "Ett till.\n"))
    read(dispatch, printed(extract_of(dispatch)))  # the same bytes as what was confirmed

    assert drop_unconfirmed(localtime() - timedelta(days=1), now=localtime()) == 0
    assert drop_unconfirmed(localtime() + timedelta(days=1), now=localtime()) == 2

    assert ExtractReading.objects.get() == kept
    assert Document.objects.count() == Content.objects.count() == 1
    assert Entry.objects.get(verb="extract.dropped").content["facts"]["count"] == 2
