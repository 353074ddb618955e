"""What can be typed about a routine: a stage, a step, an exit, and where it was adopted."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.rules.checking import NAME_LIMIT, OPEN, SOURCE_LIMIT, TEXT_LIMIT
from samverkan.cases.rules.questions import Question
from samverkan.cases.rules.routine import FIELDS, Exit, Routine, Stage, Step
from samverkan.cases.wording.preparing import MISSING
from samverkan.meetings.models import Item
from samverkan.sentences import DAY
from samverkan.www.forms import Choices, Form, day, labelled, line, one_of, paragraphs, several_of

NONE = "inget"
WITHOUT_MEETING = "utan"
FIRST = "forst"
YES_NO: Choices = [("ja", "Ja"), ("nej", "Nej")]
OTHERWISE: Choices = [("hindrar", "Hindrar steget"), ("pastas", "Påpekas bara")]
PLACES = {"routine_name": "name", "routine_text_too_long": "text", "routine_days": "days"}


def _stages(routine: Routine, only: Iterable[CaseStage] = CaseStage) -> Choices:
    return [(one.key, one.name) for one in routine.stages if one.of in set(only)]


class PartForm(Form):
    """What every part has: a name, a sentence, and where it stands."""

    places = PLACES

    def add_words(self, hint: str) -> None:
        """Add the fields that come last."""
        self.fields["text"] = paragraphs("Vad det innebär", TEXT_LIMIT, hint=hint, rows=2)
        self.fields["source"] = line("Källa", SOURCE_LIMIT, hint="Var det står, om det står.")

    @property
    def words(self) -> dict[str, str]:
        """Return the name, the sentence and the source as they were typed."""
        return {name: self.cleaned_data[name] for name in ("name", "text", "source")}


class StageForm(PartForm):
    def __init__(self, routine: Routine, stage: Stage | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = line(
            "Namn",
            NAME_LIMIT,
            missing="Skriv vad läget heter hos er.",
            look="govuk-input--width-20",
        )
        self.fields["of"] = one_of(
            "Tjänstens läge",
            labelled(CaseStage),
            missing="Välj vilket av tjänstens lägen det hör till.",
            hint="Flera av era lägen kan höra till samma.",
        )
        others = [one for one in _stages(routine) if stage is None or one[0] != stage.key]
        self.fields["after"] = one_of(
            "Står efter", [(FIRST, "Först"), *others], missing="Välj var i bilden läget står."
        )
        self.add_words("En vanlig mening om vad det betyder att ärendet är här.")
        if stage:
            keys = [one.key for one in routine.stages]
            place = keys.index(stage.key)
            self.initial.update(
                name=stage.name,
                of=stage.of.value,
                after=keys[place - 1] if place else FIRST,
                text=stage.text,
                source=stage.source,
            )
        elif others:
            self.initial["after"] = others[-1][0]

    def stage(self, key: str) -> Stage:
        """Return what was typed."""
        return Stage(key=key, of=CaseStage(self.cleaned_data["of"]), **self.words)

    @property
    def after(self) -> str:
        """Return the stage that it stands after; empty for none."""
        chosen: str = self.cleaned_data["after"]
        return "" if chosen == FIRST else chosen


class StepForm(PartForm):
    def __init__(self, routine: Routine, step: Step | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = line("Namn", NAME_LIMIT, missing="Skriv vad steget heter hos er.")
        self.fields["kind"] = one_of("Slag", labelled(StepKind), missing="Välj vilket slags steg.")
        self.fields["from_stage"] = one_of(
            "Från läget",
            [
                (NONE, "Inget: steget väcker frågan"),
                *_with(routine, step.from_stage if step else None),
            ],
            missing="Välj från vilket läge steget går.",
        )
        self.fields["to_stage"] = one_of(
            "Till läget",
            _with(routine, step.to_stage if step else None),
            missing="Välj vart steget leder. Samma läge går också bra.",
        )
        self.fields["takers"] = several_of("Vem tar steget?", labelled(Taker))
        self.fields["fields"] = several_of(
            "Vad ska vara skrivet i ärendet innan?",
            [(one, MISSING[one].capitalize()) for one in FIELDS],
        )
        self.fields["days"] = line(
            "Frist, antal dagar", 9, hint="Lämnas tom när det inte finns någon.",
            look="govuk-input--width-4",
        )  # fmt: skip
        self.fields["tells"] = several_of("Vilka meddelas?", labelled(Taker))
        self.fields["strict"] = one_of(
            "När något är öppet, som ett svar från linjen",
            [("ja", "Hindrar det steget"), ("nej", "Påpekas det bara")],
            missing="Välj vad som händer när något är öppet.",
            radios=True,
        )
        self.questions = list(step.questions) if step else []
        asks = bool(step and step.kind == StepKind.ADMIT)
        self.rows = range(1, len(self.questions) + 2) if asks else range(0)
        for nr in self.rows:
            self._add_question(nr)
        self.add_words("En vanlig mening om hur det går till.")
        self.initial.update(_initial(step))

    def _add_question(self, nr: int) -> None:
        self.fields[f"question{nr}"] = line(
            f"Fråga {nr}", TEXT_LIMIT, hint="Lämnas den tom tas frågan bort."
        )
        self.fields[f"needed{nr}"] = one_of(f"Svaret som öppnar fråga {nr}", YES_NO, radios=True)
        self.fields[f"stops{nr}"] = one_of(f"Ett annat svar på fråga {nr}", OTHERWISE, radios=True)
        self.fields[f"where{nr}"] = line(f"Källa till fråga {nr}", SOURCE_LIMIT)

    def clean_days(self) -> int | None:
        """Return the deadline as a number of days."""
        typed: str = self.cleaned_data["days"]
        if typed and not (typed.isascii() and typed.isdecimal()):
            raise ValidationError("Skriv ett antal dagar med siffror, till exempel 30.")
        return int(typed) if typed else None

    def step(self, key: str, taken: Iterable[str]) -> Step:
        """Return what was typed; `taken` are the keys of the other steps' questions."""
        found = self.cleaned_data
        came = found["from_stage"]
        return Step(
            key=key,
            kind=StepKind(found["kind"]),
            from_stage="" if came == NONE else came,
            to_stage=found["to_stage"],
            takers=tuple(Taker(one) for one in found["takers"]),
            fields=tuple(found["fields"]),
            questions=tuple(self._typed_questions(set(taken))),
            days=found["days"],
            tells=tuple(Taker(one) for one in found["tells"]),
            strict=found["strict"] == "ja",
            **self.words,
        )

    def _typed_questions(self, taken: set[str]) -> Iterable[Question]:
        if not self.rows:
            yield from self.questions
        for nr in self.rows:
            text = self.cleaned_data[f"question{nr}"]
            if not text:
                continue
            old = self.questions[nr - 1].key if nr <= len(self.questions) else ""
            key = old or next(one for n in range(1, 1000) if (one := f"fraga-{n}") not in taken)
            taken.add(key)
            yield Question(
                key=key,
                text=text,
                source=self.cleaned_data[f"where{nr}"],
                needed=self.cleaned_data[f"needed{nr}"] != "nej",
                stops=self.cleaned_data[f"stops{nr}"] != "pastas",
            )


