"""Stages of a meeting, kinds and outcomes of its points, and the parts people take in it."""

from django.db.models import TextChoices


class MeetingStage(TextChoices):
    """How far a meeting has come; labels follow "Mötet är …"."""

    PLANNED = "planned", "planerat"
    CALLED = "called", "kallat"
    HELD = "held", "hållet"
    # Sent back to the secretary before approval: notes may change, the points keep their numbers.
    REOPENED = "reopened", "hållet och öppnat igen för ändringar"
    APPROVED = "approved", "hållet och anteckningarna är justerade"
    CANCELLED = "cancelled", "inställt"


class Deadline(TextChoices):
    """What is to be done by a day that follows from a meeting's; labels follow a body's name."""

    ITEMS = "items", "förslag till dagordningen"
    COMMITTEE = "committee", "arbetsutskottet bereder"
    PAPERS = "papers", "handlingarna klara"
    SUMMONS = "summons", "kallelsen sänds"
    APPROVAL = "approval", "anteckningarna justerade"


class Certainty(TextChoices):
    """How sure the day of a meeting outside is."""

    CONFIRMED = "confirmed", "bekräftat"
    ASSUMED = "assumed", "antaget"


class ItemKind(TextChoices):
    """What sort of point it is; only a decision point has the heading "Beslut" (002-M79–85)."""

    FORMAL = "formal", "formalia"
    REPORT = "report", "rapport"
    INFORMATION = "information", "information"
    DISCUSSION = "discussion", "diskussion"
    DECISION = "decision", "för ställningstagande"
    REPORT_BACK = "report_back", "återrapportering"


class Outcome(TextChoices):
    """What became of a point."""

    NOTED = "noted", "lades till handlingarna"
    RECOMMENDED = "recommended", "organet rekommenderar"
    # To somebody outside the cooperation, so nothing is dispatched to the principals.
    PROPOSED = "proposed", "organet föreslår någon utanför samverkan"
    INNER_DECISION = "inner_decision", "beslut i organets egen fråga"
    NOT_AGREED = "not_agreed", "organet enades inte"
    RETURNED = "returned", "återremiss"
    # For the body on the next rung, which takes up only what has been prepared (R060).
    PREPARED = "prepared", "ärendet är berett till organet ovanför"


class Part(TextChoices):
    """In which part someone is present."""

    DECIDING = "deciding", "beslutande"
    RAPPORTEUR = "rapporteur", "föredragande"
    SECRETARY = "secretary", "sekreterare"
    GUEST = "guest", "gäst"


class Reply(TextChoices):
    """What someone who was called has answered."""

    COMING = "coming", "kommer"
    AT_A_DISTANCE = "at_a_distance", "deltar på distans"
    ABSENT = "absent", "har anmält förhinder"


class VoiceKind(TextChoices):
    """What someone put forward at a point, beside what was agreed (Q05: nothing is voted on)."""

    PROPOSAL = "proposal", "yrkande"
    DISSENT = "dissent", "avvikande mening"
    RESERVATION = "reservation", "reservation"
    VIEW = "view", "synpunkt"


class TaskState(TextChoices):
    """How far a task from a point has come."""

    OPEN = "open", "öppen"
    DONE = "done", "klar"
    DROPPED = "dropped", "avskriven"


class AbsenceKind(TextChoices):
    """Why someone who is at a meeting takes no part in one of its points."""

    CONFLICT = "conflict", "jäv"
    AWAY = "away", "var inte med under punkten"
