"""Writing the journal: the only function that does."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from samverkan.journal import head
from samverkan.journal.actors import Actor
from samverkan.journal.canonical import Plain, canonical, chained
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration, Entry

FOUND_BY = ("sequence", "at", "verb", "subject", "visibility", "text", "hash")
WRITE = """
    WITH written AS (
        INSERT INTO journal_entry
            (collaboration_id, sequence, at, verb, subject, visibility, text, hash)
        VALUES (
            %(collaboration)s, %(sequence)s, %(at)s, %(verb)s, %(subject)s, %(visibility)s,
            %(text)s, %(hash)s
        )
        RETURNING id
    ), moved AS (
        UPDATE journal_collaboration
        SET head_sequence = %(sequence)s, head_hash = %(hash)s, head_at = %(now)s
        WHERE id = %(collaboration)s
    )
    SELECT id, pg_notify('samverkan_journal', '') FROM written
"""


class NotInTransaction(Exception):
    """An entry must be written in the same transaction as the change that it tells of."""


def record(
    collaboration_id: int,
    verb: str,
    subject: str,
    *,
    by: Actor,
    at: datetime,
    rule: str = "",
    source: str = "",
    visibility: Visibility = Visibility.PUBLIC,
    **facts: object,
) -> Entry:
    """Write one entry last in the collaboration's journal and return it.

    The collaboration's row is locked until the transaction ends, so the sequence has no gaps and
    no two entries follow the same one. Call it last in an action: others wait meanwhile.

    Raises NotInTransaction outside a transaction.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction(verb)
    collaboration = Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    sequence = collaboration.head_sequence + 1
    text = canonical(
        {
            "actor": by.name,
            "at": _utc(at),
            "collaboration": collaboration.slug,
            "facts": {key: _plain(value) for key, value in facts.items()},
            "on_behalf_of": by.on_behalf_of,
            "recorded_at": _utc(timezone.now()),
            "rule": rule,
            "sequence": sequence,
            "source": source,
            "subject": subject,
            "verb": verb,
            "visibility": str(visibility),
        }
    )
    entry = Entry(
        collaboration=collaboration,
        sequence=sequence,
        at=at,
        verb=verb,
        subject=subject,
        visibility=visibility,
        text=text,
        hash=chained(collaboration.head_hash, text),
    )
    _write(entry)
    # What is committed is done, also when this machine's own signal fails; the NOTIFY is left.
    transaction.on_commit(head.changed, robust=True)
    return entry


def _write(entry: Entry) -> None:
    """Add the entry, move the head and tell other machines, all at once: others are waiting."""
    values = {
        **{name: getattr(entry, name) for name in FOUND_BY},
        "collaboration": entry.collaboration_id,
        "now": timezone.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        entry.pk = cursor.fetchone()[0]
    entry._state.adding = False


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(value: Any) -> Plain:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return _utc(value)
    if isinstance(value, date | Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value]
