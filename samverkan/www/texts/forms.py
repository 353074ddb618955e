"""What can be typed about governing documents."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.forms import CharField
from django.utils.formats import date_format

from samverkan.bodies.choices import Reviewed, SectionKind, TextKind
from samverkan.bodies.models import Body, GoverningText, TextVersion
from samverkan.bodies.rules.reviews import NOTE_LIMIT
from samverkan.bodies.rules.texts import (
    SECTION_LIMIT,
    TITLE_LIMIT,
    SectionText,
    sections_wanted,
)
from samverkan.bodies.wording.texts import INTERVALS, interval
from samverkan.meetings.models import Item
from samverkan.sentences import DAY
from samverkan.www.forms import (
    Choices,
    Form,
    Text,
    day,
    labelled,
    line,
    one_of,
    paragraphs,
)

WITHOUT_MEETING = "utan"
KINDS = labelled(TextKind)
HINTS = {
    SectionKind.TASK: "Vad ska organet göra?",
    SectionKind.MANDATE: "Vad får organet avgöra, och vad rekommenderar det?",
    SectionKind.GOALS: "Ett mål per rad. Börja raden med ett bindestreck.",
    SectionKind.FUNCTIONS: "Vilka funktioner ingår? Skriv funktioner, inte namn.",
    SectionKind.APPOINTMENT: "Vem utser dem, och för hur länge?",
    SectionKind.FEEDBACK: "Hur och när får uppdragsgivaren veta hur det går?",
    SectionKind.VALUES: "Den värdegrund och målbild som formulerats vid ledningsseminariet. "
    "Finns den inte än: skriv att den formuleras vid ledningsseminariet.",
}


class StartForm(Form):
    places = {
        "text_title_too_long": "title",
        "text_already_there": "kind",
        "values_not_of_a_seminar": "owner",
        "text_of_ended_body": "owner",
        "function_has_only_assignment": "kind",
    }

    def __init__(self, owners: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = one_of(
            "För vem", owners, missing="Välj vilket organ eller vilken funktion det gäller."
        )
        self.fields["kind"] = one_of(
            "Slag", KINDS, missing="Välj vilket slags styrdokument det är.", radios=True
        )
        self.fields["title"] = line(
            "Rubrik",
            TITLE_LIMIT,
            hint="Lämnas den tom blir den till exempel ”Uppdragsbeskrivning för Hjälpmedelsrådet”.",
        )


class Wanted(Text):
    """A section that is needed in the end; until then a draft is kept without it."""

    @classmethod
    def of(cls, field: CharField) -> "Wanted":
        """Return the same field as one that is wanted."""
        return cls(
            label=field.label,
            max_length=field.max_length,
            help_text=field.help_text,
            widget=field.widget,
            error_messages=field.error_messages,
        )

    def validate(self, value: object) -> None:
        """Let it be empty for now."""


class DraftForm(Form):
    """One field for each section that the text ought to have, and some free ones."""

    places = {
        "draft_is_empty": "",
        "feedback_interval": "feedback_months",
        "values_not_pointed_to": "values_version",
    }

    def __init__(
        self,
        text: GoverningText,
        base: TextVersion | None,
        values: Iterable[TextVersion],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        written: list[SectionText] = base.sections if base else []
        self.kind = TextKind(text.kind)
        required = text.body.required_sections if text.body else []
        wanted = sections_wanted(self.kind, required)
        have = {one["kind"] for one in written if one["kind"] != SectionKind.OTHER}
        self.known = [one for one in SectionKind if one in wanted or one.value in have]
        for one in self.known:
            field = paragraphs(one.label, SECTION_LIMIT, hint=HINTS.get(one, ""), rows=6)
            self.fields[one.value] = Wanted.of(field) if one in wanted else field
        if self.kind is TextKind.ASSIGNMENT:
            self._add_facts(base, values)
        free = [one for one in written if one["kind"] == SectionKind.OTHER]
        self.free = range(1, max(len(free) + 1, 1 if self.known else 3) + 1)
        for row in self.free:
            self.fields[f"heading{row}"] = line(f"Rubrik på eget avsnitt {row}", TITLE_LIMIT)
            self.fields[f"text{row}"] = paragraphs(f"Eget avsnitt {row}", SECTION_LIMIT, rows=6)
        self.initial.update(self._initial(base, written, free))

    def _add_facts(self, base: TextVersion | None, values: Iterable[TextVersion]) -> None:
        months = set(INTERVALS)
        if base and base.feedback_months:
            months.add(base.feedback_months)
        self.fields["feedback_months"] = one_of(
            "Återkoppling sker",
            [(str(number), interval(number)) for number in sorted(months)],
            hint="Hur ofta organet återkopplar till den som gett uppdraget.",
        )
        offered = {one.pk: one for one in values}
        if base and base.values:
            offered.setdefault(base.values.pk, base.values)
        if offered:
            choices = [(str(one.pk), _version(one)) for one in offered.values()]
            self.fields["values_version"] = one_of(
                "Värdegrund som ingår", choices, hint="Den version som uppdraget bär med sig."
            )

    def _initial(
        self, base: TextVersion | None, written: list[SectionText], free: list[SectionText]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {one["kind"]: one["text"] for one in written if one not in free}
        for row, one in enumerate(free, 1):
            found |= {f"heading{row}": one["heading"], f"text{row}": one["text"]}
        if not self.known and not written:
            found["heading1"] = self.kind.label.capitalize()
        if base:
            found |= {"feedback_months": str(base.feedback_months or "")}
            found |= {"values_version": str(base.values_id or "")}
        return found

    def clean(self) -> dict[str, Any]:
        """Ask for a heading where there is a text of one's own."""
        found = self.cleaned_data
        for row in self.free:
            if found.get(f"text{row}") and not found.get(f"heading{row}"):
                self.add_error(f"heading{row}", "Ge avsnittet en rubrik.")
        return found

    def sections(self) -> list[SectionText]:
        """Return what was typed, section by section."""
        typed = self.cleaned_data
        known: list[SectionText] = [
            {"kind": one.value, "heading": one.label, "text": typed[one.value]}
            for one in self.known
        ]
        other = SectionKind.OTHER.value
        own: list[SectionText] = [
            {"kind": other, "heading": typed[f"heading{row}"], "text": typed[f"text{row}"]}
            for row in self.free
        ]
        return [*known, *own]

    def number(self, name: str) -> int | None:
        """Return a choice that is a number, when one was made."""
        chosen = self.cleaned_data.get(name)
        return int(chosen) if chosen else None


