"""What can be done with the cost of a coordinator function: what it was, and who pays."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samverkan.bodies.models import CoordinatorFunction, CostShare, FunctionCost
from samverkan.bodies.queries.functions import municipalities_in
from samverkan.bodies.rules.costs import obstacles_to_cost, obstacles_to_key
from samverkan.bodies.wording.functions import kronor
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record

SECTION = "överenskommelsen § 8"


@transaction.atomic
def set_cost(
    function_id: int,
    *,
    year: int,
    amount: Decimal | None,
    source: str = "",
    by: Actor,
    now: datetime,
) -> FunctionCost | None:
    """Note what a function cost, or is reckoned to cost, in a year; without amount: unknown again.

    Raises StepRefused for an amount without source, or a year when the function is not.
    """
    function = CoordinatorFunction.objects.select_for_update(no_key=True).get(pk=function_id)
    present = function.costs.filter(year=year).first()
    refuse(
        obstacles_to_cost(
            year=year,
            amount=amount,
            source=source,
            present=(present.amount, present.source) if present else None,
            first=function.period.lower,
            until=function.period.upper,
            this_year=now.year,
        )
        + obstacles_to_text(Källa=source)
    )
    cost = _noted(function, year, amount, source)
    known = amount is not None
    record(
        function.collaboration_id,
        "function.cost_set" if known else "function.cost_unknown",
        f"function/{function.slug}",
        by=by,
        at=now,
        rule="R164",
        source=source if known else SECTION,
        function=function.name,
        year=year,
        amount=amount,
        kronor=kronor(amount) if amount is not None else None,
    )
    return cost


@transaction.atomic
def set_cost_key(
    cost_id: int, weights: Mapping[int, int], *, source: str = "", by: Actor, now: datetime
) -> FunctionCost:
    """Note by which weights the municipalities share their part of a cost, and who decided so.

    Without weights the key is taken away: then nothing is shared between them (Q11).

    Raises StepRefused for a key that leaves somebody out, or that nobody stands behind.
    """
    found = FunctionCost.objects.select_for_update(no_key=True, of=("self",))
    cost = found.select_related("function").get(pk=cost_id)
    municipalities = list(municipalities_in(cost))
    refuse(
        obstacles_to_key(
            weights=weights,
            source=source,
            present=dict(cost.shares.values_list("principal", "weight")),
            present_source=cost.key_source,
            municipalities={one.pk: one.name for one in municipalities},
        )
        + obstacles_to_text(**{"Beslut om nyckeln": source})
    )
    cost.shares.all().delete()
    CostShare.objects.bulk_create(
        CostShare(cost=cost, principal_id=principal, weight=weight)
        for principal, weight in weights.items()
    )
    cost.key_source = source if weights else ""
    cost.save(update_fields=["key_source"])
    record(
        cost.function.collaboration_id,
        "function.key_set" if weights else "function.key_removed",
        f"function/{cost.function.slug}",
        by=by,
        at=now,
        rule="R164",
        source=source if weights else SECTION,
        function=cost.function.name,
        year=cost.year,
        weights={one.slug: weights[one.pk] for one in municipalities if one.pk in weights},
    )
    return cost


def _noted(
    function: CoordinatorFunction, year: int, amount: Decimal | None, source: str
) -> FunctionCost | None:
    if amount is None:
        function.costs.filter(year=year).delete()
        return None
    cost, _ = FunctionCost.objects.update_or_create(
        function=function, year=year, defaults={"amount": amount, "source": source}
    )
    return cost
