"""Questions about coordinator functions, their cost, and what was gone through with others."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, QuerySet

from samverkan.bodies.choices import TextKind, TextStage
from samverkan.bodies.models import (
    CoordinatorFunction,
    CostShare,
    FunctionCost,
    FunctionHolder,
    GoverningText,
    OverlapNote,
    TextVersion,
)
from samverkan.bodies.rules.costs import shared_by, split
from samverkan.bodies.rules.functions import Held, percent, vacancies
from samverkan.journal.fields import from_day
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal


@dataclass(frozen=True)
class Part:
    """What one municipality pays of a cost, by the key."""

    principal: Principal
    weight: int
    amount: Decimal


@dataclass(frozen=True)
class CostOf:
    """A year's cost of a function and how it is split; None where no split is stated."""

    cost: FunctionCost
    municipalities: Decimal | None
    region: Decimal | None
    parts: list[Part]


@dataclass(frozen=True)
class Holding:
    """That somebody holds a share, as people say it: in percent, to a last day."""

    holder: FunctionHolder

    @property
    def percent(self) -> int:
        """Return the share of a full time in percent."""
        return percent(self.holder.share)

    @property
    def first(self) -> date:
        """Return the first day."""
        first: date = self.holder.period.lower
        return first

    @property
    def last(self) -> date | None:
        """Return the last day; None until further notice."""
        return last_of(self.holder.period.upper)


@dataclass(frozen=True)
class Support:
    """A coordinator function on a day: who holds it then, before and after, and what it costs."""

    function: CoordinatorFunction
    holders: list[Holding]
    coming: list[Holding]
    former: list[Holding]
    vacancies: list[tuple[date, Decimal]]  # that day's, then each change to come
    costs: list[CostOf]
    texts: list[GoverningText]

    @property
    def vacant(self) -> Decimal:
        """Return how much nobody holds on the day."""
        return self.vacancies[0][1]

    @property
    def has_assignment(self) -> bool:
        """Return whether there is an adopted assignment (R168)."""
        return any(
            version.stage == TextStage.ADOPTED
            for text in self.texts
            if text.kind == TextKind.ASSIGNMENT
            for version in text.versions.all()
        )

    def cost_of_year(self, year: int) -> CostOf | None:
        """Return a year's cost; None when it is unknown."""
        return next((one for one in self.costs if one.cost.year == year), None)


def support_on(collaboration_id: int, on: date) -> list[Support]:
    """Return the coordinator functions of a day, in as many queries however many they are."""
    found = CoordinatorFunction.objects.filter(
        collaboration_id=collaboration_id, period__contains=on
    )
    largest_first = found.order_by("-full_time_equivalents", "name")
    return [_support(function, on) for function in _with_all(largest_first)]


def cost_of(cost: FunctionCost) -> CostOf:
    """Return a cost as it is split; its function and shares are best fetched with it."""
    function = cost.function
    if function.municipalities_percent is None or function.region_percent is None:
        return CostOf(cost, None, None, [])
    ours, theirs = split(cost.amount, function.municipalities_percent, function.region_percent)
    shares = list(cost.shares.all())
    parts = shared_by(ours, {share.principal_id: share.weight for share in shares})
    return CostOf(
        cost,
        ours,
        theirs,
        [Part(one.principal, one.weight, parts[one.principal_id]) for one in shares],
    )


def municipalities_in(cost: FunctionCost) -> QuerySet[Principal]:
    """Return the municipalities that are principals some day of a cost's year."""
    year = from_day(date(cost.year, 1, 1), date(cost.year + 1, 1, 1))
    return Principal.objects.filter(
        collaboration_id=cost.function.collaboration_id,
        side=Side.MUNICIPALITIES,
        period__overlap=year,
    ).order_by("position", "name")


def overlap_notes_of(collaboration_id: int) -> QuerySet[OverlapNote]:
    """Return what was gone through with actors outside, the latest first."""
    return (
        OverlapNote.objects.filter(actor__collaboration_id=collaboration_id)
        .select_related("body")
        .order_by("-on", "-pk")
    )


def _with_all(found: QuerySet[CoordinatorFunction]) -> QuerySet[CoordinatorFunction]:
    holders = FunctionHolder.objects.select_related("person", "employer").order_by(
        "period", "person__name"
    )
    shares = CostShare.objects.select_related("principal").order_by("principal__position")
    costs = FunctionCost.objects.select_related("function").prefetch_related(
        Prefetch("shares", queryset=shares)
    )
    texts = GoverningText.objects.prefetch_related(
        Prefetch("versions", queryset=TextVersion.objects.order_by("-number"))
    )
    return found.select_related("host").prefetch_related(
        Prefetch("holders", queryset=holders),
        Prefetch("costs", queryset=costs),
        Prefetch("governing_texts", queryset=texts),
    )


def _support(function: CoordinatorFunction, on: date) -> Support:
    holders = list(function.holders.all())
    held = [Held(one.share, one.period.lower, one.period.upper) for one in holders]
    return Support(
        function,
        holders=[Holding(one) for one in holders if on in one.period],
        coming=[Holding(one) for one in holders if one.period.lower > on],
        former=[Holding(one) for one in holders if one.period.upper and one.period.upper <= on],
        vacancies=vacancies(function.full_time_equivalents, held, on),
        costs=[cost_of(cost) for cost in function.costs.all()],
        texts=list(function.governing_texts.all()),
    )
