"""Whom a recommendation goes to, as whole acts: chosen, not concerned, later, taken over."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from samverkan.dispatches.actions import (
    add_addressee,
    dispatch_recommendation,
    note_concerned,
    note_not_concerned,
    outcome_sentence,
    register_answer,
    remind,
    set_level,
    take_over,
    to_remind,
)
from samverkan.dispatches.choices import AddressScope, AnswerKind, Binding, DispatchState
from samverkan.dispatches.models import Addressing, Concern, Dispatch, RegistrarLink
from samverkan.dispatches.rules import To, Told
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import LineBodyKind, Side
from samverkan.principals.models import Grouping, LineBody, Principal, PrincipalSuccession
from tests.factories import (
    LONG_AGO,
    TESTER,
    CollaborationFactory,
    DocumentFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
APPROVED = Told(
    AnswerKind.APPROVED, on=date(2026, 4, 20), deciding_body="Socialnämnden", paragraph="§ 31"
)


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def principals(here):
    return [PrincipalFactory(collaboration=here, short_name=name) for name in ("Aspa", "Bokby")]


@pytest.fixture
def region(here):
    return PrincipalFactory(collaboration=here, region=True, short_name="Regionen")


@pytest.fixture
def recommendation(here, principals, region):
    found = agreed_recommendation(here, on=date(2026, 3, 12))
    Principal.objects.exclude(pk__in=[region.pk, *(one.pk for one in principals)]).update(
        period=from_day(date(2000, 1, 1), date(2026, 3, 20))
    )
    return found


def dispatch(recommendation, **facts):
    return dispatch_recommendation(
        recommendation.collaboration_id, recommendation.number, by=TESTER, now=NOW, **facts
    )


def states(recommendation):
    rows = recommendation.dispatches.values_list("principal__short_name", "state")
    return dict(rows)


def refused(act, *told, **facts):
    with pytest.raises(StepRefused) as refusal:
        act(*told, **({"by": TESTER, "now": LATER} | facts))
    return [one.code for one in refusal.value.obstacles]


# --- Chosen --------------------------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_without_a_choice_it_goes_to_all_and_says_so(recommendation):
    dispatch(recommendation)

    assert Addressing.objects.get().said == "till alla huvudmän"
    assert set(states(recommendation)) == {"Aspa", "Bokby", "Regionen"}


@pytest.mark.rule("R152")
def test_it_goes_to_one_side(recommendation):
    dispatch(recommendation, to=To(AddressScope.SIDE, side=Side.MUNICIPALITIES))

    kept = Addressing.objects.get()
    assert (kept.scope, kept.side, kept.said) == ("side", "municipalities", "till kommunerna")
    assert set(states(recommendation)) == {"Aspa", "Bokby"}


@pytest.mark.rule("R152")
def test_it_goes_to_a_grouping_as_it_is_that_day(recommendation, principals, here):
    grouping = Grouping.objects.create(
        collaboration=here, slug="kusten", name="Kusten", period=LONG_AGO, standing="decided"
    )
    for principal, until in zip(principals, (None, date(2026, 3, 31)), strict=True):
        grouping.memberships.create(
            principal=principal, period=from_day(date(2020, 1, 1), until), standing="decided"
        )

    dispatch(recommendation, to=To(AddressScope.GROUPING, grouping=grouping.pk))

    kept = Addressing.objects.get()
    assert (kept.grouping, kept.on, kept.said) == (grouping, NOW.date(), "till grupperingen Kusten")
    assert set(states(recommendation)) == {"Aspa"}


@pytest.mark.rule("R152")
def test_a_grouping_of_another_collaboration_is_none_here(recommendation):
    strange = Grouping.objects.create(
        collaboration=CollaborationFactory(),
        slug="kusten",
        name="Kusten",
        period=LONG_AGO,
        standing="decided",
    )

    chosen = To(AddressScope.GROUPING, grouping=strange.pk)
    assert refused(
        dispatch_recommendation,
        recommendation.collaboration_id,
        recommendation.number,
        to=chosen,
        now=NOW,
    ) == ["grouping_not_there"]


@pytest.mark.rule("R152")
def test_only_those_who_are_asked_must_be_reachable(recommendation, principals, region):
    Principal.objects.filter(pk=region.pk).update(registrar_email="")

    dispatch(recommendation, to=To(AddressScope.NAMED, named=frozenset({principals[0].pk})))

    assert states(recommendation) == {"Aspa": "dispatched"}


@pytest.mark.rule("R152")
def test_the_entry_tells_to_whom_and_whom_it_does_not_concern(recommendation, principals):
    aspa, bokby = principals
    dispatch(recommendation, to=To(not_concerned={bokby.pk: "Ingen sådan verksamhet."}))

    facts = Entry.objects.get(verb="recommendation.dispatched").content["facts"]
    assert facts["not_concerned"] == {bokby.slug: "Ingen sådan verksamhet."}
    assert (facts["scope"], facts["to_whom"], facts["count"]) == ("all", "till alla huvudmän", 2)
    assert {aspa.slug, bokby.slug} < set(facts["addressees"])


@pytest.mark.parametrize("count", [1, 30])
def test_choosing_asks_as_much_for_one_as_for_thirty(here, count, django_assert_max_num_queries):
    some = [PrincipalFactory(collaboration=here) for _ in range(count)]
    recommendation = agreed_recommendation(here, on=date(2026, 3, 12))
    to = To(not_concerned={some[0].pk: "Nej."})

    with django_assert_max_num_queries(30):
        dispatch(recommendation, to=to)


# --- Berörs inte ---------------------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_one_that_is_not_concerned_from_the_start_gets_nothing_and_is_not_awaited(
    recommendation, principals
):
    dispatch(recommendation, to=To(not_concerned={principals[1].pk: "Ingen sådan verksamhet."}))

    row = Dispatch.objects.get(principal=principals[1])
    assert (row.state, row.to) == (DispatchState.NOT_CONCERNED, "")
    assert not RegistrarLink.objects.filter(dispatch=row).exists()
    assert Notice.objects.filter(template="recommendation_dispatched").count() == 2
    assert Concern.objects.get().reason == "Ingen sådan verksamhet."
    assert row not in to_remind(recommendation, LATER)


@pytest.mark.rule("R152")
def test_it_is_told_later_and_the_reminders_stop(recommendation, principals):
    dispatch(recommendation)
    row = Dispatch.objects.get(principal=principals[0])

    note_not_concerned(row.pk, reason="Vi har inget sådant boende.", by=TESTER, now=LATER)

    reminded = remind(recommendation.collaboration_id, recommendation.number, by=TESTER, now=LATER)
    assert {one.principal.short_name for one in reminded} == {"Bokby", "Regionen"}
    assert outcome_sentence(recommendation) == (
        "Ingen av 2 huvudmän har beslutat än. Berörs inte: Aspa."
    )
    assert Entry.objects.get(verb="concern.noted").content["facts"]["reason"]


@pytest.mark.rule("R152")
def test_it_is_never_an_answer(recommendation, principals):
    dispatch(recommendation)
    row = Dispatch.objects.get(principal=principals[0])
    note_not_concerned(row.pk, reason="Nej.", by=TESTER, now=LATER)

    told = Told(AnswerKind.RECEIVED, reference_number="SN 1-2026")
    assert refused(register_answer, row.pk, told, seen=0) == ["answers_though_not_concerned"]
    assert not row.answers.exists()


@pytest.mark.rule("R152")
def test_taken_back_it_stands_as_it_did_with_both_rows_kept(recommendation, principals):
    dispatch(recommendation)
    row = Dispatch.objects.get(principal=principals[0])
    told = Told(AnswerKind.RECEIVED, reference_number="SN 1-2026")
    register_answer(row.pk, told, seen=0, by=TESTER, now=NOW)
    note_not_concerned(row.pk, reason="Nej.", by=TESTER, now=LATER)

    note_concerned(row.pk, reason="Vi läste fel.", by=TESTER, now=LATER)

    row.refresh_from_db()
    assert (row.state, row.reference_number) == (DispatchState.RECEIVED, "SN 1-2026")
    assert [one.concerned for one in row.concerns.all()] == [False, True]
    assert Notice.objects.filter(to=row.to, template="recommendation_dispatched").count() == 1


@pytest.mark.rule("R152")
def test_one_that_never_got_it_gets_it_when_it_is_taken_back(recommendation, principals):
    dispatch(recommendation, to=To(not_concerned={principals[0].pk: "Nej."}))
    row = Dispatch.objects.get(principal=principals[0])

    note_concerned(row.pk, reason="Jo.", by=TESTER, now=LATER)

    row.refresh_from_db()
    assert (row.state, row.dispatched_at) == (DispatchState.DISPATCHED, LATER)
    assert row.links.count() == 1
    assert Notice.objects.get(to=principals[0].registrar_email).template == (
        "recommendation_dispatched"
    )


def test_what_was_told_of_a_concern_cannot_be_changed(recommendation, principals):
    dispatch(recommendation, to=To(not_concerned={principals[0].pk: "Nej."}))

    with pytest.raises(DatabaseError), transaction.atomic():
        Concern.objects.update(reason="Något annat.")


def test_a_reason_holds_no_identity_number(recommendation, principals):
    dispatch(recommendation)
    row = Dispatch.objects.get(principal=principals[0])

    assert refused(note_not_concerned, row.pk, reason="Gäller 19121212-1212.") == [
        "identity_number"
    ]


# --- Later ---------------------------------------------------------------------------------------


@pytest.mark.rule("R225")
def test_one_that_joins_later_is_dated_with_its_reason(recommendation, here):
    dispatch(recommendation)
    late = PrincipalFactory(collaboration=here, short_name="Nyby")

    row = add_addressee(
        here.pk, recommendation.number, late.pk, reason="Ny part.", by=TESTER, now=LATER
    )

    assert (row.added_reason, row.dispatched_at) == ("Ny part.", LATER)
    assert row.proposal["title"] == recommendation.title
    facts = Entry.objects.get(verb="dispatch.added_later").content["facts"]
    assert (facts["slug"], facts["sha256"]) == (late.slug, row.sha256)
    assert Notice.objects.filter(to=late.registrar_email).count() == 1
    assert refused(add_addressee, here.pk, recommendation.number, late.pk, reason="Igen.") == [
        "addressed_already"
    ]


# --- No more -------------------------------------------------------------------------------------


@pytest.fixture
def ended(here, principals, recommendation):
    """Aspa has gone into Bokby's new neighbour since the dispatch."""
    dispatch(recommendation)
    heir = PrincipalFactory(collaboration=here, name="Nya kommun", short_name="Nya")
    old = principals[0]
    old.period = from_day(date(2000, 1, 1), date(2026, 4, 15))
    old.save()
    PrincipalSuccession.objects.create(
        predecessor=old, heir=heir, first=date(2026, 4, 15), standing="decided"
    )
    return old


