"""A person's own calendar, by a secret address that calendar programs can ask."""

from django.db import models
from django.db.models import Q

from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person, PersonalLink


class CalendarLink(PersonalLink):
    """Kalenderlänk: the secret address by which a person subscribes to the meetings of their own.

    What it gives follows the person's missions, day by day.
    """

    scope = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="calendar_links"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calendar_links")

    class Meta:
        verbose_name = "kalenderlänk"
        ordering = ["person", "issued_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "person"],
                condition=Q(revoked_at__isnull=True),
                name="person_has_one_calendar_link",
            )
        ]

    @property
    def holder(self) -> Actor:
        """Return whose calendar it is, as the journal names them."""
        return Actor(self.person.name, "", self.person_id)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the person's bodies meet."""
        return self.scope
