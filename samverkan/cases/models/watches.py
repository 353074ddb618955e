"""The days on which somebody in a role is to look at a case again."""

from django.db import models

from samverkan.cases.choices import Mover
from samverkan.cases.models.cases import Case


class Watch(models.Model):
    """Bevakning: a day on which a role looks at a case; who holds the role then is asked then."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="watches")
    role = models.CharField("vem", max_length=20, choices=Mover.choices)
    on = models.DateField("dag")
    what = models.CharField("vad", max_length=200)
    finished_on = models.DateField("klar", null=True)
    note = models.CharField("anteckning", max_length=300, blank=True)

    class Meta:
        verbose_name = "bevakning"
        ordering = ["on", "pk"]
        indexes = [
            models.Index(
                fields=["on"], condition=models.Q(finished_on=None), name="watch_unfinished"
            )
        ]
