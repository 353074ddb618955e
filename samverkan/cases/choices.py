"""Stages, scopes and target groups of a case, and the steps between stages."""

from django.db.models import IntegerChoices, TextChoices


class CaseStage(TextChoices):
    """How far a case has come; labels follow "Ärendet är …"."""

    RAISED = "raised", "väckt"
    PREPARED = "prepared", "berett"
    RECOMMENDED = "recommended", "rekommenderat"
    DISPATCHED = "dispatched", "expedierat"
    REPORTED_BACK = "reported_back", "återrapporterat"
    CLOSED = "closed", "avslutat"


ALLOWED_STEPS: dict[CaseStage, set[CaseStage]] = {
    CaseStage.RAISED: {CaseStage.PREPARED},
    # A body that does not agree ends the case; one that wants more preparation leaves it prepared.
    CaseStage.PREPARED: {CaseStage.RECOMMENDED, CaseStage.CLOSED},
    CaseStage.RECOMMENDED: {CaseStage.DISPATCHED},
    CaseStage.DISPATCHED: {CaseStage.REPORTED_BACK},
    # A late answer is reported back too, so the case can come to the body more than once.
    CaseStage.REPORTED_BACK: {CaseStage.REPORTED_BACK, CaseStage.CLOSED},
    CaseStage.CLOSED: set(),
}


class Scope(TextChoices):
    """Which of the agreement's areas a case belongs to (agreement § 5.1 and § 6.1)."""

    SOCIAL_SERVICES = "social_services", "kommunernas socialtjänst"
    ELDERLY_CARE = "elderly_care", "kommunernas äldreomsorg"
    MUNICIPAL_HEALTH = "municipal_health", "kommunernas hälso- och sjukvård"
    ADJOINING_HEALTH = "adjoining_health", "regionens angränsande hälso- och sjukvård"
    ASSISTIVE_DEVICES = "assistive_devices", "hjälpmedelsfrågor med regionalt perspektiv"
    OUTSIDE = "outside", "inget av detta"


class TargetGroup(TextChoices):
    """Whom a case is about."""

    CHILDREN = "children", "barn och unga"
    ADULTS = "adults", "vuxna"
    ELDERLY = "elderly", "äldre"


class Rank(IntegerChoices):
    """The working committee's ranking of a case (agreement § 6.1.6)."""

    FIRST = 1, "först"
    SOON = 2, "snart"
    LATER = 3, "när det finns utrymme"


class LiftState(TextChoices):
    """How far a lift through the line has come; labels follow "Lyftet är …"."""

    OPEN = "open", "påbörjat"
    COMPLETED = "completed", "slutfört"
    WITHDRAWN = "withdrawn", "återtaget"


class LineAnswer(TextChoices):
    """What a principal's ordinary line function says of a lift (agreement § 7)."""

    AGREES = "agrees", "instämmer"
    HAS_VIEWS = "has_views", "har synpunkter"
    OBJECTS = "objects", "invänder"
    NOT_YET = "not_yet", "har inte tagit ställning än"
