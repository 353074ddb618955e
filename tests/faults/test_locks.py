"""Two acts that touch the same rows at once: one waits for the other, and both are done."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from samverkan.cases.actions import Sheet, raise_case
from samverkan.dispatches.actions import dispatch_recommendation
from samverkan.journal.models import Collaboration, Entry
from samverkan.meetings.actions import plan_meeting
from samverkan.principals.actions import set_registrar
from samverkan.principals.models import Principal
from tests.factories import TESTER, CollaborationFactory, MissionFactory, agreed_recommendation
from tests.faults.county import wait_until

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
BLOCKED = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


@pytest.fixture
def here(transactional_db):
    return CollaborationFactory()


def both_at_the_head(here, *acts):
    """Let acts come as far as the journal's head, in that order, and then go on together."""
    with ThreadPoolExecutor(len(acts)) as pool:
        with transaction.atomic():
            Collaboration.objects.select_for_update().get(pk=here.pk)
            doing = []
            for number, act in enumerate(acts, 1):
                doing.append(pool.submit(in_a_connection_of_its_own, act))
                wait_until(lambda number=number: blocked() == number)
        for one in doing:
            one.result()


def in_a_connection_of_its_own(act):
    try:
        act()
    finally:
        connection.close()


def blocked():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(BLOCKED)
        return cursor.fetchone()[0]


def test_registrar_is_changed_while_a_recommendation_is_dispatched(here):
    recommendation = agreed_recommendation(here)
    principal = Principal.objects.filter(collaboration=here).first()

    both_at_the_head(
        here,
        lambda: dispatch_recommendation(here.pk, recommendation.number, by=TESTER, now=NOW),
        lambda: set_registrar(
            principal.pk, email="ny@mala.example", prefix="KS", by=TESTER, now=NOW
        ),
    )

    assert verbs(here)[-2:] == ["recommendation.dispatched", "principal.registrar_set"]


def test_meeting_is_planned_while_a_case_is_raised_in_the_same_body(here):
    mission = MissionFactory(body__collaboration=here)
    body, member = mission.body, mission.person_id
    sheet = Sheet(title="Rutin", question="Ska vi följa samma rutin?")

    both_at_the_head(
        here,
        lambda: raise_case(body.pk, sheet, raised_by=member, by=TESTER, now=NOW),
        lambda: plan_meeting(body.pk, on=date(2026, 5, 1), by=TESTER, now=NOW),
    )

    assert verbs(here) == ["case.raised", "meeting.planned"]


def verbs(here):
    entries = Entry.objects.filter(collaboration=here).order_by("sequence")
    return list(entries.values_list("verb", flat=True))
