from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Answer
from samverkan.dispatches.rules import Told
from samverkan.documents import rules as files
from samverkan.documents.models import Content, Document
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from tests.documents.numbers import FIRST, LAST
from tests.www.link.sent import decision, extract

IDENTITY_NUMBER = f"{FIRST}-{LAST}"
SCRIPT = '"><script>alert(1)</script>'


@pytest.fixture(autouse=True)
def nothing_half_done(dispatch):
    before = Answer.objects.count(), Document.objects.count(), Entry.objects.count()
    yield
    assert (Answer.objects.count(), Document.objects.count(), Entry.objects.count()) == before


def said(answer, *sentences):
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fel:" in text
    for sentence in sentences:
        assert sentence in text


@pytest.mark.parametrize(
    ("step", "sentences"),
    [
        ("mottagande", ["Ange ert diarienummer."]),
        ("planerat-mote", ["Ange vilken dag mötet är planerat till."]),
        (
            "beslut",
            [
                "Välj bifall eller avslag.",
                "Ange vilket organ hos er som beslutade.",
                "Ange vilken dag beslutet fattades.",
                "Ange beslutets paragraf, till exempel § 31.",
                "Bifoga protokollsutdraget som fil.",
            ],
        ),
    ],
)
def test_nothing_filled_in(registrar, step, sentences):
    said(registrar.post(step), *sentences)


def test_only_spaces(registrar):
    said(registrar.post("mottagande", reference_number="   "), "Ange ert diarienummer.")


def test_too_long(registrar, dispatched_on):
    said(
        registrar.post("mottagande", reference_number="x" * 61),
        "Diarienummer: skriv högst 60 tecken.",
    )
    said(
        registrar.post("beslut", **decision(dispatched_on, comment="x" * 2001)),
        "Kommentar: skriv högst 2000 tecken.",
    )


@pytest.mark.parametrize("day", ["i fredags", "2026-02-30", "20261-01-01", "12", "2026-13-01"])
def test_what_is_no_day(registrar, day):
    said(registrar.post("planerat-mote", on=day), "Skriv dagen som år, månad och dag")


def test_a_choice_that_is_not_offered(registrar, dispatched_on):
    said(
        registrar.post("beslut", **decision(dispatched_on, "perhaps")), "Välj ett av alternativen."
    )


@pytest.mark.rule("R152")
def test_a_decision_before_the_dispatch(registrar, dispatched_on):
    answer = registrar.post("beslut", **decision(dispatched_on - timedelta(days=1)))
    said(answer, "Dagen ligger före den", "Kontrollera datumet.")


@pytest.mark.rule("R152")
def test_a_decision_that_has_not_been_taken(registrar):
    answer = registrar.post("beslut", **decision(localdate() + timedelta(days=1)))
    said(answer, "Beslutsdagen ligger i framtiden.")


def test_a_planned_meeting_that_has_been(registrar):
    yesterday = localdate() - timedelta(days=1)
    said(registrar.post("planerat-mote", on=yesterday), "Mötesdagen har passerat.")


@pytest.mark.parametrize("field", ["deciding_body", "reference_number", "comment"])
def test_an_identity_number_in_a_text(registrar, dispatched_on, field):
    answer = registrar.post("beslut", **decision(dispatched_on, **{field: IDENTITY_NUMBER}))

    said(answer, "innehåller ett personnummer")
    assert answer.context["form"].errors.keys() == {field}


def test_an_identity_number_as_paragraph_or_reason(registrar, dispatched_on, dispatch):
    said(
        registrar.post("beslut", **decision(dispatched_on, paragraph=IDENTITY_NUMBER)),
        "Texten i fältet Paragraf innehåller ett personnummer",
    )


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (f"utdrag {IDENTITY_NUMBER}.pdf", None, "Filens namn innehåller ett personnummer."),
        ("utdrag.pdf", b"", "är tom"),
        ("utdrag.pdf", b"<html><script>alert(1)</script>", "inte tas emot"),
        ("utdrag.pdf", b"MZ\x90\x00" + bytes(200), "inte tas emot"),
        ("utdrag.pdf", b"Bara text", "är ren text enligt sitt innehåll"),
        ("utdrag.exe", None, "är en PDF enligt sitt innehåll"),
        ("utdrag.txt", IDENTITY_NUMBER.encode(), "innehåller ett personnummer"),
    ],
)
def test_a_file_that_cannot_be_taken_in(registrar, dispatched_on, name, data, sentence):
    answer = registrar.post("beslut", **decision(dispatched_on, extract=extract(name, data)))

    said(answer, sentence, "Välj filen igen")
    assert answer.context["form"].errors.keys() == {"extract"}


def test_a_text_where_a_file_should_be(registrar, dispatched_on):
    said(
        registrar.post("beslut", **decision(dispatched_on, extract="utdrag.pdf")),
        "Bifoga protokollsutdraget som fil.",
    )


