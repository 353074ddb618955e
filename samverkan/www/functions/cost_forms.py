"""What can be typed about the cost of a coordinator function, and how it is shared."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from samverkan.bodies.models import FunctionCost
from samverkan.principals.models import Principal
from samverkan.www.forms import Form, line

_AMOUNT = re.compile(r"\d{1,12}(?:[,.]\d{1,2})?", re.ASCII)
_SPACES = re.compile(r"\s+")


class CostForm(Form):
    places = {
        "cost_year_out_of_range": "year",
        "cost_outside_function": "year",
        "cost_not_an_amount": "amount",
        "cost_already_unknown": "amount",
        "cost_unchanged": "amount",
        "cost_without_source": "source",
    }

    year = forms.RegexField(
        r"^\s*\d{4}\s*$",
        label="År",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-4", "inputmode": "numeric"}),
        error_messages={
            "required": "Skriv vilket år kostnaden gäller.",
            "invalid": "Skriv året med fyra siffror, till exempel 2026.",
        },
    )
    amount = line(
        "Belopp i kronor",
        30,
        hint="Till exempel 1 450 000. Lämna tomt när kostnaden är okänd.",
        look="govuk-input--width-10",
    )
    source = line(
        "Källa",
        300,
        missing="Skriv varifrån beloppet kommer, till exempel regionens budget för året.",
        hint="Varifrån beloppet kommer, till exempel regionens budget för året.",
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        # A cost that is unknown comes from nowhere.
        self.fields["source"].required = data is None or bool(data.get("amount", "").strip())

    def clean_amount(self) -> str:
        """Refuse what is no amount; spaces, a comma and "kr" are as people write."""
        text: str = self.cleaned_data["amount"]
        if text and _kronor(text) is None:
            raise ValidationError(
                "Skriv beloppet i kronor, med högst två decimaler, till exempel 1 450 000."
            )
        return text

    @property
    def amount_typed(self) -> Decimal | None:
        """Return the amount; None when it is unknown."""
        return _kronor(self.cleaned_data["amount"])


class KeyForm(Form):
    """A weight for each municipality, and who decided on them."""

    places = {"key_without_source": "source"}

    def __init__(
        self,
        cost: FunctionCost,
        municipalities: Iterable[Principal],
        data: Any = None,
    ) -> None:
        self.municipalities = list(municipalities)
        weights = {share.principal_id: share.weight for share in cost.shares.all()}
        initial = {f"vikt-{one.slug}": weights.get(one.pk, "") for one in self.municipalities}
        super().__init__(data, initial={**initial, "source": cost.key_source})
        for one in self.municipalities:
            self.fields[f"vikt-{one.slug}"] = _weight(one.name)
        self.fields["source"] = line(
            "Beslut om nyckeln",
            300,
            missing="Skriv vem som har beslutat om nyckeln, och när.",
            hint="Vem som har beslutat, när och var det står.",
        )
        if data and data.get("remove"):
            for field in self.fields.values():
                field.required = False
        if weights:
            self.fields["remove"] = forms.BooleanField(label="Ta bort nyckeln", required=False)

    @property
    def weights(self) -> dict[int, int]:
        """Return what was typed for the municipalities that have a weight; none to remove it."""
        if self.cleaned_data.get("remove"):
            return {}
        typed = ((one.pk, self.cleaned_data[f"vikt-{one.slug}"]) for one in self.municipalities)
        return {pk: weight for pk, weight in typed if weight is not None}

    @property
    def source(self) -> str:
        """Return who decided; nobody did when the key is taken away."""
        return str(self.cleaned_data["source"]) if self.weights else ""


class _Weight(forms.IntegerField):
    def clean(self, value: Any) -> int | None:
        """Let people write 128 000 with its space."""
        figures = _SPACES.sub("", value) if isinstance(value, str) else value
        weight: int | None = super().clean(figures)
        return weight


def _weight(label: str) -> forms.IntegerField:
    return _Weight(
        label=label,
        min_value=0,
        max_value=1_000_000_000,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "numeric"}),
        error_messages={
            "required": f"{label}: skriv en vikt, 0 om kommunen inte ska betala.",
            "invalid": f"{label}: skriv vikten som ett helt tal, till exempel 12 000.",
            "min_value": f"{label}: vikten är 0 eller mer.",
            "max_value": f"{label}: vikten är högst 1 000 000 000.",
        },
    )


def _kronor(text: str) -> Decimal | None:
    """Return "1 450 000,50 kr" as an amount; None when it is none."""
    figures = _SPACES.sub("", text).removesuffix("kronor").removesuffix("kr").removesuffix(":-")
    if not _AMOUNT.fullmatch(figures):
        return None
    try:
        return Decimal(figures.replace(",", "."))
    except InvalidOperation:
        return None
