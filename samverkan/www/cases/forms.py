"""What can be typed about a case."""

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format

from samverkan.cases.actions import Sheet
from samverkan.cases.choices import Rank, Scope, TargetGroup
from samverkan.meetings.models import Meeting
from samverkan.people.models import Person
from samverkan.sentences import DAY
from samverkan.www.forms import (
    Form,
    labelled,
    line,
    one_of,
    paragraphs,
    several_of,
)

SCOPES = labelled(Scope)
GROUPS = labelled(TargetGroup)


class SheetForm(Form):
    places = {"no_title": "title", "no_question": "question"}

    title = line(
        "Rubrik", 200, missing="Skriv en rubrik för frågan.", hint="Kort, så att den går att hitta."
    )
    question = paragraphs(
        "Fråga",
        4000,
        missing="Skriv vad frågan gäller.",
        hint="Vad ska organet ta ställning till? Skriv inga uppgifter om enskilda personer.",
    )
    background = paragraphs("Bakgrund", 8000, hint="Varför väcks frågan nu?", rows=6)
    value_inhabitants = paragraphs(
        "Värde för invånaren", 4000, hint="Vad blir bättre för dem som bor i länet?"
    )
    value_operations = paragraphs(
        "Värde för verksamheterna", 4000, hint="Vad blir bättre för dem som arbetar?"
    )
    target_groups = several_of("Målgrupp", GROUPS)
    scope = one_of("Område", SCOPES, hint="Vilken del av samverkan hör frågan till?", radios=True)
    touched = paragraphs(
        "Vilka mer berörs", 2000, hint="Andra organ, verksamheter eller föreningar.", rows=2
    )
    responsible_management = line(
        "Ansvarig ledning", 200, hint="Vilken ledning hos huvudmannen står bakom frågan?"
    )

    def sheet(self) -> Sheet:
        """Return what was typed as a case sheet."""
        written = {name: self.cleaned_data[name] for name in SheetForm.base_fields}
        return Sheet(**written, experts=self.cleaned_data.get("experts", ""))


class DocumentForm(SheetForm):
    experts = paragraphs(
        "Berörda sakkunniga",
        2000,
        hint="Vilka som kan frågan är tillfrågade? Skriv funktion, till exempel ”MAS i Malå”.",
        rows=2,
    )


class RaiseForm(SheetForm):
    places = {
        **SheetForm.places,
        "raiser_not_member": "raised_by",
        "no_raiser": "raised_by",
    }

    def __init__(self, members: Iterable[Person] | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A member raises for themselves; a coordinator types it in for one of the members.
        if members is not None:
            self.fields["raised_by"] = one_of(
                "För medlem",
                [(str(person.pk), person.name) for person in members],
                missing="Välj vem i organet som väcker frågan.",
                hint="Frågor väcks av någon av organets medlemmar.",
            )
            self.order_fields(["raised_by"])


class PrepareForm(Form):
    places = {
        "no_handler": "handler",
        "no_experts": "reason",
        "outside_scope": "reason",
        "identity_number": "reason",
    }

    def __init__(
        self, handlers: Iterable[Person], *args: Any, ask_reason: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handler"] = one_of(
            "Handläggare",
            [(str(person.pk), person.name) for person in handlers],
            missing="Välj vilken koordinator som handlägger ärendet.",
            radios=True,
        )
        if ask_reason:
            self.fields["reason"] = paragraphs(
                "Skäl", 500, missing="Skriv varför ärendet är berett ändå.", rows=3
            )


class RankForm(Form):
    rank = one_of(
        "När ska organet ta upp frågan?",
        labelled(Rank),
        missing="Välj när frågan ska tas upp.",
        radios=True,
    )


class PlaceForm(Form):
    def __init__(self, meetings: Iterable[Meeting], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"] = one_of(
            "Möte",
            [(str(meeting.pk), date_format(meeting.on, DAY)) for meeting in meetings],
            missing="Välj vilket möte som ska ta upp ärendet.",
            radios=True,
        )
