"""The two forms of an extract that is read: the file alone, then what it says, to put right."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from samverkan.dispatches.actions import remarks_of
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import ExtractReading
from samverkan.dispatches.wording import OBSTACLES
from samverkan.journal.obstacles import Obstacle
from samverkan.www.forms import Form
from samverkan.www.link.extract_reason import is_about_extract
from samverkan.www.link.forms import CorrectedDecisionForm, DecidedForm

READ_OUT = "Läst ur utdraget: ”%s”"


class ExtractForm(Form):
    """The extract alone; it is read, and nothing is registered."""

    places: ClassVar[Mapping[str, str]] = {"identity_number_in_extract": "extract"}
    extract = forms.FileField(
        label="Protokollsutdrag",
        allow_empty_file=True,
        help_text="PDF, Word (docx) eller ren text, högst 10 MB och 60 sidor, läses.",
        error_messages=dict.fromkeys(("required", "missing", "invalid"), OBSTACLES["no_extract"]),
    )

    def refuse(self, sentence: str) -> None:
        """Say why a file was left out on its way in."""
        self.fields["extract"].error_messages["required"] = sentence

    def _place_of(self, obstacle: Obstacle) -> str | None:
        return "extract"


def confirm_form(reading: ExtractReading, today: date, *sent: Any) -> DecidedForm:
    """Return the form of the decision with what was read filled in, each with its words."""
    kind = CorrectedDecisionForm if is_correcting(reading) else DecidedForm
    form = kind(reading.dispatch, today, *sent)
    if "extract" in form.fields:
        del form.fields["extract"]
    for name, read in reading.found.items():
        if name not in form.fields:
            continue
        form.initial[name] = read["value"]
        field = form.fields[name]
        said = READ_OUT % read["quote"]
        field.help_text = f"{field.help_text} {said}" if field.help_text else said
    if any(is_about_extract(one) for one in remarks_of(reading)):
        form.ask_why_extract()
    return form


def is_correcting(reading: ExtractReading) -> bool:
    """Return whether the answer would correct a decision that is registered."""
    return reading.dispatch.state in (AnswerKind.APPROVED, AnswerKind.REJECTED)
