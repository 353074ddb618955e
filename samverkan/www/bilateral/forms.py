"""What can be typed about a bilateral contact."""

from collections.abc import Iterable
from typing import Any

from django import forms

from samverkan.cases.actions import ContactSheet
from samverkan.people.models import Person
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal
from samverkan.www.forms import Choices, Form, day, line, one_of, paragraphs

YES_OR_NO: Choices = [("ja", "Ja"), ("nej", "Nej")]


class ContactForm(Form):
    places = {
        "contact_without_subject": "subject",
        "informed_in_the_future": "informed_on",
        "nothing_changed": "subject",
        "contact_not_of_a_municipality": "principal",
    }

    subject = line("Ämne", 200, missing="Skriv vad kontakten gäller.")
    about = paragraphs("Vad det gäller", 4000, hint="Skriv inga uppgifter om enskilda personer.")
    touches_more = one_of(
        "Kan frågan beröra fler än en kommun?",
        YES_OR_NO,
        missing="Välj ja eller nej.",
        hint="Du som antecknar bedömer. Är svaret ja involveras koordinatorerna, så att det inte "
        "blir två processer.",
        radios=True,
    )
    informed_on = day("Koordinatorn informerad", hint="Lämna tomt om det inte är gjort.")
    is_public = forms.BooleanField(
        label="Visa kontakten för alla",
        required=False,
        help_text="Ämnet och mötenas dagar syns på den öppna sidan. Annars ser bara kommunens och "
        "regionens representanter och koordinatorerna den.",
    )

    def __init__(self, principals: Iterable[Principal] | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if principals is not None:
            offered = [(str(one.pk), one.name) for one in principals]
            self.fields["principal"] = one_of("Kommun", offered, missing="Välj kommun.")
            if len(offered) == 1:
                self.initial.setdefault("principal", offered[0][0])
            self.order_fields(["principal"])

    def sheet(self) -> ContactSheet:
        """Return what was typed as what is written of a contact."""
        found = self.cleaned_data
        return ContactSheet(
            subject=found["subject"],
            about=found["about"],
            touches_more=found["touches_more"] == "ja",
            coordinator_informed_on=found["informed_on"],
            is_public=found["is_public"],
        )


class CallForm(Form):
    places = {
        "first_meeting_by_municipality": "called_by",
        "contact_meeting_without_day": "on",
    }

    on = day("Dag", missing="Skriv vilken dag mötet är.")

    def __init__(self, sides: Iterable[tuple[Side, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["called_by"] = one_of(
            "Vem kallar?",
            [(side.value, name) for side, name in sides],
            missing="Välj vem som kallar till mötet.",
            hint="Kommunen sammankallar till det första mötet. Därefter kan båda kalla.",
            radios=True,
        )
        self.order_fields(["called_by"])


class AppointForm(Form):
    places = {"nothing_changed": "people"}

    people = line(
        "Vilka som utses",
        500,
        missing="Skriv vilka som utses.",
        hint="Skriv uppdrag, till exempel ”socialnämndens ordförande”.",
    )


class HeldForm(Form):
    places = {
        "contact_meeting_already_noted": "was_held",
        "contact_meeting_held_when": "on",
        "contact_meeting_not_yet": "on",
    }

    was_held = one_of("Hölls mötet?", YES_OR_NO, missing="Välj om mötet hölls.", radios=True)
    on = day("Dag", hint="Dagen då mötet hölls.")


class MemberForm(Form):
    places = {"raiser_not_member": "raised_by", "no_raiser": "raised_by"}

    def __init__(self, members: Iterable[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raised_by"] = one_of(
            "För medlem",
            [(str(person.pk), person.name) for person in members],
            missing="Välj vem i organet som väcker frågan.",
            hint="Frågor väcks av någon av organets medlemmar.",
        )
