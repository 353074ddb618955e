"""What the support costs and who pays, as a table for spreadsheets: one row for each payer."""

from collections.abc import Iterator
from datetime import date

from samverkan.bodies.queries.functions import CostOf
from samverkan.public.queries.support import Function, functions_on
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Funktion",
    "År",
    "Kostnad, kronor",
    "Betalas av",
    "Del, kronor",
    "Vikt",
    "Fördelningen är",
    "Källa",
    "Nyckelns källa",
)
UNKNOWN = "okänt"


def rows_of(collaboration_id: int, on: date) -> Iterator[str]:
    """Yield the file: each year's cost of each function of a day, by who pays."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    for one in functions_on(collaboration_id, on):
        yield written(_rows(one))


def _rows(one: Function) -> Iterator[list[object]]:
    function = one.support.function
    if one.unknown_year:
        yield [function.name, one.unknown_year, UNKNOWN, *[""] * 6]
    for cost in one.costs:
        about = [function.name, cost.cost.year, _number(cost.cost.amount)]
        standing = function.get_split_standing_display()
        for payer, amount, weight in _payers(cost):
            key = cost.cost.key_source if weight != "" else ""
            yield [*about, payer, _number(amount), weight, standing, cost.cost.source, key]


def _payers(cost: CostOf) -> Iterator[tuple[str, object, object]]:
    """Yield who pays how much; municipalities one by one only when there is a key."""
    if cost.municipalities is None or cost.region is None:
        yield "inte angivet", "", ""
        return
    for part in cost.parts:
        yield part.principal.name, part.amount, part.weight
    if not cost.parts:
        yield "Kommunerna tillsammans", cost.municipalities, ""
    payer = cost.cost.function.region_payer
    yield f"Regionen, genom {payer}" if payer else "Regionen", cost.region, ""


def _number(amount: object) -> str:
    return str(amount).replace(".", ",")
