"""What has changed since a day, or since one's own last look."""

from datetime import UTC, date, datetime

import pytest
from django.utils.timezone import localtime

from samverkan.dispatches.actions import mark_seen, register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import BoardLook
from samverkan.dispatches.rules import Told
from samverkan.journal.record import record
from samverkan.public.board.since import Look, since_of
from tests.factories import (
    TESTER,
    DispatchFactory,
    PersonFactory,
    PrincipalFactory,
    RecommendationFactory,
    UserFactory,
)

BOARD = "/lanet/beslutslaget/"
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-01", date(2026, 11, 1)),
        ("vecka", date(2026, 11, 15)),
        ("manad", date(2026, 10, 23)),
    ],
)
def test_a_day_in_the_address_is_its_midnight_here(text, day):
    since = since_of(text, TODAY, None)

    assert since.at.date() == day
    assert since.problem == ""


@pytest.mark.parametrize("text", ["igår", "2026-13-01", "0001-01-01", "9999-12-31", "senast"])
def test_what_is_no_day_is_told_and_marks_nothing(text):
    since = since_of(text, TODAY, None)

    assert not since.asked
    assert since.problem


def test_ones_last_look_is_a_place_in_the_journal():
    look = Look(17, datetime(2026, 11, 20, tzinfo=UTC))

    assert since_of("senast", TODAY, look).sequence == 17


@pytest.fixture
def changed(here, transactional_db=None):
    """Make a recommendation with one silent principal and one that answers now."""
    umea = PrincipalFactory(collaboration=here, slug="umea", short_name="Umeå")
    recommendation = RecommendationFactory(collaboration=here, dispatched=True)
    DispatchFactory(recommendation=recommendation, principal__short_name="Tyst")
    return DispatchFactory(recommendation=recommendation, principal=umea)


def receives(dispatch):
    told = Told(kind=AnswerKind.RECEIVED, reference_number="KS 1")
    register_answer(dispatch.pk, told, seen=0, by=TESTER, now=localtime())


@pytest.mark.django_db
def test_a_cell_that_has_changed_is_marked_in_words(read, changed):
    receives(changed)

    page = read(f"{BOARD}?sedan=vecka")

    assert page.count("ändrat</b></a></td>") == 1
    assert page.count("<b>ändrat</b>") == 1  # on narrow screens
    assert "tog emot rekommendationen" in page


@pytest.mark.django_db
def test_nothing_is_marked_when_it_is_not_asked_for(read, changed):
    receives(changed)

    assert "ändrat</b>" not in read(BOARD)


@pytest.mark.django_db
def test_what_was_before_is_not_marked(read, changed):
    receives(changed)

    assert "ändrat</b></a></td>" not in read(f"{BOARD}?sedan=2199-01-01")


@pytest.mark.django_db
def test_a_recommendation_that_has_come_is_new(here, read):
    one = RecommendationFactory(collaboration=here)
    from django.db import transaction

    with transaction.atomic():
        record(
            here.pk,
            "recommendation.drawn_up",
            f"recommendation/{one.number}",
            by=TESTER,
            at=localtime(),
            number=one.number,
        )

    assert '<b class="sv-new">ny</b>' in read(f"{BOARD}?sedan=vecka")


@pytest.mark.django_db
def test_the_last_look_is_kept_by_a_form_and_never_by_reading(client, here, changed):
    person = PersonFactory(collaboration=here)
    client.force_login(UserFactory(person=person))
    client.get(f"{BOARD}?sedan=senast")
    assert not BoardLook.objects.exists()

    mark_seen(here.pk, person.pk, now=localtime())
    receives(changed)
    page = client.get(f"{BOARD}?sedan=senast").content.decode()

    assert page.count("ändrat</b></a></td>") == 1


@pytest.mark.django_db
def test_who_has_not_looked_is_told_how(read, changed):
    assert "inte markerat tavlan som sedd" in read(f"{BOARD}?sedan=senast")


@pytest.mark.django_db
def test_marking_does_not_take_more_questions_with_more_rows(client, here, changed):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _ in range(2):
        receives(DispatchFactory(recommendation__collaboration=here))
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{BOARD}?sedan=vecka")
        counts.append(len(asked))

    assert counts[0] == counts[1]
