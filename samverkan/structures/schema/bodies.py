"""The files bodies.toml and former-bodies.toml: the bodies, their seats and their chairs."""

from datetime import time
from typing import Annotated

from pydantic import Field

from samverkan.bodies.choices import (
    BodyKind,
    DerivedPart,
    Extension,
    Level,
    MinutesKind,
    Office,
    Power,
    Relation,
    SectionKind,
    Sphere,
    TextKind,
)
from samverkan.meetings.choices import ItemKind
from samverkan.structures.schema.parts import (
    ONE_LINE,
    BodySlug,
    Dated,
    GroupingSlug,
    LineLevel,
    NominatorSlug,
    OneSide,
    Part,
    PrincipalSlug,
    Source,
    Sure,
    WithTerms,
    Words,
)


class ParentData(Dated):
    """Överordning: a body that this one stands under and reports to, or meets before."""

    body: BodySlug
    relation: Relation = Field(
        Relation.UNDER, strict=False, description="under (hör under) eller before (möts före)."
    )


class HeirData(Part):
    """Arv: a body that took over after this one."""

    body: BodySlug
    standing: Sure
    source: Source = ""


class QuotaData(WithTerms):
    """Platser: how many seats each of some principals has, or each of some nominators."""

    principals: list[PrincipalSlug] = Field(
        [], description="Huvudmännen som har så många platser var."
    )
    nominators: list[NominatorSlug] = Field(
        [], description="De nominerande som har så många platser var, i stället för huvudmän."
    )
    held_by: str = Field(
        "",
        max_length=160,
        description="Funktionen som platsen följer, som socialnämndens ordförande.",
    )
    ordinary_min: int = Field(ge=0, le=99, description="Ordinarie platser, minst.")
    ordinary_max: int = Field(ge=0, le=99, description="Ordinarie platser, högst.")
    substitutes_max: int = Field(ge=0, le=99, description="Platser för ersättare, högst.")
    source: Source = ""


class DerivedSeatData(Dated):
    """Härledd plats: what an office in another body gives in this one."""

    of_body: BodySlug
    office: Office = Field(
        strict=False,
        description=", ".join(f"{one.value} ({one.label})" for one in Office) + ".",
    )
    part: DerivedPart = Field(
        strict=False,
        description="seat (plats), adjoined (adjungeras vid behov) eller rapporteur "
        "(föredragande).",
    )
    source: Source = ""


class ChairRuleData(WithTerms):
    """Ordning för ordförandeskapet: how chairs are elected, how long, and from which side."""

    alternates: bool = Field(False, description="Om ordförandeskapet skiftar mellan sidorna.")
    opposite_sides: bool = Field(
        False, description="Om ordförande och vice ordförande kommer från var sin sida."
    )
    chair_side: OneSide | None = Field(
        None, description="Sidan som ordföranden alltid kommer från: municipalities eller region."
    )
    vice_chairs: int = Field(1, ge=0, le=2, description="Antalet vice ordförande.")
    extension: Extension = Field(
        Extension.NO,
        strict=False,
        description="Vad en längre mandattid kräver: "
        + ", ".join(f"{one.value} ({one.label})" for one in Extension)
        + ".",
    )
    source: Source = ""


class RhythmData(Dated):
    """Mötesrytm: when a body meets, and how long before and after things are to be done."""

    months: list[Annotated[int, Field(ge=1, le=12)]] = Field(
        [], description="Månaderna som organet möts i, 1 är januari."
    )
    week: int = Field(
        1,
        ge=1,
        le=5,
        description="Månadens första (1) till fjärde (4) sådana veckodag; 5 är sista.",
    )
    weekday: int = Field(1, ge=1, le=7, description="Veckodagen, 1 är måndag.")
    avoided_weeks: list[Annotated[int, Field(ge=1, le=53)]] = Field(
        [], description="Veckonummer då organet inte möts, som 27–31."
    )
    least: int | None = Field(
        None, ge=1, le=99, description="Minst så många möten om året, när källan säger det."
    )
    starts_at: time | None = Field(None, description="Vanlig tid, som 09:30:00.")
    minutes: int | None = Field(None, ge=5, le=1440, description="Vanlig längd i minuter.")
    place: str = Field("", max_length=200, description="Vanlig plats.")
    items_days: int | None = Field(
        None, ge=0, le=200, description="Dagar före mötet då förslag till dagordningen lämnas."
    )
    committee_days: int | None = Field(
        None, ge=0, le=200, description="Dagar före mötet då arbetsutskottet bereder."
    )
    papers_days: int | None = Field(
        None, ge=0, le=200, description="Dagar före mötet då handlingarna är klara."
    )
    summons_days: int | None = Field(
        None, ge=0, le=200, description="Dagar före mötet då kallelsen sänds."
    )
    approval_days: int | None = Field(
        None, ge=0, le=200, description="Dagar efter mötet då anteckningarna är justerade."
    )
    standing: Sure
    source: Source = ""


