"""What the files of a structure may hold; `samverkan structure schema` gives it to editors."""

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from samverkan.bodies.choices import BodyKind, DerivedPart, Level, Office, Power, Sphere
from samverkan.journal.fields import Period, from_day
from samverkan.principals.choices import PrincipalKind, Side, Standing

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
BodySlug = Annotated[
    str, Field(max_length=80, pattern=SLUG, description="Adressen till ett organ.")
]
PrincipalSlug = Annotated[
    str, Field(max_length=60, pattern=SLUG, description="Adressen till en huvudman.")
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
        until = self.last_day and self.last_day + timedelta(days=1)
        return from_day(self.first_day or owner.lower, until or owner.upper)  # type: ignore[arg-type]


class CollaborationData(Part):
    """Samverkan: the file collaboration.toml."""

    slug: str = Field(
        max_length=40, pattern=SLUG, description="Början på alla adresser: små bokstäver och -."
    )
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Samverkans namn.")
    parties_text: str = Field(
        max_length=200, pattern=ONE_LINE, description="Parterna i en rad, under namnet."
    )
    county: str = Field(max_length=80, pattern=ONE_LINE, description="Länet.")
    contact_name: str = Field(
        "", max_length=120, description="En funktion, inte en person, att vända sig till."
    )
    contact_email: str = Field(
        "", max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+$", description="Funktionens e-post."
    )


class FormerNameData(Dated):
    """Tidigare namn: what a principal, or the organisation that it succeeds, was called."""

    name: str = Field(max_length=120, pattern=ONE_LINE, description="Det tidigare namnet.")
    source: Source = ""


class PrincipalData(Dated):
    """Huvudman: a part that decides for itself. Its place in the file is its place in lists."""

    slug: PrincipalSlug
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Namnet, som Umeå kommun.")
    short_name: str = Field(max_length=40, pattern=ONE_LINE, description="Kortnamnet, som Umeå.")
    kind: PrincipalKind = Field(
        strict=False, description="municipality (kommun) eller region (region)."
    )
    side: Side = Field(
        strict=False, description="Sidan när ordförandeskapet växlar: municipalities eller region."
    )
    code: str = Field(
        "", pattern=r"^(?:[0-9]{2}|[0-9]{4})?$", description="SCB:s kommunkod (fyra siffror) eller "
        "länskod (två siffror)."
    )  # fmt: skip
    languages: list[Annotated[Language, Field(strict=False)]] = Field(
        [], description="Förvaltningsområden: sami (samiska), finnish (finska), meankieli."
    )
    standing: Sure = Standing.SOURCE
    source: Source = ""
    former_names: list[FormerNameData] = []


class MembersData(Dated):
    """Medlemmar: principals that belong to a grouping on the same grounds."""

    principals: list[PrincipalSlug] = Field(min_length=1)
    standing: Sure


class GroupingData(Dated):
    """Gruppering: principals that act together."""

    slug: str = Field(max_length=60, pattern=SLUG, description="Grupperingens adress.")
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Grupperingens namn.")
    standing: Sure
    source: Source = ""
    members: list[MembersData] = []


class PrincipalsFile(Part):
    """The file principals.toml."""

    principals: list[PrincipalData] = Field(min_length=1)
    groupings: list[GroupingData] = []


class ParentData(Dated):
    """Överordning: a body that this one stands under and reports to."""

    body: BodySlug


class HeirData(Part):
    """Arv: a body that took over after this one."""

    body: BodySlug
    standing: Sure
    source: Source = ""


class QuotaData(Dated):
    """Platser: how many seats each of some principals has."""

    principals: list[PrincipalSlug] = Field(min_length=1)
    ordinary_min: int = Field(ge=0, le=99, description="Ordinarie platser, minst.")
    ordinary_max: int = Field(ge=0, le=99, description="Ordinarie platser, högst.")
    substitutes_max: int = Field(ge=0, le=99, description="Platser för ersättare, högst.")
    source: Source = ""


class DerivedSeatData(Dated):
    """Härledd plats: what an office in another body gives in this one."""

    of_body: BodySlug
    office: Office = Field(
        strict=False, description="chair (ordförande) eller vice_chair (vice ordförande)."
    )
    part: DerivedPart = Field(
        strict=False,
        description="seat (plats), adjoined (adjungeras vid behov) eller rapporteur "
        "(föredragande).",
    )
    source: Source = ""


class BodyData(Dated):
    """Organ: a group in which the principals meet. Its place in the file is its place in lists."""

    slug: BodySlug
    code: str = Field("", max_length=10, description="Beteckning i underlaget, som N01.")
    name: str = Field(max_length=160, pattern=ONE_LINE, description="Namnet.")
    short_name: str = Field("", max_length=60, description="Kortnamnet, som LSG.")
    kind: BodyKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{kind.value} ({kind.label})" for kind in BodyKind) + ".",
    )
    level: Level = Field(strict=False, description="regional (regional) eller local (lokal) nivå.")
    sphere: Sphere = Field(
        strict=False,
        description="Vilka som möts: political (förtroendevalda), officials (tjänstepersoner) "
        "eller both (båda).",
    )
    power: Power = Field(
        strict=False,
        description="Befogenhet: talks (samtalar), prepares (bereder), recommends (rekommenderar) "
        "eller decides (beslutar i egen rätt).",
    )
    in_fixed_structure: bool = Field(True, description="Om organet är en del av strukturen.")
    purpose: Words = Field("", max_length=4000, description="Syftet.")
    mandate: Words = Field("", max_length=4000, description="Uppdraget.")
    inner_decisions: list[str] = Field(
        [], description="Det egna arbetet som organet får besluta om; allt annat rekommenderas."
    )
    assignment_set_by: str = Field("", max_length=160, description="Vem som fastställer uppdraget.")
    first_point: int = Field(
        1, ge=1, le=1_000_000, description="Numret på den första punkten i anteckningarna."
    )
    aliases: list[Annotated[str, Field(max_length=160, pattern=ONE_LINE)]] = Field(
        [], description="Andra namn och stavningar som organet har i källorna."
    )
    source: Source = ""
    parents: list[ParentData] = []
    heirs: list[HeirData] = []
    quotas: list[QuotaData] = []
    derived_seats: list[DerivedSeatData] = []


