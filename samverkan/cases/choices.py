"""Stages, kinds, scopes and target groups of a case; steps and exits of its routine."""

from django.db.models import IntegerChoices, TextChoices


class CaseStage(TextChoices):
    """How far a case has come; labels follow "Ärendet är …"."""

    RAISED = "raised", "väckt"
    PREPARED = "prepared", "berett"
    RECOMMENDED = "recommended", "rekommenderat"
    DISPATCHED = "dispatched", "expedierat"
    REPORTED_BACK = "reported_back", "återrapporterat"
    CLOSED = "closed", "avslutat"


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


class Mover(TextChoices):
    """Whose move a case waits for: always a role, never a person."""

    RAISER = "raiser", "den som väckte frågan"
    COORDINATORS = "coordinators", "koordinatorerna"
    COMMITTEE = "committee", "arbetsutskottet"
    BODY = "body", "organet"
    APPROVER = "approver", "den som justerar"
    PRINCIPALS = "principals", "huvudmännen"
    NOBODY = "nobody", "ingen"


class StepKind(TextChoices):
    """What a step of a routine is; those that move a case between the stages are named in rules."""

    RAISE = "raise", "väcka"
    DOCUMENT = "document", "dokumentera"
    ADMIT = "admit", "pröva"
    PREPARE = "prepare", "bereda"
    LIFT = "lift", "lyfta genom linjen"
    TREAT = "treat", "behandla"
    RETURN = "return", "återremittera"
    RECOMMEND = "recommend", "rekommendera"
    DISPATCH = "dispatch", "expediera"
    DECIDE = "decide", "besluta hos huvudmännen"
    REPORT_BACK = "report_back", "återrapportera"
    PUBLISH = "publish", "publicera"
    CARRY_OUT = "carry_out", "verkställa"
    CLOSE = "close", "avsluta"


class Taker(TextChoices):
    """Who takes a step of a routine, or is told when it is taken."""

    RAISER = "raiser", "den som väckte frågan"
    MEMBER = "member", "organets medlemmar"
    COORDINATOR = "coordinator", "koordinatorerna"
    WORKING_COMMITTEE = "working_committee", "arbetsutskottet"
    PREPARATORY = "preparatory", "beredningen"
    BODY = "body", "organet vid ett möte"
    LINE = "line", "huvudmannens linjefunktion"
    PRINCIPAL = "principal", "huvudmannen"


class ExitKind(TextChoices):
    """Where a case goes that does not go all the way; labels follow "Ärendet är …"."""

    SOLVED_LOCALLY = "solved_locally", "löst lokalt"
    SOLVED_BY_OFFICIALS = "solved_by_officials", "löst på tjänstepersonsnivå"
    TO_PREPARATORY = "to_preparatory", "lämnat till en beredning"
    TO_WORKING_GROUP = "to_working_group", "lämnat till en arbetsgrupp"
    LIFTED = "lifted", "lyft till en annan nivå"
    TO_LEADERSHIP = "to_leadership", "lämnat till ledningsmötet, för att komma tillbaka"
    BILATERAL = "bilateral", "lämnat till bilateralt samråd"
    OTHER_STRUCTURE = "other_structure", "lämnat till en annan struktur"
    WITHDRAWN = "withdrawn", "återkallat"
    WRITTEN_OFF = "written_off", "avskrivet"


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
