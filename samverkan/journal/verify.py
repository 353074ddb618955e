"""Walking the whole journal: is every entry what it was when it was written?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from samverkan.journal.canonical import chained
from samverkan.journal.models import GENESIS, Collaboration

# Pages flow in while the ones before are summed; no text has a line break, since JSON escapes it.
PAGES = """
    COPY (
        SELECT page.*
        FROM generate_series(
            0, (SELECT max(sequence) FROM journal_entry WHERE collaboration_id = %s), 1000
        ) AS after
        CROSS JOIN LATERAL (
            SELECT
                string_agg(sequence::text, E'\\n' ORDER BY sequence),
                string_agg(text, E'\\n' ORDER BY sequence),
                string_agg(hash, E'\\n' ORDER BY sequence),
                string_agg(
                    to_char(at AT TIME ZONE 'UTC', '"\\"at\\":\\""YYYY-MM-DD"T"HH24:MI:SS.US"+00:00\\","'),
                    E'\\n' ORDER BY sequence
                ),
                string_agg(concat('"sequence":', sequence, ','), E'\\n' ORDER BY sequence),
                string_agg(
                    concat(
                        '"subject":', to_json(subject), ',"verb":', to_json(verb),
                        ',"visibility":', to_json(visibility), '}'
                    ),
                    E'\\n' ORDER BY sequence
                )
            FROM journal_entry
            WHERE collaboration_id = %s AND sequence > after AND sequence <= after + 1000
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
    whole, previous, why = 0, GENESIS, ""
    for number, text, stored, *columns in _rows(collaboration.pk):
        following = chained(previous, text)
        if int(number) != whole + 1:
            why = f"anteckning {whole + 1} saknas"
        elif following != stored:
            why = "innehållet stämmer inte med summan"
        elif whole + 1 == collaboration.head_sequence and following != collaboration.head_hash:
            why = "journalen har antecknat en annan summa som sin senaste"
        elif not (_stand_in(text, *columns) or _mean_the_same(text, *columns)):
            why = "kolumnerna säger annat än det som summerades"
        if why:
            break
        whole, previous = whole + 1, following
    if not why and whole < collaboration.head_sequence:
        why = f"anteckning {whole + 1} saknas"
    return Verdict(collaboration.slug, whole, previous, whole + 1 if why else None, why)


def _stand_in(text: str, at: str, number: str, end: str) -> bool:
    """Return whether an entry's columns stand in its text, letter by letter, where they should."""
    return text.endswith(end) and at in text and number in text


def _mean_the_same(text: str, at: str, number: str, end: str) -> bool:
    """Return the same for a text that is written in another way; far slower, and seldom asked."""
    columns = json.loads(f"{{{at}{number}{end}")
    try:
        content = json.loads(text)
        for told in (content, columns):
            told["at"] = datetime.fromisoformat(told["at"])
        return all(content[name] == value for name, value in columns.items())
    except (ValueError, TypeError, KeyError):
        return False


def _rows(collaboration_id: int) -> Iterator[tuple[str, ...]]:
    """Yield each entry's number, text and sum, and its columns as they should stand in the text."""
    with (
        connection.cursor() as cursor,
        cursor.copy(PAGES, [collaboration_id, collaboration_id]) as pages,
    ):
        pages.set_types(["text"] * 6)
        for page in pages.rows():
            yield from zip(*(column.split("\n") for column in page), strict=True)
