"""Kinds, levels and powers of bodies; kinds of missions, offices, terms and governing texts."""

from django.db.models import TextChoices


class BodyKind(TextChoices):
    """What sort of arena a body is."""

    CONSULTATION = "consultation", "samråd"
    GROUP = "group", "ledningsgrupp"
    COMMITTEE = "committee", "arbetsutskott"
    PREPARATORY = "preparatory", "beredning"
    COUNCIL = "council", "råd"
    SEMINAR = "seminar", "seminarium"
    BILATERAL = "bilateral", "bilateralt samråd"
    WORKING_GROUP = "working_group", "arbetsgrupp"
    STEERING_GROUP = "steering_group", "styrgrupp"
    NETWORK = "network", "nätverk"
    JOINT_COMMITTEE = "joint_committee", "gemensam nämnd"
    CAUCUS = "caucus", "förmöte"
    OUTSIDE = "outside", "arena utanför strukturen"


class Level(TextChoices):
    """Where in the county the body works."""

    REGIONAL = "regional", "regional nivå"
    LOCAL = "local", "lokal nivå"


class Sphere(TextChoices):
    """Who sit in the body."""

    POLITICAL = "political", "förtroendevalda"
    OFFICIALS = "officials", "tjänstepersoner"
    BOTH = "both", "förtroendevalda och tjänstepersoner"


class Responsibility(TextChoices):
    """Ansvarsnivå: at which level of the principals' own line the body meets (R010)."""

    COUNCIL = "council", "fullmäktige"
    BOARD = "board", "styrelse"
    COMMITTEE = "committee", "nämnd"
    MANAGEMENT = "management", "förvaltningsledning"
    OPERATIONS = "operations", "verksamhet"


class Power(TextChoices):
    """What the body may do; only a principal's own line decides on substance (R005)."""

    TALKS = "talks", "samtalar"
    PREPARES = "prepares", "bereder"
    RECOMMENDS = "recommends", "rekommenderar"
    DECIDES = "decides", "beslutar i egen rätt"


class MinutesKind(TextChoices):
    """What a body calls what is written of its meetings; source 002 has the second."""

    PROTOCOL = "protocol", "Protokoll"
    NOTES = "notes", "Sammanträdesanteckningar"
    MEMO = "memo", "Minnesanteckningar"


class Relation(TextChoices):
    """How one body stands to another."""

    UNDER = "under", "hör under"
    BEFORE = "before", "möts före"


class NominatorKind(TextChoices):
    """Who fills a seat, when it is not a principal by itself."""

    FEDERATION = "federation", "förbund"
    COMMITTEE = "committee", "beredning eller nämnd"
    GROUPING = "grouping", "gruppering"
    PARTY = "party", "parti"
    ORGANISATION = "organisation", "organisation"


class MissionKind(TextChoices):
    """In which capacity someone sits in a body."""

    ORDINARY = "ordinary", "ordinarie"
    SUBSTITUTE = "substitute", "ersättare"


class Office(TextChoices):
    """The offices of a body; most have the first two."""

    CHAIR = "chair", "ordförande"
    VICE_CHAIR = "vice_chair", "vice ordförande"
    SECOND_VICE_CHAIR = "second_vice_chair", "andre vice ordförande"


class DerivedPart(TextChoices):
    """What an office in one body gives in another."""

    SEAT = "seat", "plats"
    ADJOINED = "adjoined", "adjungeras vid behov"
    RAPPORTEUR = "rapporteur", "föredragande"


class Anchor(TextChoices):
    """What a term of office follows."""

    CALENDAR_YEAR = "calendar_year", "kalenderår"
    ELECTION = "election", "mandatperiod efter allmänna val"
    CONGRESS = "congress", "från ett förbunds kongress"
    OPEN = "open", "tills vidare"


class Extension(TextChoices):
    """What it takes to let a chair's term run on."""

    NO = "no", "förlängs inte"
    DECISION = "decision", "beslut i gruppen, med skäl"
    UNANIMOUS = "unanimous", "enhälligt beslut, med skäl"


class TextKind(TextChoices):
    """Sorts of governing documents (styrdokument)."""

    ASSIGNMENT = "assignment", "uppdragsbeskrivning"
    WORK_ORDER = "work_order", "arbetsordning"
    ROUTINE = "routine", "rutin"
    VALUES = "values", "värdegrund"
    TARGET = "target", "målbild"


class TextStage(TextChoices):
    """How far a version of a governing document has come."""

    DRAFT = "draft", "utkast"
    PROPOSED = "proposed", "föreslagen"  # work begins by it, until the body revises it (R070)
    ADOPTED = "adopted", "antagen"


class SectionKind(TextChoices):
    """Sections that a governing document may be required to have."""

    TASK = "task", "Uppdrag"
    MANDATE = "mandate", "Mandat"
    GOALS = "goals", "Mål"
    FUNCTIONS = "functions", "Funktioner som ingår"
    APPOINTMENT = "appointment", "Hur de utses"
    FEEDBACK = "feedback", "Återkoppling"
    REPORTING = "reporting", "Rapportering"
    FOLLOW_UP = "follow_up", "Uppföljning"
    VALUES = "values", "Värdegrund och mål"
    OTHER = "other", "Övrigt"


class Reviewed(TextChoices):
    """What is looked over at intervals: the assignment and the staffing, each by itself (R116)."""

    ASSIGNMENT = "assignment", "uppdraget"
    STAFFING = "staffing", "bemanningen"


class ClosingStep(TextChoices):
    """What is done before a body ends (R325)."""

    CASES = "cases", "öppna ärenden är flyttade"
    PAPERS = "papers", "handlingarna är överlämnade"
    MEMBERS = "members", "ledamöterna har fått veta"


class RosterStage(TextChoices):
    """How far a roster (förteckning) has come that somebody sent in."""

    CHECKING = "checking", "kontrolleras"
    FAULTY = "faulty", "har fel"
    READY = "ready", "klar att läsa in"
    READ_IN = "read_in", "inläst"
    THROWN = "thrown", "borttagen"
