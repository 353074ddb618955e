"""Rosters: lists of who sits where, as registrars send them."""

from django.db import models

from samverkan.bodies.choices import RosterStage
from samverkan.journal.models import Collaboration


class Roster(models.Model):
    """Förteckning: a sheet that somebody sent in, what was found in it, and whether it is read in.

    The rows are kept only until they are read in or thrown away.
    """

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    key = models.UUIDField("adress", unique=True)
    name = models.CharField("filnamn", max_length=150)
    # What each place in a row of cells holds, and in which column of the sheet: [["name", "A"], …].
    columns = models.JSONField("kolumner", default=list)
    # The cells as read: [[the row's number in the sheet, text, …], …]; a cell that held a date is
    # written YYYY-MM-DD.
    cells = models.JSONField("celler", default=list)
    # What was passed over when the sheet was read: [[code, facts], …].
    notices = models.JSONField("upplysningar", default=list)
    row_count = models.PositiveIntegerField("antal rader", default=0)
    checked_count = models.PositiveIntegerField("kontrollerade rader", default=0)
    # Faults of the reading, then of the check: [[row, column, code, facts], …].
    unread = models.JSONField("fel vid läsningen", default=list)
    faults = models.JSONField("fel", default=list)
    plan = models.JSONField("vad som skulle göras", default=dict)
    stage = models.CharField(
        "läge", max_length=10, choices=RosterStage.choices, default=RosterStage.CHECKING
    )
    sent_at = models.DateTimeField("inskickad")
    sent_by = models.CharField("av", max_length=200)

    class Meta:
        verbose_name = "förteckning"
        ordering = ["-sent_at"]
