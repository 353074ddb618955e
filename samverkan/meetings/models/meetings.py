"""The meetings of a body: agenda, who was there, points with their outcome, approved minutes."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models

from samverkan.bodies.models import Body, Mission
from samverkan.cases.models import Case
from samverkan.documents.models import ClauseList, Document
from samverkan.journal.models import Collaboration
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.people.models import Person
from samverkan.principals.models import Principal


class Meeting(models.Model):
    """Möte: a body meets on a day."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="meetings"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField("dag")
    starts_at = models.TimeField("tid", null=True, blank=True)
    ends_at = models.TimeField("sluttid", null=True, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    stage = models.CharField(
        "läge", max_length=20, choices=MeetingStage.choices, default=MeetingStage.PLANNED
    )
    led_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="led_meetings"
    )
    called_at = models.DateTimeField("kallelsen sänd", null=True)
    # What the minutes say of the next meeting (R301), as it was known when this one was closed.
    next_on = models.DateField("nästa möte", null=True, blank=True)
    next_place = models.CharField("nästa mötes plats", max_length=200, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)
    # What calendars know the meeting by, wherever it moves; random, so that it counts nothing.
    key = models.UUIDField("nyckel", unique=True, db_default=RandomUUID(), editable=False)
    # How many times day, time, place or stage has changed, as calendars count, and when it last
    # did; see actions/revisions.py.
    sequence = models.PositiveIntegerField("ändringar", default=0, db_default=0)
    revised_at = models.DateTimeField("ändrat", null=True, blank=True)

    class Meta:
        verbose_name = "möte"
        ordering = ["-on", "body"]
        constraints = [
            models.UniqueConstraint(fields=["body", "on"], name="one_meeting_per_body_and_day")
        ]
        indexes = [models.Index(fields=["collaboration", "-on"], name="meeting_by_day")]

    def __str__(self) -> str:
        return f"{self.body} {self.on}"

    @property
    def uid(self) -> str:
        """Return what calendars know the meeting by; the same from planned to cancelled."""
        return f"{self.key}@samverkan"


class Attendance(models.Model):
    """Närvaro: that someone took part in a meeting, and as what."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, null=True)
    part = models.CharField("som", max_length=20, choices=Part.choices)
    stands_for = models.ForeignKey(
        Mission, on_delete=models.PROTECT, null=True, related_name="stood_in_for"
    )
    position = models.PositiveSmallIntegerField("ordning", default=0)
    at_a_distance = models.BooleanField("på distans", default=False)
    # The first point they were there for, and the first that they were not; empty when it is all.
    arrived_at = models.ForeignKey(
        "Item", on_delete=models.SET_NULL, null=True, related_name="arrivals"
    )
    left_at = models.ForeignKey(
        "Item", on_delete=models.SET_NULL, null=True, related_name="departures"
    )

    class Meta:
        verbose_name = "närvaro"
        ordering = ["meeting", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="person_is_present_once_at_a_meeting"
            )
        ]


class Item(models.Model):
    """Punkt: one point of a meeting's agenda; it gets its number when the meeting is held."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField("ordning")
    number = models.PositiveIntegerField("punkt", null=True)
    kind = models.CharField("slag", max_length=20, choices=ItemKind.choices)
    heading = models.CharField("rubrik", max_length=300)
    text = models.TextField("anteckning", max_length=8000, blank=True)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    planned_minutes = models.PositiveSmallIntegerField("tid i minuter", null=True, blank=True)
    proposal = models.TextField("förslag i att-satser", max_length=8000, blank=True)
    # Empty follows the bodies' own order (R061); somebody else is named with a reason.
    rapporteur = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="reported_items"
    )
    rapporteur_reason = models.CharField("skäl till föredragande", max_length=300, blank=True)
    outcome = models.CharField("utfall", max_length=20, choices=Outcome.choices, blank=True)
    clauses = models.OneToOneField(
        ClauseList, on_delete=models.PROTECT, null=True, related_name="item"
    )
    # Of the body's own matters, which one an inner decision is about (R008).
    inner_kind = models.CharField("egen fråga", max_length=200, blank=True)
    # What a point that comes by itself shows in rows, as it stood when the agenda was last open.
    table = models.JSONField("tabell", null=True, blank=True)
    # One clause, told in running text after who agrees or decides (R298).
    inline = models.BooleanField("i löpande text", default=False)

    class Meta:
        verbose_name = "punkt"
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="points_of_a_meeting_have_an_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["body", "number"],
                name="point_number_is_unique_in_its_body",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]


class Adjunction(models.Model):
    """Adjungering: that someone without a seat takes part in one point, and in what capacity."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="adjunctions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="adjunctions")
    capacity = models.CharField("som", max_length=200, blank=True)

    class Meta:
        verbose_name = "adjungering"
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"], name="person_is_adjoined_once_to_a_point"
            )
        ]


class Minutes(models.Model):
    """Justerade anteckningar: a held meeting as its chair approved it; never changed."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    content = models.JSONField("innehåll som det justerades")
    sha256 = models.CharField("SHA-256", max_length=64)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    approver_title = models.CharField("justerarens titel", max_length=120)
    approved_on = models.DateField("justerat den", null=True)
    approved_note = models.CharField("om justeringen", max_length=300, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)

    class Meta:
        verbose_name = "justerade anteckningar"
