"""What has been sent to remind somebody, one row for each matter in a letter."""

from django.db import models

from samverkan.dispatches.choices import Rung
from samverkan.dispatches.models.dispatches import Dispatch


class Reminder(models.Model):
    """Påminnelse: that a role was reminded of one principal's answer; never changed."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="reminders")
    rung = models.CharField("till vem", max_length=20, choices=Rung.choices)
    at = models.DateTimeField("sänd")

    class Meta:
        verbose_name = "påminnelse"
        ordering = ["dispatch", "at", "pk"]
        indexes = [models.Index(fields=["at"], name="reminder_by_time")]
