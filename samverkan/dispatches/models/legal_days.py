"""What a principal tells of what came after its decision."""

from django.db import models

from samverkan.dispatches.models.dispatches import Dispatch


class LegalDays(models.Model):
    """Justering och laga kraft: the days as told at one moment; the latest telling stands."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="legal_days")
    minutes_approved_on = models.DateField("protokollet justerat", null=True)
    announced_on = models.DateField("justeringen anslagen", null=True)
    final_on = models.DateField("laga kraft", null=True)
    appealed = models.BooleanField("överklagat", default=False)
    given_by = models.CharField("lämnat av", max_length=200)
    given_at = models.DateTimeField("lämnat")

    class Meta:
        verbose_name = "justering och laga kraft"
        verbose_name_plural = "justering och laga kraft"
        ordering = ["dispatch", "pk"]
