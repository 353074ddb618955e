"""What can be typed about who leads a body."""

from collections.abc import Iterable
from datetime import date

from django import forms

from samverkan.journal.periods import day_after
from samverkan.www.forms import EndForm, day, one_of, paragraphs
from samverkan.www.structure.candidates import Candidate
from samverkan.www.structure.two_steps import ChangeForm


class ElectForm(ChangeForm):
    places = {
        "chair_not_member": "member",
        "chairs_from_one_side": "member",
        "not_the_sides_turn": "member",
        "term_ends_first": "last",
        "term_not_calendar_year": "last",
        "term_not_as_ordered": "last",
        "after_the_body": "last",
        "before_the_body": "first",
        "office_taken": "first",
    }

    member = one_of("Vem", [], missing="Välj någon av organets medlemmar.", radios=True)
    first = day("Första dag", missing="Skriv från vilken dag uppdraget gäller.")
    last = day("Sista dag", hint="Enligt organets ordning. Den första perioden anges för hand.")

    def set_members(self, found: Iterable[Candidate]) -> None:
        """Offer those who may be given the office."""
        field = self.fields["member"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(str(one.person.pk), one.label) for one in found if one.eligible]

    @property
    def until(self) -> date | None:
        """Return the day after the last."""
        last: date | None = self.cleaned_data["last"]
        return day_after(last)


class ExtendForm(EndForm):
    places = {
        "extension_not_longer": "last",
        "extension_not_to_new_year": "last",
        "extension_not_unanimous": "unanimous",
        "extension_without_reasons": "reasons",
        "extension_not_decided_yet": "decided_on",
        "extension_decided_late": "decided_on",
        "successor_elected": "last",
        "chairs_from_one_side": "last",
        "office_taken": "last",
        "after_the_body": "last",
        "identity_number": "reasons",
        "control_characters": "reasons",
    }

    last = day("Ny sista dag", missing="Skriv till vilken dag uppdraget ska löpa.")
    decided_on = day("Beslutet togs", missing="Skriv vilken dag beslutet togs.")
    unanimous = forms.BooleanField(label="Beslutet var enhälligt", required=False)
    reasons = paragraphs(
        "Skäl",
        2000,
        missing="Skriv skälen till att uppdraget ska löpa längre.",
        hint="Skälen blir offentliga.",
    )
    point = forms.IntegerField(
        label="Punkt i anteckningarna",
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
        error_messages={
            "invalid": "Skriv punktens nummer, till exempel 84.",
            "min_value": "Skriv punktens nummer, till exempel 84.",
            "max_value": "Skriv punktens nummer, till exempel 84.",
        },
    )
