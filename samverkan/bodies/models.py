"""The bodies (organ) of a collaboration, their seats and who holds them; everything is dated."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value

from samverkan.bodies.choices import (
    BodyKind,
    DerivedPart,
    Level,
    MissionKind,
    Office,
    Power,
    Sphere,
)
from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person
from samverkan.principals.choices import Side, Standing
from samverkan.principals.models import Principal


def same(field: str) -> Func:
    """Return an id as a range, so that an exclusion constraint needs no extension (btree_gist)."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


class Body(models.Model):
    """Organ: a group in which the principals meet; it may recommend, never decide for them."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="bodies"
    )
    slug = models.SlugField("adress", max_length=80)
    code = models.CharField("beteckning", max_length=10, blank=True)
    name = models.CharField("namn", max_length=160)
    short_name = models.CharField("kortnamn", max_length=60, blank=True)
    kind = models.CharField("slag", max_length=20, choices=BodyKind.choices)
    level = models.CharField("nivå", max_length=20, choices=Level.choices)
    sphere = models.CharField("vilka som möts", max_length=20, choices=Sphere.choices)
    power = models.CharField("befogenhet", max_length=20, choices=Power.choices)
    in_fixed_structure = models.BooleanField("del av den fasta strukturen", default=True)
    purpose = models.TextField("syfte", blank=True)
    mandate = models.TextField("uppdrag", blank=True)
    inner_decisions = models.JSONField("inre beslut", default=list, blank=True)
    assignment_set_by = models.CharField("uppdraget fastställs av", max_length=160, blank=True)
    first_point = models.PositiveIntegerField("första punktens nummer", default=1)
    position = models.PositiveSmallIntegerField("ordning", default=0)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "organ"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["collaboration", "slug"], name="body_address_is_unique")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        """Return the name to use where there is little room."""
        return self.short_name or self.name


class BodyAlias(models.Model):
    """Annat namn: another spelling under which a body occurs in the sources."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField("namn", max_length=160)

    class Meta:
        verbose_name = "annat namn"
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="alias_is_unique_per_body")
        ]


class Parentage(models.Model):
    """Överordning: that one body stands under, and reports to, another."""

    child = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="parentages")
    parent = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="children_links")
    period = PeriodField("period")

    class Meta:
        verbose_name = "överordning"
        constraints = [
            models.UniqueConstraint(fields=["child", "parent"], name="parentage_is_stated_once"),
            models.CheckConstraint(
                condition=~models.Q(child=F("parent")), name="no_body_is_its_own_parent"
            ),
        ]


class Succession(models.Model):
    """Arv: that a body took over after another, decided or assumed."""

    predecessor = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="heirs")
    heir = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="predecessors")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "arv"
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "heir"], name="succession_is_stated_once"
            )
        ]


class Quota(models.Model):
    """Platser: how many seats a principal has in a body during a period."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="quotas")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="quotas")
    ordinary_min = models.PositiveSmallIntegerField("ordinarie, minst")
    ordinary_max = models.PositiveSmallIntegerField("ordinarie, högst")
    substitutes_max = models.PositiveSmallIntegerField("ersättare, högst")
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "platser"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ordinary_max__gte=F("ordinary_min")),
                name="quota_maximum_is_not_below_its_minimum",
            ),
            ExclusionConstraint(
                name="one_quota_per_body_and_principal_on_a_day",
                expressions=[
                    (same("body_id"), RangeOperators.OVERLAPS),
                    (same("principal_id"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
        ]


class DerivedSeat(models.Model):
    """Härledd plats: what an office in one body gives in another; follows the office by itself."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="derived_seats")
    of_body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="gives_seats")
    office = models.CharField("uppdrag", max_length=20, choices=Office.choices)
    part = models.CharField("ger", max_length=20, choices=DerivedPart.choices)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "härledd plats"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "of_body", "office", "part"], name="derived_seat_is_stated_once"
            )
        ]


class Mission(models.Model):
    """Uppdrag: that a person holds one of a principal's seats in a body during a period."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="missions")
    # Unknown only in history: the sources do not always say on whose behalf someone sat.
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, related_name="missions"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="missions")
    kind = models.CharField("slag", max_length=20, choices=MissionKind.choices)
    place = models.PositiveSmallIntegerField("plats", default=1)
    is_main = models.BooleanField("huvudsaklig representant", default=False)
    line_function = models.CharField("funktion i linjen", max_length=160, blank=True)
    period = PeriodField("period")
    appointed_by = models.CharField("utsedd av", max_length=160, blank=True)
    appointed_on = models.DateField("utsedd den", null=True, blank=True)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)

    class Meta:
        verbose_name = "uppdrag"
        ordering = ["body", "principal", "kind", "place"]
        constraints = [
            ExclusionConstraint(
                name="one_person_per_seat_on_a_day",
                expressions=[
                    (same("body_id"), RangeOperators.OVERLAPS),
                    (same("principal_id"), RangeOperators.OVERLAPS),
                    (same("place"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(kind=MissionKind.ORDINARY),
            ),
            ExclusionConstraint(
                name="one_person_per_substitutes_seat_on_a_day",
                expressions=[
                    (same("body_id"), RangeOperators.OVERLAPS),
                    (same("principal_id"), RangeOperators.OVERLAPS),
                    (same("place"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(kind=MissionKind.SUBSTITUTE),
            ),
        ]


class ChairTerm(models.Model):
    """Ordförandeperiod: that a member leads a body, as chair or vice chair, for a period."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="chair_terms")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="chair_terms")
    office = models.CharField("uppdrag", max_length=20, choices=Office.choices)
    side = models.CharField("sida", max_length=20, choices=Side.choices, blank=True)
    period = PeriodField("period")

    class Meta:
        verbose_name = "ordförandeperiod"
        ordering = ["body", "office", "period"]
        constraints = [
            ExclusionConstraint(
                name="one_chair_per_body_on_a_day",
                expressions=[
                    (same("body_id"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(office=Office.CHAIR),
            ),
            ExclusionConstraint(
                name="one_vice_chair_per_body_on_a_day",
                expressions=[
                    (same("body_id"), RangeOperators.OVERLAPS),
                    ("period", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(office=Office.VICE_CHAIR),
            ),
        ]


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
                condition=models.Q(municipalities_percent__isnull=True)
                | models.Q(municipalities_percent=Value(100) - F("region_percent")),
                name="cost_shares_sum_to_the_whole",
            ),
        ]
