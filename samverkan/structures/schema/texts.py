"""The folders agreements/ and texts/: texts with sections, each beside the facts about it."""

from typing import Annotated

from pydantic import Field

from samverkan.bodies.choices import SectionKind, TextKind, TextStage
from samverkan.structures.schema.parts import (
    ONE_LINE,
    SLUG,
    BodySlug,
    Dated,
    Day,
    FunctionSlug,
    Part,
    Source,
    Words,
)

TextSlug = Annotated[
    str, Field(max_length=120, pattern=SLUG, description="Adressen till ett styrdokument.")
]


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


class ValuesData(Part):
    """Värdegrund: which version of the values an assignment carries."""

    text: TextSlug
    number: int = Field(ge=1)


class VersionFacts(Part):
    """Version: what is known of a governing document as it once read."""

    number: int = Field(ge=1, description="Versionens nummer; texten står i <adress>.<nummer>.md.")
    stage: TextStage = Field(
        strict=False,
        description="Läge: " + ", ".join(f"{one.value} ({one.label})" for one in TextStage) + ".",
    )
    adopted_by: BodySlug | None = Field(None, description="Adressen till organet som antog den.")
    adopted_on: Day | None = Field(None, description="Dagen då den antogs.")
    meeting_on: Day | None = Field(None, description="Mötets dag.")
    point: int | None = Field(None, ge=1, description="Punkten i mötets anteckningar.")
    valid_from: Day | None = Field(None, description="Dagen då den börjar gälla.")
    feedback_months: int | None = Field(
        None, ge=1, le=240, description="Hur ofta organet återkopplar, i månader."
    )
    values: ValuesData | None = Field(None, description="Versionen av värdegrunden som ingår.")
    source: Source = ""


class TextFacts(Part):
    """What is known of a governing document beside its versions."""

    kind: TextKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{one.value} ({one.label})" for one in TextKind) + ".",
    )
    title: str = Field(max_length=200, pattern=ONE_LINE, description="Dokumentets rubrik.")
    body: BodySlug | None = Field(None, description="Adressen till organet som dokumentet gäller.")
    function: FunctionSlug | None = None


class TextFile(TextFacts):
    """The file texts/<address>.toml; each version stands beside it as <address>.<number>.md."""

    versions: list[VersionFacts] = []


class PassageData(Part):
    """Avsnitt: a section of a governing document, of a kind that its assignment may require."""

    kind: SectionKind = Field(strict=False)
    heading: str = Field(pattern=ONE_LINE)
    text: Words = ""


class VersionData(VersionFacts):
    """Version: the facts and the sections."""

    sections: list[PassageData] = []


class TextData(TextFacts):
    """Styrdokument: the file's facts, its address and its versions."""

    slug: TextSlug
    versions: list[VersionData] = []
