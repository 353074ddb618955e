"""All that waits at a principal, behind one link: several numbers at once, packages, records."""

import hashlib
from datetime import timedelta

import pytest
from django.utils.timezone import localtime

from samverkan.dispatches.actions import make_packages, package_of, register_number
from samverkan.dispatches.models import Answer, Fetch, PrincipalLink, RegistrarLink
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.notices import send_due
from tests.www.conftest import queries_of, text
from tests.www.registry.conftest import Registry

REGISTRAR = Actor("Registrator via personlig länk", "Malå kommun")


def field(number):
    return f"nummer-{number}"


@pytest.mark.rule("R155")
def test_everything_that_was_sent_waits_in_one_list(mala, numbers):
    page = text(mala.get())

    assert "Väntar på diarienummer" in page
    for number in numbers:
        assert number in page
        assert f'name="{field(number)}"' in page


@pytest.mark.rule("R316")
def test_several_numbers_are_given_in_one_form(mala, numbers, sent):
    answer = mala.post(**{field(numbers[0]): "KS 2026/17", field(numbers[1]): "KS 2026/18"})

    assert answer.status_code == 303
    for dispatch in sent:
        dispatch.refresh_from_db()
    assert [one.reference_number for one in sent] == ["KS 2026/17", "KS 2026/18"]
    page = text(mala.get())
    assert "2 nummer är sparade." in page
    assert "Väntar på planerad dag" in page


@pytest.mark.rule("R316")
def test_what_is_wrong_is_said_in_its_row_and_nothing_typed_is_lost(mala, numbers, sent):
    answer = mala.post(**{field(numbers[0]): "KS 2026/17", field(numbers[1]): "ks 2026/17"})

    page = text(answer)
    assert answer.status_code == 422
    assert "är redan lämnat för rekommendation" in page
    assert 'value="KS 2026/17"' in page
    assert f"Sparat: {numbers[1]}" in page
    for dispatch in sent:
        dispatch.refresh_from_db()
    assert [one.reference_number for one in sent] == ["", "ks 2026/17"]


def test_an_empty_form_says_what_to_write(mala):
    answer = mala.post()

    assert answer.status_code == 422
    assert "Skriv minst ett diarienummer." in text(answer)


def test_another_registrar_came_first(mala, numbers, sent):
    mala.get()
    register_number(sent[0].pk, "KS 2026/1", by=REGISTRAR, now=localtime())

    answer = mala.post(**{field(numbers[0]): "KS 2026/17", field(numbers[1]): "KS 2026/18"})

    page = text(answer)
    assert answer.status_code == 422
    assert "har redan diarienumret KS 2026/1" in page
    assert 'value="KS 2026/17"' in page
    for dispatch in sent:
        dispatch.refresh_from_db()
    assert [one.reference_number for one in sent] == ["KS 2026/1", "KS 2026/18"]


def test_a_form_from_elsewhere_is_not_taken_in(recommendations, numbers):
    mala = Registry("mala", enforce_csrf_checks=True)

    answer = mala.post(**{field(numbers[0]): "KS 2026/17"})

    assert answer.status_code == 403
    assert 'value="KS 2026/17"' in text(answer)
    assert not Answer.objects.exists()


def test_a_row_leads_to_the_page_of_its_recommendation(mala, numbers, sent):
    answer = mala.get("one", numbers[0])

    assert answer.status_code == 302
    page = text(mala.client.get(answer["Location"]))
    assert "Gemensam rutin" in page


def test_when_its_own_link_has_run_out_a_new_one_is_made_by_a_button_only(mala, numbers, sent):
    RegistrarLink.objects.filter(dispatch=sent[0]).update(expires_at=localtime())

    looked = mala.get("one", numbers[0])
    assert looked.status_code == 200
    assert "Öppna rekommendationen" in text(looked)
    assert sent[0].links.count() == 1

    opened = mala.post("one", numbers[0])
    assert mala.client.get(opened["Location"]).status_code == 200
    assert Entry.objects.filter(verb="link.issued").count() == 1


def test_the_package_comes_as_a_zip_and_only_sending_for_it_is_noted(mala, numbers, sent):
    assert mala.get("package", numbers[0]).status_code == 503
    make_packages(localtime())

    looked = mala.get("package", numbers[0])
    assert not Fetch.objects.exists()
    fetched = mala.post("package", numbers[0])

    assert looked.content == fetched.content
    assert hashlib.sha256(looked.content).hexdigest() == package_of(sent[0]).sha256
    assert fetched["Content-Disposition"] == f'attachment; filename="{numbers[0]}-mala.zip"'
    assert Fetch.objects.get().dispatch == sent[0]


def test_each_file_can_be_fetched_by_itself(mala, numbers):
    mala.post("package", numbers[0])

    letter = mala.get("file", numbers[0], 1)

    assert letter.content.startswith(b"%PDF-")
    assert mala.get("file", numbers[0], 99).status_code == 404


def test_the_reception_record_says_what_is_known_and_why(mala, numbers, sent):
    assert "Inget visar ännu att rekommendationen har kommit in." in text(
        mala.get("receipt", numbers[0])
    )
    send_due(localtime())
    mala.post(**{field(numbers[0]): "KS 2026/17"})

    page = text(mala.get("receipt", numbers[0]))

    assert "mejlet togs emot av huvudmannens e-postserver" in page
    assert "diarienummer KS 2026/17" in page
    assert "tryckfrihetsförordningen" in page


def test_looking_changes_nothing(mala, numbers):
    before = Entry.objects.count()

    for name, *args in (
        ("show",),
        ("waiting",),
        ("numbers",),
        ("one", numbers[0]),
        ("package", numbers[0]),
        ("receipt", numbers[0]),
    ):
        mala.get(name, *args)

    assert Entry.objects.count() == before
    assert not Fetch.objects.exists()


@pytest.mark.parametrize("name", ["one", "package", "receipt"])
def test_what_is_not_sent_to_the_principal_is_not_there(mala, here, name):
    assert mala.get(name, "r1999-01").status_code == 404


def test_a_link_shows_its_own_principal_only(mala, sorsele, numbers, sent):
    mala.post(**{field(numbers[0]): "KS 2026/17"})

    assert "KS 2026/17" not in text(sorsele.get())
    assert "KS 2026/17" not in text(sorsele.get("waiting"))


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"expires_at": localtime() - timedelta(days=1)}, 410),
        ({"revoked_at": localtime() - timedelta(days=1)}, 410),
    ],
)
@pytest.mark.parametrize("name", ["show", "waiting", "numbers"])
def test_a_link_that_has_ended_lets_nobody_in(mala, change, status, name):
    PrincipalLink.objects.filter(pk=mala.link.pk).update(**change)

    assert mala.get(name).status_code == status


def test_a_token_that_is_not_ours_leads_nowhere(mala, sent):
    for token in (mala.token[:-1] + "x", mala.link.key):
        assert mala.client.get(f"/l/registratur/{token}/").status_code == 404
    # Nor is the link to one dispatch a link to all of them, or the other way round.
    assert mala.client.get(f"/l/{mala.token}/").status_code == 404


def test_nobody_keeps_or_leaks_the_pages(mala):
    answer = mala.get()

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "strict-origin"
    assert answer["X-Robots-Tag"] == "noindex"


def test_the_list_takes_as_many_queries_for_two_as_for_one(mala, sorsele, sent):
    for dispatch in sent[1].recommendation.dispatches.filter(principal__slug="sorsele"):
        dispatch.links.all().delete()

    assert queries_of(mala.client, mala.url()) == queries_of(sorsele.client, sorsele.url())
