"""Bodies (organ), what they stand under, who took over after whom, and how they are closed."""

from django.db import models
from django.db.models import F

from samverkan.bodies.choices import (
    BodyKind,
    ClosingStep,
    Level,
    MinutesKind,
    Power,
    Relation,
    Responsibility,
    Sphere,
)
from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import Side, Standing
from samverkan.principals.models import Grouping, Principal


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
    responsibility = models.CharField(
        "ansvarsnivå", max_length=20, choices=Responsibility.choices, blank=True
    )
    power = models.CharField("befogenhet", max_length=20, choices=Power.choices)
    in_fixed_structure = models.BooleanField("del av den fasta strukturen", default=True)
    # Of one side only: a caucus that meets before the common body.
    side = models.CharField("bara sidan", max_length=20, choices=Side.choices, blank=True)
    parity = models.BooleanField("lika många från vardera sidan", default=False)
    proposals_rest_on_risks = models.BooleanField("förslag vilar på risker", default=False)
    recommends_revisions = models.BooleanField(
        "rekommenderar ändrad överenskommelse", default=False
    )
    grouping = models.ForeignKey(
        Grouping, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies"
    )
    host = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, blank=True, related_name="hosted_bodies"
    )
    purpose = models.TextField("syfte", blank=True)
    mandate = models.TextField("uppdrag", blank=True)
    inner_decisions = models.JSONField("inre beslut", default=list, blank=True)
    # Kind of inner decision → the paragraph that gives it to the body (R008).
    inner_sources = models.JSONField("var inre beslut står", default=dict, blank=True)
    assignment_set_by = models.CharField("uppdraget fastställs av", max_length=160, blank=True)
    # Empty when no body of ours sets it (the agreement does), or nobody is stated (Q16).
    setter = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="sets_assignments_of"
    )
    # What it takes up has been prepared there first, and stands on the rung below (R060).
    prepared_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="prepares_for"
    )
    expected_texts = models.JSONField("styrdokument som ska finnas", default=list, blank=True)
    required_sections = models.JSONField("avsnitt som uppdraget ska ha", default=list, blank=True)
    review_months = models.PositiveSmallIntegerField(
        "uppdrag och bemanning ses över, månader", null=True, blank=True
    )
    first_point = models.PositiveIntegerField("första punktens nummer", default=1)
    minutes_called = models.CharField(
        "anteckningarna kallas",
        max_length=20,
        choices=MinutesKind.choices,
        default=MinutesKind.NOTES,
    )
    # By the body's own work order; empty means the points that every meeting has.
    opening_points = models.JSONField("fasta punkter först", default=list, blank=True)
    closing_points = models.JSONField("fasta punkter sist", default=list, blank=True)
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
    """Överordning: that one body stands under, and reports to, another, or meets before it."""

    child = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="parentages")
    parent = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="children_links")
    relation = models.CharField(
        "hur", max_length=10, choices=Relation.choices, default=Relation.UNDER
    )
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


class UncoveredLevel(models.Model):
    """Ansvarsnivå utan arena: a level that has no arena, on purpose and by whose decision."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="uncovered_levels"
    )
    responsibility = models.CharField("ansvarsnivå", max_length=20, choices=Responsibility.choices)
    reason = models.CharField("skäl", max_length=400)
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "ansvarsnivå utan arena"
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "responsibility"], name="uncovered_level_is_stated_once"
            )
        ]


class ClosingNote(models.Model):
    """Avveckling: one of the things to do before a body ends, done on a day (R325)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="closing_notes")
    step = models.CharField("vad", max_length=10, choices=ClosingStep.choices)
    on = models.DateField("dag")
    note = models.CharField("anteckning", max_length=300, blank=True)
    by = models.CharField("av", max_length=120)

    class Meta:
        verbose_name = "avveckling"
        constraints = [
            models.UniqueConstraint(fields=["body", "step"], name="closing_step_is_done_once")
        ]
