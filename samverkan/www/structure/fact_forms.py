"""What can be typed about a body itself, and about how many seats somebody has in it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from samverkan.bodies.choices import BodyKind, Level, Power, Responsibility, Sphere
from samverkan.bodies.models import Body
from samverkan.principals.choices import Standing
from samverkan.www.forms import (
    Choices,
    Form,
    day,
    labelled,
    line,
    offer,
    one_of,
    paragraphs,
)
from samverkan.www.structure.two_steps import ChangeForm


def named(bodies: Iterable[Body]) -> Choices:
    """Return bodies to choose among, by their addresses."""
    return [(body.slug, body.name) for body in bodies]


def name() -> forms.CharField:
    return line("Namn", 160, missing="Skriv vad organet heter.")


def short_name() -> forms.CharField:
    return line("Kortnamn", 60, hint="Där det är ont om plats, till exempel ”LSG”.")


def purpose() -> forms.CharField:
    return paragraphs("Syfte", 4000)


class FactsForm(Form):
    places = {"nothing_changed": "name"}

    name = name()
    short_name = short_name()
    sphere = one_of("Vilka som möts", labelled(Sphere), missing="Välj vilka som möts.")
    level = one_of("Nivå", labelled(Level), missing="Välj nivå.")
    responsibility = one_of(
        "Ansvarsnivå", labelled(Responsibility), hint="I huvudmännens egen linje."
    )
    power = one_of("Befogenhet", labelled(Power), missing="Välj vad organet får göra.")
    purpose = purpose()
    mandate = paragraphs("Uppdrag", 4000, rows=6)
    source = line("Källa", 300, hint="Beslutet eller avsnittet som ändringen vilar på.")


class NewBodyForm(ChangeForm):
    places = {
        "working_group_only_works": "power",
        "new_body_not_under_decider": "parent",
        "body_name_taken": "name",
    }

    name = name()
    short_name = short_name()
    kind = one_of("Slag", labelled(BodyKind), missing="Välj vilket slags organ det är.")
    decided_by = one_of(
        "Inrättas av",
        [],
        hint="Organet som har beslutat. Lämna tomt om det är parterna själva.",
    )
    decision = line(
        "Beslut",
        240,
        missing="Skriv vilket beslut det vilar på.",
        hint="Till exempel ”3 november 2026, punkt 84”.",
    )
    parent = one_of("Hör under", [], hint="Oftast samma organ som inrättar det.")
    sphere = FactsForm.base_fields["sphere"]
    level = FactsForm.base_fields["level"]
    power = FactsForm.base_fields["power"]
    purpose = purpose()
    first = day("Första dag", missing="Skriv från vilken dag organet finns.")
    follows = one_of("Tar över efter", [], hint="Om organet är arvtagare till ett annat.")
    standing = one_of(
        "Arvet är",
        labelled([Standing.DECIDED, Standing.ASSUMED]),
    )

    def __init__(self, now: Iterable[Body], every: Iterable[Body], *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for field, bodies in (("decided_by", now), ("parent", now), ("follows", every)):
            offer(self, field, named(bodies))

    def clean(self) -> dict[str, Any]:
        """Ask how sure an inheritance is, when there is one."""
        cleaned = super().clean() or {}
        if cleaned.get("follows") and not cleaned.get("standing"):
            self.add_error("standing", "Välj om arvet är beslutat eller antaget.")
        return cleaned


def count(label: str) -> forms.IntegerField:
    """Return a field for a number of seats."""
    said = f"{label}: skriv ett tal från 0 till 99."
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=99,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), said),
    )


class QuotaForm(Form):
    places = {"seat_held": "ordinary_max", "nothing_changed": "ordinary_max"}

    holder = one_of("För vem", [], missing="Välj vems platser som ändras.")
    first = day("Från", missing="Skriv från vilken dag platserna gäller.")
    ordinary_min = count("Ordinarie, minst")
    ordinary_max = count("Ordinarie, högst")
    substitutes_max = count("Ersättare, högst")
    source = line("Källa", 300, hint="Beslutet eller avsnittet som platserna vilar på.")

    def __init__(self, choices: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "holder", choices)

    def clean(self) -> dict[str, Any]:
        """Say at the field when the least is more than the most."""
        cleaned = super().clean() or {}
        least, most = cleaned.get("ordinary_min"), cleaned.get("ordinary_max")
        if least is not None and most is not None and least > most:
            self.add_error("ordinary_max", "Det högsta antalet kan inte vara mindre än det minsta.")
        return cleaned

    def first_day(self) -> date:
        """Return the day that the seats hold from."""
        first: date = self.cleaned_data["first"]
        return first