class PointData(Part):
    """Fast punkt: a point that every agenda of the body has."""

    kind: ItemKind = Field(
        strict=False,
        description="Slag: " + ", ".join(f"{one.value} ({one.label})" for one in ItemKind) + ".",
    )
    heading: str = Field(max_length=300, pattern=ONE_LINE, description="Rubriken.")


class BodyData(Dated):
    """Organ: a group in which principals meet. Its place in the file is its place in lists."""

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
    responsibility: LineLevel | None = Field(
        None, description="Ansvarsnivån i huvudmännens egen linje där organet möts."
    )
    power: Power = Field(
        strict=False,
        description="Befogenhet: talks (samtalar), prepares (bereder), recommends (rekommenderar) "
        "eller decides (beslutar i egen rätt).",
    )
    in_fixed_structure: bool = Field(True, description="Om organet är en del av strukturen.")
    side: OneSide | None = Field(
        None, description="Sidan, när bara den ena möts: municipalities eller region."
    )
    parity: bool = Field(False, description="Om sidorna ska ha lika många ordinarie platser.")
    proposals_rest_on_risks: bool = Field(
        False, description="Om organets förslag ska vila på risker som det har identifierat."
    )
    recommends_revisions: bool = Field(
        False, description="Om det är organet som rekommenderar ändringar av överenskommelsen."
    )
    grouping: GroupingSlug | None = None
    host: PrincipalSlug | None = Field(
        None, description="Adressen till värdkommun eller värdregion."
    )
    purpose: Words = Field("", max_length=4000, description="Syftet.")
    mandate: Words = Field("", max_length=4000, description="Uppdraget.")
    inner_decisions: list[str] = Field(
        [], description="Det egna arbetet som organet får besluta om; allt annat rekommenderas."
    )
    inner_sources: dict[str, Annotated[str, Field(max_length=200, pattern=ONE_LINE)]] = Field(
        {}, description="Var det står att organet får besluta om det, för vart och ett."
    )
    assignment_set_by: str = Field(
        "", max_length=160, description="Vem som fastställer uppdraget, i ord."
    )
    assignment_setter: BodySlug | None = Field(
        None, description="Adressen till organet som fastställer uppdraget, om det är ett organ."
    )
    prepared_by: BodySlug | None = Field(
        None, description="Adressen till organet som bereder ärenden till det här organet."
    )
    expected_texts: list[Annotated[TextKind, Field(strict=False)]] = Field(
        [],
        description="Styrdokument som organet ska ha: "
        + ", ".join(f"{one.value} ({one.label})" for one in TextKind)
        + ".",
    )
    required_sections: list[Annotated[SectionKind, Field(strict=False)]] = Field(
        [],
        description="Avsnitt som uppdragsbeskrivningen ska ha: "
        + ", ".join(f"{one.value} ({one.label})" for one in SectionKind)
        + ".",
    )
    review_months: int | None = Field(
        None, ge=1, le=240, description="Hur ofta uppdrag och bemanning ses över, i månader."
    )
    first_point: int = Field(
        1, ge=1, le=1_000_000, description="Numret på den första punkten i anteckningarna."
    )
    minutes_called: MinutesKind = Field(
        MinutesKind.NOTES,
        strict=False,
        description="Vad anteckningarna kallas: "
        + ", ".join(f"{one.value} ({one.label})" for one in MinutesKind)
        + ".",
    )
    opening_points: list[PointData] = Field(
        [],
        max_length=30,
        description="Fasta punkter först på dagordningen, enligt organets arbetsordning. Utelämnas "
        "när organet har de vanliga.",
    )
    closing_points: list[PointData] = Field(
        [], max_length=30, description="Fasta punkter sist på dagordningen."
    )
    aliases: list[Annotated[str, Field(max_length=160, pattern=ONE_LINE)]] = Field(
        [], description="Andra namn och stavningar som organet har i källorna."
    )
    source: Source = ""
    parents: list[ParentData] = []
    heirs: list[HeirData] = []
    quotas: list[QuotaData] = []
    derived_seats: list[DerivedSeatData] = []
    chair_rules: list[ChairRuleData] = []
    rhythms: list[RhythmData] = []


class BodiesFile(Part):
    """The files bodies.toml and former-bodies.toml."""

    bodies: list[BodyData] = Field(min_length=1)
