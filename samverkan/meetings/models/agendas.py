"""An agenda before its meeting: agreed on, sent in numbered copies, with papers."""

from django.db import models

from samverkan.bodies.choices import Office
from samverkan.documents.models import Document
from samverkan.meetings.models.meetings import Item, Meeting
from samverkan.people.models import Person


class AgendaConsent(models.Model):
    """Beredd dagordning: that one of the working committee agreed on the agenda as it stood."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agenda_consents")
    office = models.CharField("som", max_length=20, choices=Office.choices)
    at = models.DateTimeField("när")
    sha256 = models.CharField("dagordningens SHA-256", max_length=64)

    class Meta:
        verbose_name = "beredd dagordning"
        ordering = ["meeting", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="agenda_is_agreed_on_once_by_each"
            )
        ]


class Summons(models.Model):
    """Kallelse: the agenda as it was sent, numbered; 2 and on are supplements. Never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="summonses")
    number = models.PositiveSmallIntegerField("nummer")
    sent_at = models.DateTimeField("sänd")
    sent_by = models.CharField("sänd av", max_length=200)
    content = models.JSONField("dagordningen som den sändes")
    changes = models.JSONField("vad som ändrats", default=list)
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = "kallelse"
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="summonses_of_a_meeting_are_numbered"
            )
        ]


class ItemPaper(models.Model):
    """Möteshandling: a file that belongs to a point of the agenda."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="item_papers")
    position = models.PositiveSmallIntegerField("ordning")
    name = models.CharField("handlingens namn", max_length=200)
    members_only = models.BooleanField("bara för organets medlemmar", default=False)

    class Meta:
        verbose_name = "möteshandling"
        ordering = ["item", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "name"], name="paper_has_its_own_name"),
        ]
