"""What can be typed about an agenda: its points, their order, what is sent."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms

from samverkan.cases.models import Case
from samverkan.documents.tidying import tidied
from samverkan.meetings.actions import Written
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Item
from samverkan.meetings.rules.papers import NAME_LIMIT
from samverkan.meetings.rules.points import MOST_MINUTES, TEXT_LIMIT
from samverkan.www.forms import Choices, Form, file, line, one_of, paragraphs, several_of
from samverkan.www.meetings.forms import KINDS, hour


class Pasted(forms.CharField):
    """Longer text, rid of what a word processor leaves in it; the rule says when it is too long."""

    widget = forms.Textarea

    def to_python(self, value: object) -> str:
        """Return what was typed without hidden signs."""
        text: str = super().to_python(value) or ""
        return tidied(text).strip()


def pasted(label: str, *, hint: str, rows: int) -> Pasted:
    """Return a field for text that is often pasted."""
    widget = forms.Textarea(attrs={"rows": rows})
    return Pasted(label=label, required=False, help_text=hint, widget=widget)


class WriteForm(Form):
    places: ClassVar[dict[str, str]] = {
        "no_heading": "heading",
        "case_needs_its_kind": "kind",
        "minutes_outside": "minutes",
        "clause_without_att": "proposal",
        "clause_too_long": "proposal",
        "annex_not_attached": "proposal",
        "other_rapporteur_without_reason": "rapporteur_reason",
    }

    heading = line("Rubrik", 300, missing="Skriv en rubrik för punkten.")
    kind = one_of("Slag", KINDS, missing="Välj vilket slags punkt det är.", radios=True)
    minutes = forms.IntegerField(
        label="Tid i minuter",
        required=False,
        help_text="Klockslagen räknas ut av punkternas tider.",
        widget=forms.NumberInput(
            attrs={"class": "govuk-input--width-4", "inputmode": "numeric", "min": 1}
        ),
        error_messages={"invalid": f"Skriv tiden i hela minuter, från 1 till {MOST_MINUTES}."},
    )
    text = pasted(
        "Underlag",
        hint=f"Högst {TEXT_LIMIT} tecken. Bifoga en längre text som en handling.",
        rows=6,
    )
    proposal = pasted(
        "Förslag",
        hint="Det som organet föreslås enas om. En sats per rad, och varje börjar med ordet att.",
        rows=4,
    )

    def __init__(self, people: Choices, kinds: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["kind"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - for the type checker
        chosen.choices = kinds
        self.fields["rapporteur"] = one_of(
            "Föredragande",
            people,
            hint="Lämna tomt för den som föredrar enligt organens ordning.",
        )
        self.fields["rapporteur_reason"] = line(
            "Skäl till föredragande", 300, hint="När någon annan än ordningen säger föredrar."
        )

    def show(self, refusal: Any) -> None:
        """Put what is too long at the text that is."""
        longest = max(("text", "proposal"), key=lambda name: len(self.cleaned_data.get(name, "")))
        self.places = {**type(self).places, "point_text_too_long": longest}  # type: ignore[misc]
        super().show(refusal)

    def written(self) -> Written:
        """Return what was typed."""
        typed = self.cleaned_data
        return Written(
            kind=ItemKind(typed["kind"]),
            heading=typed["heading"],
            text=typed["text"],
            proposal=typed["proposal"],
            minutes=typed["minutes"],
            rapporteur=int(typed["rapporteur"]) if typed["rapporteur"] else None,
            rapporteur_reason=typed["rapporteur_reason"],
        )


class TimeForm(Form):
    places: ClassVar[dict[str, str]] = {
        "end_without_start": "ends_at",
        "ends_before_it_starts": "ends_at",
    }

    def __init__(self, items: Iterable[Item], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, item in enumerate(items, start=1):
            self.fields[f"m{item.pk}"] = _minutes(f"{number}. {item.heading}")
        self.fields["ends_at"] = hour("Mötet slutar")

    def minutes(self) -> dict[int, int | None]:
        """Return how long each point takes."""
        return {int(name[1:]): value for name, value in self.cleaned_data.items() if name[0] == "m"}


def _minutes(label: str) -> forms.IntegerField:
    limits = f"Skriv tiden i hela minuter, från 1 till {MOST_MINUTES}."
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
        error_messages={"invalid": limits, "min_value": limits, "max_value": limits},
    )


class TakeOffForm(Form):
    places: ClassVar[dict[str, str]] = {"no_reason_to_take_off": "reason"}

    reason = line("Skäl", 300, hint="Behövs när kallelsen är sänd. Skälet blir offentligt.")


class WaitingForm(Form):
    places: ClassVar[dict[str, str]] = {"nothing_waits": "cases", "case_waits_no_longer": "cases"}

    def __init__(self, cases: Iterable[Case], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cases"] = several_of(
            "Beredda ärenden",
            [(case.number, _said(case)) for case in cases],
            hint="I arbetsutskottets ordning. Det som ska återrapporteras kommer av sig självt.",
        )


def _said(case: Case) -> str:
    rank = f" ({case.get_rank_display()})" if case.rank else ""
    return f"{case.number} {case.title}{rank}"


class CallForm(Form):
    places: ClassVar[dict[str, str]] = {
        "agenda_not_agreed": "reason",
        "agenda_changed_since_agreed": "reason",
    }

    def __init__(self, *args: Any, ask_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ask_reason:
            self.fields["reason"] = paragraphs(
                "Skäl", 500, missing="Skriv varför kallelsen sänds ändå.", rows=2
            )


class PaperForm(Form):
    places: ClassVar[dict[str, str]] = {
        "no_paper_name": "title",
        "paper_name_too_long": "title",
        "paper_name_taken": "title",
        "too_many_papers": "file",
        "papers_too_large": "file",
        "file_is_empty": "file",
        "file_too_large": "file",
        "file_type_not_allowed": "file",
        "file_is_something_else": "file",
        "file_runs_something": "file",
        "file_is_locked": "file",
        "file_has_macros": "file",
        "file_unfolds_too_large": "file",
        "file_name_too_long": "file",
        "file_name_unsafe": "file",
        "identity_number_in_file": "file",
        "identity_number_in_file_name": "file",
    }

    title = line(
        "Namn",
        NAME_LIMIT,
        missing="Skriv vad handlingen heter.",
        hint="Så som den nämns i förslaget, till exempel ”Bilaga 1. Rutin för utskrivning”.",
    )
    file = file("Fil", hint="Helst PDF, högst 20 MB.")
    members_only = forms.BooleanField(
        label="Visa den bara för organets medlemmar",
        required=False,
        help_text="Annars blir den offentlig när kallelsen eller kompletteringen sänds.",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a file."""
        if not self.cleaned_data.get("file") and "file" not in self.errors:
            self.add_error("file", "Välj en fil.")
        return self.cleaned_data


def order_sent(data: Any) -> list[int]:
    """Return the order that was sent: a button that moved one, or numbers that were typed.

    What is no number is left out, so that the rule refuses an order where a point is missing.
    """
    seen = [int(one) for one in data.getlist("point") if _is_number(one)]
    for name, step in (("up", -1), ("down", 1)):
        if _is_number(data.get(name, "")) and int(data[name]) in seen:
            return _moved(seen, int(data[name]), step)
    typed = {one: data.get(f"place{one}", "") for one in seen}
    if not any(typed.values()):
        return seen
    was = {one: number for number, one in enumerate(seen, start=1)}

    def rank(one: int) -> tuple[int, bool, int]:
        wanted = int(typed[one]) if _is_number(typed[one]) else was[one]
        # One that was given another's place goes before it, or after when it came from above.
        moved = wanted != was[one]
        return (2 * wanted + (1 if moved and wanted > was[one] else -1 if moved else 0), moved, one)

    return sorted(seen, key=rank)


def _moved(seen: list[int], one: int, step: int) -> list[int]:
    place = seen.index(one)
    other = place + step
    if 0 <= other < len(seen):
        seen = list(seen)
        seen[place], seen[other] = seen[other], seen[place]
    return seen


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16
