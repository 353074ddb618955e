"""The texts that a recommendation has had, what was sent of them, and that it was taken back."""

from django.db import models

from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.dispatches.models.recommendations import Recommendation
from samverkan.meetings.models import Item


class RecommendationText(models.Model):
    """Textversion: a recommendation's text as it was sent, and why it replaced the one before."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="texts"
    )
    number = models.PositiveSmallIntegerField("version")
    title = models.CharField("rubrik", max_length=200)
    summary = models.TextField("sammanfattning", max_length=8000)
    lead = models.CharField("inledning", max_length=200)
    clauses = models.JSONField("att-satser")
    sha256 = models.CharField("SHA-256 för texten", max_length=64)
    reason = models.CharField("skäl", max_length=500, blank=True)
    spelling = models.BooleanField("bara skrivfel", default=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField("källa", max_length=300, blank=True)
    made_by = models.CharField("av", max_length=200, blank=True)
    made_at = models.DateTimeField("sänd")

    class Meta:
        verbose_name = "textversion"
        ordering = ["recommendation", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="text_version_is_numbered_once"
            )
        ]


class EarlierProposal(models.Model):
    """Tidigare förslag: the decision proposal that a principal was sent before a new version."""

    dispatch = models.ForeignKey(
        Dispatch, on_delete=models.PROTECT, related_name="earlier_proposals"
    )
    version = models.PositiveSmallIntegerField("version")
    proposal = models.JSONField("förslag till beslut som det sändes")
    sha256 = models.CharField("SHA-256 för förslaget", max_length=64)
    sent_at = models.DateTimeField("sänt")

    class Meta:
        verbose_name = "tidigare förslag"
        ordering = ["dispatch", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispatch", "version"], name="earlier_proposal_is_kept_once"
            )
        ]


class Withdrawal(models.Model):
    """Återtagande: that the body which agreed on a recommendation took it back, when and why."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, related_name="withdrawal"
    )
    on = models.DateField("dag")
    reason = models.TextField("skäl", max_length=2000)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField("källa", max_length=300, blank=True)
    noted_by = models.CharField("antecknat av", max_length=200)
    noted_at = models.DateTimeField("antecknat")

    class Meta:
        verbose_name = "återtagande"
