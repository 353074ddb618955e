"""Contacts between one municipality and the region, noted by those who want to (§ 5.3)."""

import uuid

from django.db import models

from samverkan.cases.models.cases import Case
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal


class BilateralContact(models.Model):
    """Bilateral kontakt: a question between one municipality and the region, noted by choice."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="bilateral_contacts"
    )
    key = models.UUIDField("adress", default=uuid.uuid4, unique=True, editable=False)
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, related_name="bilateral_contacts"
    )
    subject = models.CharField("ämne", max_length=200)
    about = models.TextField("vad det gäller", max_length=4000, blank=True)
    # Who assesses it is the one who notes; a coordinator can change it (Q12).
    touches_more = models.BooleanField("kan beröra fler än en kommun", default=False)
    coordinator_informed_on = models.DateField("koordinatorn informerad", null=True, blank=True)
    is_public = models.BooleanField("visas för alla", default=False)
    case = models.OneToOneField(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="bilateral_contact"
    )
    noted_at = models.DateTimeField("antecknad")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "bilateral kontakt"
        ordering = ["-noted_at", "-pk"]

    def __str__(self) -> str:
        return self.subject


class BilateralMeeting(models.Model):
    """Bilateralt möte: called by one side; the first one by the municipality (R032, R033)."""

    contact = models.ForeignKey(BilateralContact, on_delete=models.PROTECT, related_name="meetings")
    position = models.PositiveSmallIntegerField("ordning")
    called_by = models.CharField("sammankallande", max_length=20, choices=Side.choices)
    # Either a day or, where a source gives none, a time in words: "hösten 2020".
    on = models.DateField("dag", null=True, blank=True)
    planned = models.CharField("planerat till", max_length=60, blank=True)
    for_municipality = models.CharField("kommunen utser", max_length=500, blank=True)
    for_region = models.CharField("regionen utser", max_length=500, blank=True)
    # None: unknown, or not yet.
    was_held = models.BooleanField("hölls", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "bilateralt möte"
        ordering = ["contact", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "position"], name="bilateral_meeting_has_its_place"
            ),
            models.CheckConstraint(
                condition=~models.Q(position=1) | models.Q(called_by="municipalities"),
                name="municipality_calls_the_first_bilateral_meeting",
            ),
        ]
