"""Walking the whole journal: is every entry what it was when it was written?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import connection

from samverkan.journal.models import GENESIS, Collaboration

# Pages flow in while the ones before are summed; no text has a line break, since JSON escapes it.
PAGES = r"""
    COPY (
        SELECT page.*
        FROM generate_series(
            0, (SELECT max(sequence) FROM journal_entry WHERE collaboration_id = %s), 1000
        ) AS after
        CROSS JOIN LATERAL (
            SELECT
                string_agg(sequence::text, E'\n'),
                string_agg(text, E'\n'),
                string_agg(hash, E'\n'),
                string_agg(to_char(at, '"\"at\":\""YYYY-MM-DD"T"HH24:MI:SS.US"+00:00\","'), E'\n'),
                string_agg(concat('"sequence":', sequence, ','), E'\n'),
                string_agg(
                    concat(
                        '"subject":', to_json(subject), ',"verb":', to_json(verb),
                        ',"visibility":', to_json(visibility), '}'
                    ),
                    E'\n'
                )
            FROM (
                SELECT sequence, text, hash, at AT TIME ZONE 'UTC' AS at, subject, verb, visibility
                FROM journal_entry
                WHERE collaboration_id = %s AND sequence > after AND sequence <= after + 1000
                ORDER BY sequence LIMIT 1000
            ) AS entry
            HAVING count(*) > 0
        ) AS page
    ) TO STDOUT (FORMAT BINARY)
"""


@dataclass(frozen=True)
class Verdict:
    """What a walk through one journal found."""

    collaboration: str
    entries: int
    head: str
    broken_at: int | None = None
    why: str = ""


def verify(collaboration: Collaboration) -> Verdict:
    """Return whether the chain holds from the first entry to the head, and else where it breaks."""
    # The head is read first: what is written during the walk comes after it and is no fault.
    collaboration.refresh_from_db(fields=["head_sequence", "head_hash"])
    head_sequence, head_hash = collaboration.head_sequence, collaboration.head_hash.encode()
    whole, previous, why = 0, GENESIS.encode(), ""
    for number, text, stored, at, place, end in _rows(collaboration.pk):
        following = sha256(previous + text).hexdigest().encode()  # as canonical.chained
        if int(number) != whole + 1:
            why = f"anteckning {whole + 1} saknas"
        elif following != stored:
            why = "innehållet stämmer inte med summan"
        elif whole + 1 == head_sequence and following != head_hash:
            why = "journalen har antecknat en annan summa som sin senaste"
        elif not (
            # The columns stand in the text, letter by letter; if not, they may still mean the same.
            (text.endswith(end) and at in text and text.rfind(place) > 0)
            or _mean_the_same(text, at + place + end)
        ):
            why = "kolumnerna säger annat än det som summerades"
        if why:
            break
        whole, previous = whole + 1, following
    if not why and whole < head_sequence:
        why = f"anteckning {whole + 1} saknas"
    return Verdict(collaboration.slug, whole, previous.decode(), whole + 1 if why else None, why)


def _mean_the_same(text: bytes, columns: bytes) -> bool:
    found_by = json.loads(b"{" + columns)
    try:
        content = json.loads(text)
        for told in (content, found_by):
            told["at"] = datetime.fromisoformat(told["at"])
        return all(content[name] == value for name, value in found_by.items())
    except (ValueError, TypeError, KeyError):
        return False


def _rows(collaboration_id: int) -> Iterator[tuple[bytes, ...]]:
    """Yield each entry's number, text and sum, and its columns as they should stand in the text."""
    with (
        connection.cursor() as cursor,
        cursor.copy(PAGES, [collaboration_id, collaboration_id]) as pages,
    ):
        pages.set_types(["bytea"] * 6)  # as they were summed: not decoded to be encoded again
        for page in pages.rows():
            yield from zip(*(column.split(b"\n") for column in page), strict=True)
