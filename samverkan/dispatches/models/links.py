"""The links that need no account."""

from django.db import models

from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import PersonalLink


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
