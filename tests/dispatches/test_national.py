"""A national recommendation: 311 principals and a tree of federations, by the same code."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samverkan.bodies.models import Body
from samverkan.dispatches.actions import (
    dispatch_recommendation,
    outcome_sentence,
    recommend_on,
    register_answer,
    remind,
)
from samverkan.dispatches.choices import AddressScope, AnswerKind, DispatchState
from samverkan.dispatches.models import Dispatch, FederationDispatch, RegistrarLink
from samverkan.dispatches.rules import To, Told
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration, Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import Side
from samverkan.principals.models import Federation, Principal
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from tests.factories import TESTER, DocumentFactory, MissionFactory, agreed_recommendation

RIKET = Path(__file__).parents[2] / "structures" / "riket"
NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
STATEMENTS = 33


@pytest.fixture(scope="module")
def structure():
    return checked(RIKET).structure()


@pytest.fixture
def recommendation(db, structure):
    load_structure(structure, by=SYSTEM, now=NOW)
    riket = Collaboration.objects.get(slug="riket")
    some = Principal.objects.filter(collaboration=riket)
    for table in (some, Federation.objects.filter(collaboration=riket)):
        for one in table:
            one.registrar_email = f"registrator@{one.slug}.example.invalid"
        table.model.objects.bulk_update(table, ["registrar_email"])
    body = Body.objects.get(slug="nationella-samverkansgruppen")
    MissionFactory(body=body, principal=some[0])
    return agreed_recommendation(riket, body=body, on=date(2026, 3, 12))


def dispatch(recommendation, **facts):
    return dispatch_recommendation(
        recommendation.collaboration_id, recommendation.number, by=TESTER, now=NOW, **facts
    )


@pytest.mark.rule("R152")
def test_it_goes_to_311_in_one_act_of_few_statements(recommendation, django_assert_max_num_queries):
    with django_assert_max_num_queries(STATEMENTS):
        dispatch(recommendation, reply_by=date(2026, 6, 15))

    assert RegistrarLink.objects.count() == 311
    assert Notice.objects.filter(template="recommendation_dispatched").count() == 311
    entry = Entry.objects.get(verb="recommendation.dispatched")
    assert len(entry.content["facts"]["addressees"]) == 311
    assert (
        len(remind(recommendation.collaboration_id, recommendation.number, by=TESTER, now=LATER))
        == 311
    )


@pytest.mark.rule("R152")
def test_when_five_lack_an_address_nothing_is_sent_and_the_five_are_named(recommendation):
    mute = ["ale", "kalix", "region-gotland", "umea", "ystad"]
    Principal.objects.filter(slug__in=mute).update(registrar_email="")

    with pytest.raises(StepRefused) as refusal:
        dispatch(recommendation)

    (stop,) = refusal.value.obstacles
    assert (stop.code, len(stop.facts["principals"])) == ("unreachable", 5)
    assert not Dispatch.objects.exists()
    assert not Notice.objects.filter(template="recommendation_dispatched").exists()


@pytest.mark.rule("R152")
def test_it_goes_through_the_tree_and_counts_all_the_way(
    recommendation, django_assert_max_num_queries
):
    to = To(not_concerned={Principal.objects.get(slug="gotland").pk: "Regionen svarar."},
            through_federations=True)  # fmt: skip
    with django_assert_max_num_queries(STATEMENTS + 6):
        dispatch(recommendation, to=to)
    states = recommendation.dispatches.filter
    assert states(state=DispatchState.HELD).count() == 50
    assert states(state=DispatchState.DISPATCHED).count() == 260

    then = {"on": LATER.date(), "by": TESTER, "now": LATER}
    recommend_on(FederationDispatch.objects.get().pk, **then)
    with django_assert_max_num_queries(STATEMENTS):
        recommend_on(FederationDispatch.objects.get(federation__slug="skaraborg").pk, **then)

    assert states(state=DispatchState.HELD).count() == 35
    assert states(state=DispatchState.DISPATCHED).count() == 275
    row = Dispatch.objects.get(principal__slug="skara")
    told = Told(AnswerKind.APPROVED, on=LATER.date(), deciding_body="Nämnden", paragraph="§ 1")
    extract = DocumentFactory(collaboration=recommendation.collaboration)
    register_answer(row.pk, told, seen=0, extract=extract, by=TESTER, now=LATER)
    assert outcome_sentence(recommendation) == (
        "1 av 310 har beslutat: 1 bifall. Beslut saknas från 309 huvudmän. Berörs inte: Gotland."
    )


@pytest.mark.rule("R152")
def test_it_goes_to_the_regions_alone(recommendation):
    dispatch(recommendation, to=To(AddressScope.SIDE, side=Side.REGION))

    assert recommendation.dispatches.count() == 21
    assert recommendation.addressing.said == "till regionerna"
