"""Kinds, levels and powers of bodies; kinds of missions and offices."""

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


class Power(TextChoices):
    """What the body may do; only a principal's own line decides on substance (R005)."""

    TALKS = "talks", "samtalar"
    PREPARES = "prepares", "bereder"
    RECOMMENDS = "recommends", "rekommenderar"
    DECIDES = "decides", "beslutar i egen rätt"


class MissionKind(TextChoices):
    """In which capacity someone sits in a body."""

    ORDINARY = "ordinary", "ordinarie"
    SUBSTITUTE = "substitute", "ersättare"


class Office(TextChoices):
    """The two offices of a body."""

    CHAIR = "chair", "ordförande"
    VICE_CHAIR = "vice_chair", "vice ordförande"


class DerivedPart(TextChoices):
    """What an office in one body gives in another."""

    SEAT = "seat", "plats"
    ADJOINED = "adjoined", "adjungeras vid behov"
    RAPPORTEUR = "rapporteur", "föredragande"
