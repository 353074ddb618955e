"""The file sammantraden.toml: when the principals' own bodies are assumed to meet."""

from typing import Annotated

from pydantic import Field

from samverkan.principals.choices import LineBodyKind
from samverkan.structures.schema.parts import Day, Part, PrincipalSlug, Source

Lead = Annotated[int | None, Field(ge=0, le=200)]


class LineRhythmData(Part):
    """Linjens rytm: when such bodies are assumed to meet, everywhere or at one principal.

    Nothing in it is more than assumed: a confirmed day is entered in the service.
    """

    principal: PrincipalSlug | None = Field(
        None, description="Huvudmannen. Utelämnas när rytmen gäller alla som inte har en egen."
    )
    kind: LineBodyKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{one.value} ({one.label})" for one in LineBodyKind),
    )
    months: list[Annotated[int, Field(ge=1, le=12)]] = Field(
        [], description="Månaderna som organen antas sammanträda i, 1 är januari."
    )
    week: int = Field(
        1,
        ge=1,
        le=5,
        description="Månadens första (1) till fjärde (4) sådana veckodag; 5 är sista.",
    )
    weekday: int = Field(1, ge=1, le=7, description="Veckodagen, 1 är måndag.")
    days: list[Day] = Field(
        [], max_length=120, description="Antagna dagar en och en; då gäller inte månaderna."
    )
    papers_days: Lead = Field(None, description="Dagar före sammanträdet då handlingar lämnas.")
    approval_days: Lead = Field(
        None, description="Dagar efter sammanträdet då protokollet är justerat."
    )
    appeal_days: Lead = Field(None, description="Dagar som beslutet kan överklagas.")
    source: Source = ""


class LineRhythmsFile(Part):
    """The file sammantraden.toml."""

    line_rhythms: list[LineRhythmData] = Field(min_length=1)
