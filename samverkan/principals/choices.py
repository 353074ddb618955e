"""Kinds of principals, and the two sides between which the chair alternates."""

from django.db.models import TextChoices


class Side(TextChoices):
    """Sida: one of the two that the agreement calls "den ena" and "den andra huvudmannen"."""

    MUNICIPALITIES = "municipalities", "kommunerna"
    REGION = "region", "regionen"

    @property
    def other(self) -> "Side":
        """Return the opposite side."""
        return Side.REGION if self is Side.MUNICIPALITIES else Side.MUNICIPALITIES


class PrincipalKind(TextChoices):
    """What sort of public authority a principal is."""

    MUNICIPALITY = "municipality", "kommun"
    REGION = "region", "region"


class LineBodyKind(TextChoices):
    """Where in a principal's own line a decision may be taken."""

    COUNCIL = "council", "fullmäktige"
    BOARD = "board", "styrelse"
    COMMITTEE = "committee", "nämnd"
    OFFICER = "officer", "tjänsteperson på delegation"


class Standing(TextChoices):
    """How sure a statement about the structure is."""

    DECIDED = "decided", "beslutat"
    SOURCE = "source", "enligt källa"
    ASSUMED = "assumed", "antaget"
    OUTSIDE = "outside", "utanför källorna"


class OutsideKind(TextChoices):
    """What sort of actor stands outside the collaboration."""

    COORDINATION_ASSOCIATION = "coordination_association", "finansiellt samordningsförbund"
    STATE_INITIATIVE = "state_initiative", "grupp till följd av en statlig satsning"
    SCHOOL_CHANNEL = "school_channel", "kommunens samverkan med fristående skolor"
    PRIVATE_SCHOOL = "private_school", "privat skolhuvudman"
    PARALLEL_STRUCTURE = "parallel_structure", "parallell struktur"
    OTHER = "other", "annan aktör"
