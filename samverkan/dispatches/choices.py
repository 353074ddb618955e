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


class PackageRole(TextChoices):
    """What a file is in the package that a principal takes in."""

    LETTER = "letter", "missiv"
    PROPOSAL = "proposal", "förslag till beslut"
    OWN_PAPER = "own_paper", "förslag i egen mall"
    ANNEX = "annex", "bilaga"
    RENDITION = "rendition", "bilagan som PDF"
    METADATA = "metadata", "uppgifter för diariet"
    CHECKSUMS = "checksums", "kontrollsummor"


class WaitsFor(TextChoices):
    """What one dispatch waits for at its principal, in the order that things are told."""

    NUMBER = "number", "väntar på diarienummer"
    DAY = "day", "väntar på planerad dag"
    DECISION = "decision", "väntar på beslut"
    NOTHING = "nothing", "klart"


class ArrivedBy(TextChoices):
    """Which known fact shows that a dispatch had reached its principal."""

    MAIL = "mail", "mejlet togs emot av huvudmannens e-postserver"
    FETCH = "fetch", "paketet hämtades genom länken"
    NUMBER = "number", "registratorn bekräftade mottagandet"
