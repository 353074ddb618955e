"""The page of one recommendation."""

from datetime import UTC, datetime

import pytest

from samverkan.dispatches.actions import note_outcome, register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from tests.factories import (
    TESTER,
    AgreementFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
SOURCE = "Överenskommelsen § 1"


@pytest.fixture
def umea(here):
    return PrincipalFactory(collaboration=here, slug="umea", name="Umeå kommun", short_name="Umeå")


@pytest.fixture
def recommendation(here, umea):
    return agreed_recommendation(here, dispatched=True)


def page_of(read, recommendation):
    return " ".join(read(f"/lanet/rekommendationer/{recommendation.number}/").split())


def answer(recommendation, principal, told, **more):
    dispatch = recommendation.dispatches.get(principal=principal)
    register_answer(dispatch.pk, told, seen=dispatch.answers_count, by=TESTER, now=NOW, **more)


@pytest.mark.rule("R006")
def test_it_tells_which_body_agreed_when_and_on_what(read, recommendation):
    page = page_of(read, recommendation)

    assert f"{recommendation.body.name}</a> enades om rekommendationen" in page
    assert f"punkt {recommendation.point}" in page
    assert "<li>att anta rutinen, samt</li>" in page
    assert "varje huvudman beslutar själv" in page


@pytest.mark.rule("R005")
def test_a_recommendation_is_never_called_a_decision(read, recommendation):
    page = page_of(read, recommendation).lower()

    assert "organet beslutade" not in page
    assert f"{recommendation.body.name.lower()} beslut" not in page


def test_it_is_said_that_nobody_has_decided(read, recommendation):
    assert "huvudmän har beslutat än" in page_of(read, recommendation)


def test_what_is_not_dispatched_says_so(here, read):
    recommendation = agreed_recommendation(here)

    page = page_of(read, recommendation)

    assert "Rekommendationen är inte expedierad än." in page
    assert "Här visas varje huvudmans svar" in page


def test_a_corrected_answer_stands_beside_what_it_corrects(read, umea, recommendation):
    answer(recommendation, umea, Told(AnswerKind.RECEIVED, reference_number="KS 1"))
    answer(
        recommendation,
        umea,
        Told(AnswerKind.RECEIVED, reference_number="KS 2"),
        correcting=True,
        reason="Fel nummer.",
    )

    page = page_of(read, recommendation)

    assert "Diarienummer KS 2" in page
    assert "Rättat 20" in page
    assert "<del>Mottagen" in page
    assert "Skäl: Fel nummer." in page


@pytest.mark.rule("R154")
def test_history_without_a_day_is_shown_as_that_with_its_source(read, umea, recommendation):
    about = "vid årsskiftet 2018/2019; enskilda datum är okända"
    answer(recommendation, umea, Told(AnswerKind.APPROVED, about=about), source=SOURCE)

    page = page_of(read, recommendation)

    assert "Vid årsskiftet 2018/2019; enskilda datum är okända" in page
    assert "Organet är okänt" in page
    assert f"Källa till svaren: {SOURCE}." in page
    assert "20 maj 2026" not in page


def test_what_is_known_of_the_outcome_is_told(here, read, recommendation):
    note_outcome(
        here.pk,
        recommendation.number,
        note="Huvudpunkterna beslutades av alla.",
        source=SOURCE,
        by=TESTER,
        now=NOW,
    )

    assert "Huvudpunkterna beslutades av alla." in page_of(read, recommendation)


@pytest.mark.rule("R154")
def test_the_way_is_told_from_the_journal_and_leads_to_the_agreement(here, read, recommendation):
    AgreementFactory(collaboration=here, slug="avtalet")

    page = page_of(read, recommendation)

    assert "väckte frågan" in page
    assert "Rekommendationen expedierades till 2 huvudmän." in page
    assert 'href="/lanet/overenskommelser/avtalet/#avsnitt-6-1-2"' in page


def test_each_principal_has_a_row_to_point_at(read, recommendation):
    assert '<tr id="umea">' in page_of(read, recommendation)
