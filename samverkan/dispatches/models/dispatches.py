"""A recommendation as sent to one principal, and how far it has come there."""

from django.db import models

from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models.addressing import Addressed
from samverkan.dispatches.models.recommendations import Recommendation
from samverkan.documents.models import Document
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import Principal


class Dispatch(Addressed, models.Model):
    """Expediering: a recommendation as sent to one principal, and how far it has come there."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="dispatches"
    )
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="dispatches")
    addressee = models.CharField("mottagare som den då hette", max_length=120)
    to = models.EmailField("sänd till", blank=True)
    proposal = models.JSONField("förslag till beslut som det sändes")
    sha256 = models.CharField("SHA-256 för förslaget", max_length=64)
    dispatched_at = models.DateTimeField("expedierad")
    state = models.CharField(
        "läge", max_length=20, choices=DispatchState.choices, default=DispatchState.DISPATCHED
    )
    reference_number = models.CharField("huvudmannens diarienummer", max_length=60, blank=True)
    received_on = models.DateField("mottagen", null=True)
    planned_on = models.DateField("planerat möte", null=True)
    decided_on = models.DateField("beslutad", null=True)
    decided_about = models.CharField("beslutad ungefär", max_length=200, blank=True)
    deciding_body = models.CharField("beslutande organ", max_length=160, blank=True)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)
    comment = models.TextField("kommentar", max_length=2000, blank=True)
    condition = models.TextField("villkor eller tillägg", max_length=1000, blank=True)
    deciding_kind = models.CharField(
        "beslutande organets slag", max_length=20, choices=LineBodyKind.choices, blank=True
    )
    answered_on = models.DateField("beslutet först lämnat", null=True)
    minutes_approved_on = models.DateField("protokollet justerat", null=True)
    announced_on = models.DateField("justeringen anslagen", null=True)
    final_on = models.DateField("laga kraft", null=True)
    appealed = models.BooleanField("överklagat", default=False)
    extract = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    answers_count = models.PositiveSmallIntegerField("antal svar", default=0)
    reminded_at = models.DateTimeField("senast påmind", null=True)
    more_time_until = models.DateField("har bett om tid till", null=True)
    held_until = models.DateField("påminns inte före", null=True)
    held_because = models.CharField("skäl att vänta", max_length=300, blank=True)
    version = models.PositiveSmallIntegerField("version som gäller", default=1)
    sent_again_at = models.DateTimeField("senaste versionen sänd", null=True)
    decided_version = models.PositiveSmallIntegerField("beslutet gäller version", null=True)
    answers_earlier = models.BooleanField("svaret gäller en tidigare version", default=False)

    class Meta:
        verbose_name = "expediering"
        ordering = ["recommendation", "principal"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "principal"], name="one_dispatch_per_principal"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["approved", "rejected"])
                | models.Q(decided_on__isnull=False)
                | ~models.Q(decided_about=""),
                name="decision_has_a_date_or_says_what_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["principal", "-id"], name="dispatch_by_principal"),
            # What waits stays few, however much has been decided.
            models.Index(
                fields=["recommendation"],
                condition=~models.Q(
                    state__in=["approved", "rejected", "not_concerned", "taken_over"]
                )
                | models.Q(answers_earlier=True),
                name="dispatch_undecided",
            ),
        ]
