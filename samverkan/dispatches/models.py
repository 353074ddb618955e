"""Recommendations as agreed, their dispatch to each principal, the answers, the personal links."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.models import Case
from samverkan.dispatches.choices import AnswerKind, DispatchState
from samverkan.documents.models import Document
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.models import Item
from samverkan.people.models import PersonalLink
from samverkan.principals.models import Principal


class Recommendation(models.Model):
    """Rekommendation: what a body agreed to propose to the principals, as the text stood."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="recommendations"
    )
    number = models.CharField("nummer", max_length=20)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recommendations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="recommendations")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="recommendation")
    title = models.CharField("rubrik", max_length=200)
    summary = models.TextField("sammanfattning", max_length=8000)
    lead = models.CharField("inledning", max_length=200)
    clauses = models.JSONField("att-satser")
    agreed_on = models.DateField("enad den")
    point = models.PositiveIntegerField("punkt")
    dispatched_at = models.DateTimeField("expedierad", null=True)
    reply_by = models.DateField("svar senast", null=True, blank=True)
    reported_back_at = models.DateTimeField("återrapporterad", null=True)
    outcome_note = models.TextField("om utfallet", max_length=2000, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "rekommendation"
        ordering = ["-agreed_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "number"], name="recommendation_number_is_unique"
            )
        ]
        indexes = [
            models.Index(
                fields=["collaboration", "-agreed_on", "-number"], name="recommendation_by_day"
            ),
            models.Index(
                fields=["collaboration", "-agreed_on", "-number"],
                condition=models.Q(dispatched_at__isnull=True),
                name="recommendation_not_dispatched",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Dispatch(models.Model):
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
    extract = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    answers_count = models.PositiveSmallIntegerField("antal svar", default=0)
    reminded_at = models.DateTimeField("senast påmind", null=True)

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
                condition=~models.Q(state__in=["approved", "rejected"]),
                name="dispatch_undecided",
            ),
        ]


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
    extract = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )
    reason = models.CharField("skäl till rättelsen", max_length=500, blank=True)
    given_by = models.CharField("lämnat av", max_length=200)
    given_at = models.DateTimeField("lämnat")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "svar"
        ordering = ["dispatch", "given_at", "pk"]


class RegistrarLink(PersonalLink):
    """Personlig länk: lets a principal's registrar answer one dispatch without an account."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="links")

    class Meta:
        verbose_name = "personlig länk"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the registrar as the journal names them."""
        return Actor("Registrator via personlig länk", self.dispatch.principal.name)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the recommendation was agreed."""
        return self.dispatch.recommendation.collaboration
