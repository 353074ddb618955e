"""The files functions.toml and outside.toml: officials' support, and who stands outside."""

from decimal import Decimal

from pydantic import Field

from samverkan.principals.choices import OutsideKind, Standing
from samverkan.structures.schema.parts import (
    ONE_LINE,
    SLUG,
    Dated,
    FunctionSlug,
    Part,
    Percent,
    PrincipalSlug,
    Source,
    Sure,
)


class FunctionData(Dated):
    """Koordinatorsfunktion: officials' support, with a host and a cost split."""

    slug: FunctionSlug
    name: str = Field(max_length=120, pattern=ONE_LINE, description="Funktionens namn.")
    full_time_equivalents: Decimal = Field(
        gt=0, max_digits=4, decimal_places=2, description="Årsarbetare, som 2.0."
    )
    host: PrincipalSlug
    municipalities_percent: Percent | None = Field(None, description="Kommunernas andel, som 50.0.")
    region_percent: Percent | None = Field(None, description="Regionens andel, som 50.0.")
    region_payer: str = Field(
        "", max_length=120, description="Vem hos regionen som betalar dess andel."
    )
    split_standing: Sure = Standing.SOURCE
    source: Source = ""


class FunctionsFile(Part):
    """The file functions.toml."""

    functions: list[FunctionData] = []


class OutsideActorData(Dated):
    """Aktör utanför: somebody the collaboration meets, who is no party and holds no seat."""

    slug: str = Field(max_length=80, pattern=SLUG, description="Aktörens adress.")
    name: str = Field(max_length=160, pattern=ONE_LINE, description="Aktörens namn.")
    kind: OutsideKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{one.value} ({one.label})" for one in OutsideKind) + ".",
    )
    principal: PrincipalSlug | None = Field(
        None, description="Adressen till kommunen som aktören hör till."
    )
    topics: str = Field("", max_length=400, description="Frågorna som aktören arbetar med.")
    contact: str = Field("", max_length=200, description="En funktion, inte en person.")
    source: Source = ""


class OutsideFile(Part):
    """The file outside.toml."""

    outside_actors: list[OutsideActorData] = []