def test_what_is_wrong_with_file_and_fields_is_said_at_once(registrar, dispatched_on):
    sent = decision(dispatched_on - timedelta(days=1), extract=extract(data=b"MZ"))

    answer = registrar.post("beslut", **sent)

    assert answer.context["form"].errors.keys() == {"extract", "on"}


def test_nothing_typed_is_lost(registrar, dispatched_on):
    sent = decision(dispatched_on, comment="Lång kommentar", paragraph="", kind="rejected")

    text = registrar.post("beslut", **sent).content.decode()

    assert "Lång kommentar" in text
    assert dispatched_on.isoformat() in text
    assert 'value="rejected"\n' in text.replace("  ", "") or "checked" in text
    assert "Välj filen igen" in text


def test_a_file_that_is_too_large_leaves_the_rest_of_the_form(
    registrar, dispatched_on, monkeypatch
):
    monkeypatch.setattr("samverkan.www.uploads.FILE_LIMIT", 300_000)
    large = extract(data=b"%PDF-" + bytes(400_000))

    answer = registrar.post("beslut", **decision(dispatched_on, comment="Kvar", extract=large))

    said(
        answer, "Filen utdrag.pdf är 0,4 MB. Den får vara högst 0,3 MB.", "Kvar", "Välj filen igen"
    )
    assert answer.context["form"].errors.keys() == {"extract"}


def test_more_than_any_form_can_be(registrar, monkeypatch):
    monkeypatch.setattr("samverkan.www.uploads.LARGEST_REQUEST", 1000)

    answer = registrar.post("mottagande", reference_number="x" * 2000)

    assert answer.status_code == 413
    assert "Det som skickades är för stort" in answer.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"content_type": "multipart/form-data", "data": b"nonsense"},
        {"content_type": "multipart/form-data; boundary=x", "data": b"--x\r\nnonsense"},
        {"content_type": "application/x-www-form-urlencoded", "data": "a=1&" * 600},
        {"content_type": "application/x-www-form-urlencoded", "data": "a" * 1_200_000},
    ],
)
def test_what_is_no_form_is_answered_calmly(registrar, sent):
    answer = registrar.client.post(registrar.url("mottagande"), **sent)

    assert answer.status_code in (413, 422)


@pytest.mark.parametrize("seen", ["", "-1", "många", "99999999999999999999", "²"])
def test_a_count_of_answers_that_is_none(registrar, seen):
    answer = registrar.client.post(
        registrar.url("mottagande"), {"seen": seen, "reference_number": "SN 1"}
    )

    assert answer.status_code == 409
    assert "SN 1" in answer.content.decode()


def test_signs_that_cannot_be_kept(registrar):
    said(registrar.post("mottagande", reference_number="SN\x001"))
    said(registrar.post("mottagande", reference_number="SN \x081"), "dolda tecken")


class TestAnsweredMeanwhile:
    @pytest.fixture(autouse=True)
    def nothing_half_done(self):
        pass

    def test_the_new_answer_is_shown_beside_what_was_typed(self, registrar, dispatch):
        told = Told(AnswerKind.RECEIVED, reference_number="ANNAT 5")
        register_answer(dispatch.pk, told, seen=0, by=Actor("R"), now=localtime())

        answer = registrar.post("mottagande", reference_number="SN 7")

        text = answer.content.decode()
        assert answer.status_code == 409
        assert "Medan du skrev registrerades det här" in text
        assert "ANNAT 5" in text
        assert "SN 7" in text
        assert '<input type="hidden" name="seen" value="1">' in text

    def test_sent_again_it_is_kept(self, registrar, dispatch):
        told = Told(AnswerKind.RECEIVED, reference_number="ANNAT 5")
        register_answer(dispatch.pk, told, seen=0, by=Actor("R"), now=localtime())

        answer = registrar.post("mottagande", reference_number="SN 7", seen=1)

        dispatch.refresh_from_db()
        assert answer.status_code == 303
        assert dispatch.reference_number == "SN 7"


class TestScripts:
    @pytest.fixture(autouse=True)
    def nothing_half_done(self):
        pass

    def test_are_shown_as_they_were_written(self, registrar, dispatched_on):
        sent = decision(dispatched_on, deciding_body=SCRIPT, comment=SCRIPT, paragraph="<b>1</b>")

        answer = registrar.post("beslut", **sent)

        for address in (registrar.url(), answer["Location"], registrar.url("rattelse")):
            text = registrar.client.get(address).content.decode()
            assert "<script>alert" not in text
            assert "&lt;script&gt;alert" in text
            assert "<b>1</b>" not in text


def test_the_limit_is_the_one_of_the_documents():
    assert files.FILE_LIMIT == 20_000_000
    assert not Content.objects.filter(data=b"").exists()
