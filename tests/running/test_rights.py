"""The application's own role in the database: it may add to the journal and nothing else there."""

import psycopg
import pytest
from django.db import connection

from samverkan.running.rights import give_rights

HAVE_ROLE = """
DO $$ BEGIN
    CREATE ROLE of_the_application LOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
NOT_ALL = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT (
    has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT')
    AND has_table_privilege(oid, 'UPDATE') AND has_table_privilege(oid, 'DELETE'))
"""


@pytest.fixture
def as_application(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute(HAVE_ROLE)
    give_rights("of_the_application")
    known = connection.settings_dict
    with psycopg.connect(
        host=known["HOST"], dbname=known["NAME"], user="of_the_application"
    ) as signed_in:
        yield signed_in


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET verb = ''",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
        "ALTER TABLE journal_entry DISABLE TRIGGER ALL",
        "DROP TABLE journal_entry",
        "DELETE FROM django_migrations",
        "CREATE TABLE mine (id int)",
        "SET session_replication_role = replica",
    ],
)
def test_application_may_not(as_application, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_application.execute(statement)


def test_application_may_read_and_write_all_else(as_application):
    tables = as_application.execute(NOT_ALL).fetchall()

    assert {name for (name,) in tables} == {
        "cases_caseexit",
        "cases_casereturn",
        "journal_entry",
        "cases_admission",
        "dispatches_answer",
        "dispatches_answerconfirmation",
        "dispatches_concern",
        "dispatches_conclusion",
        "dispatches_earlierproposal",
        "dispatches_executionnote",
        "dispatches_fetch",
        "dispatches_legaldays",
        "dispatches_linepath",
        "dispatches_linestep",
        "dispatches_packagefile",
        "dispatches_recommendationtext",
        "dispatches_reminder",
        "dispatches_withdrawal",
        "meetings_minutes",
        "meetings_minutescomment",
        "meetings_minutescorrection",
        "meetings_summons",
        "django_migrations",
    }
