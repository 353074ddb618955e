"""What can be typed about actors outside, and what was gone through with them."""

from collections.abc import Iterable
from typing import Any

from samverkan.bodies.models import Body
from samverkan.bodies.rules.overlaps import NOTE_LIMIT
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import refuse
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor, Principal
from samverkan.principals.rules import OUTSIDE_LIMITS
from samverkan.www.forms import (
    EndForm,
    Form,
    day,
    labelled,
    line,
    one_of,
    paragraphs,
)
from samverkan.www.structure.two_steps import ChangeForm

KINDS = labelled(OutsideKind)
ENDS = {"outside_ends_before_it_begins": "last", "outside_ended_already": "last"}


class ActorForm(ChangeForm):
    """What is noted of an actor and may be changed later."""

    places = {
        "outside_without_name": "name",
        "outside_already_entered": "name",
        "outside_is_a_party": "name",
        "outside_unchanged": "name",
        "contact_is_a_mobile": "contact",
    }

    name = line("Namn", OUTSIDE_LIMITS["Namn"], missing="Skriv vad aktören heter.")
    topics = paragraphs(
        "Frågor",
        OUTSIDE_LIMITS["Frågor"],
        hint="Vad aktören arbetar med, så att det går att se var arbetet möts.",
        rows=2,
    )
    contact = line(
        "Kontakt",
        OUTSIDE_LIMITS["Kontakt"],
        hint="En funktion: en växel, en funktionsbrevlåda eller en befattning. Kontakten är "
        "offentlig.",
    )
    source = line("Källa", 300, hint="Varifrån uppgifterna kommer.")

    def texts(self) -> dict[str, Any]:
        """Return what was typed, once it is known to hold no identity number."""
        named = {"Namn": "name", "Frågor": "topics", "Kontakt": "contact", "Källa": "source"}
        texts = {label: self.cleaned_data[name] for label, name in named.items()}
        refuse(obstacles_to_text(**texts, Skäl=self.reason_given))
        return {name: self.cleaned_data[name] for name in named.values()} | {
            "reason": self.reason_given
        }


class AddForm(ActorForm):
    """A new actor: also what sort it is, which municipality it belongs to, and from when."""

    places = {
        **ActorForm.places,
        "outside_without_municipality": "municipality",
        "outside_has_no_municipality": "municipality",
        "school_channel_taken": "municipality",
    }

    kind = one_of("Slag", KINDS, missing="Välj vilket slags aktör det är.", radios=True)
    first = day("Finns från och med", hint="Lämna tomt om dagen är okänd.")

    def __init__(self, municipalities: Iterable[Principal], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["municipality"] = one_of(
            "Kommun",
            [(str(one.pk), one.name) for one in municipalities],
            hint="Bara för skolkanaler och privata skolhuvudmän.",
        )
        self.order_fields(["kind", "municipality", "name", "topics", "contact", "first"])

    @property
    def principal_id(self) -> int | None:
        """Return the municipality that was chosen, if any was."""
        chosen = self.cleaned_data["municipality"]
        return int(chosen) if chosen else None


class ChangeActorForm(ActorForm):
    def __init__(self, actor: OutsideActor, data: Any = None) -> None:
        names = ("name", "topics", "contact", "source")
        super().__init__(data, initial={name: getattr(actor, name) for name in names})


class EndActorForm(EndForm):
    places = ENDS


class NoteForm(Form):
    places = {
        "overlap_without_note": "note",
        "overlap_note_too_long": "note",
        "overlap_in_the_future": "on",
        "overlap_actor_not_then": "on",
        "overlap_body_not_then": "body",
    }

    def __init__(self, bodies: Iterable[Body], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = one_of(
            "Organ som stämde av",
            [(str(one.pk), one.name) for one in bodies],
            missing="Välj vilket organ som stämde av sitt arbete.",
        )
        self.order_fields(["body", "on", "note", "overlaps"])

    on = day("Dag", missing="Skriv vilken dag det var.")
    note = paragraphs("Vad som stämdes av", NOTE_LIMIT, missing="Skriv vad som stämdes av.", rows=6)
    overlaps = one_of(
        "Finns dubbelarbete?",
        [("nej", "Nej"), ("ja", "Ja")],
        missing="Välj om dubbelarbete finns.",
        radios=True,
    )
