"""A county's usual rule of effect, and what coordinators have concluded of the answers."""

from django.db import models

from samverkan.dispatches.choices import EffectRule
from samverkan.dispatches.models.recommendations import Recommendation
from samverkan.journal.models import Collaboration


class EffectDefault(models.Model):
    """Länets verkansregel: what a new recommendation gets, until another rule is chosen for it."""

    collaboration = models.OneToOneField(
        Collaboration, on_delete=models.PROTECT, related_name="effect_default"
    )
    rule = models.CharField("verkansregel", max_length=10, choices=EffectRule.choices)
    at_least = models.PositiveSmallIntegerField("minst så många", null=True)
    share = models.PositiveSmallIntegerField("minst så många procent", null=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "länets verkansregel"


class Conclusion(models.Model):
    """Slutsats: what a coordinator noted that follows from the answers; a later one replaces it."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="conclusions"
    )
    text = models.TextField("slutsats", max_length=2000)
    ground = models.TextField("grund", max_length=2000)
    source = models.CharField("källa", max_length=300)
    noted_by = models.CharField("antecknad av", max_length=200)
    noted_at = models.DateTimeField("antecknad")

    class Meta:
        verbose_name = "slutsats"
        ordering = ["recommendation", "-pk"]
