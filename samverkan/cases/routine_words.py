"""The routine in words: the same content as its picture, for pages and comparisons."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samverkan.cases.choices import StepKind
from samverkan.cases.rules.routine import Exit, Routine, Stage, Step, is_end
from samverkan.cases.wording.preparing import MISSING

NOWHERE = "inget läge: steget väcker frågan"
Facts = list[tuple[str, str]]


@dataclass(frozen=True)
class ShownStep:
    """A step in words: where it leads, and what more is said of it."""

    step: Step
    leads_to: str
    facts: Facts


@dataclass(frozen=True)
class ShownExit:
    """An exit in words."""

    exit: Exit
    facts: Facts


@dataclass(frozen=True)
class ShownStage:
    """A stage in words, with the steps that lead on from it and the exits that it has."""

    stage: Stage
    ends: bool
    steps: list[ShownStep] = field(default_factory=list)
    exits: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ShownRoutine:
    """A routine in words."""

    beginnings: list[ShownStep]
    stages: list[ShownStage]
    exits: list[ShownExit]
    # Steps from a stage that does not exist; only a draft can have them.
    loose: list[ShownStep]


def in_words(routine: Routine, bodies: Mapping[str, str]) -> ShownRoutine:
    """Return a routine in words; `bodies` gives the names of bodies by their addresses."""
    known = {one.key for one in routine.stages}
    return ShownRoutine(
        beginnings=[_step(routine, one) for one in routine.steps if not one.from_stage],
        stages=[
            ShownStage(
                one,
                is_end(one),
                [_step(routine, step) for step in routine.steps_from(one.key)],
                [way.name for way in routine.exits if one.key in way.from_stages],
            )
            for one in routine.stages
        ],
        exits=[ShownExit(one, _exit_facts(routine, one, bodies)) for one in routine.exits],
        loose=[
            _step(routine, one)
            for one in routine.steps
            if one.from_stage and one.from_stage not in known
        ],
    )


def sections_of(routine: Routine, bodies: Mapping[str, str]) -> list[dict[str, str]]:
    """Return a routine as sections with a heading and a text, for a comparison of two."""
    stages = [
        (f"Läget {one.name}", [("Tjänstens läge", one.of.label), ("Om läget", one.text)])
        for one in routine.stages
    ]
    steps = [(f"Steget {one.name}", step_facts(routine, one)) for one in routine.steps]
    exits = [(f"Utgången {one.name}", _exit_facts(routine, one, bodies)) for one in routine.exits]
    return [
        {"kind": "other", "heading": heading, "text": _lines(facts)}
        for heading, facts in (*stages, *steps, *exits)
    ]


def step_facts(routine: Routine, step: Step) -> Facts:
    """Return what is said of a step, as label and text."""
    facts = [
        ("Slag", step.kind.label),
        ("Från", stage_name(routine, step.from_stage) if step.from_stage else NOWHERE),
        ("Till", stage_name(routine, step.to_stage)),
        ("Tas av", ", ".join(one.label for one in step.takers)),
        ("Ska vara skrivet", ", ".join(MISSING.get(one, one) for one in step.fields)),
        *((f"Fråga {nr}", _question(one)) for nr, one in enumerate(step.questions, 1)),
        ("Frist", f"{step.days} dagar" if step.days else ""),
        ("Meddelas", ", ".join(one.label for one in step.tells)),
        ("Det som är öppet", _open(step)),
        ("Om steget", step.text),
        ("Källa", step.source),
    ]
    return [(label, text) for label, text in facts if text]


def stage_name(routine: Routine, key: str) -> str:
    """Return the name of a stage; of one that does not exist, its key and that it is missing."""
    found = routine.stage(key)
    return found.name if found else f"{key} (finns inte)"


def _step(routine: Routine, step: Step) -> ShownStep:
    there = ("Från", "Till", "Om steget")
    facts = [one for one in step_facts(routine, step) if one[0] not in there]
    return ShownStep(step, stage_name(routine, step.to_stage), facts)


def _exit_facts(routine: Routine, way: Exit, bodies: Mapping[str, str]) -> Facts:
    facts = [
        ("Från", ", ".join(stage_name(routine, one) for one in way.from_stages)),
        ("Används av", ", ".join(bodies.get(one, one) for one in way.from_bodies)),
        ("Leder till", ", ".join(bodies.get(one, one) for one in way.to_bodies)),
        ("Om utgången", way.text),
        ("Källa", way.source),
    ]
    return [(label, text) for label, text in facts if text]


def _question(one: object) -> str:
    text, needed = getattr(one, "text", ""), getattr(one, "needed", True)
    stops = getattr(one, "stops", True)
    answer = "ja" if needed else "nej"
    return f"{text} (svaret {answer} öppnar; annars {'hindras' if stops else 'påpekas'} det)"


def _open(step: Step) -> str:
    if step.kind != StepKind.LIFT and not step.strict:
        return ""
    return "hindrar" if step.strict else "påpekas men hindrar inte"


def _lines(facts: Facts) -> str:
    return "\n".join(f"{label}: {text}" for label, text in facts)
