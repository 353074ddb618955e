from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import link_of, remind, renew_link, revoke_link
from samverkan.dispatches.models import RegistrarLink
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import token_of
from samverkan.people.links import obstacles_now
from samverkan.people.rules import LINK_LASTS
from tests.factories import TESTER, CollaborationFactory, PrincipalFactory, agreed_recommendation


@pytest.fixture
def recommendation(db):
    here = CollaborationFactory()
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå")
    return agreed_recommendation(here, on=localdate() - timedelta(days=30), dispatched=True)


@pytest.fixture
def dispatch(recommendation):
    return recommendation.dispatches.get(principal__name="Malå kommun")


def codes(link, now):
    return [obstacle.code for obstacle in obstacles_now(link, now)]


@pytest.mark.rule("R152")
def test_every_principal_gets_a_link_of_its_own(recommendation):
    links = RegistrarLink.objects.filter(dispatch__recommendation=recommendation)

    assert len(set(links.values_list("key", flat=True))) == recommendation.dispatches.count() == 2
    for link in links:
        assert link_of(token_of(link.key)).dispatch == link.dispatch


def test_a_link_leads_to_one_dispatch_only(dispatch):
    link = dispatch.links.get()

    assert link_of(token_of(link.key)) == link
    assert link_of(link.key) is None
    assert link_of(token_of("okänd")) is None
    assert link_of("") is None


def test_a_link_lasts_half_a_year(recommendation, dispatch):
    link = dispatch.links.get()

    assert link.expires_at - recommendation.dispatched_at == LINK_LASTS
    assert codes(link, link.expires_at - timedelta(seconds=1)) == []
    assert codes(link, link.expires_at) == ["link_expired"]


def test_the_last_day_is_the_swedish_one(dispatch):
    link = dispatch.links.get()
    link.expires_at = localtime().replace(hour=0, minute=30)

    [obstacle] = obstacles_now(link, link.expires_at)
    assert obstacle.facts["on"] == localdate(link.expires_at)


def test_renewing_ends_the_old_link_and_mails_the_new(dispatch):
    old = dispatch.links.get()

    new = renew_link(dispatch.pk, to="ny@mala.example.invalid", by=TESTER, now=localtime())

    old.refresh_from_db()
    dispatch.refresh_from_db()
    notice = Notice.objects.latest("pk")
    assert codes(old, localtime()) == ["link_revoked"]
    assert codes(new, localtime()) == []
    assert (notice.template, notice.to) == ("link_renewed", "ny@mala.example.invalid")
    assert dispatch.to == "ny@mala.example.invalid"


def test_neither_journal_nor_notice_holds_a_link(dispatch):
    renew_link(dispatch.pk, by=TESTER, now=localtime())

    for link in dispatch.links.all():
        assert not Entry.objects.filter(text__contains=link.key).exists()
        assert token_of(link.key) not in str(list(Notice.objects.values()))


def test_without_an_address_no_link_is_renewed(dispatch):
    dispatch.to = dispatch.principal.registrar_email = ""
    dispatch.save()
    dispatch.principal.save()

    with pytest.raises(StepRefused) as refusal:
        renew_link(dispatch.pk, by=TESTER, now=localtime())

    assert [obstacle.code for obstacle in refusal.value.obstacles] == ["unreachable"]
    assert codes(dispatch.links.get(), localtime()) == []


def test_a_link_is_revoked_once(dispatch):
    revoke_link(dispatch.pk, by=TESTER, now=localtime())

    assert codes(dispatch.links.get(), localtime()) == ["link_revoked"]
    with pytest.raises(StepRefused):
        revoke_link(dispatch.pk, by=TESTER, now=localtime())


@pytest.mark.rule("R153")
def test_a_reminder_brings_a_new_link_and_leaves_the_old(recommendation, dispatch):
    collaboration = recommendation.collaboration_id

    remind(collaboration, recommendation.number, by=TESTER, now=localtime())

    assert [codes(link, localtime()) for link in dispatch.links.all()] == [[], []]
