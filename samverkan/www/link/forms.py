"""What a registrar types in, one form a step; the rules of dispatches decide what is allowed."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, ClassVar

from django import forms

from samverkan.dispatches.actions import latest_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import Told
from samverkan.dispatches.rules.papers import decider_in
from samverkan.dispatches.wording import OBSTACLES
from samverkan.journal.obstacles import Obstacle
from samverkan.www.forms import day, line, one_of, paragraphs
from samverkan.www.link.extract_reason import FIELD, AsksWhyExtract
from samverkan.www.link.path_forms import decided_in_path
from samverkan.www.link.steps import Step

ABOUT_THE_FILE = (
    "file_",
    "identity_number_in_file",
    "identity_number_in_extract",
    "no_extract",
)
CHOOSE_AGAIN = "Välj filen igen: webbläsaren behåller den inte när sidan visas på nytt."
KINDS = [(AnswerKind.APPROVED.value, "Bifall"), (AnswerKind.REJECTED.value, "Avslag")]
NOT_DECIDED = (AnswerKind.RECEIVED.value, "Inget beslut är fattat hos oss än")
TOLD = [field.name for field in fields(Told)]


class StepForm(AsksWhyExtract):
    """A form of one step, filled in with what is known of the principal already."""

    tells: ClassVar[AnswerKind | None] = None

    def __init__(self, dispatch: Dispatch, today: date, *sent: Any) -> None:
        data, files = sent or (None, None)
        super().__init__(data, files, initial=dict(self.known(dispatch, today)))
        self.dispatch = dispatch
        if FIELD in self.data:
            self.ask_why_extract()

    def known(self, dispatch: Dispatch, today: date) -> Mapping[str, object]:
        """Return what the fields hold from the beginning."""
        return {"reference_number": dispatch.reference_number}

    def told(self) -> Told:
        """Return what was typed, as the rules know it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name in TOLD}
        return Told(**{**typed, "kind": self.tells or AnswerKind(typed["kind"])})

    def ask_for_file_again(self) -> None:
        """Say that a chosen file does not stay in the form."""
        if "extract" in self.fields:
            field = self["extract"]
            field.help_text = f"{CHOOSE_AGAIN} {field.help_text}"

    def refuse_file(self, sentence: str) -> None:
        """Say why a file was left out on its way in."""
        self.fields["extract"].required = True
        self.fields["extract"].error_messages["required"] = sentence

    def _place_of(self, obstacle: Obstacle) -> str | None:
        if obstacle.code.startswith(ABOUT_THE_FILE) and "extract" in self.fields:
            return "extract"
        return super()._place_of(obstacle)


class ReceivedForm(StepForm):
    """Bekräfta mottagande: the principal's own reference number."""

    tells = AnswerKind.RECEIVED
    places: ClassVar[Mapping[str, str]] = {"no_reference_number": "reference_number"}
    reference_number = line(
        "Diarienummer",
        60,
        missing=OBSTACLES["no_reference_number"],
        hint="Det nummer som ärendet har fått hos er, till exempel SN 2026/123.",
        look="govuk-input--width-20",
    )


class PlannedForm(StepForm):
    """Planerat möte: which day, and which body."""

    tells = AnswerKind.PLANNED
    places: ClassVar[Mapping[str, str]] = {
        "no_planned_day": "on",
        "planned_day_passed": "on",
        "before_dispatch": "on",
    }
    on = day("Mötesdag", missing=OBSTACLES["no_planned_day"])
    deciding_body = line(
        "Beslutande organ", 160, hint="Det organ hos er som tar upp frågan på mötet."
    )

    def known(self, dispatch: Dispatch, today: date) -> Mapping[str, object]:
        """Return the day that was told before, and the usual decider."""
        return {"on": dispatch.planned_on, "deciding_body": _decider(dispatch)}


class MoreTimeForm(StepForm):
    """Mer tid: until which day, and why."""

    tells = AnswerKind.MORE_TIME
    places: ClassVar[Mapping[str, str]] = {
        "no_more_time_day": "on",
        "more_time_day_passed": "on",
        "more_time_day_far": "on",
        "before_dispatch": "on",
    }
    on = day(
        "Vi behöver mer tid till",
        missing=OBSTACLES["no_more_time_day"],
        hint="Ni får ingen påminnelse före den dagen.",
    )
    comment = paragraphs(
        "Varför", 2000, hint="Till exempel att nämnden möts först då. Det ni skriver är offentligt."
    )

    def known(self, dispatch: Dispatch, today: date) -> Mapping[str, object]:
        """Return the day that was told before."""
        return {"on": dispatch.more_time_until}


