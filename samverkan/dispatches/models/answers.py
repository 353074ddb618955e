"""What a principal told, one row a time it told something."""

from django.db import models

from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.documents.models import Document
from samverkan.principals.choices import LineBodyKind


class Answer(models.Model):
    """Svar: what a principal told at one moment; never changed, a correction is a new answer."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField("slag", max_length=20, choices=AnswerKind.choices)
    reference_number = models.CharField("diarienummer", max_length=60, blank=True)
    on = models.DateField("dag", null=True)
    about = models.CharField("ungefärlig tid", max_length=200, blank=True)
    deciding_body = models.CharField("beslutande organ", max_length=160, blank=True)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)
    comment = models.TextField("kommentar", max_length=2000, blank=True)
    condition = models.TextField("villkor eller tillägg", max_length=1000, blank=True)
    deciding_kind = models.CharField(
        "organets slag", max_length=20, choices=LineBodyKind.choices, blank=True
    )
    extract = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    reason = models.CharField("skäl till rättelsen", max_length=500, blank=True)
    given_by = models.CharField("lämnat av", max_length=200)
    given_at = models.DateTimeField("lämnat")
    source = models.CharField("källa", max_length=300, blank=True)
    version = models.PositiveSmallIntegerField("gäller version", default=1)

    class Meta:
        verbose_name = "svar"
        ordering = ["dispatch", "given_at", "pk"]


class AnswerConfirmation(models.Model):
    """Bekräftelse: a principal's word that its decision stands for a later text; never changed."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="confirmations")
    version = models.PositiveSmallIntegerField("gäller även version")
    comment = models.CharField("kommentar", max_length=500, blank=True)
    given_by = models.CharField("lämnad av", max_length=200)
    given_at = models.DateTimeField("lämnad")

    class Meta:
        verbose_name = "bekräftelse"
        ordering = ["answer", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["answer", "version"], name="decision_is_confirmed_once_per_version"
            )
        ]
