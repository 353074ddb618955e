"""Dispatch, as a whole act: all principals or none, the text as it stood, one entry."""

from datetime import UTC, date, datetime

import pytest

from samverkan.cases.choices import CaseStage
from samverkan.dispatches.actions import dispatch_recommendation, note_outcome
from samverkan.dispatches.models import Dispatch, RegistrarLink
from samverkan.documents.texts import digest
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.models import Meeting
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import FormerName, LineBody
from tests.factories import (
    LONG_AGO,
    TESTER,
    CollaborationFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def principals(here):
    return [PrincipalFactory(collaboration=here) for _ in range(3)]


@pytest.fixture
def recommendation(here, principals):
    return agreed_recommendation(here, on=date(2026, 3, 12))


def dispatch(recommendation, **facts):
    return dispatch_recommendation(
        recommendation.collaboration_id, recommendation.number, by=TESTER, now=NOW, **facts
    )


def refused(recommendation, **facts):
    with pytest.raises(StepRefused) as refusal:
        dispatch(recommendation, **facts)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R152")
def test_it_goes_to_every_principal_with_a_letter_and_a_link_each(recommendation, principals):
    dispatch(recommendation, reply_by=date(2026, 6, 1))

    everyone = set(recommendation.collaboration.principals.all())
    letters = Notice.objects.filter(template="recommendation_dispatched")
    assert set(principals) < everyone
    assert {one.principal for one in Dispatch.objects.all()} == everyone
    assert RegistrarLink.objects.values("dispatch").distinct().count() == len(everyone)
    assert sorted(letters.values_list("to", flat=True)) == sorted(
        one.registrar_email for one in everyone
    )
    recommendation.case.refresh_from_db()
    assert recommendation.case.stage == CaseStage.DISPATCHED


@pytest.mark.rule("R152")
def test_one_entry_tells_of_all_of_them_with_the_checksum_of_each_text(recommendation, principals):
    dispatch(recommendation)

    entry = Entry.objects.get(verb="recommendation.dispatched")
    assert entry.content["facts"]["addressees"] == {
        one.principal.slug: digest(one.proposal) for one in Dispatch.objects.all()
    }


@pytest.mark.rule("R155")
@pytest.mark.rule("R311")
@pytest.mark.rule("R312")
def test_the_proposal_is_ready_with_the_principals_own_deciding_body(recommendation, principals):
    LineBody.objects.create(
        principal=principals[0],
        name="Vård- och omsorgsnämnden",
        kind=LineBodyKind.COMMITTEE,
        is_usual_decider=True,
        period=LONG_AGO,
    )

    dispatch(recommendation)

    proposals = dict(Dispatch.objects.values_list("principal", "proposal"))
    own = proposals[principals[0].pk]
    assert own["lead"] == "Vård- och omsorgsnämnden beslutar"
    assert (own["title"], own["summary"]) == (recommendation.title, recommendation.summary)
    assert own["clauses"] == recommendation.clauses
    assert proposals[principals[1].pk]["lead"] == "Beslutande organ beslutar"


@pytest.mark.rule("R329")
def test_each_is_addressed_as_it_was_called_that_day(recommendation, principals):
    FormerName.objects.create(principal=principals[0], name="Länets landsting", period=LONG_AGO)

    dispatch(recommendation)

    assert Dispatch.objects.get(principal=principals[0]).addressee == "Länets landsting"


@pytest.mark.rule("R152")
def test_when_one_cannot_be_reached_nothing_is_sent_to_anyone(recommendation, principals):
    principals[1].registrar_email = ""
    principals[1].save()
    head = recommendation.collaboration.entries.count()

    assert refused(recommendation) == ["unreachable"]
    assert not Dispatch.objects.exists()
    assert not Notice.objects.filter(template="recommendation_dispatched").exists()
    assert recommendation.collaboration.entries.count() == head


@pytest.mark.rule("R152")
def test_it_is_dispatched_once(recommendation):
    dispatch(recommendation)

    assert refused(recommendation) == ["already_dispatched"]


@pytest.mark.rule("R304")
def test_it_is_dispatched_from_approved_minutes_only(recommendation):
    Meeting.objects.update(stage="held")

    assert refused(recommendation) == ["minutes_not_approved"]


@pytest.mark.parametrize("count", [1, 30])
def test_dispatch_asks_as_much_for_one_principal_as_for_thirty(
    here, count, django_assert_max_num_queries
):
    for _ in range(count):
        PrincipalFactory(collaboration=here)
    recommendation = agreed_recommendation(here, on=date(2026, 3, 12))

    with django_assert_max_num_queries(29):
        dispatch(recommendation)


def test_what_is_known_of_the_outcome_needs_its_source(recommendation):
    told = (recommendation.collaboration_id, recommendation.number)
    facts = {"by": TESTER, "now": NOW}

    note_outcome(*told, "Antogs av alla.", source="överenskommelsen § 1", **facts)
    with pytest.raises(StepRefused):
        note_outcome(*told, "Antogs av alla.", source=" ", **facts)

    recommendation.refresh_from_db()
    assert recommendation.outcome_note == "Antogs av alla."
