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


class LineAct(TextChoices):
    """What a body in a principal's own line does with the matter on its way to the answer."""

    SUPPORTS = "supports", "tillstyrker"
    OPPOSES = "opposes", "avstyrker"
    PROPOSES = "proposes", "föreslår"
    DELEGATES = "delegates", "ger i uppdrag att besluta"
    DECIDES = "decides", "beslutar"
    REFERS_BACK = "refers_back", "återremiss"
    TABLES = "tables", "bordlagt"


class Lateness(TextChoices):
    """How an answer came late; computed from days, never typed in."""

    ANSWERED_LATE = "answered_late", "svarade efter svarsdagen"
    ADOPTED_AFTERWARDS = "adopted_afterwards", "antagen i efterhand"


class Sureness(TextChoices):
    """How a day after a decision is known."""

    TOLD = "told", "enligt huvudmannen"
    BY_LAW = "by_law", "räknat enligt lag"
    AT_LATEST = "at_latest", "senast, om lagens tider följs"
