from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils.timezone import localtime

from samverkan.dispatches.actions import renew_link, revoke_link
from samverkan.dispatches.models import Answer
from samverkan.journal.tokens import token_of
from tests.factories import TESTER
from tests.www.link.conftest import Registrar
from tests.www.link.sent import decision

TITLE = "Gemensam rutin för utskrivning"


@pytest.fixture(autouse=True)
def fresh_counts(db):
    cache.clear()


def addresses(registrar, annex):
    steps = ("show", "mottagande", "beslut", "rattelse", "proposal")
    return [
        *map(registrar.url, steps),
        registrar.url("document", annex.document.key),
        registrar.url("receipt", 1),
    ]


@pytest.mark.parametrize(
    "alter",
    [
        lambda token: token[:-1],
        lambda token: token.swapcase(),
        lambda token: "x" + token,
        lambda token: token.split(".")[0],
        lambda token: "..",
        lambda token: "å" * 300,
        lambda token: token_of("en-nyckel-som-ingen-har"),
    ],
)
def test_an_altered_or_unknown_link_reveals_nothing(token, recommendation, alter):
    registrar = Registrar(alter(token))

    for answer in (registrar.get(), registrar.post("mottagande", reference_number="SN 1")):
        text = answer.content.decode()
        assert answer.status_code == 404
        assert "Länken leder ingenstans" in text
        for secret in (TITLE, "Malå", recommendation.collaboration.name):
            assert secret not in text


def test_an_altered_link_opens_no_file_either(token, annex):
    registrar = Registrar(token.swapcase())

    assert {registrar.client.get(url).status_code for url in addresses(registrar, annex)} == {404}


def test_an_expired_link_says_how_to_get_a_new_one(registrar, recommendation, annex):
    with time_machine.travel(localtime() + timedelta(days=151)):
        answers = [registrar.client.get(url) for url in addresses(registrar, annex)]

    assert {answer.status_code for answer in answers} == {410}
    text = answers[0].content.decode()
    assert "Länken gällde till den" in text
    assert recommendation.collaboration.contact_email in text
    assert TITLE not in text


def test_the_last_moment_of_a_link(registrar, dispatch):
    expires = dispatch.links.get().expires_at
    with time_machine.travel(expires - timedelta(seconds=1), tick=False):
        assert registrar.get().status_code == 200
    with time_machine.travel(expires, tick=False):
        assert registrar.get().status_code == 410


def test_a_revoked_link_lets_nobody_in(registrar, dispatch, annex):
    revoke_link(dispatch.pk, by=TESTER, now=localtime())

    answers = [registrar.client.get(url) for url in addresses(registrar, annex)]

    assert {answer.status_code for answer in answers} == {410}
    assert "Länken är återkallad" in answers[0].content.decode()


def test_a_renewed_link_replaces_the_old(registrar, dispatch):
    link = renew_link(dispatch.pk, by=TESTER, now=localtime())

    assert registrar.get().status_code == 410
    assert Registrar(token_of(link.key)).get().status_code == 200


def test_what_was_typed_behind_a_link_that_ended_is_given_back(registrar, dispatch, dispatched_on):
    revoke_link(dispatch.pk, by=TESTER, now=localtime())

    answer = registrar.post("beslut", **decision(dispatched_on, comment="Lång <i>kommentar</i>"))

    text = answer.content.decode()
    assert answer.status_code == 410
    assert "Lång &lt;i&gt;kommentar" in text
    assert "§ 31" in text
    assert not Answer.objects.exists()


def test_every_answer_is_private_and_keeps_its_address_secret(registrar, annex, token):
    stranger = Registrar("x")
    urls = [*addresses(registrar, annex), registrar.url("receipt", 9), stranger.url()]

    for answer in [*map(registrar.client.get, urls), registrar.post("mottagande")]:
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "strict-origin"
        assert answer["X-Robots-Tag"] == "noindex"
        assert "X-Samverkan-Public" not in answer


def test_the_link_is_never_written_in_a_log(registrar, token, caplog, monkeypatch):
    registrar.client.raise_request_exception = False
    registrar.get("receipt", 9)
    registrar.post("mottagande")
    registrar.client.get(registrar.url() + "nagot/annat")
    registrar.client.post(registrar.url())
    monkeypatch.setattr("samverkan.www.link.views.next_step", None)
    assert registrar.get().status_code == 500

    assert len(caplog.records) == 5
    assert token not in caplog.text
    assert not any(token in str(record.args) for record in caplog.records)


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_other_methods_are_not_taken(registrar, method):
    assert getattr(registrar.client, method)(registrar.url("mottagande")).status_code == 405
    assert registrar.client.post(registrar.url()).status_code == 405


class TestForms:
    @pytest.fixture
    def careful(self, token):
        return Registrar(token, enforce_csrf_checks=True)

    def test_without_its_cookie_nothing_is_registered_and_nothing_lost(self, careful):
        answer = careful.post("mottagande", reference_number="SN 7")

        text = answer.content.decode()
        assert answer.status_code == 403
        assert "skicka en gång till" in text
        assert "SN 7" in text
        assert not Answer.objects.exists()

    def test_sent_again_it_is_kept(self, careful):
        first = careful.post("mottagande", reference_number="SN 7")
        proof = {"csrfmiddlewaretoken": first.context["csrf_token"]}

        answer = careful.post("mottagande", reference_number="SN 7", **proof)

        assert answer.status_code == 303

    def test_from_another_site_is_refused(self, careful):
        proof = {"csrfmiddlewaretoken": careful.get().context["csrf_token"]}

        answer = careful.client.post(
            careful.url("mottagande"),
            {"seen": 0, "reference_number": "SN 7", **proof},
            headers={"origin": "https://elak.example"},
        )

        assert answer.status_code == 403
        assert not Answer.objects.exists()


class TestLimits:
    def test_guessing_links_is_stopped(self, token):
        stranger = Registrar("gissning")

        statuses = [stranger.get().status_code for _ in range(31)]

        assert statuses == [404] * 30 + [429]
        assert "Vänta" in stranger.get().content.decode()
        assert Registrar(token).get().status_code == 200

    def test_the_address_told_by_anyone_but_our_own_proxy_is_not_believed(self):
        stranger = Registrar("gissning")
        for number in range(31):
            answer = stranger.client.get(
                stranger.url(), headers={"x-forwarded-for": f"10.0.0.{number}"}
            )

        assert answer.status_code == 429

    def test_behind_our_own_proxy_each_visitor_counts_alone(self, settings):
        settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
        stranger = Registrar("gissning")
        for number in range(31):
            answer = stranger.client.get(
                stranger.url(), headers={"x-forwarded-for": f"10.0.0.{number}"}
            )

        assert answer.status_code == 404

    def test_answering_without_end_is_stopped_and_what_was_typed_stays(self, registrar):
        for number in range(20):
            registrar.post("mottagande", reference_number=f"SN {number}", seen=number)

        answer = registrar.post("mottagande", reference_number="SN 7", seen=20)

        assert answer.status_code == 429
        assert "Vänta en stund" in answer.content.decode()
        assert "SN 7" in answer.content.decode()
        assert Answer.objects.count() == 20

    def test_one_link_does_not_use_up_anothers(self, registrar, other):
        for number in range(21):
            registrar.post("mottagande", reference_number=f"SN {number}", seen=number)

        neighbour = Registrar(token_of(other.links.get().key))
        assert neighbour.post("mottagande", reference_number="SN 1").status_code == 303
