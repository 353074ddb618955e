"""Whether a matter concerns a principal at all, one row a time it was told."""

from django.db import models

from samverkan.dispatches.models.dispatches import Dispatch


class Concern(models.Model):
    """Berörs inte: that a matter does not concern a principal, or that it does after all.

    It is no answer. A row is never changed: what is told later stands, and both are kept.
    """

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="concerns")
    concerned = models.BooleanField("berörs")
    reason = models.CharField("skäl", max_length=500)
    given_by = models.CharField("lämnat av", max_length=200)
    given_at = models.DateTimeField("lämnat")

    class Meta:
        verbose_name = "uppgift om berörs inte"
        ordering = ["dispatch", "given_at", "pk"]
