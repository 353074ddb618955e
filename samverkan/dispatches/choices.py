"""States of one principal's answer, as stored and as shown."""

from django.db.models import TextChoices


class DispatchState(TextChoices):
    """How far one principal has come with a recommendation that was dispatched to it."""

    DISPATCHED = "dispatched", "expedierad"
    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"
    HELD = "held", "väntar hos mellanled"
    NOT_CONCERNED = "not_concerned", "berörs inte"
    TAKEN_OVER = "taken_over", "övertagen"


DECIDED = (DispatchState.APPROVED, DispatchState.REJECTED)
# Rows of principals that are not asked: no answer of theirs counts, and none is awaited.
NOT_ASKED = (DispatchState.NOT_CONCERNED, DispatchState.TAKEN_OVER)
# Nothing more is awaited from these.
SETTLED = (*DECIDED, *NOT_ASKED)


class ShownState(TextChoices):
    """What the board says in a cell: the stored state, or what follows from the day."""

    NOT_DISPATCHED = "not_dispatched", "ej expedierad"
    DISPATCHED = "dispatched", "expedierad"
    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"
    UNANSWERED = "unanswered", "svar saknas"
    NOT_CONCERNED = "not_concerned", "berörs inte"
    TAKEN_OVER = "taken_over", "övertagen"


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


class AddressScope(TextChoices):
    """To whom a recommendation goes."""

    ALL = "all", "alla huvudmän"
    SIDE = "side", "en sida"
    GROUPING = "grouping", "en gruppering"
    NAMED = "named", "vissa huvudmän"


class FederationState(TextChoices):
    """What a federation between the body and the principals has done with a recommendation."""

    SENT = "sent", "väntar på mellanledet"
    RECOMMENDED = "recommended", "har rekommenderat vidare"
    DECLINED = "declined", "rekommenderar inte vidare"
    PASSED = "passed", "rekommenderade inte vidare; expedierad direkt"


class Binding(TextChoices):
    """How far it is settled on which level of its own line a principal decides."""

    PRESCRIBED = "prescribed", "föreskriven"
    ADVISED = "advised", "rådgivande"
    FREE = "free", "fri"
