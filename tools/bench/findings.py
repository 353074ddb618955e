"""P10: all that the rules find for 311 principals and 2 000 bodies on one day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.utils.timezone import localdate

from samverkan.bodies.queries.findings import findings_on
from samverkan.journal.models import Collaboration
from tools.bench.bars import Figure
from tools.bench.pages import get, statements
from tools.bench.place import SERVER
from tools.bench.rounds import cpu, medians

STRUCTURE = Path(__file__).with_name("structure.sql")
HALF, ALL = 1000, 2000
ROUNDS = 7
PAGES = {"strukturens sida": "struktur", "täckningen": "struktur/tackning"}


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    here = {bodies: _filled(names["work"], bodies) for bodies in (HALF, ALL)}
    today = localdate()
    weights = Counter(one.weight.value for one in findings_on(here[ALL], today))
    found = medians(
        ROUNDS,
        {
            "half": lambda: cpu(lambda: findings_on(here[HALF], today)),
            "all": lambda: cpu(lambda: findings_on(here[ALL], today)),
        },
    )
    said = ", ".join(f"{count} {weight}" for weight, count in weights.items())
    yield f"311 huvudmän, {ALL} organ: {weights.total()} fynd ({said})"
    yield f"{HALF} organ {found['half']:.2f} s, {ALL} organ {found['all']:.2f} s"
    yield Figure("P10", found["all"], "s", 2)
    yield Figure("P10", found["all"] / found["half"], "x", 2.3)
    for name, address in PAGES.items():
        path = f"/{_slug(ALL)}/{address}/"
        page = medians(3, {"page": lambda path=path: cpu(lambda: get(path))})["page"]  # type: ignore[misc]
        yield f"{name}, {ALL} organ: {1000 * page:.0f} ms, {statements(path)} SQL-satser"


def _filled(database: str, bodies: int) -> int:
    sql = STRUCTURE.read_text().replace(":bodies", str(bodies))
    SERVER.psql(sql.replace(":slug", f"'{_slug(bodies)}'"), database)
    SERVER.psql("VACUUM ANALYZE", database)
    return Collaboration.objects.get(slug=_slug(bodies)).pk


def _slug(bodies: int) -> str:
    return f"organ-{bodies}"
