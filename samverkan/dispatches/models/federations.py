"""A recommendation on its way through the federations between the body and the principals."""

from django.db import models

from samverkan.dispatches.choices import FederationState
from samverkan.dispatches.models.recommendations import Recommendation
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import PersonalLink
from samverkan.principals.models import Federation


class FederationDispatch(models.Model):
    """Expediering till mellanled: a recommendation as sent to a federation, to recommend on."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="federation_dispatches"
    )
    federation = models.ForeignKey(
        Federation, on_delete=models.PROTECT, related_name="recommendations"
    )
    to = models.EmailField("sänd till", blank=True)
    state = models.CharField(
        "läge", max_length=20, choices=FederationState.choices, default=FederationState.SENT
    )
    dispatched_at = models.DateTimeField("expedierad")
    on = models.DateField("mellanledets dag", null=True)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)
    comment = models.CharField("kommentar", max_length=500, blank=True)
    reason = models.CharField("skäl att inte rekommendera vidare", max_length=500, blank=True)
    told_by = models.CharField("lämnat av", max_length=200, blank=True)
    told_at = models.DateTimeField("lämnat", null=True)

    class Meta:
        verbose_name = "expediering till mellanled"
        ordering = ["recommendation", "dispatched_at", "federation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "federation"], name="one_dispatch_per_federation"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["declined", "passed"]) | ~models.Q(reason=""),
                name="federation_that_declined_said_why",
            ),
        ]


class FederationLink(PersonalLink):
    """Personlig länk till mellanled: lets a federation recommend on, or not, without an account."""

    dispatch = models.ForeignKey(FederationDispatch, on_delete=models.PROTECT, related_name="links")

    class Meta:
        verbose_name = "personlig länk till mellanled"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the federation's registrar as the journal names them."""
        return Actor("Registrator via personlig länk", self.dispatch.federation.name)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the recommendation was agreed."""
        return self.dispatch.recommendation.collaboration
