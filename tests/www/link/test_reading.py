"""The registrar lets the extract fill in the form, puts it right, and confirms."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from samverkan.dispatches.models import Answer, ExtractReading
from tests.documents.files import pdf
from tests.documents.printed import printed
from tests.www.link.sent import extract


def an_extract(dispatch, **change):
    facts = {"title": dispatch.recommendation.title, "kind": "att anta rutinen"} | change
    return printed(
        f"{dispatch.addressee}\nSocialnämnden\nSammanträdesdatum {localdate()}\n\n"
        f"§ 31  Dnr SN 2027/123\n{facts['title']}\n\nSocialnämnden beslutar {facts['kind']}.\n"
    )


@pytest.fixture
def read(registrar, dispatch):
    def send(data=None):
        sent = extract(data=an_extract(dispatch) if data is None else data)
        return registrar.client.post(registrar.url("read_extract"), {"extract": sent})

    return send


def confirmed(registrar, **change):
    reading = ExtractReading.objects.latest("read_at")
    found = {name: one["value"] for name, one in reading.found.items()}
    found.pop("undecided", None)
    url = registrar.url("confirm_extract", reading.key)
    return registrar.client.post(url, {"seen": 0, **found, **change})


@pytest.mark.rule("R152")
def test_the_step_leads_to_reading_and_reading_back_to_typing(registrar):
    assert registrar.url("read_extract") in registrar.get("beslut").content.decode()
    assert registrar.url("beslut") in registrar.get("read_extract").content.decode()


@pytest.mark.rule("R152")
def test_what_was_read_is_filled_in_with_its_words_and_nothing_is_registered(registrar, read):
    answer = read()

    page = registrar.client.get(answer["Location"]).content.decode()
    assert answer.status_code == 303
    assert 'value="§ 31"' in page
    assert 'value="SN 2027/123"' in page
    assert f'value="{localdate()}"' in page
    assert "Läst ur utdraget: ”§ 31 Dnr SN 2027/123”" in page
    assert "Inget är registrerat än." in page
    assert not Answer.objects.exists()


@pytest.mark.rule("R316")
def test_the_registrar_puts_right_and_confirms(registrar, read, dispatch):
    read()

    answer = confirmed(registrar, paragraph="§ 32", comment="Med start i höst.")

    dispatch.refresh_from_db()
    assert answer["Location"] == registrar.url("receipt", 1)
    assert (dispatch.state, dispatch.paragraph) == ("approved", "§ 32")
    assert (dispatch.reference_number, dispatch.extract.name) == ("SN 2027/123", "utdrag.pdf")
    again = registrar.client.get(
        registrar.url("confirm_extract", ExtractReading.objects.get().key), follow=True
    )
    assert "Ert svar är redan registrerat." in again.content.decode()


def test_a_missing_field_is_said_and_the_file_stays(registrar, read):
    read()

    answer = confirmed(registrar, paragraph="")

    assert answer.status_code == 422
    assert "Ange beslutets paragraf" in answer.content.decode()
    assert "utdrag.pdf" in answer.content.decode()
    assert not Answer.objects.exists()


@pytest.mark.rule("R152")
def test_another_matter_is_said_before_the_form_and_needs_a_reason(registrar, read):
    page = registrar.client.get(
        read(printed("Sorsele kommun\nTekniska nämnden\n§ 9 Snöröjning"))["Location"]
    ).content.decode()
    typed = {"kind": "rejected", "on": str(localdate()), "deciding_body": "Socialnämnden"}

    refused = confirmed(registrar, **typed)
    passed = confirmed(registrar, **typed, extract_reason="Gemensam nämnd.")

    assert "Utdraget verkar gälla något annat" in page
    assert "Utdraget verkar komma från Sorsele kommun" in page
    assert (refused.status_code, passed.status_code) == (422, 303)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(), "Filen är en bild av ett papper, så inget kunde läsas ur den."),
        (b"Bara text.", "är ren text enligt sitt innehåll"),
    ],
)
def test_what_cannot_be_read_or_taken_in_is_said(registrar, read, data, said):
    answer = read(data)
    page = registrar.client.get(answer["Location"]) if answer.status_code == 303 else answer

    assert said in page.content.decode()


def test_a_personal_identity_number_is_refused_with_what_to_do(read, dispatch):
    answer = read(an_extract(dispatch, title="Gäller 19811218-9876"))

    assert answer.status_code == 422
    assert "Maskera det, spara filen och välj den igen" in answer.content.decode()
    assert not ExtractReading.objects.exists()


def test_a_referral_back_is_pointed_out(registrar, read, dispatch):
    answer = read(an_extract(dispatch, kind="att återremittera ärendet"))

    page = registrar.client.get(answer["Location"]).content.decode()
    assert "Utdraget talar om återremiss eller bordläggning" in page


@pytest.mark.rule("R152")
def test_a_wrong_extract_is_corrected_through_reading(registrar, read, dispatch):
    read()
    confirmed(registrar)
    page = registrar.client.get(read(an_extract(dispatch, kind="att avslå"))["Location"])
    assert "Kontrollera och rätta svaret" in page.content.decode()

    answer = confirmed(registrar, seen=1, reason="Fel exemplar bifogades.")

    dispatch.refresh_from_db()
    assert answer.status_code == 303
    assert (dispatch.state, dispatch.answers_count) == ("rejected", 2)


def test_nobody_else_sees_what_was_read(registrar, read, other):
    from samverkan.journal.tokens import token_of

    read()
    key = ExtractReading.objects.get().key
    theirs = reverse("link:confirm_extract", args=[token_of(other.links.get().key), key])

    assert registrar.client.get(theirs).status_code == 404


def test_nothing_sent_is_said(registrar):
    answer = registrar.client.post(registrar.url("read_extract"), {})

    assert answer.status_code == 422
    assert "Bifoga protokollsutdraget som fil." in answer.content.decode()
