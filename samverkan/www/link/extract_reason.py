"""Why an extract is right though it seems to be about something else: asked for only then."""

from django import forms

from samverkan.dispatches.actions import WHY_EXTRACT
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused
from samverkan.www.forms import Form, line

FIELD = "extract_reason"
HINT = "Fylls i bara om utdraget är rätt. Skälet sparas i journalen."


class AsksWhyExtract(Form):
    """A form that gets one more field when an extract was remarked on."""

    def show(self, refusal: StepRefused) -> None:
        """Put each obstacle where something can be done, with a field for the reason if needed."""
        if any(map(is_about_extract, refusal.obstacles)):
            self.ask_why_extract()
        super().show(refusal)

    def ask_why_extract(self) -> None:
        """Ask why the extract is right; a refusal may bring the question."""
        self.fields.setdefault(FIELD, reason_field())

    def _place_of(self, obstacle: Obstacle) -> str | None:
        return FIELD if is_about_extract(obstacle) else super()._place_of(obstacle)


def reason_field() -> forms.CharField:
    """Return a new field for the reason."""
    return line(WHY_EXTRACT, 500, hint=HINT)


def is_about_extract(obstacle: Obstacle) -> bool:
    """Return whether a remark says that an extract seems to be about another matter."""
    return isinstance(obstacle, Remark) and obstacle.code.startswith("extract_")
