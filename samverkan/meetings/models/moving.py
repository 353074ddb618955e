"""The days that a meeting was planned for before it was moved."""

from django.db import models

from samverkan.meetings.models.meetings import Meeting


class FormerDay(models.Model):
    """Tidigare dag: a day that a meeting was moved from, so that its old address leads on."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="former_days")
    on = models.DateField("dag")
    moved_at = models.DateTimeField("flyttat")

    class Meta:
        verbose_name = "tidigare dag"
        ordering = ["meeting", "moved_at"]
        indexes = [models.Index(fields=["on"], name="former_day_by_day")]
