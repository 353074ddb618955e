"""What can be told about a carrying out, which steps are open, and how each is done."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from samverkan.dispatches import actions
from samverkan.dispatches.choices import DispatchState, ExecutionState
from samverkan.dispatches.models import Execution
from samverkan.www.executions.forms import (
    DoneForm,
    PostponeForm,
    TakeBackForm,
    WriteOffForm,
    today_in,
)
from samverkan.www.forms import Form, typed


class Step(StrEnum):
    """One thing to tell; the value is its part of the address."""

    DONE = "klart"
    POSTPONED = "ny-dag"
    WRITTEN_OFF = "avskriv"
    TAKEN_BACK = "oppna-igen"

    @property
    def heading(self) -> str:
        """Return what the step is called as a heading and as a link."""
        return HEADINGS[self]

    @property
    def button(self) -> str:
        """Return what its button says."""
        return BUTTONS[self]

    @property
    def said(self) -> str:
        """Return what is said when it is done."""
        return SAID[self]


HEADINGS = {
    Step.DONE: "Rapportera klart",
    Step.POSTPONED: "Inte klart, ny dag",
    Step.WRITTEN_OFF: "Avskriv det som inte ska göras",
    Step.TAKEN_BACK: "Öppna igen",
}
BUTTONS = HEADINGS | {Step.POSTPONED: "Spara den nya dagen", Step.WRITTEN_OFF: "Avskriv"}
SAID = {
    Step.DONE: "Genomförandet är rapporterat klart.",
    Step.POSTPONED: "Den nya dagen är sparad.",
    Step.WRITTEN_OFF: "Genomförandet är avskrivet.",
    Step.TAKEN_BACK: "Genomförandet är öppnat igen.",
}
FORMS: Mapping[Step, type[Form]] = {
    Step.DONE: DoneForm,
    Step.POSTPONED: PostponeForm,
    Step.WRITTEN_OFF: WriteOffForm,
    Step.TAKEN_BACK: TakeBackForm,
}


def open_steps(execution: Execution | None, state: str) -> list[Step]:
    """Return the steps that make sense, the most probable first; none without a bifall."""
    if execution is None or state != DispatchState.APPROVED:
        return []
    if execution.state == ExecutionState.TO_DO:
        return [Step.DONE, Step.POSTPONED, Step.WRITTEN_OFF]
    return [Step.TAKEN_BACK]


def form_for(step: Step, today: date, *sent: Any) -> Form:
    """Return the form of a step, empty or as it was sent."""
    form = FORMS[step]
    data, files = sent or (None, None)
    return form(data, files, initial=today_in(form, today))


def take(step: Step, execution: Execution, form: Form, facts: dict[str, Any]) -> Execution:
    """Do what a valid form says. Raises StepRefused."""
    if step is Step.DONE:
        sent = typed(form, "file")
        return actions.report_execution_done(
            execution.pk,
            line=typed(form, "line"),
            on=typed(form, "on"),
            name=sent.name if sent else "",
            data=sent.read() if sent else None,
            **facts,
        )
    told = {**form.cleaned_data, **facts}
    if step is Step.POSTPONED:
        return actions.postpone_execution(execution.pk, **told)
    if step is Step.WRITTEN_OFF:
        return actions.write_off_execution(execution.pk, **told)
    return actions.take_back_execution(execution.pk, **told)


def labels() -> dict[str, str]:
    """Return what every field of every step is called."""
    fields = [one for form in FORMS.values() for one in form.base_fields.items()]
    return {name: str(field.label) for name, field in fields}


def number(text: str) -> int:
    """Return how many notes the sender had seen; -1 for what cannot be a number of notes."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
