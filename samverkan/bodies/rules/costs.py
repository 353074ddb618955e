"""Rules for what a coordinator function costs and who pays. Pure: no database, no clock."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import ROUND_DOWN, Decimal

from samverkan.journal.obstacles import Obstacle

ORE = Decimal("0.01")
MOST = Decimal(10_000_000_000)
EARLIEST, YEARS_AHEAD = 1990, 5
HEAVIEST = 1_000_000_000


def split(
    amount: Decimal, municipalities_percent: Decimal, region_percent: Decimal
) -> tuple[Decimal, Decimal]:
    """Return the municipalities' part and the region's, in whole öre; they sum to the whole.

    Agreement § 8 (R164): half each. An öre that cannot be halved falls on the region, the host.
    """
    whole = municipalities_percent + region_percent
    municipalities = (amount * municipalities_percent / whole).quantize(ORE, ROUND_DOWN)
    return municipalities, amount - municipalities


def shared_by(amount: Decimal, weights: Mapping[int, int]) -> dict[int, Decimal]:
    """Return each one's part of an amount by weight, in whole öre; they sum to the whole.

    The öre that are left over go, one each, to those who lost most when theirs was rounded down.
    Common resources are financed by all (R261); the sources give no key between municipalities,
    so without weights there is nothing to share by.
    """
    ore, total = int(amount / ORE), sum(weights.values())
    if not total:
        return {}
    parts = {key: ore * weight // total for key, weight in weights.items()}
    left = ore - sum(parts.values())
    by_loss = sorted(weights, key=lambda key: ore * weights[key] % total, reverse=True)
    for key in by_loss[:left]:
        parts[key] += 1
    return {key: part * ORE for key, part in parts.items()}


def obstacles_to_cost(
    *,
    year: int,
    amount: Decimal | None,
    source: str,
    present: tuple[Decimal, str] | None,
    first: date | None,
    until: date | None,
    this_year: int,
) -> list[Obstacle]:
    """List what stands in the way of noting a year's cost (R164); no amount means unknown again.

    An amount says where it comes from: none is made up.
    """
    if amount is None:
        return [] if present else [Obstacle("cost_already_unknown", {"year": year})]
    if not EARLIEST <= year <= this_year + YEARS_AHEAD:
        facts = {"first": EARLIEST, "last": this_year + YEARS_AHEAD}
        return [Obstacle("cost_year_out_of_range", facts)]
    obstacles = []
    if (first and year < first.year) or (until and date(year, 1, 1) >= until):
        obstacles.append(Obstacle("cost_outside_function", {"year": year}))
    if amount < 0 or amount >= MOST or amount != amount.quantize(ORE):
        obstacles.append(Obstacle("cost_not_an_amount"))
    if not source.strip():
        obstacles.append(Obstacle("cost_without_source"))
    return obstacles or ([Obstacle("cost_unchanged")] if (amount, source) == present else [])


def obstacles_to_key(
    *,
    weights: Mapping[int, int],
    source: str,
    present: Mapping[int, int],
    present_source: str,
    municipalities: Mapping[int, str],
) -> list[Obstacle]:
    """List what stands in the way of a key between the municipalities; no weights take it away.

    Agreement § 8 (R164) shares between the municipalities and the region and stops there. A key
    is somebody's decision, which is named, and it counts every municipality, be it with nothing.
    """
    if not weights:
        return [] if present else [Obstacle("key_already_missing")]
    obstacles = _obstacles_to_weights(weights, municipalities)
    if not source.strip():
        obstacles.append(Obstacle("key_without_source"))
    same = (dict(weights), source) == (dict(present), present_source)
    return obstacles or ([Obstacle("key_unchanged")] if same else [])


def _obstacles_to_weights(
    weights: Mapping[int, int], municipalities: Mapping[int, str]
) -> list[Obstacle]:
    obstacles = []
    if missing := _names(municipalities.keys() - weights.keys(), municipalities):
        obstacles.append(Obstacle("key_lacks_municipalities", {"names": missing}))
    if weights.keys() - municipalities.keys():
        obstacles.append(Obstacle("key_counts_others"))
    if any(not 0 <= weight <= HEAVIEST for weight in weights.values()):
        obstacles.append(Obstacle("key_weight_out_of_range", {"most": HEAVIEST}))
    elif not any(weights.values()):
        obstacles.append(Obstacle("key_without_weight"))
    return obstacles


def _names(found: Collection[int], names: Mapping[int, str]) -> list[str]:
    return [name for key, name in names.items() if key in found]
