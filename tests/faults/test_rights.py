"""What has been written stays: for the application by its rights, for the owner by triggers."""

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from samverkan.journal.actors import SYSTEM
from samverkan.journal.record import record
from samverkan.running.rights import give_rights
from tests.factories import AnswerFactory, ItemFactory, MinutesFactory

ROLE = "application_under_test"
HAVE_ROLE = f"""
DO $$ BEGIN
    CREATE ROLE {ROLE} LOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
ONLY_ADDED_TO = ["journal_entry", "dispatches_answer", "meetings_minutes"]
CHANGES = [
    "UPDATE {} SET id = id",
    "UPDATE {} SET id = id WHERE false",
    "DELETE FROM {}",
    "TRUNCATE {} CASCADE",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
    "CREATE OR REPLACE TRIGGER mine BEFORE UPDATE ON {} EXECUTE FUNCTION refuse_change()",
    "DROP TABLE {} CASCADE",
]
WAYS_ROUND = [
    "SET session_replication_role = replica",
    "SET ROLE postgres",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NEW; END'",
    "DROP FUNCTION refuse_change() CASCADE",
    "COPY journal_entry TO PROGRAM 'true'",
]


@pytest.fixture
def application(transactional_db):
    """A connection of a role with the application's rights."""
    with connection.cursor() as cursor:
        cursor.execute(HAVE_ROLE)
    give_rights(ROLE)
    known = connection.settings_dict
    with psycopg.connect(
        host=known["HOST"], dbname=known["NAME"], user=ROLE, autocommit=True
    ) as signed_in:
        yield signed_in


def test_application_has_no_right_to_change_what_is_written(application):
    statements = [change.format(table) for table in ONLY_ADDED_TO for change in CHANGES]

    assert [one for one in statements + WAYS_ROUND if not is_denied(application, one)] == []


def is_denied(application, statement):
    try:
        application.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return True
    return False


@pytest.fixture
def written(db):
    """An entry, an answer, and approved minutes with a point."""
    answer = AnswerFactory()
    point = ItemFactory(meeting__approved=True)
    MinutesFactory(meeting=point.meeting)
    record(point.meeting.collaboration_id, "written", "x", by=SYSTEM, at=answer.given_at)
    connection.check_constraints()  # a table with checks pending cannot be emptied at all


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = 'other'",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry CASCADE",
        "UPDATE dispatches_answer SET kind = 'rejected'",
        "DELETE FROM dispatches_answer",
        "UPDATE meetings_minutes SET sha256 = ''",
        "DELETE FROM meetings_minutes",
        "UPDATE meetings_item SET text = 'annat' WHERE heading LIKE 'Punkt%'",
        "DELETE FROM meetings_item WHERE heading LIKE 'Punkt%'",
    ],
)
def test_triggers_refuse_even_the_owner(written, statement):
    with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
        connection.cursor().execute(statement)
