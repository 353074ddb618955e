"""How often a body meets, and how long before and after a meeting things are to be done."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.bodies.models.same import once_a_day
from samverkan.journal.fields import PeriodField
from samverkan.principals.choices import Standing


class MeetingRhythm(models.Model):
    """Mötesrytm: when in the year a body meets, where, and the days that follow from a meeting.

    The texts give no frequency but the seminar's, so each row says how sure it is (X12). Days
    that are left out are no deadlines.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="rhythms")
    months = models.JSONField("månader", default=list, blank=True)
    # Of the month: 1 is the first such weekday, 5 is the last one.
    week = models.PositiveSmallIntegerField("vilken vecka i månaden", default=1)
    weekday = models.PositiveSmallIntegerField("veckodag, 1 är måndag", default=1)
    avoided_weeks = models.JSONField("veckor utan möten", default=list, blank=True)
    # What the texts ask for at least: of each year, or of a period within one year.
    least = models.PositiveSmallIntegerField("minst så många möten", null=True, blank=True)
    starts_at = models.TimeField("tid", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("längd, minuter", null=True, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    items_days = models.PositiveSmallIntegerField("förslag, dagar före", null=True, blank=True)
    committee_days = models.PositiveSmallIntegerField(
        "arbetsutskott, dagar före", null=True, blank=True
    )
    papers_days = models.PositiveSmallIntegerField("handlingar, dagar före", null=True, blank=True)
    summons_days = models.PositiveSmallIntegerField("kallelse, dagar före", null=True, blank=True)
    approval_days = models.PositiveSmallIntegerField(
        "justering, dagar efter", null=True, blank=True
    )
    period = PeriodField("period")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "mötesrytm"
        ordering = ["body", "period"]
        constraints = [once_a_day("one_meeting_rhythm_per_body_on_a_day", "body_id")]