class DecidedForm(StepForm):
    """Registrera beslut: bifall or avslag, who decided and when, and the extract that proves it."""

    places: ClassVar[Mapping[str, str]] = {
        "no_decision_day": "on",
        "decision_day_ahead": "on",
        "before_dispatch": "on",
        "no_deciding_body": "deciding_body",
        "no_paragraph": "paragraph",
        "no_reference_number": "reference_number",
        "answer_against_path": "on",
        "condition_without_approval": "condition",
    }
    kind = one_of("Beslut", KINDS, missing="Välj bifall eller avslag.", radios=True)
    deciding_body = line(
        "Beslutande organ",
        160,
        missing=OBSTACLES["no_deciding_body"],
        hint="Nämnd, styrelse eller fullmäktige, eller den medarbetare som är behörig att besluta.",
    )
    on = day("Beslutsdag", missing=OBSTACLES["no_decision_day"])
    paragraph = line(
        "Paragraf",
        20,
        missing=OBSTACLES["no_paragraph"],
        hint="Till exempel § 31.",
        look="govuk-input--width-10",
    )
    extract = forms.FileField(
        label="Protokollsutdrag",
        allow_empty_file=True,
        help_text=(
            "Helst PDF, högst 20 MB. Utdraget blir offentligt på den gemensamma webbplatsen: "
            "personnummer och det som omfattas av sekretess ska vara borttaget."
        ),
        error_messages=dict.fromkeys(("required", "missing", "invalid"), OBSTACLES["no_extract"]),
    )
    reference_number = line("Diarienummer", 60, look="govuk-input--width-20")
    condition = paragraphs(
        "Villkor eller tillägg",
        1000,
        hint="Bara om ni bifaller med villkor. Det visas bredvid ordet bifall.",
        rows=2,
    )
    comment = paragraphs("Kommentar", 2000, hint="Kommentaren visas tillsammans med beslutet.")

    def __init__(self, dispatch: Dispatch, today: date, *sent: Any) -> None:
        super().__init__(dispatch, today, *sent)
        if dispatch.reference_number:
            del self.fields["reference_number"]

    def known(self, dispatch: Dispatch, today: date) -> Mapping[str, object]:
        """Return the usual decider, and the planned day when it has come."""
        planned = dispatch.planned_on
        met = planned if planned and planned <= today else None
        return {"deciding_body": _decider(dispatch), "on": met, **decided_in_path(dispatch)}


class CorrectingForm(StepForm):
    """Rätta: what the latest answer said, and why it is corrected."""

    reason = line(
        "Skäl",
        500,
        missing=OBSTACLES["no_reason"],
        hint="Varför rättas svaret? Skälet visas tillsammans med rättelsen.",
    )

    def known(self, dispatch: Dispatch, today: date) -> Mapping[str, object]:
        """Return what the latest answer said."""
        latest = latest_answer(dispatch)
        return {name: getattr(latest, name) for name in TOLD} if latest else {}


class CorrectedReceivedForm(CorrectingForm, ReceivedForm):
    """Rätta ett mottagande."""


class CorrectedPlannedForm(CorrectingForm, PlannedForm):
    """Rätta ett planerat möte."""


class CorrectedMoreTimeForm(CorrectingForm, MoreTimeForm):
    """Rätta dagen som ni behöver tid till."""


class CorrectedDecisionForm(CorrectingForm, DecidedForm):
    """Rätta ett beslut som registrerats; the extract stays unless a new one is chosen."""

    kind = one_of("Beslut", [*KINDS, NOT_DECIDED], missing="Välj vad som är rätt.", radios=True)

    def __init__(self, dispatch: Dispatch, today: date, *sent: Any) -> None:
        super().__init__(dispatch, today, *sent)
        if dispatch.extract is not None:
            extract = self.fields["extract"]
            extract.required, extract.label = False, "Nytt protokollsutdrag"
            extract.help_text = f"Utan ny fil behålls {dispatch.extract.name}."
        if self.data.get("kind") == AnswerKind.RECEIVED:
            for name in ("deciding_body", "on", "paragraph", "extract"):
                self.fields[name].required = False

    def told(self) -> Told:
        """Return what is right; that nothing is decided is told as a reception."""
        told = super().told()
        if told.kind is not AnswerKind.RECEIVED:
            return told
        number = told.reference_number or self.dispatch.reference_number
        return Told(AnswerKind.RECEIVED, reference_number=number)


FORMS: Mapping[Step, type[StepForm]] = {
    Step.RECEIVED: ReceivedForm,
    Step.PLANNED: PlannedForm,
    Step.DECIDED: DecidedForm,
    Step.MORE_TIME: MoreTimeForm,
}
CORRECTING: Mapping[AnswerKind, type[StepForm]] = {
    AnswerKind.RECEIVED: CorrectedReceivedForm,
    AnswerKind.PLANNED: CorrectedPlannedForm,
    AnswerKind.MORE_TIME: CorrectedMoreTimeForm,
    AnswerKind.APPROVED: CorrectedDecisionForm,
    AnswerKind.REJECTED: CorrectedDecisionForm,
}


def form_for(step: Step, dispatch: Dispatch, today: date, *sent: Any) -> StepForm:
    """Return the form of a step, empty or as it was sent."""
    if step is not Step.CORRECTED:
        return FORMS[step](dispatch, today, *sent)
    latest = latest_answer(dispatch)
    kind = AnswerKind(latest.kind) if latest else AnswerKind.RECEIVED
    return CORRECTING[kind](dispatch, today, *sent)


def labels() -> dict[str, str]:
    """Return what every field of every step is called."""
    every = [*FORMS.values(), *CORRECTING.values()]
    return {name: str(field.label) for form in every for name, field in form.base_fields.items()}


def _decider(dispatch: Dispatch) -> str:
    return dispatch.deciding_body or decider_in(str(dispatch.proposal["lead"]))
