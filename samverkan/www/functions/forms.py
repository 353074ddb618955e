"""What can be typed about who holds a coordinator function."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from samverkan.bodies.models import CoordinatorFunction
from samverkan.journal.periods import day_after
from samverkan.principals.models import Principal
from samverkan.www.forms import EndForm, day, line, one_of
from samverkan.www.pages import Workspace
from samverkan.www.structure.two_steps import ChangeForm
from samverkan.www.structure.who import WhoForm

_PERCENT = re.compile(r"(\d{1,3})\s*(?:%|procent)?", re.ASCII)
SHARE_PLACES = {
    "share_not_of_full_time": "percent",
    "share_unchanged": "percent",
    "share_changes_outside_holding": "first",
    "function_is_full": "percent",
}


class ShareForm(ChangeForm):
    """A share of a full time, from a day."""

    places = SHARE_PLACES

    percent = line(
        "Andel av heltid, i procent",
        12,
        missing="Skriv hur stor del av en heltid, i procent.",
        hint="Hela procent, till exempel 50.",
        look="govuk-input--width-4",
    )
    first = day("Från och med", missing="Skriv från vilken dag andelen gäller.")

    def clean_percent(self) -> int:
        """Read "50", "50 %" and "50 procent"."""
        found = _PERCENT.fullmatch(self.cleaned_data["percent"])
        if found is None:
            raise ValidationError("Skriv hela procent av en heltid, till exempel 50.")
        return int(found[1])

    @property
    def share(self) -> Decimal:
        """Return the share as part of one full time."""
        return Decimal(self.cleaned_data["percent"]) / 100


class HoldForm(WhoForm, ShareForm):
    """Who holds how much, from which day to which, employed by whom."""

    places = {
        **WhoForm.places,
        **SHARE_PLACES,
        "already_holds_function": "name",
        "holding_before_function": "first",
        "holding_after_function": "last",
        "holding_ends_before_it_begins": "last",
    }

    elected = None  # type: ignore[assignment]  # support is given by officials
    party = None  # type: ignore[assignment]
    of_new_person = ("is_new", "title", "email")  # type: ignore[assignment]

    last = day("Till och med", hint="Lämna tomt om innehavet gäller tills vidare.")
    with_role = forms.BooleanField(
        label="Ge också rollen koordinator",
        required=False,
        help_text="Med rollen får personen handlägga ärenden och ändra i strukturen. Den upphör "
        "när innehavet upphör.",
    )

    def __init__(
        self,
        work: Workspace,
        function: CoordinatorFunction,
        employers: Iterable[Principal],
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(work, *args, **kwargs)
        self.fields["employer"] = one_of(
            "Arbetsgivare",
            [(str(one.pk), one.name) for one in employers],
            missing="Välj vem som anställer.",
            hint=f"Funktionen är placerad hos {function.host.name}.",
        )
        who = ["name", "person", *self.of_new_person]
        self.order_fields([*who, "percent", "first", "last", "employer", "with_role", "reason"])

    def clean(self) -> dict[str, Any]:
        """Let a new person be an official."""
        return {**super().clean(), "elected": False, "party": ""}

    @property
    def until(self) -> date | None:
        """Return the day after the last."""
        last: date | None = self.cleaned_data["last"]
        return day_after(last)


class EndHoldingForm(EndForm, ChangeForm):
    places = {"holding_ends_before_it_begins": "last", "holding_ended_already": "last"}
