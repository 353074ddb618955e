"""Stages, kinds, scopes and target groups of a case, and the steps between stages."""

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


class CaseKind(TextChoices):
    """Slag av ärende: what a case is, and so what it must hold."""

    ORDINARY = "ordinary", "vanligt ärende"
    DEVELOPMENT_AREA = "development_area", "utvecklingsområde"
    FOCUS_AREA = "focus_area", "insatsområde"
    RISK = "risk", "förslag efter risk i patientsäkerheten"
    REVISION = "revision", "ändring av överenskommelsen"
    DEVIATION = "deviation", "mönster av avvikelser"
    DISPUTE = "dispute", "tvist mellan huvudmän"


# What a body proposes to prioritise and develop together (agreement § 5.1.2, § 6.2).
AREAS = (CaseKind.DEVELOPMENT_AREA, CaseKind.FOCUS_AREA)


class AreaStatus(TextChoices):
    """How far a development area or focus area has come; labels follow "Området är …"."""

    PROPOSED = "proposed", "föreslaget"
    PRIORITISED = "prioritised", "prioriterat"
    UNDER_WAY = "under_way", "pågående"
    FINISHED = "finished", "avslutat"


class Elsewhere(TextChoices):
    """Whether somebody outside the structure works with the same question."""

    YES = "yes", "ja"
    NO = "no", "nej"


class RiskStatus(TextChoices):
    """Whether an identified risk is still one."""

    IDENTIFIED = "identified", "identifierad"
    CLOSED = "closed", "avslutad"
