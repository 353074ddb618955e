"""What somebody fills in to follow by e-mail."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from samverkan.dispatches.actions.subscriptions import Wish
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.subjects import SUBJECTS
from samverkan.journal.models import Collaboration
from samverkan.principals.models import Principal

AMONG = {"invalid_choice": "Välj bland alternativen.", "invalid_list": "Välj bland alternativen."}


def _wish(known: list[Principal]) -> dict[str, forms.Field]:
    """Return the fields of what is to be followed."""
    return {
        "principals": forms.MultipleChoiceField(
            label="Huvudmän",
            choices=[(one.slug, one.short_name) for one in known],
            required=False,
            help_text="Välj en eller flera. Väljer du ingen gäller det alla.",
            widget=forms.CheckboxSelectMultiple,
            error_messages=AMONG,
        ),
        "subjects": forms.MultipleChoiceField(
            label="Ämnen",
            choices=[(one.slug, one.name) for one in SUBJECTS.values()],
            required=False,
            help_text="Välj ett eller flera. Väljer du inget gäller det alla.",
            widget=forms.CheckboxSelectMultiple,
            error_messages=AMONG,
        ),
        "cadence": forms.ChoiceField(
            label="Hur ofta?",
            choices=[(one.value, str(one.label).capitalize()) for one in Cadence],
            widget=forms.RadioSelect,
            error_messages={
                "required": "Välj hur ofta du vill ha mejl.",
                "invalid_choice": "Välj ett av alternativen.",
            },
        ),
    }


def _to_follow(collaboration_id: int, on: date) -> list[Principal]:
    """Return those who are principals on a day, in their order."""
    found = Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return list(found.order_by("position", "name"))


class AskForm(forms.Form):
    """An address, and what it wants to follow."""

    use_required_attribute = False
    email = forms.EmailField(
        label="E-postadress",
        max_length=254,
        help_text="Vi skickar ett mejl dit. Inget mer sänds förrän du har bekräftat.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Skriv din e-postadress.",
            "invalid": "Skriv en e-postadress, till exempel namn@kommun.se.",
            "max_length": "Adressen är för lång. Skriv högst 254 tecken.",
        },
    )

    def __init__(
        self,
        collaboration: Collaboration,
        today: date,
        sent: Any = None,
        *,
        asked: Mapping[str, str] | None = None,
    ) -> None:
        self.known = _to_follow(collaboration.pk, today)
        super().__init__(sent, initial=self._asked(asked or {}))
        self.fields |= _wish(self.known)

    @property
    def email_address(self) -> str:
        """Return what was typed."""
        return str(self.cleaned_data["email"])

    @property
    def wish(self) -> Wish:
        """Return what was chosen."""
        return _wish_of(self.cleaned_data, self.known)

    def _asked(self, asked: Mapping[str, str]) -> dict[str, Any]:
        return {
            "principals": [asked.get("huvudman", "")],
            "subjects": [asked.get("amne", "")],
            "cadence": Cadence.WEEKLY.value,
        }


def _wish_of(typed: Mapping[str, Any], known: list[Principal]) -> Wish:
    """Return what a valid form wishes."""
    chosen = set(typed["principals"])
    principals = [one for one in known if one.slug in chosen]
    return Wish(Cadence(typed["cadence"]), principals, typed["subjects"])
