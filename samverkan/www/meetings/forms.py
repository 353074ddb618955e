"""What can be typed about a meeting."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format

from samverkan.bodies.models import Body
from samverkan.cases.models import Case
from samverkan.meetings.choices import ItemKind
from samverkan.sentences import DAY
from samverkan.www.forms import (
    Form,
    day,
    labelled,
    line,
    one_of,
    paragraphs,
)

# A recommendation's way back comes by itself, so nobody adds it.
KINDS = labelled(
    [
        ItemKind.INFORMATION,
        ItemKind.DISCUSSION,
        ItemKind.REPORT,
        ItemKind.DECISION,
        ItemKind.FORMAL,
    ]
)


class CancelForm(Form):
    places = {"no_reason_to_cancel": "reason"}

    reason = line("Skäl", 300, missing="Skriv varför mötet ställs in.")


class PlanForm(Form):
    places = {
        "body_not_there": "on",
        "meeting_exists": "on",
        "end_without_start": "starts_at",
        "ends_before_it_starts": "ends_at",
    }

    def __init__(self, bodies: Iterable[Body], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = one_of(
            "Organ",
            [(body.slug, body.name) for body in bodies],
            missing="Välj vilket organ som ska mötas.",
        )
        self.fields["on"] = day("Dag", missing="Ange vilken dag organet möts.")
        self.fields["starts_at"] = hour("Tid")
        self.fields["ends_at"] = hour("Sluttid")
        self.fields["place"] = line(
            "Plats", 200, hint="Lokal och ort. Skriv ”på distans” om mötet är digitalt."
        )


def hour(label: str) -> forms.TimeField:
    """Return a field for an hour of the day."""
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M"),
        error_messages={"invalid": "Skriv tiden som timme och minut, till exempel 09:30."},
    )


class PointForm(Form):
    places = {"no_heading": "heading"}

    heading = line("Rubrik", 300, missing="Skriv en rubrik för punkten.")
    kind = one_of(
        "Slag",
        KINDS,
        missing="Välj vilket slags punkt det är.",
        hint="Bara en punkt för ställningstagande kan leda till en rekommendation eller till ett "
        "beslut i organets egen fråga.",
        radios=True,
    )
    text = paragraphs("Anteckning", 8000, hint="Visas i kallelsens underlag och anteckningarna.")


class TakeUpForm(Form):
    def __init__(self, cases: Iterable[Case], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"] = one_of(
            "Berett ärende",
            [(case.number, f"{case.number} {case.title}") for case in cases],
            missing="Välj vilket ärende mötet ska ta upp.",
            radios=True,
        )


def meeting_title(body: Body, on: date) -> str:
    """Return "LSG den 12 mars 2026"."""
    return f"{body.short} den {date_format(on, DAY)}"
