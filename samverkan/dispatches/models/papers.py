"""The forms of the principals' own papers."""

from django.db import models

from samverkan.documents.models import Document
from samverkan.journal.fields import PeriodField
from samverkan.principals.models import Principal


class PaperTemplate(models.Model):
    """Mall: a principal's own form for its papers, with named fields, in a period.

    Replaced on its first day it has a period without days: it was never used.
    """

    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, related_name="paper_templates"
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    fields = models.JSONField("fält som finns i mallen", default=list)
    first = models.DateField("första dag")
    period = PeriodField("period")
    added_at = models.DateTimeField("tillkom")
    added_by = models.CharField("tillfogad av", max_length=200)
    reason = models.CharField("skäl", max_length=500, blank=True)

    class Meta:
        verbose_name = "mall"
        ordering = ["principal", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["principal"],
                condition=models.Q(period__upper_inf=True),
                name="one_template_further_on_per_principal",
            )
        ]
