"""Meetings of others that matter to the year: entered by hand, or read from their calendar."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from samverkan.bodies.models import Body
from samverkan.journal.models import Collaboration
from samverkan.meetings.choices import Certainty
from samverkan.principals.models import LineBody


class Arranged(models.Model):
    """Whose meetings they are: a body outside the structure, a principal's own, or just a name."""

    arranger = models.CharField("arrangör", max_length=160)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True)
    line_body = models.ForeignKey(LineBody, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        abstract = True


class ExternalCalendar(Arranged):
    """Inläst kalender: a calendar of others that is read from a file, again and again."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="external_calendars"
    )
    key = models.UUIDField("adress", unique=True, default=uuid4, editable=False)
    name = models.CharField("namn", max_length=120)
    # What was read from the last file and waits for somebody's yes: {"meetings", "faults", …}.
    waiting = models.JSONField("väntar på att läsas in", null=True)
    sent_at = models.DateTimeField("skickad", null=True)
    read_at = models.DateTimeField("inläst", null=True)

    class Meta:
        verbose_name = "inläst kalender"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "name"], name="calendar_name_is_unique"
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True) | Q(line_body__isnull=True),
                name="calendar_is_of_a_body_or_a_line_body",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ExternalMeeting(Arranged):
    """Möte utanför: a day when a body outside the structure meets; never one of our meetings."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="external_meetings"
    )
    key = models.UUIDField("adress", unique=True, default=uuid4, editable=False)
    on = models.DateField("dag")
    starts_at = models.TimeField("tid", null=True, blank=True)
    heading = models.CharField("vad det gäller", max_length=200, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    certainty = models.CharField(
        "hur säkert", max_length=10, choices=Certainty.choices, default=Certainty.CONFIRMED
    )
    source = models.CharField("källa", max_length=300, blank=True)
    sequence = models.PositiveIntegerField("ändringar", default=0)
    revised_at = models.DateTimeField("ändrat")
    # From a file: the event's own mark there, which of a recurring event's days, and since when
    # it is no longer in the file.
    calendar = models.ForeignKey(
        ExternalCalendar, on_delete=models.PROTECT, null=True, related_name="meetings"
    )
    mark = models.CharField("UID och tillfälle", max_length=300, blank=True)
    vanished_at = models.DateTimeField("försvann ur kalendern", null=True)

    class Meta:
        verbose_name = "möte utanför"
        ordering = ["on", "starts_at", "pk"]
        indexes = [models.Index(fields=["collaboration", "on"], name="external_meeting_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["calendar", "mark"],
                condition=Q(calendar__isnull=False),
                name="event_is_read_once_from_a_calendar",
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True) | Q(line_body__isnull=True),
                name="external_meeting_is_of_a_body_or_a_line_body",
            ),
        ]

    @property
    def uid(self) -> str:
        """Return what calendars know the meeting by."""
        return f"{self.key}@samverkan"
