"""Where the structure's own bodies and groups outside it work on the same thing."""

from django.db import models

from samverkan.bodies.models.bodies import Body
from samverkan.principals.models import OutsideActor


class OverlapNote(models.Model):
    """Avstämning: what a body found when it went through its work with an outside actor (R090)."""

    actor = models.ForeignKey(OutsideActor, on_delete=models.PROTECT, related_name="notes")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="overlap_notes")
    on = models.DateField("dag")
    note = models.TextField("vad som stämdes av", max_length=2000)
    overlaps = models.BooleanField("dubbelarbete finns", default=False)

    class Meta:
        verbose_name = "avstämning"
        ordering = ["-on", "-pk"]
