"""Coordinators: functions of a stated size, who holds them, and how the cost is split."""

from django.db import models
from django.db.models import F, Q, Value

from samverkan.bodies.models.same import once_a_day
from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person, Role
from samverkan.principals.choices import Standing
from samverkan.principals.models import Principal


class CoordinatorFunction(models.Model):
    """Koordinatorsfunktion: officials' support of a stated size, with a host and a cost split."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    slug = models.SlugField("adress", max_length=60)
    name = models.CharField("namn", max_length=120)
    full_time_equivalents = models.DecimalField("årsarbetare", max_digits=4, decimal_places=2)
    host = models.ForeignKey(Principal, on_delete=models.PROTECT)
    municipalities_percent = models.DecimalField(
        "kommunernas andel i procent", max_digits=5, decimal_places=2, null=True
    )
    region_percent = models.DecimalField(
        "regionens andel i procent", max_digits=5, decimal_places=2, null=True
    )
    region_payer = models.CharField("regionens del betalas av", max_length=120, blank=True)
    split_standing = models.CharField(
        "fördelningen är", max_length=10, choices=Standing.choices, default=Standing.SOURCE
    )
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "koordinatorsfunktion"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="function_address_is_unique"
            ),
            models.CheckConstraint(
                condition=Q(municipalities_percent__isnull=True)
                | Q(municipalities_percent=Value(100) - F("region_percent")),
                name="cost_shares_sum_to_the_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FunctionHolder(models.Model):
    """Innehavare: that a person holds a share of a coordinator function in a period."""

    function = models.ForeignKey(
        CoordinatorFunction, on_delete=models.PROTECT, related_name="holders"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="held_functions")
    share = models.DecimalField("andel av heltid", max_digits=3, decimal_places=2)
    employer = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="+")
    # The role that came with the holding, and ends with the last holding that carries it.
    role = models.ForeignKey(
        Role, on_delete=models.PROTECT, null=True, blank=True, related_name="holdings"
    )
    period = PeriodField("period")

    class Meta:
        verbose_name = "innehavare"
        ordering = ["function", "period"]
        constraints = [
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lte=1), name="share_is_of_one_full_time"
            ),
            once_a_day("person_holds_a_function_once_on_a_day", "function_id", "person_id"),
        ]


class FunctionCost(models.Model):
    """Kostnad: what a coordinator function cost, or is reckoned to cost, in a year; in kronor."""

    function = models.ForeignKey(
        CoordinatorFunction, on_delete=models.PROTECT, related_name="costs"
    )
    year = models.PositiveSmallIntegerField("år")
    amount = models.DecimalField("belopp i kronor", max_digits=12, decimal_places=2)
    source = models.CharField("källa", max_length=300, blank=True)
    # Who decided how the municipalities share their part; empty until they have.
    key_source = models.CharField("nyckelns källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "kostnad"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["function", "year"], name="one_cost_per_year")
        ]


class CostShare(models.Model):
    """Fördelningsnyckel: a municipality's weight in the municipalities' part; none is invented."""

    cost = models.ForeignKey(FunctionCost, on_delete=models.CASCADE, related_name="shares")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveIntegerField("vikt")

    class Meta:
        verbose_name = "fördelningsnyckel"
        constraints = [
            models.UniqueConstraint(
                fields=["cost", "principal"], name="one_weight_per_cost_and_principal"
            )
        ]
