"""A registrar confirms, without an account, when the usual decider meets."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from samverkan.principals.models import LineBody, LineMeeting
from tests.factories import LineMeetingFactory
from tests.www.link.conftest import FIRST


@pytest.fixture
def body(dispatch):
    return LineBody.objects.get(principal=dispatch.principal)


@pytest.fixture
def soon():
    return localdate() + timedelta(days=40)


def test_the_days_are_shown_and_confirmed_as_the_principals_own_word(registrar, body, soon):
    LineMeetingFactory(line_body=body, on=soon)
    shown = registrar.get("line_days").content.decode()
    assert str(soon) in shown
    assert "Era sammanträdesdagar" in registrar.get().content.decode()

    later = soon + timedelta(days=30)
    answer = registrar.post("line_days", days=f"{soon}\n{later}", seen=f"{soon}/")

    assert answer.status_code == 303
    assert [one.on for one in body.meetings.all()] == [soon, later]
    assert {one.confirmed_by for one in body.meetings.all()} == {
        f"Registrator via personlig länk, {FIRST}"
    }


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("", "Skriv minst en dag."),
        ("i vår", "Rad 1: ”i vår” är inte en dag"),
        ("2020-01-01", "har redan varit"),
    ],
)
def test_what_does_not_hold_is_told_and_kept(registrar, body, days, sentence):
    answer = registrar.post("line_days", days=days, seen="")

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert days in answer.content.decode()
    assert not LineMeeting.objects.exists()


def test_two_registrars_at_once_are_told(registrar, body, soon):
    LineMeetingFactory(line_body=body, on=soon)

    answer = registrar.post("line_days", days=str(soon + timedelta(days=1)), seen="")

    assert "Någon annan ändrade dagarna medan du skrev." in answer.content.decode()
    assert body.meetings.get().on == soon


def test_without_a_usual_decider_it_says_what_is_missing(registrar, body):
    body.delete()

    page = registrar.get("line_days").content.decode()
    registrar.post("line_days", days="2027-03-30", seen="")

    assert "när koordinatorn har antecknat vilket organ" in page
    assert not LineMeeting.objects.exists()


def test_a_link_that_is_revoked_changes_nothing(registrar, dispatch, body, soon):
    dispatch.links.update(revoked_at=dispatch.dispatched_at)

    answer = registrar.post("line_days", days=str(soon), seen="")

    assert answer.status_code == 410
    assert not LineMeeting.objects.exists()
