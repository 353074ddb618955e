"""What a registrar meets when a text has been corrected, or a recommendation taken back."""

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    NewText,
    correct_text,
    text_of,
    withdraw_recommendation,
)
from samverkan.dispatches.models import AnswerConfirmation
from samverkan.journal.tokens import token_of
from tests.factories import TESTER
from tests.www.link.conftest import Registrar
from tests.www.link.sent import decision

pytestmark = pytest.mark.django_db


def corrected(recommendation, *clauses, **facts):
    now = text_of(recommendation)
    text = NewText(now.title, now.summary, now.lead, clauses or ("att anta hela rutinen.",))
    known = {"reason": "Otydligt.", "source": "Brev", "by": TESTER, "now": localtime()}
    return correct_text(
        recommendation.collaboration_id, recommendation.number, text, **known | facts
    )


def withdrawn(recommendation):
    facts = {"reason": "Ny lag.", "on": localdate(), "source": "Brev", "by": TESTER}
    withdraw_recommendation(
        recommendation.collaboration_id, recommendation.number, now=localtime(), **facts
    )


def newest(dispatch):
    return Registrar(token_of(dispatch.links.order_by("-pk").first().key))


def said(response):
    return " ".join(response.content.decode().split())


@pytest.mark.rule("R152")
def test_the_decision_is_confirmed_for_the_new_text(registrar, dispatch, recommendation):
    registrar.post("beslut", **decision(localdate()))
    corrected(recommendation)
    again = newest(dispatch)

    page = said(again.get())
    compared = said(again.get("confirm"))
    response = again.post("confirm", version=2, comment="Nämnden har läst.")

    dispatch.refresh_from_db()
    assert "Ert beslut står kvar och gäller version 1." in page
    assert "<ins>" in compared
    assert response.status_code == 303
    assert not dispatch.answers_earlier
    assert AnswerConfirmation.objects.get().comment == "Nämnden har läst."
    assert "Inget behöver bekräftas" in said(again.get("confirm"))


@pytest.mark.rule("R152")
def test_or_decided_anew(registrar, dispatch, recommendation):
    registrar.post("beslut", **decision(localdate()))
    corrected(recommendation)

    again = newest(dispatch)
    response = again.post("beslut", **decision(localdate(), "rejected"), seen=1, version=2)

    dispatch.refresh_from_db()
    assert response.status_code == 303
    assert (dispatch.state, dispatch.decided_version) == ("rejected", 2)


def test_a_confirmation_of_a_text_not_seen_is_shown_the_new_one(
    registrar, dispatch, recommendation
):
    registrar.post("beslut", **decision(localdate()))
    corrected(recommendation)
    again = newest(dispatch)

    for version in ("1", "", "x", "99999999"):
        response = again.post("confirm", version=version)
        assert response.status_code == 422
        assert "Texten har rättats medan du skrev" in said(response)


def test_an_answer_written_on_the_old_text_meets_the_new(registrar, dispatch, recommendation):
    corrected(recommendation)
    again = newest(dispatch)

    response = again.post("mottagande", reference_number="SN 1", version=1)

    assert response.status_code == 409
    assert "version 2 gäller nu" in said(response)
    assert 'value="SN 1"' in response.content.decode()


def test_the_earlier_proposal_is_kept_as_it_was_sent(dispatch, other, recommendation):
    corrected(recommendation)
    again = newest(dispatch)

    page = said(again.get())
    found = again.get("earlier", 1)

    assert "Förslaget som det sändes i version 1 (PDF)" in page
    assert found["Content-Type"] == "application/pdf"
    assert found.content.startswith(b"%PDF")
    assert again.get("earlier", 2).status_code == 404


@pytest.mark.rule("R006")
def test_a_withdrawn_recommendation_tells_and_takes_in_nothing_new(
    registrar, dispatch, recommendation
):
    withdrawn(recommendation)

    page = said(registrar.get())
    refused = registrar.post("mottagande", reference_number="SN 1")

    assert "har återtagit rekommendationen" in page
    assert "nya svar tas inte emot" in page
    assert "Bekräfta mottagande</h2>" not in page
    assert refused.status_code == 422
    assert "tar inte emot något nytt" in said(refused)


@pytest.mark.rule("R152")
def test_a_given_answer_can_still_be_corrected(registrar, dispatch, recommendation):
    registrar.post("beslut", **decision(localdate()))
    withdrawn(recommendation)

    page = said(registrar.get())
    facts = decision(localdate(), "rejected", reason="Fel ruta.")
    response = registrar.post("rattelse", **facts, seen=1)

    dispatch.refresh_from_db()
    assert "Rätta det senaste svaret" in page
    assert (response.status_code, dispatch.state) == (303, "rejected")
