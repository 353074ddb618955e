"""The file collaboration.toml, and a structure as a whole."""

from pydantic import Field

from samverkan.dispatches.choices import EffectRule
from samverkan.structures.schema.bodies import BodyData
from samverkan.structures.schema.functions import FunctionData, OutsideActorData
from samverkan.structures.schema.grounds import GroundData
from samverkan.structures.schema.line_rhythms import LineRhythmData
from samverkan.structures.schema.parts import ONE_LINE, SLUG, LineLevel, Part, Source, Sure
from samverkan.structures.schema.principals import (
    FederationData,
    GroupingData,
    NominatorData,
    PrincipalData,
)
from samverkan.structures.schema.routines import RoutineData
from samverkan.structures.schema.texts import AgreementData, TextData

# A fixed day belongs to one recommendation, never to a county.
USUAL = [rule for rule in EffectRule if rule is not EffectRule.FROM_DATE]


class UncoveredData(Part):
    """Ansvarsnivå utan arena: a level of the line that has no arena, on purpose."""

    responsibility: LineLevel
    reason: str = Field(max_length=400, pattern=ONE_LINE, description="Varför nivån saknar arena.")
    standing: Sure
    source: Source = ""


class EffectData(Part):
    """Verkansregel: what a new recommendation gets until another rule is chosen for it."""

    rule: EffectRule = Field(
        strict=False,
        description="Regel: " + ", ".join(f"{one.value} ({one.label})" for one in USUAL),
    )
    at_least: int | None = Field(None, ge=1, le=9999, description="Minst så många, vid at_least.")
    share: int | None = Field(None, ge=1, le=100, description="Eller minst så många procent.")
    source: Source = ""


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
    uncovered_levels: list[UncoveredData] = []
    effect: EffectData | None = None


class Structure(Part):
    """A county's whole structure, as the files or the database hold it."""

    collaboration: CollaborationData
    principals: list[PrincipalData] = []
    groupings: list[GroupingData] = []
    federations: list[FederationData] = []
    nominators: list[NominatorData] = []
    line_rhythms: list[LineRhythmData] = []
    bodies: list[BodyData] = []
    functions: list[FunctionData] = []
    outside_actors: list[OutsideActorData] = []
    agreements: list[AgreementData] = []
    texts: list[TextData] = []
    grounds: list[GroundData] = []
    routines: list[RoutineData] = []
