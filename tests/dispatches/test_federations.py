"""A recommendation through federations that recommend it on, as whole acts."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.dispatches.actions import (
    decline_to_recommend,
    dispatch_past,
    dispatch_recommendation,
    note_not_concerned,
    recommend_on,
    register_answer,
    renew_federation_link,
    waiting_at,
)
from samverkan.dispatches.choices import AnswerKind, DispatchState, FederationState
from samverkan.dispatches.models import Dispatch, FederationDispatch, FederationLink
from samverkan.dispatches.rules import To, Told
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.federations import set_federation_registrar, tree_on
from samverkan.principals.models import Federation
from tests.factories import (
    LONG_AGO,
    TESTER,
    CollaborationFactory,
    FederationFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=20)
ON = date(2026, 4, 15)
THEN = {"by": TESTER, "now": LATER}


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def tree(here):
    """VästKom over the coast and the plain; five members below them, and others outside."""
    top = FederationFactory(collaboration=here, short_name="VästKom")
    coast = FederationFactory(collaboration=here, short_name="Kusten", parent=top)
    plain = FederationFactory(collaboration=here, short_name="Slätten", parent=top)
    for federation, names in ((coast, ("Aspa", "Bokby")), (plain, ("Cederby", "Dalen", "Ekby"))):
        for name in names:
            federation.memberships.create(
                principal=PrincipalFactory(collaboration=here, short_name=name),
                period=LONG_AGO,
                standing="decided",
            )
    return top, coast, plain


@pytest.fixture
def out(here, tree):
    recommendation = agreed_recommendation(here, on=date(2026, 3, 12))
    to = To(through_federations=True)
    dispatch_recommendation(here.pk, recommendation.number, to=to, by=TESTER, now=NOW)
    recommendation.refresh_from_db()
    return recommendation


def got(recommendation, federation):
    return FederationDispatch.objects.get(recommendation=recommendation, federation=federation)


def sent_to(recommendation):
    found = recommendation.dispatches.filter(state=DispatchState.DISPATCHED)
    return set(found.values_list("principal__short_name", flat=True))


def refused(act, *told, **facts):
    with pytest.raises(StepRefused) as refusal:
        act(*told, **(THEN | facts))
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R152")
def test_it_goes_to_the_outermost_first_and_its_members_wait(here, out, tree):
    waiting = set(
        out.dispatches.filter(state=DispatchState.HELD).values_list(
            "principal__short_name", "through__short_name"
        )
    )

    assert {one.federation for one in FederationDispatch.objects.all()} == {tree[0]}
    assert waiting == {
        ("Aspa", "Kusten"), ("Bokby", "Kusten"),
        ("Cederby", "Slätten"), ("Dalen", "Slätten"), ("Ekby", "Slätten"),
    }  # fmt: skip
    assert Notice.objects.get(template="federation_asked").to == tree[0].registrar_email
    assert out.addressing.said == "till alla huvudmän, genom VästKom"
    facts = Entry.objects.get(verb="recommendation.dispatched").content["facts"]
    assert (facts["federations"], len(facts["held"])) == ([tree[0].slug], 5)
    assert waiting_at(out, tree_on(here.pk, LATER.date()), LATER.date()) == {tree[0].name: 5}


@pytest.mark.rule("R152")
def test_each_recommends_on_to_those_just_below_it(out, tree):
    top, coast, _plain = tree
    before = sent_to(out)

    recommend_on(got(out, top).pk, on=ON, paragraph="§ 12", **THEN)
    assert sent_to(out) == before
    recommend_on(got(out, coast).pk, on=LATER.date(), **THEN)

    assert sent_to(out) == before | {"Aspa", "Bokby"}
    row = Dispatch.objects.get(principal__short_name="Aspa")
    assert (row.dispatched_at, row.to) == (LATER, row.principal.registrar_email)
    letter = Notice.objects.get(to=row.to)
    assert letter.facts["recommended_by"] == coast.name
    assert refused(recommend_on, got(out, coast).pk, on=LATER.date()) == ["federation_has_said"]


@pytest.mark.rule("R152")
def test_what_waits_at_a_federation_is_not_answered_yet(out):
    row = Dispatch.objects.get(principal__short_name="Aspa")
    told = Told(AnswerKind.RECEIVED, reference_number="SN 1-2026")

    assert refused(register_answer, row.pk, told, seen=0) == ["held_by_federation"]


@pytest.mark.rule("R152")
def test_one_that_is_not_concerned_is_passed_over(out, tree):
    row = Dispatch.objects.get(principal__short_name="Aspa")
    note_not_concerned(row.pk, reason="Nej.", by=TESTER, now=NOW)
    recommend_on(got(out, tree[0]).pk, on=ON, **THEN)

    recommend_on(got(out, tree[1]).pk, on=LATER.date(), **THEN)

    assert "Aspa" not in sent_to(out)
    assert "Bokby" in sent_to(out)


@pytest.mark.rule("R152")
def test_one_that_declines_stops_nobody(out, tree):
    top = got(out, tree[0])
    assert refused(dispatch_past, top.pk) == ["federation_has_not_declined"]
    decline_to_recommend(top.pk, reason="Styrelsen är oenig.", **THEN)
    assert "Aspa" not in sent_to(out)

    dispatch_past(top.pk, **THEN)

    top.refresh_from_db()
    assert top.state == FederationState.PASSED
    assert {"Aspa", "Bokby", "Cederby", "Dalen", "Ekby"} <= sent_to(out)
    assert Entry.objects.get(verb="federation.passed").content["facts"]["count"] == 5


@pytest.mark.rule("R152")
def test_a_member_without_an_address_stops_the_whole_of_it(out, tree):
    recommend_on(got(out, tree[0]).pk, on=ON, **THEN)
    row = Dispatch.objects.select_related("principal").get(principal__short_name="Aspa")
    row.principal.registrar_email = ""
    row.principal.save()

    coast = got(out, tree[1]).pk
    assert refused(recommend_on, coast, on=LATER.date()) == ["members_unreachable"]
    assert not {"Aspa", "Bokby"} & sent_to(out)


@pytest.mark.rule("R152")
def test_a_federation_without_an_address_is_told_before(here, tree):
    recommendation = agreed_recommendation(here, on=date(2026, 3, 12))
    Federation.objects.filter(pk=tree[2].pk).update(registrar_email="")

    stops = refused(
        dispatch_recommendation,
        here.pk,
        recommendation.number,
        to=To(through_federations=True),
    )

    assert stops == ["federation_unreachable"]
    assert not Dispatch.objects.exists()


def test_its_link_is_renewed_and_its_address_changed(out, tree):
    top = got(out, tree[0])
    set_federation_registrar(tree[0].pk, email="ny@vastkom.example.invalid", **THEN)

    link = renew_federation_link(top.pk, to="ny@vastkom.example.invalid", **THEN)

    assert FederationLink.objects.get(revoked_at=None) == link
    assert Notice.objects.filter(to="ny@vastkom.example.invalid").count() == 1
