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
    NOT_AWAITED = "not_awaited", "väntas inte"


class AnswerKind(TextChoices):
    """What a registrar tells: reception, a planned meeting, more time, or the decision."""

    RECEIVED = "received", "mottagen"
    PLANNED = "planned", "planerad"
    MORE_TIME = "more_time", "behöver mer tid"
    APPROVED = "approved", "bifall"
    REJECTED = "rejected", "avslag"


class Rung(TextChoices):
    """Who is reminded: the role that answers first, and then those who can help it along."""

    REGISTRAR = "registrar", "registratorn"
    REPRESENTATIVE = "representative", "representanten"
    CHAIR = "chair", "ordföranden"


class RecommendationState(TextChoices):
    """What follows from the principals' answers together; computed, never typed in."""

    NOT_DISPATCHED = "not_dispatched", "inte expedierad"
    OUT = "out", "ute för beslut"
    ALL_ANSWERED = "all_answered", "alla har beslutat"
    WITHDRAWN = "withdrawn", "återtagen"


class ExecutionState(TextChoices):
    """How far the carrying out of a bifall has come, as stored."""

    TO_DO = "to_do", "ska genomföras"
    DONE = "done", "rapporterat klart"
    WRITTEN_OFF = "written_off", "avskrivet"


class ShownExecution(TextChoices):
    """What is said of the carrying out on a day: the stored state, or what follows from the day."""

    UNNAMED = "unnamed", "ingen ansvarig är namngiven"
    TO_DO = "to_do", "ska genomföras"
    NOT_REPORTED = "not_reported", "inte rapporterat klart"
    DONE = "done", "rapporterat klart"
    WRITTEN_OFF = "written_off", "avskrivet"


class ExecutionKind(TextChoices):
    """What is told of the carrying out at one moment."""

    NAMED = "named", "ansvarig namngavs"
    CHANGED = "changed", "ansvarig eller uppgifter ändrades"
    POSTPONED = "postponed", "inte klart, ny dag"
    DONE = "done", "rapporterades klart"
    WRITTEN_OFF = "written_off", "avskrevs"
    TAKEN_BACK = "taken_back", "öppnades igen"


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


class DayBasis(TextChoices):
    """What a day in a forecast rests on, the surest first."""

    DECIDED = "decided", "beslutat"
    PLANNED = "planned", "planerat"
    CONFIRMED = "confirmed", "bekräftat"
    ASSUMED = "assumed", "antaget"
    UNKNOWN = "unknown", "okänt"


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


class EffectRule(TextChoices):
    """Verkansregel: when and for whom a recommendation applies, once principals have adopted it."""

    NONE = "none", "inget gäller av sig självt"
    ADOPTERS = "adopters", "gäller för dem som har antagit"
    ALL = "all", "gäller när alla har antagit"
    AT_LEAST = "at_least", "gäller när tillräckligt många har antagit"
    PAIRWISE = "pairwise", "gäller mellan regionen och varje kommun, när båda har antagit"
    FROM_DATE = "from_date", "gäller från en bestämd dag för dem som har antagit"


class Cadence(TextChoices):
    """How often a subscription writes."""

    EACH = "each", "vid varje nyhet"
    WEEKLY = "weekly", "en gång i veckan, på måndagar"
