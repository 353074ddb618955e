"""P9: walking a journal, against hashing the same bytes in a plain loop."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from django.db import connection

from samverkan.journal.canonical import canonical, chained
from samverkan.journal.models import GENESIS, Collaboration
from samverkan.journal.verify import verify
from tools.bench.bars import Figure
from tools.bench.place import SERVER
from tools.bench.rounds import medians, seconds

ENTRIES = 100_000
ROUNDS = 5
SLUG = "journal"
AT = datetime(2026, 3, 12, 8, 30, tzinfo=UTC)
COLUMNS = "collaboration_id, sequence, at, verb, subject, visibility, text, hash"


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    here = Collaboration.objects.create(slug=SLUG, name="Journal", county="Länet")
    texts = [_text(sequence) for sequence in range(1, ENTRIES + 1)]
    _copy(here, texts)
    SERVER.psql("ANALYZE journal_entry", names["work"])  # only the owner may
    if verify(here).broken_at is not None:
        raise RuntimeError("the journal that was made does not hold")
    found = medians(
        ROUNDS,
        {
            "verify": lambda: seconds(lambda: verify(here)),
            "loop": lambda: seconds(lambda: _plain_loop(texts)),
        },
    )
    each = len(texts[0].encode())
    yield (
        f"{ENTRIES} anteckningar om {each} byte: kontrollerade på {found['verify']:.2f} s, "
        f"summerade i en slinga på {found['loop']:.2f} s"
    )
    yield Figure("P9", found["verify"] / found["loop"], "x", 3)


def _plain_loop(texts: list[str]) -> str:
    last = GENESIS
    for text in texts:
        last = hashlib.sha256(f"{last}{text}".encode()).hexdigest()
    return last


def _copy(here: Collaboration, texts: list[str]) -> None:
    with connection.cursor() as cursor:
        last = GENESIS
        with cursor.copy(f"COPY journal_entry ({COLUMNS}) FROM STDIN") as copy:
            for sequence, text in enumerate(texts, 1):
                last = chained(last, text)
                found_by = ("answer.received", "recommendation/r2026-01", "public")
                copy.write_row((here.pk, sequence, AT, *found_by, text, last))
    here.head_sequence, here.head_hash, here.head_at = len(texts), last, AT
    here.save()


def _text(sequence: int) -> str:
    moment = AT.isoformat(timespec="microseconds")
    return canonical(
        {
            "actor": "Registratorn",
            "at": moment,
            "collaboration": SLUG,
            "facts": {
                "about": "",
                "deciding_body": "Kommunstyrelsen",
                "extract": "",
                "kind": "mottagen",
                "number": "r2026-01",
                "on": None,
                "paragraph": "",
                "principal": "Vindelns kommun",
                "reason": "",
                "reference_number": f"KS 2026/{sequence}",
            },
            "on_behalf_of": "Vindelns kommun",
            "recorded_at": moment,
            "rule": "R152",
            "sequence": sequence,
            "source": "huvudpunkterna, Tjänstepersoner",
            "subject": "recommendation/r2026-01",
            "verb": "answer.received",
            "visibility": "public",
        }
    )
