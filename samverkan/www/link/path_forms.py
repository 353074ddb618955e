"""What is typed of the path inside a principal, and of what came after its decision."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from django import forms
from django.http import QueryDict

from samverkan.dispatches import wording
from samverkan.dispatches.actions import standing_rows, told_days_of, usual_chain_of
from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import LineRow, ToldDays, path_text
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.models import LineBody
from samverkan.www.forms import Form, day, line, paragraphs, typed

ABOUT_THE_PATH = ("path_", "step", "two_deciding_steps")


class PathForm(Form):
    """Vägen: one step a line, filled in with what stands or with how it usually goes."""

    path = paragraphs(
        "Steg",
        2000,
        missing=wording.OBSTACLES["path_empty"],
        hint=(
            "Ett steg på varje rad: organ, dag och vad organet gör. Till exempel ”Socialnämnden "
            "12 mars tillstyrker § 31”. Ett möte som är kvar skrivs utan utfall: "
            "”Kommunfullmäktige 30 mars”."
        ),
        rows=4,
    )
    reason = line("Skäl", 500, hint="Bara om ni ändrar något som redan har skett.")

    def __init__(
        self, dispatch: Dispatch, rows: tuple[LineRow, ...], sent: QueryDict | None
    ) -> None:
        text = path_text(rows) or "\n".join(expected_bodies(dispatch))
        super().__init__(sent, initial={"path": text})
        if not any(row.done for row in rows):
            del self.fields["reason"]

    def _place_of(self, obstacle: Obstacle) -> str | None:
        if obstacle.code == "path_without_reason" and "reason" in self.fields:
            return "reason"
        if obstacle.code.startswith(ABOUT_THE_PATH) and obstacle.code != "path_told_meanwhile":
            return "path"
        return super()._place_of(obstacle)


class LegalDaysForm(Form):
    """Justering och laga kraft: what is known; the rest is computed by law."""

    places: ClassVar[Mapping[str, str]] = {
        "approved_before_decision": "minutes_approved_on",
        "announced_before_approval": "announced_on",
        "final_before_announcement": "final_on",
        "no_legal_days": "minutes_approved_on",
    }
    minutes_approved_on = day("Protokollet justerades", hint="Lämna tomt om dagen inte är känd.")
    announced_on = day(
        "Justeringen anslogs", hint="Den dag den tillkännagavs på er egen anslagstavla."
    )
    final_on = day(
        "Beslutet fick laga kraft", hint="Behövs inte: annars räknas dagen ut enligt lag."
    )
    appealed = forms.BooleanField(label="Beslutet är överklagat", required=False)

    def __init__(self, dispatch: Dispatch, sent: QueryDict | None) -> None:
        told = told_days_of(dispatch)
        super().__init__(sent, initial={name: getattr(told, name) for name in self.base_fields})

    def told(self) -> ToldDays:
        """Return what was typed, as the rules know it."""
        return ToldDays(**{name: typed(self, name) for name in self.fields})


def usual_of(dispatch: Dispatch) -> str:
    """Return in words how a principal usually does with such a matter."""
    usual = usual_chain_of(dispatch)
    return wording.usual_words(usual) if usual else ""


def expected_bodies(dispatch: Dispatch) -> tuple[str, ...]:
    """Return the bodies that a path begins with in the form: as usual, or the usual decider."""
    usual = usual_chain_of(dispatch)
    if usual:
        return usual.bodies
    decider = LineBody.objects.filter(principal=dispatch.principal_id, is_usual_decider=True)
    return tuple(decider.values_list("name", flat=True))


def decided_in_path(dispatch: Dispatch) -> Mapping[str, date | str | None]:
    """Return what the step that decided already tells of the answer: nothing is typed twice."""
    rows = standing_rows(dispatch)
    if not rows or rows[-1].act is not LineAct.DECIDES or not rows[-1].done:
        return {}
    last = rows[-1]
    return {"deciding_body": last.body, "on": last.on, "paragraph": last.paragraph}
