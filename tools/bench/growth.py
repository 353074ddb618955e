"""P5 and P6: do pages take longer when there are more cases, or further into a list?"""

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from samverkan.cases.models import Case
from samverkan.dispatches.models import Recommendation
from samverkan.public.paging import Order
from samverkan.public.queries import board, cases
from tools.bench.bars import Figure
from tools.bench.pages import database, get
from tools.bench.rounds import medians

SLUG = "bench"
ROUNDS = 30
Address = tuple[str, str]


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    with database(names["large"]):
        many = Case.objects.count()
    for name, addresses in PAGES.items():
        found = medians(
            ROUNDS, {size: _asking(names[size], addresses) for size in ("small", "large")}
        )
        small, large = 1000 * found["small"], 1000 * found["large"]
        yield f"{name}: {small:.1f} ms med 1000 ärenden, {large:.1f} ms med {many}"
        yield Figure("P5", large / small, "x", 1.3)
    for name, ends in _ends(names["large"]).items():
        found = medians(
            ROUNDS, {end: _asking(names["large"], [address].copy) for end, address in ends.items()}
        )
        near, far = 1000 * found["first"], 1000 * found["last"]
        yield f"{name}: första sidan {near:.1f} ms, den sista av {many // 20} {far:.1f} ms"
        yield Figure("P6", far / near, "x", 1.3)


def _asking(name: str, addresses: Callable[[], list[Address]]) -> Callable[[], float]:
    """Return what asks a database's pages in turn, one each time, and says how long it took."""
    with database(name):
        known = addresses()
    turn = iter(range(1_000_000))

    def ask() -> float:
        path, query = known[next(turn) % len(known)]
        with database(name):
            began = time.perf_counter()
            get(path, query)
            return time.perf_counter() - began

    return ask


def _cases() -> list[Address]:
    """Return the addresses of cases from all times."""
    numbers = list(Case.objects.order_by("pk").values_list("number", flat=True))
    return [(f"/{SLUG}/arenden/{number}/", "") for number in numbers[17 :: len(numbers) // 25]]


PAGES: dict[str, Callable[[], list[Address]]] = {
    "startsidan": lambda: [(f"/{SLUG}/", "")],
    "lista": lambda: [(f"/{SLUG}/arenden/", "")],
    "filtrerad lista": lambda: [(f"/{SLUG}/arenden/", f"organ=organ-{n}") for n in range(1, 13)],
    "beslutsläget": lambda: [(f"/{SLUG}/beslutslaget/", "")],
    "filtrerat beslutsläge": lambda: [(f"/{SLUG}/beslutslaget/", "lage=ute")],
    "ej expedierade": lambda: [(f"/{SLUG}/beslutslaget/", "lage=ej-expedierade")],
    "ärende": _cases,
    "huvudman": lambda: [(f"/{SLUG}/huvudman/kommun-{n}/", "") for n in range(1, 17)],
}


def _ends(name: str) -> dict[str, dict[str, Address]]:
    """Return, for each list, the addresses of its first page and its last."""
    with database(name):
        last_cases = _last(Case.objects.values(), cases.ORDER)
        last_recommendations = _last(Recommendation.objects.values(), board.ORDER)
    return {
        "lista": {
            "first": (f"/{SLUG}/arenden/", ""),
            "last": (f"/{SLUG}/arenden/", last_cases),
        },
        "beslutsläget": {
            "first": (f"/{SLUG}/beslutslaget/", ""),
            "last": (f"/{SLUG}/beslutslaget/", last_recommendations),
        },
    }


def _last(rows: QuerySet[Any, Any], order: Order) -> str:
    return urlencode({"efter": order.cursor(rows.order_by(order.at, order.name)[20])})
