"""What can be typed about the year: days to plan, where a meeting moves, meetings outside."""

from collections.abc import Iterable
from typing import Any

from django import forms

from samverkan.bodies.models import Body
from samverkan.meetings.actions import Arranger
from samverkan.meetings.choices import Certainty
from samverkan.meetings.reading import FILE_LIMIT
from samverkan.principals.models import LineBody
from samverkan.www.forms import Choices, Form, day, file, labelled, line, one_of, typed

PLACE_HINT = "Lokal och ort. Skriv ”på distans” om mötet är digitalt."

OF_THE_FILE = (
    "calendar_too_large",
    "not_a_calendar",
    "calendar_is_empty",
    "calendar_too_many_events",
    "calendar_too_many_meetings",
)


def clock(label: str) -> forms.TimeField:
    """Return a field for a time of the day."""
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M"),
        error_messages={"invalid": "Skriv tiden som timme och minut, till exempel 09:30."},
    )


class MoveForm(Form):
    places = {
        "body_not_there": "on",
        "meeting_exists": "on",
        "moved_to_the_past": "on",
        "moved_too_far": "on",
        "move_changes_nothing": "on",
        "meeting_on_free_day": "on",
        "members_meet_elsewhere": "on",
        "moved_without_reason": "reason",
    }

    on = day("Dag", missing="Ange vilken dag organet möts.")
    starts_at = clock("Tid")
    place = line("Plats", 200, hint=PLACE_HINT)
    reason = line("Skäl", 300, hint="Blir offentligt. Behövs när kallelsen är sänd.")


class DayForm(Form):
    """A meeting of a proposed year."""

    chosen = forms.BooleanField(label="Planera mötet", required=False)
    body = forms.CharField(widget=forms.HiddenInput, max_length=80)
    on = day("Dag", missing="Ange dagen, eller välj bort mötet.")
    starts_at = clock("Tid")
    place = line("Plats", 200)

    name = ""
    notes: Iterable[str] = ()


class ReasonForm(Form):
    reason = line(
        "Skäl",
        300,
        hint="Behövs bara om någon dag är ledig, eller om ledamöter möts i ett annat organ.",
    )


class OutsideForm(Form):
    """Who arranges: a body outside, a principal's own body, or somebody else by name."""

    places = {
        "external_without_arranger": "arranger",
        "external_with_two_arrangers": "arranger",
        "external_of_own_body": "arranger",
        "external_day_unreasonable": "on",
    }

    def __init__(
        self, bodies: Iterable[Body], lines: Iterable[LineBody], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, tuple[str, int | None, int | None]]
        self.known = {f"organ-{one.pk}": (one.name, one.pk, None) for one in bodies}
        self.known |= {
            f"linje-{one.pk}": (f"{one.name}, {one.principal.short_name}", None, one.pk)
            for one in lines
        }
        self.fields["who"] = one_of("Arrangör", self._offered())
        self.fields["arranger"] = line(
            "Annan arrangör", 160, hint="Skriv namnet om arrangören inte finns i listan."
        )
        self.order_fields(["who", "arranger"])

    def _offered(self) -> Choices:
        return [(key, name) for key, (name, _, _) in self.known.items()]

    @property
    def chosen(self) -> Arranger:
        """Return who was chosen, or typed."""
        name, body, line_body = self.known.get(typed(self, "who"), ("", None, None))
        return Arranger(typed(self, "arranger") or name, body, line_body)


class WhenForm(Form):
    """When and where a meeting outside is, and how that is known."""

    places = {"external_day_unreasonable": "on"}

    on = day("Dag", missing="Ange vilken dag mötet är.")
    starts_at = clock("Tid")
    heading = line("Vad det gäller", 200)
    place = line("Plats", 200)
    certainty = one_of(
        "Hur säkert är det?",
        labelled(Certainty),
        missing="Välj om dagen är bekräftad eller antagen.",
        radios=True,
    )
    source = line("Källa", 300, hint="Var dagen står, till exempel arrangörens webbplats.")


class ExternalForm(OutsideForm, WhenForm):
    places = OutsideForm.places | WhenForm.places


class CalendarForm(OutsideForm):
    name = line(
        "Kalenderns namn",
        120,
        missing="Ge kalendern ett namn.",
        hint="Samma namn nästa gång läser in samma kalender på nytt.",
    )
    file = file(
        "Kalenderfilen",
        hint=f"iCalendar (.ics), högst {FILE_LIMIT // 1_000_000}\N{NO-BREAK SPACE}MB. Bara dag, "
        "tid, plats och rubrik läses, för de närmaste 18 månaderna.",
    )
    file.required = True
    file.error_messages["required"] = "Välj kalenderfilen."
    places = OutsideForm.places | dict.fromkeys(OF_THE_FILE, "file")
