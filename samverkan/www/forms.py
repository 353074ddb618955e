"""Plain forms: forms check what was typed, rules decide what is allowed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import IntegerChoices, TextChoices

from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.journal.periods import day_after
from samverkan.sentences import say

Choices = list[tuple[str, str]]
UNCHOSEN: Choices = [("", "Välj")]
DAY = "Skriv dagen som år, månad och dag, till exempel 2026-03-12."


class Form(forms.Form):
    """A form that can show, at the right field, what a rule refused."""

    use_required_attribute = False
    places: ClassVar[Mapping[str, str]] = {}  # obstacle's code → field

    def show(self, refusal: StepRefused) -> None:
        """Put each obstacle where the person can do something about it."""
        for obstacle in refusal.obstacles:
            self.add_error(self._place_of(obstacle), say(obstacle))

    def _place_of(self, obstacle: Obstacle) -> str | None:
        named = obstacle.facts.get("field")
        if named is None:
            place = self.places.get(obstacle.code)
        else:
            place = next((name for name, one in self.fields.items() if one.label == named), None)
        return place if place in self.fields else None


class Text(forms.CharField):
    """Text with one kind of line break, whatever the browser sent."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Leave out maxlength: a browser cuts what is pasted without a word; the form says so."""
        attrs: dict[str, Any] = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: object) -> str:
        """Return what was typed without surrounding space; one line where there is room for one."""
        text: str = super().to_python(value) or ""
        if not isinstance(self.widget, forms.Textarea):
            return " ".join(text.splitlines()).strip()
        return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def line(
    label: str, limit: int, *, missing: str = "", hint: str = "", look: str = ""
) -> forms.CharField:
    """Return a field for one line; required when `missing` says what to write."""
    return _text(label, limit, missing, hint, forms.TextInput(attrs={"class": look}))


def paragraphs(
    label: str, limit: int, *, missing: str = "", hint: str = "", rows: int = 4
) -> forms.CharField:
    """Return a field for longer text."""
    return _text(label, limit, missing, hint, forms.Textarea(attrs={"rows": rows}))


def _text(label: str, limit: int, missing: str, hint: str, widget: forms.Widget) -> Text:
    return Text(
        label=label,
        max_length=limit,
        required=bool(missing),
        help_text=hint,
        widget=widget,
        error_messages={
            "required": missing,
            "max_length": f"{label}: skriv högst {limit} tecken.",
        },
    )


def email(label: str, *, missing: str = "", hint: str = "") -> forms.EmailField:
    """Return a field for an e-mail address."""
    return forms.EmailField(
        label=label,
        required=bool(missing),
        help_text=hint,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": missing,
            "invalid": "Skriv en e-postadress, till exempel registrator@kommun.se.",
            "max_length": "Adressen är för lång. Skriv högst 254 tecken.",
        },
    )


def day(label: str, *, missing: str = "", hint: str = "") -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label,
        required=bool(missing),
        help_text=hint,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d"),
        validators=[_reasonable],
        error_messages={"required": missing, "invalid": DAY},
    )


def number(label: str, *, hint: str = "", largest: int = 9999) -> forms.IntegerField:
    """Return a field for a count."""
    return forms.IntegerField(
        label=label,
        required=False,
        help_text=hint,
        min_value=0,
        max_value=largest,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
        error_messages={
            "invalid": f"{label}: skriv ett helt tal med siffror.",
            "min_value": f"{label}: skriv ett tal som är minst 0.",
            "max_value": f"{label}: skriv ett tal som är högst {largest}.",
        },
    )


def one_of(
    label: str, choices: Choices, *, missing: str = "", hint: str = "", radios: bool = False
) -> forms.ChoiceField:
    """Return a choice of one: a list to open, or radios that show all at once."""
    offered = choices if radios else [*UNCHOSEN, *choices]
    return forms.ChoiceField(
        label=label,
        choices=offered,
        required=bool(missing),
        help_text=hint,
        widget=forms.RadioSelect if radios else forms.Select,
        error_messages={"required": missing, "invalid_choice": "Välj ett av alternativen."},
    )


def several_of(label: str, choices: Choices, *, hint: str = "") -> forms.MultipleChoiceField:
    """Return a choice of none, one or more."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        help_text=hint,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Välj bland alternativen.",
            "invalid_list": "Välj bland alternativen.",
        },
    )


def file(label: str, *, hint: str = "") -> forms.FileField:
    """Return a field for a file; what may be taken in, the documents area decides."""
    return forms.FileField(
        label=label,
        required=False,
        help_text=hint,
        allow_empty_file=True,
        error_messages={"invalid": "Välj filen igen.", "missing": "Välj filen igen."},
    )


def labelled(values: Iterable[TextChoices | IntegerChoices]) -> Choices:
    """Return values to choose among, with their labels as they begin a line."""
    return [(str(one), str(one.label).capitalize()) for one in values]


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Fill in what a list offers, when it is not known until the form is made."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
    field.choices = [*UNCHOSEN, *choices]


def typed(form: forms.Form, name: str) -> Any:
    """Return what was typed in a field of a form that is valid."""
    return form.cleaned_data[name]


def _reasonable(value: date) -> None:
    if not 1900 <= value.year <= 2200:
        raise ValidationError("Skriv året med fyra siffror, till exempel 2026.")


class EndForm(Form):
    """The last day of something; it has to be said."""

    last = day("Sista dag", missing="Skriv den sista dagen.")

    @property
    def until(self) -> date:
        """Return the day after the last."""
        last: date = self.cleaned_data["last"]
        return day_after(last)
