"""The collaborations, each with its journal, and the notices that follow from it."""

import json
from typing import Any

from django.db import models

from samverkan.journal.choices import NoticeState, Visibility

GENESIS = "0" * 64


class Collaboration(models.Model):
    """Samverkan: some principals, their bodies, and one journal of all that happens there."""

    slug = models.SlugField("adress", max_length=40, unique=True)
    name = models.CharField("namn", max_length=120)
    parties_text = models.CharField("parter i en rad", max_length=200)
    county = models.CharField("län", max_length=80)
    contact_name = models.CharField("kontakt", max_length=120, blank=True)
    contact_email = models.EmailField("kontaktens e-post", blank=True)
    is_demo = models.BooleanField("demonstration", default=False)
    head_sequence = models.BigIntegerField("journalens läge", default=0)
    head_hash = models.CharField("journalens senaste summa", max_length=64, default=GENESIS)
    head_at = models.DateTimeField("senast ändrad", null=True)

    class Meta:
        verbose_name = "samverkan"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Entry(models.Model):
    """Journalanteckning: one act, as it is hashed, with the columns that it is found by."""

    # The unique (collaboration, sequence) below is its index; a second one misleads the planner.
    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="entries", db_index=False
    )
    sequence = models.BigIntegerField("nummer")
    at = models.DateTimeField("när det hände")
    verb = models.CharField("händelse", max_length=60)
    subject = models.CharField("vad det gäller", max_length=120)
    visibility = models.CharField("synlighet", max_length=10, choices=Visibility.choices)
    text = models.TextField("innehåll som RFC 8785")
    hash = models.CharField("summa", max_length=64)

    class Meta:
        verbose_name = "journalanteckning"
        ordering = ["collaboration", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "sequence"], name="sequence_is_unique_per_collaboration"
            )
        ]
        indexes = [
            models.Index(fields=["collaboration", "subject", "sequence"], name="entry_by_subject")
        ]

    @property
    def content(self) -> dict[str, Any]:
        """Return what was hashed: who, on whose behalf, what, the facts, rule and source."""
        content: dict[str, Any] = json.loads(self.text)
        return content


class Notice(models.Model):
    """Meddelande: one e-mail to one address that follows from an entry of the journal."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="notices")
    template = models.CharField("mall", max_length=60)
    to = models.EmailField("till")
    facts = models.JSONField("uppgifter", default=dict)
    state = models.CharField(
        "läge", max_length=10, choices=NoticeState.choices, default=NoticeState.QUEUED
    )
    attempts = models.PositiveSmallIntegerField("försök", default=0)
    next_attempt_at = models.DateTimeField("nästa försök")
    sent_at = models.DateTimeField("sänt", null=True)
    message_id = models.CharField("meddelandets id", max_length=120)
    last_error = models.CharField("senaste fel", max_length=300, blank=True)

    class Meta:
        verbose_name = "meddelande"
        constraints = [models.UniqueConstraint(fields=["message_id"], name="message_id_is_unique")]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="notice_waiting")]