class AdoptForm(Form):
    places = {
        "adopted_in_the_future": "on",
        "adopter_not_there": "on",
        "adopter_did_not_meet": "where",
        "adopted_without_source": "source",
        "valid_before_adopted": "valid_from",
        "valid_before_the_former": "valid_from",
        "setter_not_stated": "reason",
        "values_are_older": "reason",
        "values_not_yet_formulated": "reason",
        "basic_sections_missing": "reason",
        "point_of_another_text": "where",
        "assignment_not_by_setter": "adopter",
        "assignment_not_from_above": "adopter",
    }

    def __init__(
        self,
        points: Iterable[Item],
        adopted: Mapping[str, str],
        adopters: Choices,
        *args: Any,
        ask_reason: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [
            (point_key(one), _point(one, bool(adopters)) + adopted.get(point_key(one), ""))
            for one in points
        ]
        self.fields["where"] = one_of(
            "Var antogs den?",
            [*offered, (WITHOUT_MEETING, "Mötet finns inte här: jag skriver dag och källa")],
            missing="Välj vid vilken punkt den antogs.",
            hint="Här finns de punkter där organet har beslutat i sin egen fråga vid ett hållet "
            "möte."
            if offered
            else "Inget hållet möte har en punkt där organet har beslutat i sin egen fråga.",
            radios=True,
        )
        if adopters:
            self.fields["adopter"] = one_of(
                "Antagen av", adopters, hint="Lämnas tom när inget organ här har antagit den."
            )
        self.fields["on"] = day("Antagen den", hint="Fylls i när mötet inte finns här.")
        self.fields["source"] = line(
            "Källa", 300, hint="Var det står att den är antagen. Behövs när mötet inte finns här."
        )
        self.fields["valid_from"] = day(
            "Gäller från", hint="Lämnas tom när den gäller från den dag den antogs."
        )
        self.fields["reason"] = paragraphs(
            "Skäl",
            500,
            missing="Skriv varför den antas ändå." if ask_reason else "",
            hint="Skälet sparas och syns i historiken.",
            rows=3,
        )

    def clean(self) -> dict[str, Any]:
        """Ask for the day where no point of a meeting tells it."""
        found = self.cleaned_data
        day_left_out = not found.get("on") and "on" not in self.errors
        if found.get("where") == WITHOUT_MEETING and day_left_out:
            self.add_error("on", "Ange den dag då den antogs.")
        return found


class ProposeForm(Form):
    places = {"proposal_without_source": "source"}

    valid_from = day(
        "Arbetet inleds enligt förslaget från", missing="Ange från vilken dag den används."
    )
    source = line(
        "Källa", 300, missing="Skriv var förslaget står.", hint="Till exempel utredningens bilaga."
    )


class ReviewForm(Form):
    places = {
        "review_in_the_future": "on",
        "reviewed_body_not_there": "on",
        "review_already_noted": "on",
        "review_note_too_long": "note",
    }

    of = one_of(
        "Vad sågs över?",
        labelled(Reviewed),
        missing="Välj vad som sågs över.",
        radios=True,
    )
    on = day("Dag", missing="Ange vilken dag översynen gjordes.")
    note = paragraphs("Vad översynen ledde till", NOTE_LIMIT, rows=3)


def point_key(item: Item) -> str:
    """Return how a point is chosen in the form."""
    return f"{item.body_id}/{item.number}"


def _point(item: Item, with_body: bool) -> str:
    body = f"{item.body.short}, " if with_body else ""
    return f"{body}{date_format(item.meeting.on, DAY)}, punkt {item.number}: {item.heading}"


def _version(one: TextVersion) -> str:
    adopted = f", antagen {date_format(one.adopted_on, DAY)}" if one.adopted_on else ""
    return f"{one.text.title}, version {one.number}{adopted}"


def owners_of(bodies: Iterable[Body], functions: Iterable[Any]) -> Choices:
    """Return the bodies and functions that a text can be started for."""
    return [
        *((f"organ/{one.slug}", one.name) for one in bodies),
        *((f"funktion/{one.slug}", f"{one.name} (stöd)") for one in functions),
    ]
