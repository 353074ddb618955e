from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.journal.record import record
from samverkan.journal.verify import verify

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)


@pytest.fixture
def here(db):
    here = Collaboration.objects.create(slug="har", name="Här", parties_text="", county="")
    with transaction.atomic():
        for number in range(1, 6):
            record(here.pk, "written", f"x/{number}", by=SYSTEM, at=NOON, number=number)
    here.refresh_from_db()
    return here


def tamper(statement, *values):
    """Change a row as only the database's own administrator can: with triggers switched off."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_a_whole_journal_is_whole(here):
    verdict = verify(here)

    assert (verdict.broken_at, verdict.entries, verdict.head) == (None, 5, here.head_hash)


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE journal_entry SET text = replace(text, 'x/3', 'x/9') WHERE sequence = 3", 3),
        ("UPDATE journal_entry SET hash = repeat('0', 64) WHERE sequence = 2", 2),
        ("UPDATE journal_entry SET subject = 'x/9' WHERE sequence = 4", 4),
        ("UPDATE journal_entry SET at = at + interval '1 day' WHERE sequence = 4", 4),
        ("DELETE FROM journal_entry WHERE sequence = 3", 3),
        ("DELETE FROM journal_entry WHERE sequence = 5", 5),
        ("UPDATE journal_entry SET visibility = 'closed' WHERE sequence = 1", 1),
    ],
)
def test_the_first_broken_entry_is_named(here, statement, broken_at):
    tamper(statement)

    assert verify(here).broken_at == broken_at


def test_a_rewritten_entry_with_a_fitting_hash_breaks_the_next(here):
    tamper(
        "UPDATE journal_entry SET text = replace(text, 'x/3', 'x/9'), subject = 'x/9',"
        " hash = encode(sha256(convert_to((SELECT hash FROM journal_entry WHERE sequence = 2)"
        " || replace(text, 'x/3', 'x/9'), 'UTF8')), 'hex') WHERE sequence = 3"
    )

    assert verify(here).broken_at == 4


def test_the_command_says_where_and_fails(here, capsys):
    tamper("DELETE FROM journal_entry WHERE sequence = 3")

    with pytest.raises(SystemExit) as left:
        call_command("journal", "verify")

    assert left.value.code == 1
    assert "bruten vid anteckning 3" in capsys.readouterr().out