class BodiesFile(Part):
    """The files bodies.toml and former-bodies.toml."""

    bodies: list[BodyData] = Field(min_length=1)


class FunctionData(Dated):
    """Koordinatorsfunktion: officials' support, with a host and a cost split."""

    slug: str = Field(max_length=60, pattern=SLUG, description="Funktionens adress.")
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Funktionens namn.")
    full_time_equivalents: Decimal = Field(
        gt=0, max_digits=4, decimal_places=2, description="Årsarbetare, som 2.0."
    )
    host: PrincipalSlug
    municipalities_percent: Percent | None = Field(None, description="Kommunernas andel, som 50.0.")
    region_percent: Percent | None = Field(None, description="Regionens andel, som 50.0.")
    split_standing: Sure = Standing.SOURCE
    source: Source = ""


class FunctionsFile(Part):
    """The file functions.toml."""

    functions: list[FunctionData] = []


class AgreementFile(Dated):
    """The file agreements/<address>.toml; the text stands beside it as <address>.md."""

    title: str = Field(max_length=200, pattern=ONE_LINE, description="Överenskommelsens rubrik.")
    parties: str = Field(max_length=300, pattern=ONE_LINE, description="Parterna, som de skrivs.")
    period_note: str = Field("", max_length=400, description="Vad källorna säger om giltigheten.")
    main_points: list[Annotated[str, Field(pattern=ONE_LINE)]] = Field(
        [], description="Huvudpunkterna, ordagrant."
    )
    source: Source = ""


class SectionData(Part):
    """Avsnitt: a numbered section of an agreement, with its own spelling (Markdown)."""

    number: str = Field(max_length=20, pattern=r"^[0-9]+(?:\.[0-9]+)*$")
    heading: str = Field(max_length=200, pattern=ONE_LINE)
    text: Words = ""


class AgreementData(AgreementFile):
    """Överenskommelse: the file's facts, its address and its sections."""

    slug: str = Field(max_length=80, pattern=SLUG)
    sections: list[SectionData] = Field(min_length=1)


class Structure(Part):
    """A county's whole structure, as the files or the database hold it."""

    collaboration: CollaborationData
    principals: list[PrincipalData] = []
    groupings: list[GroupingData] = []
    bodies: list[BodyData] = []
    functions: list[FunctionData] = []
    agreements: list[AgreementData] = []
