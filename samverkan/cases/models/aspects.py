"""What a case holds beside its question: its kind, and what must be thought of."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.choices import AreaStatus, CaseKind, Elsewhere
from samverkan.cases.models.risks import Risk


class Aspects(models.Model):
    """The columns of a case for its kind and for what the agreement wants thought of."""

    kind = models.CharField(
        "slag av ärende", max_length=20, choices=CaseKind.choices, default=CaseKind.ORDINARY
    )
    summary = models.TextField("sammanfattning", max_length=500, blank=True)
    relation_to_values = models.TextField("målbild och värdegrund", max_length=2000, blank=True)
    child_consideration = models.TextField("barnets bästa", max_length=2000, blank=True)
    minority_consideration = models.TextField("nationella minoriteter", max_length=2000, blank=True)
    economy_consequences = models.TextField("ekonomi", max_length=2000, blank=True)
    staff_consequences = models.TextField("personal", max_length=2000, blank=True)
    resources = models.TextField("resurser och finansiering", max_length=4000, blank=True)
    concerns_schools = models.BooleanField("berör skolan", default=False)
    in_association = models.CharField(
        "också i samordningsförbund", max_length=3, choices=Elsewhere.choices, blank=True
    )
    in_state_initiative = models.CharField(
        "också i statlig satsning", max_length=3, choices=Elsewhere.choices, blank=True
    )
    # Of a development area or focus area; the body that proposed it, wherever the case goes.
    proposed_by = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="proposed_areas"
    )
    area_status = models.CharField(
        "hur långt området har kommit", max_length=20, choices=AreaStatus.choices, blank=True
    )
    priority_year = models.PositiveSmallIntegerField("prioriterat år", null=True, blank=True)
    dispute_parties = models.TextField("parter i tvisten", max_length=1000, blank=True)
    dispute_tried = models.TextField("vad som är prövat", max_length=4000, blank=True)
    risks = models.ManyToManyField(Risk, blank=True, related_name="cases")

    class Meta:
        abstract = True
