"""The public pages tell whom a recommendation went to, and who is not asked."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest

from samverkan.dispatches.actions import (
    add_addressee,
    decline_to_recommend,
    dispatch_recommendation,
    note_not_concerned,
    set_level,
)
from samverkan.dispatches.choices import AddressScope, Binding
from samverkan.dispatches.models import Dispatch, FederationDispatch
from samverkan.dispatches.rules import To
from samverkan.principals.choices import LineBodyKind, Side
from tests.factories import (
    LONG_AGO,
    TESTER,
    FederationFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}


@pytest.fixture
def principals(here):
    names = ("Malå", "Umeå")
    return [PrincipalFactory(collaboration=here, short_name=name) for name in names]


@pytest.fixture
def recommendation(here, principals):
    return agreed_recommendation(here)


def dispatch(recommendation, **facts):
    here = recommendation.collaboration_id
    dispatch_recommendation(here, recommendation.number, **THEN, **facts)


def page_of(read, recommendation):
    return " ".join(read(f"/lanet/rekommendationer/{recommendation.number}/").split())


@pytest.mark.rule("R152")
def test_the_page_tells_to_whom_and_on_which_level(here, read, recommendation):
    kind = LineBodyKind.COUNCIL
    set_level(here.pk, recommendation.number, binding=Binding.ADVISED, kind=kind, **THEN)
    dispatch(recommendation, to=To(AddressScope.SIDE, side=Side.MUNICIPALITIES))

    page = page_of(read, recommendation)

    assert "Till kommunerna" in page
    assert "föreslås fattas av fullmäktige" in page


@pytest.mark.rule("R152")
def test_who_is_not_concerned_stands_apart_with_the_reason(read, recommendation, principals):
    dispatch(recommendation)
    row = Dispatch.objects.get(principal=principals[0])
    note_not_concerned(row.pk, reason="Har inget sådant boende.", **THEN)

    page = page_of(read, recommendation)
    board = read("/lanet/beslutslaget/")

    assert "Berörs inte: Malå." in page
    assert "Har inget sådant boende." in page
    assert 'sv-cell--not_concerned"><a' in board
    assert "1 berörs inte" in board


@pytest.mark.rule("R152")
def test_one_that_came_later_and_what_waits_are_told(here, read, recommendation, principals):
    federation = FederationFactory(collaboration=here, name="Kustens förbund", short_name="Kusten")
    federation.memberships.create(principal=principals[0], period=LONG_AGO, standing="decided")
    dispatch(recommendation, to=To(through_federations=True))
    late = PrincipalFactory(collaboration=here)
    add_addressee(here.pk, recommendation.number, late.pk, reason="Ny part i år.", **THEN)

    page = page_of(read, recommendation)
    assert "väntar hos Kusten" in page
    assert "tillagd senare, 1 april 2026: Ny part i år." in page
    assert "Till alla huvudmän, genom Kusten" in page

    decline_to_recommend(FederationDispatch.objects.get().pk, reason="Oenighet.", **THEN)
    assert "Skäl: Oenighet." in page_of(read, recommendation)


@pytest.mark.rule("R152")
def test_the_board_and_the_file_tell_to_whom(client, read, recommendation):
    dispatch(recommendation, to=To(AddressScope.SIDE, side=Side.MUNICIPALITIES))

    assert "· till kommunerna" in read("/lanet/beslutslaget/")
    response = client.get("/lanet/beslutslaget.csv")
    told = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(told), delimiter=";"))
    assert {row["Till"] for row in rows} == {"till kommunerna"}
