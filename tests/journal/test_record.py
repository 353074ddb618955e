from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import rfc8785
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.canonical import canonical, chained
from samverkan.journal.models import GENESIS, Collaboration, Entry
from samverkan.journal.record import NotInTransaction, record

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


@pytest.fixture
def here(db):
    return Collaboration.objects.create(slug="har", name="Här", parties_text="", county="")


def test_an_entry_says_who_what_when_and_under_which_rule(here):
    with transaction.atomic():
        entry = record(
            here.pk,
            "case.raised",
            "case/2026-001",
            by=Actor("Anna Ask", "Malå kommun"),
            at=NOON,
            rule="R086",
            source="överenskommelsen § 6.1.2",
            on=NOON.date(),
            number="2026-001",
        )

    content = entry.content
    recorded_at = content.pop("recorded_at")
    assert content == {
        "actor": "Anna Ask",
        "at": "2026-03-12T11:00:00.000000+00:00",
        "collaboration": "har",
        "facts": {"number": "2026-001", "on": "2026-03-12"},
        "on_behalf_of": "Malå kommun",
        "rule": "R086",
        "sequence": 1,
        "source": "överenskommelsen § 6.1.2",
        "subject": "case/2026-001",
        "verb": "case.raised",
        "visibility": "public",
    }
    assert recorded_at.endswith("+00:00")
    assert entry.hash == chained(GENESIS, entry.text)


def test_each_entry_follows_the_one_before(here):
    with transaction.atomic():
        first = record(here.pk, "a", "x", by=SYSTEM, at=NOON)
        second = record(here.pk, "b", "x", by=SYSTEM, at=NOON)

    here.refresh_from_db()
    assert second.sequence == first.sequence + 1
    assert second.hash == chained(first.hash, second.text)
    assert (here.head_sequence, here.head_hash) == (2, second.hash)


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_undone_leaves_no_entry_and_no_gap(here):
    with transaction.atomic():
        record(here.pk, "undone", "x", by=SYSTEM, at=NOON)
        transaction.set_rollback(True)

    with transaction.atomic():
        entry = record(here.pk, "done", "x", by=SYSTEM, at=NOON)

    assert entry.sequence == 1


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused(here):
    with pytest.raises(NotInTransaction):
        record(here.pk, "loose", "x", by=SYSTEM, at=NOON)


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_at_once_lose_and_double_nothing(here):
    def write(number):
        with transaction.atomic():
            record(here.pk, "written", f"x/{number}", by=SYSTEM, at=NOON)
        connection.close()

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(write, range(64)))

    entries = Entry.objects.filter(collaboration=here)
    assert sorted(entries.values_list("sequence", flat=True)) == list(range(1, 65))
    assert len(set(entries.values_list("subject", flat=True))) == 64


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = 'other'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry CASCADE",
    ],
)
def test_the_database_refuses_to_change_the_journal(here, statement):
    with transaction.atomic():
        record(here.pk, "written", "x", by=SYSTEM, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Entry.objects.get().verb == "written"


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(max_codepoint=0xD7FF), max_size=8), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(st.characters(max_codepoint=0xD7FF), max_size=8), plain))
def test_the_text_is_what_rfc_8785_prescribes(content):
    assert canonical(content).encode() == rfc8785.dumps(content)
