"""Who leads a body: the rule for its chairs, their terms, and how a term was extended."""

from django.db import models
from django.db.models import Q

from samverkan.bodies.choices import Anchor, Extension, Office
from samverkan.bodies.models.bodies import Body
from samverkan.bodies.models.same import Anchored, once_a_day
from samverkan.journal.fields import PeriodField
from samverkan.people.models import Person
from samverkan.principals.choices import Side


class ChairRule(Anchored):
    """Ordning för ordförandeskapet: how chairs are elected in a body, how long, from which side."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="chair_rules")
    alternates = models.BooleanField("skiftar mellan sidorna", default=False)
    opposite_sides = models.BooleanField("ordförande och vice från var sin sida", default=False)
    chair_side = models.CharField(
        "ordförande alltid från", max_length=20, choices=Side.choices, blank=True
    )
    vice_chairs = models.PositiveSmallIntegerField("vice ordförande, antal", default=1)
    extension = models.CharField(
        "förlängning", max_length=20, choices=Extension.choices, default=Extension.NO
    )
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "ordning för ordförandeskapet"
        constraints = [
            once_a_day("one_chair_rule_per_body_on_a_day", "body_id"),
            models.CheckConstraint(
                condition=~Q(anchor=Anchor.CONGRESS) | Q(anchored_on__isnull=False),
                name="congress_terms_are_counted_from_a_day",
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
            once_a_day("one_chair_per_body_on_a_day", "body_id", condition=Q(office=Office.CHAIR)),
            once_a_day(
                "one_vice_chair_per_body_on_a_day",
                "body_id",
                condition=Q(office=Office.VICE_CHAIR),
            ),
            once_a_day(
                "one_second_vice_chair_per_body_on_a_day",
                "body_id",
                condition=Q(office=Office.SECOND_VICE_CHAIR),
            ),
        ]


class ChairExtension(models.Model):
    """Förlängning: that a chair's term was let run on, by whose decision and why (R069, R101)."""

    term = models.ForeignKey(ChairTerm, on_delete=models.PROTECT, related_name="extensions")
    was_until = models.DateField("skulle ha slutat före")
    until = models.DateField("slutar före")
    unanimous = models.BooleanField("enhälligt")
    reasons = models.TextField("skäl", max_length=2000)
    decided_on = models.DateField("beslutat den")
    point = models.PositiveIntegerField("punkt", null=True, blank=True)

    class Meta:
        verbose_name = "förlängning"
        ordering = ["decided_on", "pk"]
