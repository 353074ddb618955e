"""Stages of the leadership seminar, the headings of its programme, and the fate of priorities."""

from django.db.models import TextChoices


class SeminarStage(TextChoices):
    """How far a year's seminar has come; labels follow "Seminariet är …"."""

    PLANNED = "planned", "planerat"
    PROPOSED = "proposed", "planerat och programmet är föreslaget"
    ADOPTED = "adopted", "planerat och programmet är fastställt"
    HELD = "held", "hållet"


class Heading(TextChoices):
    """What a part of the programme is about (agreement § 5.2, § 5.1.2 and § 3)."""

    HEALTH = "health", "hälsa och livsvillkor"
    CIRCUMSTANCES = "circumstances", "parternas olika förhållanden"
    DEVELOPING = "developing", "vad som behöver utvecklas"
    PRIORITIES = "priorities", "årets prioriterade områden"
    FOLLOW_UP = "follow_up", "uppföljning av förra årets prioriteringar"
    VALUES = "values", "värdegrund och framtidsbild"
    OTHER = "other", "annat"


class Fate(TextChoices):
    """What became of a priority."""

    UNDER_WAY = "under_way", "pågår"
    DONE = "done", "klart"
    DROPPED = "dropped", "avslutat utan resultat"
    CARRIED_ON = "carried_on", "förs vidare till nästa år"
