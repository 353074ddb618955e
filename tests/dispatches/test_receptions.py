"""When what was dispatched had arrived, what it waits for, and the link to all of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    fetch_package,
    principal_link_of,
    register_number,
    renew_principal_link,
    revoke_principal_link,
)
from samverkan.dispatches.choices import ArrivedBy, DispatchState, WaitsFor
from samverkan.dispatches.models import PrincipalLink
from samverkan.dispatches.receptions import done_at, receptions_of, waiting_at
from samverkan.dispatches.rules import Arrival, arrival, waits_for
from samverkan.journal.actors import Actor
from samverkan.journal.models import Notice
from samverkan.journal.notices import rendered, send_due
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import address_of, token_of
from samverkan.people.links import obstacles_now
from tests.factories import (
    TESTER,
    CollaborationFactory,
    DispatchFactory,
    PrincipalFactory,
    agreed_recommendation,
)

T = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
REGISTRAR = Actor("Registrator via personlig länk", "Malå kommun")


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def recommendation(here):
    PrincipalFactory(
        collaboration=here,
        name="Malå kommun",
        short_name="Malå",
        slug="mala",
        registrar_email="registrator@mala.example.invalid",
    )
    return agreed_recommendation(here, on=localdate() - timedelta(days=30), dispatched=True)


@pytest.fixture
def dispatch(recommendation):
    return recommendation.dispatches.select_related("principal").get(principal__slug="mala")


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ((None, None, None), None),
        ((T, None, None), Arrival(T, ArrivedBy.MAIL)),
        ((None, T, None), Arrival(T, ArrivedBy.FETCH)),
        ((None, None, T), Arrival(T, ArrivedBy.NUMBER)),
        ((T + HOUR, T, None), Arrival(T, ArrivedBy.FETCH)),
        ((T, T + HOUR, T + HOUR), Arrival(T, ArrivedBy.MAIL)),
        ((T + HOUR, None, T), Arrival(T, ArrivedBy.NUMBER)),
        ((T, T, T), Arrival(T, ArrivedBy.MAIL)),
    ],
)
def test_it_has_arrived_by_the_first_fact_that_shows_it(known, found):
    handed, fetched, confirmed = known

    assert arrival(handed_over_at=handed, fetched_at=fetched, confirmed_at=confirmed) == found


@pytest.mark.parametrize(
    ("state", "number", "planned", "found"),
    [
        (DispatchState.DISPATCHED, "", None, WaitsFor.NUMBER),
        (DispatchState.PLANNED, "", date(2027, 1, 1), WaitsFor.NUMBER),
        (DispatchState.APPROVED, "", None, WaitsFor.NUMBER),
        (DispatchState.RECEIVED, "KS 1", None, WaitsFor.DAY),
        (DispatchState.PLANNED, "KS 1", date(2027, 1, 1), WaitsFor.DECISION),
        (DispatchState.REJECTED, "KS 1", None, WaitsFor.NOTHING),
        (DispatchState.APPROVED, "KS 1", date(2027, 1, 1), WaitsFor.NOTHING),
    ],
)
@pytest.mark.rule("R316")
def test_what_a_dispatch_waits_for(state, number, planned, found):
    assert waits_for(state, reference_number=number, planned_on=planned) == found


def test_before_the_letter_is_sent_nothing_has_arrived(recommendation, dispatch):
    [reception] = receptions_of(recommendation, [dispatch])

    assert (reception.arrival, reception.fetched, reception.confirmed) == (None, None, None)
    assert reception.letter.to == dispatch.to


def test_the_mail_server_the_fetch_and_the_number_are_each_told(recommendation, dispatch):
    sent = localtime()
    send_due(sent)
    fetch_package(dispatch.pk, by=REGISTRAR, now=sent + HOUR)
    register_number(dispatch.pk, "KS 2026/17", by=REGISTRAR, now=sent + 2 * HOUR)

    [reception] = receptions_of(recommendation, [dispatch])

    assert reception.arrival == Arrival(reception.handed_over_at, ArrivedBy.MAIL)
    assert abs(reception.handed_over_at - sent) < HOUR
    assert reception.fetched.at == sent + HOUR
    assert (reception.confirmed.given_at, reception.confirmed.reference_number) == (
        sent + 2 * HOUR,
        "KS 2026/17",
    )


def test_a_letter_that_never_came_through_is_said_to_have_failed(recommendation, dispatch):
    Notice.objects.filter(to=dispatch.to).update(state="failed")

    [reception] = receptions_of(recommendation, [dispatch])

    assert (reception.letter_failed, reception.arrival) == (True, None)


@pytest.mark.parametrize("count", [1, 4])
def test_receptions_take_as_many_queries_for_one_as_for_many(
    here, recommendation, count, django_assert_num_queries
):
    for _ in range(count):
        DispatchFactory(recommendation=recommendation)
    dispatches = list(recommendation.dispatches.all())

    with django_assert_num_queries(6):
        receptions_of(recommendation, dispatches)


def test_all_that_waits_and_what_is_done_stand_apart(recommendation, dispatch):
    principal = dispatch.principal_id
    told_of_the_past = DispatchFactory()
    assert list(waiting_at(principal)) == [dispatch]
    assert not waiting_at(told_of_the_past.principal_id).exists()

    register_number(dispatch.pk, "KS 2026/17", by=REGISTRAR, now=localtime())
    assert list(waiting_at(principal)) == [dispatch]

    dispatch.refresh_from_db()
    dispatch.state, dispatch.decided_on = DispatchState.APPROVED, localdate()
    dispatch.save()
    assert (list(waiting_at(principal)), list(done_at(principal))) == ([], [dispatch])


# --- The link to all that waits ------------------------------------------------------------------


def test_the_letter_has_both_links_and_neither_is_stored(recommendation, dispatch):
    link = PrincipalLink.objects.get(principal=dispatch.principal)
    notice = Notice.objects.get(template="recommendation_dispatched", to=dispatch.to)
    body = rendered(notice).body

    assert address_of(link.key, "registratur") in body
    assert address_of(dispatch.links.get().key) in body
    assert token_of(link.key) not in str(notice.facts)
    assert principal_link_of(token_of(link.key)) == link
    assert principal_link_of(link.key) is None


def test_a_new_letter_to_another_address_ends_the_link_at_the_old_one(recommendation, dispatch):
    first = PrincipalLink.objects.get(principal=dispatch.principal)
    principal = dispatch.principal
    principal.registrar_email = "ny@mala.example.invalid"
    principal.save()

    agreed_recommendation(
        recommendation.collaboration, on=localdate() - timedelta(days=20), dispatched=True
    )

    first.refresh_from_db()
    assert [one.code for one in obstacles_now(first, localtime())] == ["link_revoked"]
    assert principal.registrar_links.filter(revoked_at=None).get().to == "ny@mala.example.invalid"


def test_renewing_ends_the_old_link_and_mails_the_new(dispatch):
    old = PrincipalLink.objects.get(principal=dispatch.principal)

    new = renew_principal_link(dispatch.principal_id, by=TESTER, now=localtime())

    old.refresh_from_db()
    notice = Notice.objects.latest("pk")
    assert [one.code for one in obstacles_now(old, localtime())] == ["link_revoked"]
    assert obstacles_now(new, localtime()) == []
    assert address_of(new.key, "registratur") in rendered(notice).body


def test_it_is_revoked_once(dispatch):
    revoke_principal_link(dispatch.principal_id, by=TESTER, now=localtime())

    with pytest.raises(StepRefused):
        revoke_principal_link(dispatch.principal_id, by=TESTER, now=localtime())


def test_without_an_address_nothing_is_renewed(dispatch):
    dispatch.principal.registrar_email = ""
    dispatch.principal.save()

    with pytest.raises(StepRefused) as refusal:
        renew_principal_link(dispatch.principal_id, by=TESTER, now=localtime())

    assert [one.code for one in refusal.value.obstacles] == ["unreachable"]
    assert not PrincipalLink.objects.filter(revoked_at__isnull=False).exists()
