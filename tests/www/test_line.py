"""The line's personal link: what the case is about, an answer without an account, a receipt."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from samverkan.cases.actions import complete_lift, send_line_link, withdraw_lift
from samverkan.cases.models import LineEntry, LineLink
from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from tests.cases.ladders import REASON, a_ladder, answered, lifted, prepared_at
from tests.factories import TESTER, CaseFactory
from tests.www.conftest import text

TOLD = {"answer": "agrees", "function": "Socialchef", "person": "Sara Snölykta", "comment": ""}
IDENTITY_NUMBER = "19811218-9876"


@pytest.fixture
def lift(db):
    here = a_ladder()
    case = CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)
    prepared_at(here.lsg, case, on=localtime().date() - timedelta(days=3))
    answered(case, here.samrad)
    return lifted(case, here.samrad, now=localtime())


@pytest.fixture
def link(lift):
    return LineLink.objects.get(entry__principal__slug="ort-1")


def at(link, name="show"):
    return reverse(f"line:{name}", args=[token_of(link.key)])


def post(client, link, **typed):
    return client.post(at(link), TOLD | {"seen": 0} | typed)


def entry_of(link):
    return LineEntry.objects.get(pk=link.entry_id)


@pytest.mark.rule("R148")
def test_the_link_shows_what_it_is_about(client, link, lift):
    page = text(client.get(at(link)))

    assert lift.case.title in page
    assert lift.case.question in page
    assert lift.case.background in page
    assert REASON in page
    assert "utan konto" in page
    assert Entry.objects.filter(verb="line.noted").count() == 0


@pytest.mark.rule("R147")
@pytest.mark.rule("R148")
def test_an_answer_gives_a_receipt_that_can_be_fetched_again(client, link):
    answer = post(client, link)

    assert (answer.status_code, answer["Location"]) == (303, at(link, "receipt"))
    receipt = text(client.get(at(link, "receipt")))
    assert "Ert svar är registrerat" in receipt
    assert "Sara Snölykta" in receipt
    entry = entry_of(link)
    assert (entry.answer, entry.function, entry.person) == ("agrees", "Socialchef", "Sara Snölykta")
    told = Entry.objects.get(verb="line.noted").content
    assert (told["actor"], told["on_behalf_of"]) == (
        "Linjefunktion via personlig länk",
        "Ort 1 kommun",
    )


def test_the_answer_can_be_changed_until_the_lift_ends(client, link, lift):
    post(client, link)
    assert "Ändra ert svar" in text(client.get(at(link)))
    post(client, link, seen=1, answer="objects", comment="Vi hinner inte.")
    assert entry_of(link).answer == "objects"

    complete_lift(lift.pk, reason=REASON, by=TESTER, now=localtime())

    page = text(client.get(at(link)))
    assert "Lyftet är slutfört." in page
    assert "Skicka svaret" not in page
    late = post(client, link, seen=2, comment="Ändå ja.")
    assert late.status_code == 409
    assert "Det går inte att ändra längre." in text(late)
    assert "Ändå ja." in text(late)
    assert entry_of(link).answer == "objects"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"answer": ""}, "Välj ett av svaren."),
        ({"answer": "maybe"}, "Välj ett av alternativen."),
        ({"function": ""}, "Skriv vilken funktion i linjen som svarar"),
        ({"person": " "}, "Skriv namnet på den som svarar."),
        ({"answer": "objects"}, "Skriv vad synpunkten eller invändningen gäller."),
        ({"comment": IDENTITY_NUMBER}, "personnummer"),
        ({"comment": "å" * 2001}, "skriv högst 2000 tecken"),
        ({"person": "å" * 121}, "skriv högst 120 tecken"),
        ({"seen": "x"}, "Någon annan svarade för huvudmannen nyss."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client, link, typed, said):
    sent = {"function": "Socialchefen i orten"} | typed

    answer = post(client, link, **sent)

    assert answer.status_code in (409, 422)
    assert said in text(answer)
    if "function" not in typed:
        assert "Socialchefen i orten" in text(answer)
    assert entry_of(link).answer == ""


def test_not_yet_is_an_answer_without_a_name(client, link):
    assert post(client, link, answer="not_yet", function="", person="").status_code == 303
    assert entry_of(link).answer == "not_yet"


def test_two_at_the_same_principal_do_not_write_over_each_other(client, link):
    post(client, link)

    answer = post(client, link, answer="objects", comment="Vi hinner inte.")

    assert answer.status_code == 409
    assert "Vi hinner inte." in text(answer)
    assert entry_of(link).answer == "agrees"


def test_a_link_that_was_replaced_ends_and_shows_what_was_typed(client, link):
    send_line_link(link.entry_id, to="ny@ort.example.invalid", by=TESTER, now=localtime())

    answer = post(client, link, comment="Ett långt svar.")

    assert answer.status_code == 410
    assert "Länken är återkallad." in text(answer)
    assert "Ett långt svar." in text(answer)


def test_a_lift_that_was_taken_back_is_told(client, link, lift):
    withdraw_lift(lift.pk, reason="Det löstes lokalt.", by=TESTER, now=localtime())

    assert "Lyftet är återtaget." in text(client.get(at(link)))


def test_a_receipt_before_an_answer_leads_to_the_question(client, link):
    assert client.get(at(link, "receipt"))["Location"] == at(link)


def test_strange_tokens_and_strange_pages_lead_nowhere(client, link):
    assert client.get("/l/linje/inget/").status_code == 404
    assert client.get(at(link) + "annat/").status_code == 404
    assert client.put(at(link)).status_code == 405


def test_a_registrars_door_does_not_open_for_the_line(client, link):
    assert client.get(f"/l/{token_of(link.key)}/").status_code == 404


def test_a_form_without_our_cookie_is_refused_and_kept(link):
    strict = Client(enforce_csrf_checks=True)

    answer = post(strict, link, comment="Ett långt svar.")

    assert answer.status_code == 403
    assert "Ett långt svar." in text(answer)
    assert entry_of(link).answer == ""


def test_answers_one_after_another_are_slowed_down(client, link, settings):
    for seen in range(20):
        post(client, link, seen=seen)

    assert post(client, link, seen=20).status_code == 429


def test_nothing_is_kept_by_browsers_or_found_by_search(client, link):
    answer = client.get(at(link))

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
