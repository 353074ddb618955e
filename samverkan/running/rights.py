"""What the application's own role in the database may do: rows, and journals only added to.

The tables belong to the role that migrates. The application's role owns nothing, so it cannot
alter a table, switch a trigger off or give itself more than this.
"""

from django.db import connection, transaction
from psycopg import sql

GIVEN = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)
ONLY_ADDED_TO = "REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}"
# Of every row, that is: where only some rows are frozen, the trigger has a condition.
TABLES_THAT_REFUSE_CHANGE = """
SELECT DISTINCT relname FROM pg_trigger
JOIN pg_class ON pg_class.oid = tgrelid
JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE proname = 'refuse_change' AND tgqual IS NULL ORDER BY relname
"""


@transaction.atomic
def give_rights(role: str) -> list[str]:
    """Give a role its rights on every table that exists now; return those it may only add to."""
    name = sql.Identifier(role)
    with connection.cursor() as cursor:
        for statement in GIVEN:
            cursor.execute(sql.SQL(statement).format(role=name))
        cursor.execute(TABLES_THAT_REFUSE_CHANGE)
        tables = [table for (table,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(sql.SQL(ONLY_ADDED_TO).format(role=name, table=sql.Identifier(table)))
    return tables