@pytest.mark.rule("R152")
def test_nothing_is_answered_for_one_that_has_ended_and_the_heir_is_named(ended):
    row = Dispatch.objects.get(principal=ended)
    extract = DocumentFactory(collaboration=ended.collaboration)

    with pytest.raises(StepRefused) as refusal:
        register_answer(row.pk, APPROVED, seen=0, extract=extract, by=TESTER, now=LATER)

    (stop,) = refusal.value.obstacles
    assert (stop.code, stop.facts["heir"]) == ("principal_ended", "Nya kommun")


@pytest.mark.rule("R152")
def test_what_waits_moves_to_the_heir_and_the_old_row_is_kept(ended, recommendation):
    (new,) = take_over(ended.pk, by=TESTER, now=LATER)

    old = Dispatch.objects.get(principal=ended)
    assert (old.state, old.taken_over_by) == (DispatchState.TAKEN_OVER, new)
    assert (new.principal.short_name, new.state) == ("Nya", DispatchState.DISPATCHED)
    assert not old.links.filter(revoked_at=None).exists()
    assert new.links.filter(revoked_at=None).count() == 1
    facts = Entry.objects.get(verb="dispatch.taken_over").content["facts"]
    assert facts["heir_slug"] == new.principal.slug
    assert refused(take_over, ended.pk) == ["nothing_to_take_over"]


