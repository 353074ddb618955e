"""The risks that a body has identified, without any patient's data."""

import uuid

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.choices import RiskStatus
from samverkan.journal.models import Collaboration


class Risk(models.Model):
    """Risk: an overall common risk that a body has identified, on which proposals rest (R141)."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="risks")
    key = models.UUIDField("adress", default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="risks")
    title = models.CharField("rubrik", max_length=200)
    # Read by those who take part, never by the public.
    description = models.TextField("beskrivning", max_length=4000, blank=True)
    identified_on = models.DateField("identifierad")
    status = models.CharField(
        "läge", max_length=20, choices=RiskStatus.choices, default=RiskStatus.IDENTIFIED
    )
    closed_on = models.DateField("avslutad", null=True, blank=True)
    closed_because = models.CharField("därför avslutad", max_length=500, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "risk"
        ordering = ["-identified_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="identified", closed_on=None)
                | models.Q(status="closed", closed_on__isnull=False),
                name="closed_risk_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.title
