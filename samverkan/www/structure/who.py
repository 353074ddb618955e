"""Who gets a mission: someone already entered, found by name, or a new person."""

from collections import Counter
from typing import Any

from django import forms

from samverkan.bodies.models import Mission
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import refuse
from samverkan.people.actions import enter_person
from samverkan.people.models import Person
from samverkan.www.forms import email, line, one_of
from samverkan.www.pages import Workspace
from samverkan.www.structure.two_steps import ChangeForm

MOST_NAMES = 3000  # in the list that a browser suggests from
NEW = "ny"


class WhoForm(ChangeForm):
    """The part of a form that says who: a name, and what a new person needs."""

    places = {
        "no_name": "name",
        "party_on_official": "party",
        "email_taken": "email",
        "already_has_the_seat": "name",
    }

    name = line(
        "Namn",
        120,
        missing="Skriv vem det är.",
        hint="Börja skriva och välj ur listan. För någon ny skriver du hela namnet.",
    )
    is_new = forms.BooleanField(label="Lägg in som ny person", required=False)
    title = line("Titel", 120, hint="Till exempel ”socialchef” eller ”ledamot i socialnämnden”.")
    elected = forms.BooleanField(label="Förtroendevald", required=False)
    party = line("Parti", 20, hint="Bara för förtroendevalda.", look="govuk-input--width-10")
    email = email("E-post för inloggning", hint="Med en adress får personen ett konto.")

    of_new_person = ("is_new", "title", "elected", "party", "email")

    def __init__(self, work: Workspace, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work = work
        self.fields["name"].widget.attrs |= {"list": "personer", "autocomplete": "off"}
        self.found = self._named_so() if self.is_bound else []
        if len(self.found) > 1 or (self.found and self._is_new()):
            self._ask_which()

    @property
    def ours(self) -> Any:
        """Return the people of the collaboration."""
        return Person.objects.filter(collaboration=self.work.collaboration)

    def names(self) -> list[str]:
        """Return the names to suggest."""
        names = self.ours.order_by("name").values_list("name", flat=True)
        return list(dict.fromkeys(names[:MOST_NAMES]))

    @property
    def new_person_is_open(self) -> bool:
        """Return whether the part about a new person is shown opened."""
        touched = any(self.data.get(name) for name in self.of_new_person)
        return bool(touched or (self.is_bound and not self.found))

    def clean(self) -> dict[str, Any]:
        """Find the person, or say what is needed to know who it is."""
        cleaned = super().clean() or {}
        name = cleaned.get("name")
        if name and not self.found and not cleaned.get("is_new"):
            self.add_error(
                "name",
                f"Ingen i samverkan heter ”{name}”. Kontrollera stavningen, eller kryssa i ”Lägg "
                "in som ny person”.",
            )
        return cleaned

    def found_or_entered(self) -> Person:
        """Return who was chosen; a new person is entered, as part of what the page does."""
        chosen = self.cleaned_data.get("person") or (str(self.found[0].pk) if self.found else NEW)
        if chosen != NEW:
            return next(one for one in self.found if str(one.pk) == chosen)
        typed = self.cleaned_data
        refuse(obstacles_to_text(Namn=typed["name"], Titel=typed["title"], Parti=typed["party"]))
        return enter_person(
            self.work.collaboration.pk,
            " ".join(typed["name"].split()),
            title=typed["title"],
            elected=typed["elected"],
            party=typed["party"],
            email=typed["email"],
            by=self.work.by,
            now=self.work.now,
        )

    def chosen(self) -> Person | None:
        """Return the person when it is someone already entered."""
        chosen = self.cleaned_data.get("person")
        if chosen == NEW or not self.found:
            return None
        return next((one for one in self.found if str(one.pk) == chosen), self.found[0])

    def _named_so(self) -> list[Person]:
        typed = str(self.data.get("name", "")).replace("\x00", "")  # which no database takes
        name = " ".join(typed.split())
        return list(self.ours.filter(name__iexact=name).order_by("pk")[:20]) if name else []

    def _is_new(self) -> bool:
        return bool(self.data.get("is_new") not in (None, "", "False"))

    def _ask_which(self) -> None:
        choices = [(str(one.pk), label) for one, label in self._told_apart()]
        if self._is_new():
            choices.append((NEW, "En ny person med samma namn"))
        several = "Flera heter så. Välj vem det är."
        one = "Det finns redan någon med det namnet. Välj vem det är."
        missing = several if len(self.found) > 1 else one
        self.fields["person"] = one_of("Vem är det?", choices, missing=missing, radios=True)
        order = list(self.fields)
        order.insert(order.index("name") + 1, order.pop())
        self.order_fields(order)

    def _told_apart(self) -> list[tuple[Person, str]]:
        """Return the people with what tells them apart: title, party and where they sit."""
        missions = Mission.objects.filter(person__in=self.found, period__contains=self.work.today)
        sits: dict[int, list[str]] = {}
        for mission in missions.select_related("body", "principal", "nominator"):
            whose = f" för {mission.holder}" if mission.holder else ""
            sits.setdefault(mission.person_id, []).append(f"{mission.body.short}{whose}")
        told = [
            ", ".join(
                filter(None, [one.name, one.title, one.party, *sits.get(one.pk, ["inga uppdrag"])])
            )
            for one in self.found
        ]
        same = Counter(told)
        return [
            (one, f"{label} (nr {one.pk})" if same[label] > 1 else label)
            for one, label in zip(self.found, told, strict=True)
        ]