@pytest.mark.rule("R152")
def test_what_was_answered_stands(ended, recommendation):
    row = Dispatch.objects.get(principal=ended)
    extract = DocumentFactory(collaboration=ended.collaboration)
    told = Told(APPROVED.kind, on=date(2026, 4, 2), deciding_body="Nämnden", paragraph="§ 1")
    before = datetime(2026, 4, 10, 9, 0, tzinfo=UTC)
    register_answer(row.pk, told, seen=0, extract=extract, by=TESTER, now=before)

    assert refused(take_over, ended.pk) == ["nothing_to_take_over"]
    row.refresh_from_db()
    assert row.state == DispatchState.APPROVED


@pytest.mark.rule("R152")
def test_an_heir_that_has_it_already_answers_once(ended, recommendation, here):
    heir = Principal.objects.get(short_name="Nya")
    own = add_addressee(
        here.pk, recommendation.number, heir.pk, reason="Ny part.", by=TESTER, now=LATER
    )

    assert take_over(ended.pk, by=TESTER, now=LATER) == [own]
    assert recommendation.dispatches.filter(principal=heir).count() == 1


# --- The level, and the number -------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_the_level_stands_in_the_proposal_with_the_body_on_it(recommendation, principals, here):
    aspa, _ = principals
    LineBody.objects.create(
        principal=aspa,
        name="Socialnämnden",
        kind=LineBodyKind.COMMITTEE,
        is_usual_decider=True,
        period=LONG_AGO,
    )
    level = {"kind": LineBodyKind.COUNCIL, "ground": "kommunallagen 5 kap. 1 §"}
    set_level(
        here.pk,
        recommendation.number,
        binding=Binding.PRESCRIBED,
        by=TESTER,
        now=NOW,
        **level,
    )

    dispatch(recommendation)

    proposals = dict(recommendation.dispatches.values_list("principal__short_name", "proposal"))
    assert proposals["Aspa"]["lead"] == "Kommunfullmäktige beslutar"
    assert proposals["Regionen"]["lead"] == "Regionfullmäktige beslutar"
    assert proposals["Aspa"]["level"] == (
        "Beslutet fattas av fullmäktige hos varje huvudman. Grund: kommunallagen 5 kap. 1 §."
    )
    assert refused(set_level, here.pk, recommendation.number, binding=Binding.FREE) == [
        "level_after_dispatch"
    ]


@pytest.mark.rule("R316")
def test_a_number_is_one_case_s_own_at_a_principal(recommendation, principals, here):
    dispatch(recommendation)
    other = agreed_recommendation(here, on=date(2026, 3, 14), body=recommendation.body)
    dispatch(other)
    rows = Dispatch.objects.filter(principal=principals[0]).order_by("pk")
    told = Told(AnswerKind.RECEIVED, reference_number="SN 1-2026")
    register_answer(rows[0].pk, told, seen=0, by=TESTER, now=LATER)

    again = Told(AnswerKind.RECEIVED, reference_number="sn 1-2026")
    assert refused(register_answer, rows[1].pk, again, seen=0) == ["reference_number_taken"]
