"""What a coordinator function costs in a year, and how the municipalities share their part."""

from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.actions.costs import set_cost, set_cost_key
from samverkan.bodies.models import CoordinatorFunction, FunctionCost
from samverkan.bodies.queries.functions import CostOf, cost_of, municipalities_in
from samverkan.bodies.wording.functions import NO_KEY, NO_SPLIT, kronor
from samverkan.www.forms import typed
from samverkan.www.functions.cost_forms import CostForm, KeyForm
from samverkan.www.functions.found import crumbs, find_function
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.effects import Effect
from samverkan.www.structure.two_steps import Change, in_two_steps


@step
def cost(work: Workspace, slug: str) -> HttpResponse:
    function = find_function(work, slug)
    form = CostForm(work.sent, initial=_noted(work, function))

    def act() -> str:
        set_cost(
            function.pk,
            year=int(typed(form, "year")),
            amount=form.amount_typed,
            source=typed(form, "source"),
            by=work.by,
            now=work.now,
        )
        return f"Kostnaden för {function.name} är uppdaterad."

    def effects() -> list[Effect]:
        year = int(typed(form, "year"))
        found = function.costs.filter(year=year).select_related("function").first()
        if found is None:
            return [Effect(f"år {year}", ["Kostnaden är okänd."])]
        return [Effect(f"år {year}", *_split(cost_of(found)))]

    change = Change(
        heading="Kostnad för ett år",
        over=function.name,
        lead="Innan du sparar visas hur kostnaden delas. Delarna blir alltid det hela, på öret.",
        act=act,
        effects=effects,
        crumbs=crumbs(work, "Kostnad"),
        back=work.url("functions"),
        button="Spara",
    )
    return in_two_steps(work, form, change)


@step
def key(work: Workspace, slug: str, year: int) -> HttpResponse:
    function = find_function(work, slug)
    found = get_object_or_404(function.costs.select_related("function"), year=year)
    form = KeyForm(found, municipalities_in(found), work.sent)

    def act() -> str:
        set_cost_key(found.pk, form.weights, source=form.source, by=work.by, now=work.now)
        return f"Nyckeln för {function.name} år {year} är uppdaterad."

    def effects() -> list[Effect]:
        fresh = FunctionCost.objects.select_related("function").get(pk=found.pk)
        return [Effect(f"år {year}", *_split(cost_of(fresh)))]

    change = Change(
        heading=f"Nyckel mellan kommunerna år {year}",
        over=function.name,
        lead="Överenskommelsen delar kostnaden mellan kommunerna och regionen, och säger inget om "
        "hur kommunerna delar sin del. Skriv den nyckel som någon har beslutat om, som en vikt "
        "för varje kommun: invånare, andelar eller något annat.",
        act=act,
        effects=effects,
        crumbs=crumbs(work, "Nyckel"),
        back=work.url("functions"),
        button="Spara",
    )
    return in_two_steps(work, form, change)


def _noted(work: Workspace, function: CoordinatorFunction) -> dict[str, object]:
    """Fill in the year that the link asked for, with what is noted of it."""
    asked = work.request.GET.get("ar", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else work.today.year
    noted = function.costs.filter(year=year).first()
    if noted is None:
        return {"year": year}
    return {"year": year, "amount": kronor(noted.amount), "source": noted.source}


def _split(found: CostOf) -> tuple[list[str], list[str]]:
    """Return how a cost is split in sentences, and what is not split."""
    told = [f"Kostnaden är {kronor(found.cost.amount)} kronor."]
    if found.municipalities is None or found.region is None:
        return told, [NO_SPLIT]
    told.append(f"Kommunernas del är {kronor(found.municipalities)} kronor.")
    told.append(f"Regionens del är {kronor(found.region)} kronor{_payer(found)}.")
    told += [f"{one.principal.name}: {_part(one.amount)}" for one in found.parts]
    return told, [] if found.parts else [NO_KEY]


def _part(amount: Decimal) -> str:
    return f"{kronor(amount)} kronor."


def _payer(found: CostOf) -> str:
    payer = found.cost.function.region_payer
    return f", som betalas genom {payer}" if payer else ""
