"""Verification against one who can write to the database, and beside those who work."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction

from samverkan.journal.actors import SYSTEM
from samverkan.journal.canonical import chained
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.record import record
from samverkan.journal.verify import verify
from tests.factories import CollaborationFactory

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


@pytest.fixture
def here(db):
    here = CollaborationFactory()
    with transaction.atomic():
        for number in range(1, 4):
            record(here.pk, "written", f"x/{number}", by=SYSTEM, at=NOON, note='"at":\n\\ é 😀')
    here.refresh_from_db()
    return here


def forge(here, text):
    """Add an entry past the code, as the application's role can, with a sum that fits."""
    entry = Entry.objects.create(
        collaboration=here,
        sequence=4,
        at=NOON,
        verb="forged",
        subject="x/4",
        visibility="public",
        text=text,
        hash=chained(here.head_hash, text),
    )
    Collaboration.objects.filter(pk=here.pk).update(head_sequence=4, head_hash=entry.hash)


def test_empty_journal_is_whole(db):
    assert verify(CollaborationFactory()).broken_at is None


def test_quotes_line_breaks_and_letters_in_facts_are_no_fault(here):
    assert verify(here).broken_at is None


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "not json at all",
        '{"at":"2026-03-12T11:00:00+00:00","sequence":4,"subject":"x/4","verb":"forged"}',
        '{"at":"någon gång","sequence":4,"subject":"x/4","verb":"forged","visibility":"public"}',
    ],
)
def test_entry_whose_text_does_not_say_what_its_columns_say_is_named(here, text):
    forge(here, text)

    assert verify(here).broken_at == 4


def test_text_in_another_order_that_says_the_same_is_whole(here):
    forge(
        here,
        '{"verb":"forged","subject":"x/4","visibility":"public",'
        '"sequence":4,"at":"2026-03-12T12:00:00+01:00"}',
    )

    assert verify(here).broken_at is None


def test_head_that_names_another_sum_is_found(here):
    Collaboration.objects.filter(pk=here.pk).update(head_hash="f" * 64)

    assert verify(here).broken_at == 3


def test_journal_emptied_past_the_triggers_is_found(here):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM journal_entry")

    assert verify(here).broken_at == 1


@pytest.mark.django_db(transaction=True)
def test_journal_that_grows_during_the_walk_is_whole(here):
    def write():
        for number in range(100):
            with transaction.atomic():
                record(here.pk, "written", f"y/{number}", by=SYSTEM, at=NOON)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        verdicts = [verify(here)]
        while not writing.done():
            verdicts.append(verify(here))
        writing.result()

    assert {verdict.broken_at for verdict in verdicts} == {None}
