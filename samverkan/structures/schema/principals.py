"""The file principals.toml: who are parties, how they group, and who else fills seats."""

from typing import Annotated

from pydantic import Field

from samverkan.bodies.choices import NominatorKind
from samverkan.principals.choices import PrincipalKind, Side, Standing
from samverkan.structures.schema.parts import (
    ONE_LINE,
    Dated,
    Day,
    FederationSlug,
    GroupingSlug,
    Language,
    NominatorSlug,
    OneSide,
    Part,
    PrincipalSlug,
    Source,
    Sure,
)


class FormerNameData(Dated):
    """Tidigare namn: what a principal, or the organisation that it succeeds, was called."""

    name: str = Field(max_length=120, pattern=ONE_LINE, description="Det tidigare namnet.")
    source: Source = ""


class PrincipalHeirData(Part):
    """Efterföljd av: the principal that stands in for one that has ended."""

    principal: PrincipalSlug
    first_day: Day = Field(description="Första dagen som efterträdaren svarar.")
    standing: Sure
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
        "",
        pattern=r"^(?:[0-9]{2}|[0-9]{4})?$",
        description="SCB:s kommunkod (fyra siffror) eller länskod (två siffror).",
    )
    languages: list[Annotated[Language, Field(strict=False)]] = Field(
        [], description="Förvaltningsområden: sami (samiska), finnish (finska), meankieli."
    )
    standing: Sure = Standing.SOURCE
    source: Source = ""
    heir: PrincipalHeirData | None = Field(
        None, description="Vilken huvudman som har tagit över, när den här har upphört."
    )
    former_names: list[FormerNameData] = []


class MembersData(Dated):
    """Medlemmar: principals that belong to a grouping on the same grounds."""

    principals: list[PrincipalSlug] = Field(min_length=1)
    standing: Sure


class GroupingData(Dated):
    """Gruppering: principals that act together."""

    slug: GroupingSlug
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Grupperingens namn.")
    outside_members: list[Annotated[str, Field(max_length=120, pattern=ONE_LINE)]] = Field(
        [], description="Medlemmar på andra sidan länsgränsen, med namn; de är inga huvudmän här."
    )
    standing: Sure
    source: Source = ""
    members: list[MembersData] = []


class FederationData(Dated):
    """Mellanled: a federation that recommends on to its members; it is no party."""

    slug: FederationSlug
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Namnet.")
    short_name: str = Field(max_length=40, pattern=ONE_LINE, description="Kortnamnet.")
    part_of: FederationSlug | None = Field(
        None, description="Mellanledet ovanför, när det är ett förbund av förbund."
    )
    standing: Sure = Standing.SOURCE
    source: Source = ""
    members: list[MembersData] = []


class NominatorData(Dated):
    """Nominerande: who fills seats in a side's name when no principal does so by itself."""

    slug: NominatorSlug
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Den nominerandes namn.")
    kind: NominatorKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{one.value} ({one.label})" for one in NominatorKind),
    )
    side: OneSide | None = Field(
        None, description="Sidan som platserna räknas till: municipalities eller region."
    )
    grouping: GroupingSlug | None = None
    standing: Sure = Standing.SOURCE
    source: Source = ""


class PrincipalsFile(Part):
    """The file principals.toml."""

    principals: list[PrincipalData] = Field(min_length=1)
    groupings: list[GroupingData] = []
    federations: list[FederationData] = []
    nominators: list[NominatorData] = []
