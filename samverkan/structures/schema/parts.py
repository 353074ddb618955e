"""What all the files' parts share: days, sources, and how sure something is."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from samverkan.bodies.choices import Anchor, Responsibility
from samverkan.journal.fields import Period, from_day
from samverkan.journal.periods import day_after
from samverkan.principals.choices import Side, Standing

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
ONE_LINE = r"^\S(?:.*\S)?$"

Day = Annotated[date, Field(ge=date(1800, 1, 1), le=date(2200, 12, 31))]
Percent = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2)]
Words = Annotated[str, StringConstraints(strip_whitespace=True)]
Source = Annotated[
    str, Field(max_length=300, description="Var uppgiften står, med dokumentets namn och avsnitt.")
]
Sure = Annotated[
    Standing,
    Field(
        strict=False,
        description="Hur säker uppgiften är: decided (beslutat), source (enligt källa), "
        "assumed (antaget), outside (utanför källorna).",
    ),
]
OneSide = Annotated[Side, Field(strict=False)]
LineLevel = Annotated[
    Responsibility,
    Field(
        strict=False,
        description="Ansvarsnivå i huvudmännens egen linje: "
        + ", ".join(f"{one.value} ({one.label})" for one in Responsibility)
        + ".",
    ),
]
BodySlug = Annotated[
    str, Field(max_length=80, pattern=SLUG, description="Adressen till ett organ.")
]
PrincipalSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till en huvudman.")
]
GroupingSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till en gruppering.")
]
FederationSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till ett mellanled.")
]
NominatorSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till en nominerande.")
]
FunctionSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till en koordinatorsfunktion.")
]


class Language(StrEnum):
    """A national minority language that can have an administrative area (förvaltningsområde)."""

    SAMI = "sami"
    FINNISH = "finnish"
    MEANKIELI = "meankieli"


class Part(BaseModel):
    """What all parts share: nothing unknown is let in, and nothing is guessed from another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Dated(Part):
    """Something that holds from a first day to a last; without them, as long as its owner."""

    first_day: Day | None = Field(
        None, description="Första dagen. Utelämnas när den är okänd eller följer av helheten."
    )
    last_day: Day | None = Field(
        None, description="Sista dagen (till och med). Utelämnas när uppgiften gäller tills vidare."
    )

    def within(self, owner: Period) -> Period:
        """Return the period; a day that is left out is the owner's."""
        until = day_after(self.last_day)
        return from_day(self.first_day or owner.lower, until or owner.upper)


class WithTerms(Dated):
    """Something whose holders sit for a term: what the term follows, and how long it runs."""

    anchor: Anchor = Field(
        Anchor.OPEN,
        strict=False,
        description="Vad mandattiden följer: "
        + ", ".join(f"{one.value} ({one.label})" for one in Anchor)
        + ".",
    )
    years: int = Field(1, ge=1, le=20, description="Mandattidens längd i år.")
    anchored_on: Day | None = Field(
        None, description="Första dagen i någon mandattid; de andra räknas från den."
    )
