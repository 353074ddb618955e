"""What a federation types in, one form a step; the coordinator may do it for the federation."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from samverkan.dispatches.actions import decline_to_recommend, recommend_on
from samverkan.dispatches.choices import FederationState
from samverkan.dispatches.models import FederationDispatch
from samverkan.journal.actors import Actor
from samverkan.www.forms import Form, day, line, paragraphs, typed


class Step(StrEnum):
    """What a federation can tell; the value is its part of the address."""

    RECOMMENDS = "rekommenderar"
    DECLINES = "avstar"

    @classmethod
    def open_in(cls, state: FederationState) -> list["Step"]:
        """Return what can be told in a state."""
        if state is FederationState.SENT:
            return [cls.RECOMMENDS, cls.DECLINES]
        return [cls.RECOMMENDS] if state is FederationState.DECLINED else []


class RecommendForm(Form):
    """When the federation recommended on, and under which paragraph."""

    places: ClassVar[Mapping[str, str]] = {
        "no_federation_day": "on",
        "federation_day_ahead": "on",
        "before_federation_dispatch": "on",
    }
    on = day("Dag", missing="Ange vilken dag förbundet tog ställning.")
    paragraph = line("Paragraf", 20, hint="Till exempel § 14.", look="govuk-input--width-10")
    comment = line("Kommentar", 500, hint="Kommentaren är offentlig.")


class DeclineForm(Form):
    """Why the federation does not recommend on."""

    places: ClassVar[Mapping[str, str]] = {
        "no_reason_to_decline": "reason",
        "unconcerned_reason_too_long": "reason",
    }
    reason = paragraphs(
        "Skäl",
        500,
        missing="Skriv varför ni inte rekommenderar vidare.",
        hint="Skälet är offentligt. Medlemmarna kan ändå få rekommendationen direkt.",
        rows=3,
    )


FORMS: Mapping[Step, type[Form]] = {Step.RECOMMENDS: RecommendForm, Step.DECLINES: DeclineForm}
HEADINGS = {
    Step.RECOMMENDS: "Rekommendera vidare",
    Step.DECLINES: "Rekommendera inte vidare",
}


def tell(
    step: Step, dispatch: FederationDispatch, form: Form, *, by: Actor, now: datetime
) -> FederationDispatch:
    """Register what was typed.

    Raises StepRefused when something stands in the way.
    """
    if step is Step.DECLINES:
        reason = typed(form, "reason")
        return decline_to_recommend(dispatch.pk, reason=reason, by=by, now=now)
    return recommend_on(
        dispatch.pk,
        on=typed(form, "on"),
        paragraph=typed(form, "paragraph"),
        comment=typed(form, "comment"),
        by=by,
        now=now,
    )


def labels() -> dict[str, str]:
    """Return what every field is called."""
    return {
        name: str(field.label)
        for form in FORMS.values()
        for name, field in form.base_fields.items()
    }
