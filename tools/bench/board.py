"""P4: the first rendering of the board, against one SQL statement and a string join."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from django.db import connection

from tools.bench.bars import Figure
from tools.bench.pages import database, get, statements
from tools.bench.rounds import cpu, medians

PAGE = "/bench/beslutslaget/"
ROUNDS = 40
FLOOR = """
    SELECT r.number, r.title, b.short_name, r.agreed_on, r.point, p.slug, d.state,
        coalesce(d.decided_on, d.planned_on, d.received_on)
    FROM (SELECT * FROM dispatches_recommendation ORDER BY agreed_on DESC, number DESC LIMIT 20) r
    JOIN bodies_body b ON b.id = r.body_id
    JOIN dispatches_dispatch d ON d.recommendation_id = r.id
    JOIN principals_principal p ON p.id = d.principal_id
    ORDER BY r.agreed_on DESC, r.number DESC, p.position
"""


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    with database(names["small"]):
        cells = get(PAGE).count('<td class="sv-cell'), _floor().count("<td")
        if cells != (320, 320):
            raise RuntimeError(f"the two tables differ: {cells} cells")
        found = medians(ROUNDS, {"page": lambda: cpu(lambda: get(PAGE)), "floor": _cpu_of_floor})
        asked = statements(PAGE)
    page, floor = 1000 * found["page"], 1000 * found["floor"]
    yield (
        f"beslutsläget 20 x 16, inget behållet: {page:.1f} ms processortid, {asked} SQL-satser; "
        f"en SQL-sats och en sammanfogad tabell: {floor:.1f} ms"
    )
    yield Figure("P4", page / floor, "x", 4)


def _cpu_of_floor() -> float:
    return cpu(_floor)


def _floor() -> str:
    with connection.cursor() as cursor:
        cursor.execute(FLOOR)
        rows = cursor.fetchall()
    parts = ["<table>"]
    for (number, title, body, on, point), answers in groupby(rows, key=lambda row: row[:5]):
        address = f"/bench/rekommendationer/{escape(number)}/"
        parts.append(f'<tr><th scope="row"><a href="{address}">{escape(title)}</a>')
        parts.append(f"<small>{escape(body)} · {on}, punkt {point}</small></th>")
        for *_, slug, state, day in answers:
            cell = f'<a href="{address}#{escape(slug)}">{state}<small>{day or ""}</small></a>'
            parts.append(f'<td class="sv-cell sv-cell--{state}">{cell}</td>')
        parts.append("</tr>")
    return "".join([*parts, "</table>"])
