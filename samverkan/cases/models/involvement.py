"""What was done around a case at home and outside: who was involved, what was gone through."""

from django.db import models

from samverkan.bodies.models import OverlapNote
from samverkan.cases.models.cases import Case
from samverkan.principals.models import Principal


class Involvement(models.Model):
    """Förankring: who at one principal was involved in a case, and when (R097); only added to."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involvements")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="involvements")
    who = models.TextField("vilka som är involverade", max_length=1000)
    on = models.DateField("dag")
    # The municipality's own channel to independent schools was told as well (R024).
    school_channel = models.BooleanField("skolkanalen är informerad", default=False)
    by = models.CharField("av", max_length=120)

    class Meta:
        verbose_name = "förankring"
        ordering = ["on", "pk"]


class CaseOverlap(models.Model):
    """Ärendets avstämning: a going through with an actor outside that was about a case (R090)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="overlaps")
    note = models.OneToOneField(OverlapNote, on_delete=models.PROTECT, related_name="about_case")

    class Meta:
        verbose_name = "ärendets avstämning"
        ordering = ["pk"]
