"""What can be typed about a case."""

from collections.abc import Iterable, Sequence
from dataclasses import Field as DataclassField
from dataclasses import dataclass, fields
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.formats import date_format

from samverkan.cases.actions import Sheet
from samverkan.cases.choices import CaseKind, Elsewhere, Rank, Scope, TargetGroup
from samverkan.cases.models import Risk
from samverkan.cases.wording.kinds import NO_PATIENT_DATA
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.models import Meeting
from samverkan.people.models import Person
from samverkan.sentences import DAY, say
from samverkan.www.forms import (
    Choices,
    Form,
    labelled,
    line,
    one_of,
    paragraphs,
    several_of,
)

SCOPES = labelled(Scope)
GROUPS = labelled(TargetGroup)
KINDS = labelled(CaseKind)
ELSEWHERE: Choices = [("", "Vet inte"), *labelled(Elsewhere)]
OF_DISPUTES = ("dispute_parties", "dispute_tried")
WORTH = ("summary", "background", "value_inhabitants", "value_operations")
WHOM = ("target_groups", "scope", "touched", "responsible_management", "experts")
MORE = (
    "relation_to_values",
    "child_consideration",
    "minority_consideration",
    "concerns_schools",
    "in_association",
    "in_state_initiative",
)


@dataclass(frozen=True)
class Group:
    """Some fields of a form under a heading; folded when they can wait."""

    heading: str
    fields: Sequence[BoundField]
    folded: bool = False
    filled: int = 0

    @property
    def is_open(self) -> bool:
        """Return whether something in the group needs putting right."""
        return any(field.errors for field in self.fields)


class SheetForm(Form):
    places = {
        "no_title": "title",
        "no_question": "question",
        "dispute_without_parties": "dispute_parties",
        "dispute_without_tried": "dispute_tried",
    }

    title = line(
        "Rubrik", 200, missing="Skriv en rubrik för frågan.", hint="Kort, så att den går att hitta."
    )
    question = paragraphs(
        "Fråga",
        4000,
        missing="Skriv vad frågan gäller.",
        hint="Vad ska organet ta ställning till? Skriv inga uppgifter om enskilda personer.",
    )
    dispute_parties = paragraphs(
        "Parter i tvisten",
        1000,
        missing="Skriv vilka som är parter i tvisten.",
        hint="Vilka huvudmän är oense? Skriv inga namn.",
        rows=2,
    )
    dispute_tried = paragraphs(
        "Vad som är prövat",
        4000,
        missing="Skriv vad parterna har prövat för att lösa tvisten.",
        hint="Vad har parterna gjort för att lösa tvisten?",
        rows=3,
    )
    summary = paragraphs(
        "Sammanfattning",
        500,
        hint="Högst 500 tecken på klarspråk. Den står först när ärendet blir offentligt.",
        rows=3,
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
    relation_to_values = paragraphs(
        "Målbild och värdegrund",
        2000,
        hint="Hur hör frågan till den gemensamma framtidsbilden, målbilden och värdegrunden?",
        rows=2,
    )
    child_consideration = paragraphs(
        "Barnets bästa",
        2000,
        hint="Hur påverkas barn, och har de fått säga vad de tycker? Skriv inga namn.",
        rows=2,
    )
    minority_consideration = paragraphs(
        "Nationella minoriteter",
        2000,
        hint="Påverkas samer, sverigefinnar, tornedalingar, romer eller judar, eller rätten att "
        "använda sitt språk?",
        rows=2,
    )
    concerns_schools = forms.BooleanField(
        label="Frågan berör skolan",
        required=False,
        help_text="Då används också varje kommuns egen skolkanal för fristående skolor.",
    )
    in_association = one_of("Hanteras också i ett samordningsförbund", ELSEWHERE, radios=True)
    in_state_initiative = one_of("Hanteras också i en statlig satsning", ELSEWHERE, radios=True)

    def __init__(self, *args: Any, kind: str = CaseKind.ORDINARY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_kind = kind
        if kind != CaseKind.DISPUTE:
            for name in OF_DISPUTES:
                del self.fields[name]
        if kind in (CaseKind.DEVIATION, CaseKind.RISK):
            self.fields["question"].help_text = NO_PATIENT_DATA

    def sheet(self) -> Sheet:
        """Return what was typed as a case sheet; what was not asked for stays as it is."""
        return Sheet(**{one.name: self._typed(one) for one in fields(Sheet)})

    def _typed(self, one: "DataclassField[Any]") -> Any:
        before = self.initial.get(one.name, one.default)
        if one.name == "kind":
            return self.cleaned_data.get("kind") or self.of_kind
        return self.cleaned_data.get(one.name, before)

    def group(self, heading: str, names: Iterable[str], *, folded: bool = False) -> Group:
        """Return those of some fields that the form has, under a heading."""
        chosen = [self[name] for name in names if name in self.fields]
        filled = sum(1 for field in chosen if field.value() not in ("", None, False, [], ()))
        return Group(heading, chosen, folded, filled)


class DocumentForm(SheetForm):
    experts = paragraphs(
        "Berörda sakkunniga",
        2000,
        hint="Vilka som kan frågan är tillfrågade? Skriv funktion, till exempel ”MAS i Malå”.",
        rows=2,
    )
    kind = one_of("Slag av ärende", KINDS, radios=True)

    def groups(self) -> list[Group]:
        """Return the fields as the page shows them: what preparation needs first."""
        return [
            self.group("", ["title", "question", *OF_DISPUTES]),
            self.group("Sammanfattning och värde", WORTH),
            self.group("Vilka det gäller", WHOM),
            self.group("Fler uppgifter", MORE, folded=True),
            Group(f"Slag av ärende: {CaseKind(self.of_kind).label}", [self["kind"]], folded=True),
        ]


class RaiseForm(SheetForm):
    places = {
        **SheetForm.places,
        "raiser_not_member": "raised_by",
        "no_raiser": "raised_by",
        "proposal_without_risk": "risks",
        "risk_is_closed": "risks",
        "risk_of_other_collaboration": "risks",
    }

    def __init__(
        self,
        members: Iterable[Person] | None,
        *args: Any,
        risks: Iterable[Risk] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if risks is not None:
            chosen = several_of(
                "Risker som förslaget vilar på",
                [(str(risk.pk), risk.title) for risk in risks],
                hint="Minst en, ur riskregistret.",
            )
            chosen.required = True
            chosen.error_messages["required"] = say(Obstacle("proposal_without_risk"))
            self.fields["risks"] = chosen
        # A member raises for themselves; a coordinator types it in for one of the members.
        if members is not None:
            self.fields["raised_by"] = one_of(
                "För medlem",
                [(str(person.pk), person.name) for person in members],
                missing="Välj vem i organet som väcker frågan.",
                hint="Frågor väcks av någon av organets medlemmar.",
            )

    def groups(self) -> list[Group]:
        """Return the fields as the page shows them: title and question are enough to begin."""
        return [
            self.group("", ["raised_by", "title", "question", *OF_DISPUTES, "risks"]),
            self.group("Sammanfattning och värde", WORTH, folded=True),
            self.group("Vilka det gäller", WHOM, folded=True),
            self.group("Fler uppgifter", MORE, folded=True),
        ]


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
