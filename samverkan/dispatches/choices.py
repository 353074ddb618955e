"""States of one principal's answer, as stored and as shown."""

from django.db.models import TextChoices


class DispatchState(TextChoices):
    """How far one principal has come with a recommendation that was dispatched to it."""

    DISPATCHED = "dispatched", "expedierad"
    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"


DECIDED = (DispatchState.APPROVED, DispatchState.REJECTED)


class ShownState(TextChoices):
    """What the board says in a cell: the stored state, or what follows from the day."""

    NOT_DISPATCHED = "not_dispatched", "ej expedierad"
    DISPATCHED = "dispatched", "expedierad"
    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"
    UNANSWERED = "unanswered", "svar saknas"


class AnswerKind(TextChoices):
    """What a registrar tells: reception, a planned meeting, or the principal's decision."""

    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"


class RecommendationState(TextChoices):
    """What follows from the principals' answers together; computed, never typed in."""

    NOT_DISPATCHED = "not_dispatched", "inte expedierad"
    OUT = "out", "ute för beslut"
    ALL_ANSWERED = "all_answered", "alla har beslutat"


class Cadence(TextChoices):
    """How often a subscription writes."""

    EACH = "each", "vid varje nyhet"
    WEEKLY = "weekly", "en gång i veckan, på måndagar"
