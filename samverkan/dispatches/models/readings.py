"""What was read out of an extract before anybody answered with it."""

from uuid import uuid4

from django.db import models

from samverkan.dispatches.models.answers import Answer
from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.documents.models import Document


class ExtractReading(models.Model):
    """Läst utdrag: a minutes extract that came in, and what its text seems to say.

    A suggestion only: nothing is answered until a person has confirmed it, and until then the
    file is closed.
    """

    key = models.UUIDField("nyckel", unique=True, default=uuid4, editable=False)
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="readings")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="readings")
    # By the name of each field: the value, and the words that it rests on.
    found = models.JSONField("läst", default=dict)
    remarks = models.JSONField("anmärkningar", default=list)
    unread = models.CharField("därför inte läst", max_length=20, blank=True)
    read_by = models.CharField("lämnat av", max_length=200)
    read_at = models.DateTimeField("läst den")
    answer = models.OneToOneField(
        Answer, on_delete=models.PROTECT, null=True, related_name="reading"
    )

    class Meta:
        verbose_name = "läst utdrag"
        ordering = ["-read_at"]
