"""Who may read an entry."""

from django.db.models import TextChoices


class Visibility(TextChoices):
    """How far an entry of the journal is shown."""

    PUBLIC = "public", "offentlig"
    MEMBERS = "members", "för samverkans medlemmar"
    CLOSED = "closed", "för koordinatorerna"


class NoticeState(TextChoices):
    """How far a notice has come."""

    QUEUED = "queued", "väntar"
    SENDING = "sending", "sänds"
    SENT = "sent", "sänt"
    FAILED = "failed", "gick inte fram"
    TAKEN_BACK = "taken_back", "behövdes inte"
