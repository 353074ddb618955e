"""Forms about the leadership seminar."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from samverkan.cases.choices import TargetGroup
from samverkan.meetings.models import Priority, ProgrammeItem, Seminar
from samverkan.meetings.rules.seminars import MOST_PEOPLE, Time
from samverkan.meetings.seminar_choices import Fate, Heading
from samverkan.principals.models import Principal
from samverkan.www.forms import (
    Choices,
    Form,
    day,
    labelled,
    line,
    one_of,
    paragraphs,
    several_of,
    typed,
)

TIME = {
    "seminar_without_time": "on",
    "seminar_day_of_another_year": "on",
    "seminar_ends_before_it_begins": "last",
    "seminar_last_day_alone": "on",
    "themes_after_the_seminar": "on",
}


def number(
    label: str, *, missing: str = "", hint: str = "", most: int = 9999
) -> forms.IntegerField:
    """Return a field for a whole number, zero or more."""
    return forms.IntegerField(
        label=label,
        required=bool(missing),
        help_text=hint,
        min_value=0,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "required": missing,
            "invalid": f"{label}: skriv ett heltal.",
            "min_value": f"{label}: skriv 0 eller mer.",
            "max_value": f"{label}: skriv högst {most}.",
        },
    )


class ReasonForm(Form):
    """A step that may need a written reason."""

    places = {
        "headings_unused": "reason",
        "held_without_programme": "reason",
        "reopened_without_reason": "reason",
    }
    reason = line("Skäl", 300, missing="Skriv varför.", hint="Skälet sparas och syns i historiken.")

    def __init__(self, *args: Any, ask: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ask:
            del self.fields["reason"]

    @property
    def said(self) -> str:
        """Return the reason; nothing when none was asked for."""
        return str(self.cleaned_data.get("reason", ""))


class TimeForm(Form):
    """When and where the seminar is, and what it is for."""

    places = TIME
    on = day("Dag", hint="Till exempel 2026-10-08. Lämna tomt om dagen inte är bestämd.")
    last = day("Sista dag", hint="Om seminariet är längre än en dag.")
    about = line("Ungefär när", 80, hint="Om dagen inte är bestämd, till exempel ”hösten 2026”.")
    place = line("Plats", 200)

    @property
    def time(self) -> Time:
        """Return when the seminar is said to be."""
        return Time(typed(self, "on"), typed(self, "last"), typed(self, "about"))


class ChangeForm(TimeForm):
    """The same, with the purpose that stands above the programme."""

    purpose = paragraphs("Syfte", 2000, hint="Står överst i programmet.")

    @classmethod
    def of(cls, seminar: Seminar, sent: Any) -> "ChangeForm":
        """Return the form filled with what is known."""
        names = ("on", "last", "about", "place", "purpose")
        return cls(sent, initial={name: getattr(seminar, name) for name in names})


class PlanForm(TimeForm):
    """A new year's seminar."""

    places = TIME | {
        "seminar_year_out_of_reach": "year",
        "no_seminar_body": "year",
        "seminar_year_taken": "year",
        "seminar_without_planner": "planner",
        "planner_not_the_leading_group": "reason",
    }
    field_order = ("year", "planner", "reason", "on", "last", "about", "place")

    def __init__(self, planners: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"] = number("År", missing="Skriv vilket år.")
        self.fields["planner"] = one_of(
            "Planeras av",
            planners,
            missing="Välj vilken grupp som planerar seminariet.",
            hint="Gruppen får uppgifterna och frågan om teman.",
        )
        self.fields["reason"] = line(
            "Skäl", 300, hint="Behövs bara om en annan än ledningsgruppen planerar seminariet."
        )
        self.order_fields(self.field_order)


class PartForm(Form):
    """A part of the programme."""

    places = {"part_without_title": "title", "part_unchanged": "title"}
    heading = one_of("Slag", labelled(Heading), missing="Välj vad punkten handlar om.")
    title = line("Rubrik", 200, missing="Skriv vad programpunkten handlar om.")
    starts_at = forms.TimeField(
        label="Tid",
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
        help_text="Till exempel 09:30.",
        error_messages={"invalid": "Skriv klockslaget som 09:30."},
    )
    speaker = line("Medverkande", 200)
    text = paragraphs("Innehåll", 2000)

    @classmethod
    def of(cls, part: ProgrammeItem, sent: Any) -> "PartForm":
        """Return the form filled with a part as it is."""
        names = ("heading", "title", "starts_at", "speaker", "text")
        return cls(sent, initial={name: getattr(part, name) for name in names})


class AdoptForm(Form):
    """The point at which the programme was adopted."""

    def __init__(self, points: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"] = one_of(
            "Punkt",
            points,
            missing="Välj den punkt på mötet där programmet fastställdes.",
            hint="Här står punkter där det organ som äger programmet har beslutat i egen fråga.",
        )


class AskForm(Form):
    """By which day themes are asked for."""

    places = {"themes_by_a_past_day": "by", "themes_after_the_seminar": "by"}
    by = day("Förslag senast", missing="Skriv senaste dag för förslag.")


class ThemeForm(Form):
    """A theme that a body proposes."""

    places = {"theme_without_title": "title", "theme_is_proposed": "title"}
    field_order = ("body", "title", "why")
    title = line("Tema", 200, missing="Skriv vilket tema som föreslås.")
    why = paragraphs("Varför", 2000, hint="Vad i samhället gör temat angeläget i länet?")

    def __init__(self, bodies: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"] = one_of("Organ", bodies, missing="Välj vilket organ som föreslår.")
        self.order_fields(self.field_order)


class RankForm(Form):
    """Which place a theme got."""

    places = {"rank_is_taken": "rank", "rank_out_of_reach": "rank"}
    rank = number(
        "Plats", hint="1 är viktigast. Lämna tomt om temat inte fick någon plats.", most=99
    )


class TaskForm(Form):
    """Something to do before the seminar."""

    places = {"task_without_words": "what"}
    what = line("Vad ska göras", 200, missing="Skriv vad som ska göras.")
    due_on = day("Senast", missing="Skriv senaste dag.")


class PriorityForm(Form):
    """A prioritised area."""

    places = {
        "priority_without_area": "area",
        "area_is_prioritised": "area",
        "priority_unchanged": "area",
        "priority_is_continued": "continues",
        "continues_no_earlier_year": "continues",
    }
    area = line("Område", 200, missing="Skriv vilket område som prioriterades.")
    text = paragraphs("Vad som ska utvecklas", 4000)
    value_inhabitants = paragraphs("Värde för invånaren", 1000, rows=2)
    value_operations = paragraphs("Värde för verksamheterna", 1000, rows=2)
    target_groups = several_of("Målgrupper", labelled(TargetGroup))

    def __init__(self, cases: Choices, earlier: Choices | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "Det ärende som arbetar med området. Det går att välja senare."
        self.fields["case"] = one_of("Ärende", cases, hint=hint)
        if earlier:
            hint = "Det tidigare området antecknas då som fört vidare."
            self.fields["continues"] = one_of("Fortsätter från", earlier, hint=hint)

    @staticmethod
    def initial_of(one: Priority) -> dict[str, object]:
        """Return a priority as it is, for the form."""
        names = ("area", "text", "value_inhabitants", "value_operations", "target_groups")
        case = one.case.number if one.case else ""
        return {name: getattr(one, name) for name in names} | {"case": case}


class FateForm(Form):
    """What became of a priority."""

    places = {"fate_without_note": "told", "fate_unchanged": "fate"}
    fate = one_of("Läge", labelled(Fate), missing="Välj läge.", radios=True)
    told = paragraphs(
        "Om läget", 1000, hint="Vad har hänt, och var kan man läsa mer? Behövs när det är slut."
    )


class TurnoutForm(Form):
    """How many were invited and came, for each principal."""

    def __init__(
        self,
        principals: Sequence[Principal],
        known: dict[int, tuple[int | None, int | None]],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.principals = principals
        for one in principals:
            invited, attended = known.get(one.pk, (None, None))
            for name, label, value in (
                (f"invited_{one.pk}", "inbjudna", invited),
                (f"attended_{one.pk}", "deltog", attended),
            ):
                self.fields[name] = number(f"{one.short_name}, {label}", most=MOST_PEOPLE)
                self.initial[name] = value

    def rows(self) -> Iterable[tuple[Principal, forms.BoundField, forms.BoundField]]:
        """Return the two fields of each principal."""
        for one in self.principals:
            yield one, self[f"invited_{one.pk}"], self[f"attended_{one.pk}"]

    def numbers(self) -> dict[int, tuple[int | None, int | None]]:
        """Return what was typed, for those of whom something was."""
        found = {
            one.pk: (typed(self, f"invited_{one.pk}"), typed(self, f"attended_{one.pk}"))
            for one in self.principals
        }
        return {
            pk: pair
            for pk, pair in found.items()
            if pair != (None, None)
            or self.initial[f"invited_{pk}"] is not None
            or self.initial[f"attended_{pk}"] is not None
        }