class ExitForm(PartForm):
    def __init__(
        self,
        routine: Routine,
        way: Exit | None,
        bodies: Choices,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if way is None:
            left = [one for one in ExitKind if routine.exit(one) is None]
            self.fields["kind"] = one_of("Slag", labelled(left), missing="Välj vilket slag.")
        self.fields["name"] = line("Namn", NAME_LIMIT, missing="Skriv vad utgången heter hos er.")
        self.fields["from_stages"] = several_of(
            "Från vilka lägen?",
            _stages(routine, OPEN),
            hint="Efter en rekommendation lämnar ett ärende inte vägen.",
        )
        self.fields["from_bodies"] = several_of(
            "Vilka organ använder den?", bodies, hint="Inget val betyder alla."
        )
        self.fields["to_bodies"] = several_of(
            "Vilka organ leder den till?", bodies, hint="Inget val betyder vilket som helst."
        )
        self.add_words("En vanlig mening om när den används.")
        if way:
            self.initial.update(
                name=way.name,
                from_stages=list(way.from_stages),
                from_bodies=list(way.from_bodies),
                to_bodies=list(way.to_bodies),
                text=way.text,
                source=way.source,
            )

    def way(self, kind: ExitKind | None) -> Exit:
        """Return what was typed."""
        found = self.cleaned_data
        return Exit(
            kind=kind or ExitKind(found["kind"]),
            from_stages=tuple(found["from_stages"]),
            from_bodies=tuple(found["from_bodies"]),
            to_bodies=tuple(found["to_bodies"]),
            **self.words,
        )


class AdoptForm(Form):
    places = {
        "adopted_in_the_future": "on",
        "adopter_not_there": "on",
        "adopter_did_not_meet": "where",
        "adopted_without_source": "source",
        "valid_before_adopted": "valid_from",
        "valid_before_the_former": "valid_from",
        "routine_not_by_its_owner": "adopter",
    }

    def __init__(
        self, points: Iterable[Item], owners: Mapping[int, str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(one.pk), _point(one)) for one in points]
        self.fields["where"] = one_of(
            "Var antogs den?",
            [*offered, (WITHOUT_MEETING, "Mötet finns inte här: jag skriver dag och källa")],
            missing="Välj vid vilken punkt den antogs.",
            hint="Här finns de punkter där organet har beslutat i sin egen fråga vid ett hållet "
            "möte."
            if offered
            else "Inget hållet möte har en punkt där organet har beslutat i sin egen fråga.",
            radios=True,
        )
        self.owners = [(str(pk), name) for pk, name in owners.items()]
        if len(self.owners) > 1:
            self.fields["adopter"] = one_of("Antagen av", self.owners)
        self.fields["on"] = day("Antagen den", hint="Fylls i när mötet inte finns här.")
        self.fields["source"] = line(
            "Källa", 300, hint="Var det står att den är antagen. Behövs när mötet inte finns här."
        )
        self.fields["valid_from"] = day(
            "Gäller från",
            hint="Nya ärenden följer den från den dagen. Lämnas tom när det är dagen den antogs.",
        )

    def clean(self) -> dict[str, Any]:
        """Ask for the day and the body where no point of a meeting tells them."""
        found = self.cleaned_data
        if found.get("where") == WITHOUT_MEETING:
            if not found.get("on") and "on" not in self.errors:
                self.add_error("on", "Ange den dag då den antogs.")
            if len(self.owners) > 1 and not found.get("adopter"):
                self.add_error("adopter", "Välj vilket organ som antog den.")
        return found

    @property
    def adopter(self) -> int:
        """Return the body that adopted it, where no point tells."""
        return int(self.cleaned_data.get("adopter") or self.owners[0][0])


def _with(routine: Routine, key: str | None) -> Choices:
    """Return the stages to choose among; one that does not exist stays until another is chosen."""
    known = _stages(routine)
    if key and routine.stage(key) is None:
        return [*known, (key, f"{key} (finns inte)")]
    return known


def _initial(step: Step | None) -> dict[str, Any]:
    if step is None:
        return {"strict": "nej", "takers": [Taker.COORDINATOR.value]}
    found: dict[str, Any] = {
        "name": step.name,
        "kind": step.kind.value,
        "from_stage": step.from_stage or NONE,
        "to_stage": step.to_stage,
        "takers": [one.value for one in step.takers],
        "fields": list(step.fields),
        "days": str(step.days or ""),
        "tells": [one.value for one in step.tells],
        "strict": "ja" if step.strict else "nej",
        "text": step.text,
        "source": step.source,
    }
    for nr, one in enumerate(step.questions, 1):
        found[f"question{nr}"] = one.text
        found[f"needed{nr}"] = "ja" if one.needed else "nej"
        found[f"stops{nr}"] = "hindrar" if one.stops else "pastas"
        found[f"where{nr}"] = one.source
    return found


def _point(one: Item) -> str:
    return (
        f"{one.body.short}, {date_format(one.meeting.on, DAY)}, punkt {one.number}: {one.heading}"
    )
