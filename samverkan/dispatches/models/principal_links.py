"""The link to all that waits for one principal."""

from django.db import models

from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import PersonalLink
from samverkan.principals.models import Principal


class PrincipalLink(PersonalLink):
    """Länk till allt som väntar: one principal's registrar sees and numbers all that was sent."""

    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, related_name="registrar_links"
    )
    to = models.EmailField("sänd till")

    class Meta:
        verbose_name = "länk till allt som väntar"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the registrar as the journal names them."""
        return Actor("Registrator via personlig länk", self.principal.name)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the principal is a party."""
        return self.principal.collaboration
