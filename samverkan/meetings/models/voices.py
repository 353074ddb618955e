"""What was put forward at a point: proposals, dissent, reservations, views."""

from django.db import models

from samverkan.meetings.choices import VoiceKind
from samverkan.meetings.models.meetings import Item
from samverkan.people.models import Person
from samverkan.principals.models import Principal


class Voice(models.Model):
    """Yttrande: what a person or a principal put forward at a point, as the minutes tell it."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="voices")
    kind = models.CharField("slag", max_length=20, choices=VoiceKind.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="voices")
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, related_name="voices"
    )
    text = models.TextField("lydelse", max_length=2000)

    class Meta:
        verbose_name = "yttrande"
        ordering = ["item", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) ^ models.Q(principal__isnull=False),
                name="voice_is_a_persons_or_a_principals",
            )
        ]

    @property
    def whose(self) -> str:
        """Return who put it forward."""
        return self.person.name if self.person else self.principal.short_name  # type: ignore[union-attr]
