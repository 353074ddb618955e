"""The file arendegang.toml: the versions of the case-flow routine."""

from typing import Annotated, Any

from pydantic import Field

from samverkan.bodies.choices import TextStage
from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.rules.adopting import MATTER
from samverkan.cases.rules.checking import MOST, MOST_DAYS, NAME_LIMIT, SOURCE_LIMIT, TEXT_LIMIT
from samverkan.cases.rules.routine import FIELDS, Routine, routine_from
from samverkan.structures.schema.parts import ONE_LINE, BodySlug, Day, Part, Source

Key = Annotated[
    str,
    Field(
        max_length=40,
        pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$",
        description="Kort namn som annat hänvisar med.",
    ),
]
Name = Annotated[
    str, Field(max_length=NAME_LIMIT, pattern=ONE_LINE, description="Vad länet kallar det.")
]
Told = Annotated[str, Field(max_length=TEXT_LIMIT, description="En vanlig mening om det.")]
Stated = Annotated[str, Field(max_length=SOURCE_LIMIT, description="Var det står, med avsnitt.")]


def _one_of(choices: Any, what: str) -> str:
    return f"{what}: " + ", ".join(f"{one.value} ({one.label})" for one in choices) + "."


OneTaker = Annotated[Taker, Field(strict=False, description=_one_of(Taker, "Vem"))]


class StageData(Part):
    """Läge: the county's own stage, within one of the service's."""

    key: Key
    name: Name
    of: CaseStage = Field(strict=False, description=_one_of(CaseStage, "Tjänstens läge"))
    text: Told = ""
    source: Stated = ""


class QuestionData(Part):
    """Fråga: one of the questions of the admission test."""

    key: Key
    text: str = Field(max_length=TEXT_LIMIT, pattern=ONE_LINE)
    source: Stated = ""
    needed: bool = Field(True, description="Svaret som öppnar vägen: true (ja) eller false (nej).")
    stops: bool = Field(True, description="Om ett annat svar hindrar, eller bara påpekas.")


class StepData(Part):
    """Steg: what leads from one stage to another."""

    key: Key
    name: Name
    kind: StepKind = Field(strict=False, description=_one_of(StepKind, "Slag"))
    to_stage: Key
    from_stage: str = Field(
        "", max_length=40, description="Utelämnas bara i det steg som väcker frågan."
    )
    takers: list[OneTaker] = []
    fields: list[str] = Field(
        [], description="Vad som ska vara skrivet i ärendet: " + ", ".join(FIELDS) + "."
    )
    questions: list[QuestionData] = []
    days: int | None = Field(None, ge=1, le=MOST_DAYS, description="Frist i dagar.")
    tells: list[OneTaker] = []
    strict: bool = Field(
        False, description="Att det som är öppet hindrar, där det annars bara påpekas."
    )
    text: Told = ""
    source: Stated = ""


class ExitData(Part):
    """Utgång: a way out for a case that does not go all the way."""

    kind: ExitKind = Field(strict=False, description=_one_of(ExitKind, "Slag"))
    name: Name
    from_stages: list[Key] = []
    from_bodies: list[BodySlug] = Field([], description="Organ som använder den; utelämnas: alla.")
    to_bodies: list[BodySlug] = Field([], description="Organ som den leder till.")
    text: Told = ""
    source: Stated = ""


class RoutineData(Part):
    """Ärendegångens rutin: one version of it."""

    number: int = Field(ge=1, description="Versionens nummer.")
    stage: TextStage = Field(
        strict=False,
        description=_one_of(TextStage, "Läge")
        + " En föreslagen gäller tills organet har beslutat.",
    )
    matter: str = Field(
        MATTER,
        max_length=160,
        pattern=ONE_LINE,
        description="Vilken av organens egna frågor rutinen är (inner_decisions).",
    )
    adopted_by: BodySlug | None = Field(None, description="Adressen till organet som antog den.")
    adopted_on: Day | None = Field(None, description="Dagen då den antogs.")
    meeting_on: Day | None = Field(None, description="Mötets dag.")
    point: int | None = Field(None, ge=1, description="Punkten i mötets anteckningar.")
    valid_from: Day | None = Field(None, description="Dagen då den börjar gälla.")
    source: Source = ""
    stages: list[StageData] = []
    steps: list[StepData] = []
    exits: list[ExitData] = []

    def content(self) -> dict[str, Any]:
        """Return what the version says, as it is kept."""
        return self.model_dump(mode="json", include={"stages", "steps", "exits"})

    def routine(self) -> Routine:
        """Return what the version says."""
        return routine_from(self.content())


class RoutinesFile(Part):
    """The file arendegang.toml."""

    routines: list[RoutineData] = Field(max_length=10 * MOST)
