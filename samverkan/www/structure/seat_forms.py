"""What can be typed about a seat and who has it."""

from datetime import date
from typing import Any

from django import forms

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Body, Nominator
from samverkan.journal.fields import not_over
from samverkan.journal.periods import day_after
from samverkan.principals.models import Principal
from samverkan.www.forms import (
    Choices,
    EndForm,
    Form,
    day,
    labelled,
    line,
    one_of,
)
from samverkan.www.pages import Workspace
from samverkan.www.structure.holders import Holder, code_of, holder_of
from samverkan.www.structure.who import WhoForm

KINDS = labelled(MissionKind)
ENDS = {
    "ends_before_beginning": "last",
    "after_the_body": "last",
    "already_ended": "last",
    "term_ends_first": "last",
}
BEGINS = {"before_the_body": "first", "holder_not_there": "first"}
NOBODY = "ingen"


def line_function() -> forms.CharField:
    return line(
        "Nämnd eller verksamhet",
        160,
        hint="Vad hos huvudmannen som står bakom platsen, till exempel ”socialnämnden”.",
    )


def appointed_by() -> forms.CharField:
    return line("Utsedd av", 160, hint="Till exempel ”kommunstyrelsen”.")


def appointed_on() -> forms.DateField:
    return day("Beslutsdag")


def paragraph() -> forms.CharField:
    return line("Paragraf", 20, hint="Som ”§ 31”.", look="govuk-input--width-10")


class DecisionForm(Form):
    """What stands behind a seat, and which decision gave it; none of it need be known."""

    line_function = line_function()
    is_main = forms.BooleanField(label="Huvudsaklig representant", required=False)
    appointed_by = appointed_by()
    appointed_on = appointed_on()
    paragraph = paragraph()

    def decision(self) -> dict[str, Any]:
        """Return what was typed of the decision, as the acts take it."""
        names = ("line_function", "appointed_by", "appointed_on", "paragraph")
        return {name: self.cleaned_data[name] for name in names}


class SeatForm(WhoForm, DecisionForm):
    """Who, from which day to which, and by which decision."""

    places = {**WhoForm.places, **ENDS, **BEGINS}

    first = day("Första dag", missing="Skriv från vilken dag uppdraget gäller.")
    last = day("Sista dag", hint="Lämna tomt om uppdraget gäller tills vidare.")

    field_order = ("for_whom", "kind", "name", "person", *WhoForm.of_new_person, "first", "last")

    @property
    def until(self) -> date | None:
        """Return the day after the last."""
        last: date | None = self.cleaned_data["last"]
        return day_after(last)

    @property
    def decision_is_open(self) -> bool:
        """Return whether the part about the decision is shown opened."""
        names = ("appointed_by", "appointed_on", "paragraph")
        return any(self[name].value() or self[name].errors for name in names)


class AppointForm(SeatForm):
    """A seat of one who has some in the body; where no text counts them, of any principal."""

    places = {**SeatForm.places, "no_seat": "for_whom", "seats_taken": "for_whom"}

    def __init__(self, work: Workspace, body: Body, *args: Any, **kwargs: Any) -> None:
        super().__init__(work, *args, **kwargs)
        self.fields["for_whom"] = one_of(
            "För vem", holders(body, work.today), missing="Välj på vems vägnar personen sitter."
        )
        self.fields["kind"] = one_of(
            "Plats", KINDS, missing="Välj ordinarie eller ersättare.", radios=True
        )
        self.order_fields(self.field_order)

    def holder(self) -> Holder:
        """Return on whose behalf the person sits."""
        return holder_of(self.work, self.cleaned_data["for_whom"])


def holders(body: Body, on: date) -> Choices:
    """Return those who have seats in a body, now or later; every principal where none counts."""
    later = not_over(on)
    counted = body.quotas.filter(later).select_related("principal", "nominator")
    found: dict[str, Holder] = {}
    for quota in counted.order_by("principal__position", "nominator__name"):
        holder = quota.principal or quota.nominator
        found[code_of(holder)] = holder
    if found:
        return [(code, str(holder)) for code, holder in found.items()]
    ours = {"collaboration": body.collaboration_id}
    every: list[Holder] = [*Principal.objects.filter(**ours), *Nominator.objects.filter(**ours)]
    return [(NOBODY, "Ingen särskild"), *((code_of(one), str(one)) for one in every)]


class EndSeatForm(EndForm):
    places = ENDS


class CorrectForm(DecisionForm):
    places = {"mission_unchanged": "line_function"}
