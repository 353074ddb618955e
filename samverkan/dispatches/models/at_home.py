"""Who gets what concerns a principal by e-mail."""

from django.db import models

from samverkan.people.models import Person
from samverkan.principals.models import Principal


class WeeklyLetter(models.Model):
    """Veckobrev: that a person wants, each Monday, what concerns one principal.

    It goes only while the person has a mission for the principal, or a role there.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="weekly_letters")
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, related_name="weekly_letters"
    )
    since = models.DateTimeField("sedan")
    last_sent_at = models.DateTimeField("senast sänt", null=True)

    class Meta:
        verbose_name = "veckobrev"
        ordering = ["person", "principal"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "principal"], name="one_weekly_letter_per_person_and_principal"
            )
        ]
