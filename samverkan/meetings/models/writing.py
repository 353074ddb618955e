"""Who wrote last in a point, so that two secretaries see each other."""

from django.db import models

from samverkan.meetings.models.meetings import Item


class LastWritten(models.Model):
    """Senast skrivet: who wrote last in a point and when; told to the journal now and then."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="last_written")
    by = models.CharField("av", max_length=120)
    at = models.DateTimeField("när")
    told_at = models.DateTimeField("när journalen fick veta")
    stamp = models.CharField("stämpel", max_length=16)

    class Meta:
        verbose_name = "senast skrivet"
