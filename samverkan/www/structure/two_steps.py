"""A change in two steps on one address: what is typed, then its effects, then it is made."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.utils.formats import date_format

from samverkan.journal.obstacles import Obstacle, Remark, StepRefused
from samverkan.sentences import DAY
from samverkan.www.forms import Form, paragraphs
from samverkan.www.pages import Crumb, Workspace
from samverkan.www.reasons import Shown, explained
from samverkan.www.structure.consequences import look_in
from samverkan.www.structure.effects import Effect, effects_in
from samverkan.www.structure.trying import Tried, carry_out

DO, CHANGE = "genomfor", "andra"  # the buttons of the review; any other is "Granska"
MOVED = "Något har ändrats sedan du granskade. Läs följderna som de är nu och genomför sedan igen."


@dataclass(frozen=True)
class Change:
    """What one address does: the form's page, the act itself, and where one lands after it.

    What came of the act is seen in the bodies, in who sits where and leads them; an act that
    changes something else tells its `effects` itself, when it is made.
    """

    heading: str
    act: Callable[[], str]
    crumbs: list[Crumb]
    back: str
    after: Callable[[], str] | None = None  # where one lands when it is made; else back
    bodies: Callable[[], Collection[int]] = list
    effects: Callable[[], list[Effect]] | None = None
    over: str = ""
    lead: str = ""
    template: str = "structure/change.html"
    button: str = "Genomför"
    remarks: Callable[[], list[str]] = list
    lines: Callable[[], list[str]] = list
    obstacles: list[Obstacle] = field(default_factory=list)
    context: dict[str, Any] = field(default_factory=dict)

    def watch(self, today: date) -> Callable[[], list[Effect]]:
        """Look at what the act concerns; what is returned answers what came of it."""
        return self.effects or effects_in(self.bodies, today)


class ChangeForm(Form):
    """A form whose act may be passed with a written reason, asked for when a rule remarks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "reason" in self.data:
            self._ask_reason()

    @property
    def reason_given(self) -> str:
        """Return the reason that was written, if one was asked for."""
        return str(self.cleaned_data.get("reason", ""))

    def show(self, refusal: StepRefused) -> None:
        """Ask for a reason when all that stands in the way are remarks."""
        if all(isinstance(one, Remark) for one in refusal.obstacles):
            self._ask_reason()
            # Only as it is shown: what is mended so that nothing is remarked needs no reason.
            self.fields["reason"].required = True
        super().show(refusal)

    def _place_of(self, obstacle: Obstacle) -> str | None:
        if isinstance(obstacle, Remark) and "reason" in self.fields:
            return "reason"
        return super()._place_of(obstacle)

    def _ask_reason(self) -> None:
        if "reason" in self.fields:
            return
        self.fields["reason"] = paragraphs(
            "Skäl", 500, missing="Skriv skälet.", hint="Skälet skrivs i historiken.", rows=3
        )


def in_two_steps(work: Workspace, form: Form, change: Change) -> HttpResponse:
    """Answer with the form, the review of what was typed, or what was done."""
    step = work.request.POST.get("steg", "")
    refused: list[Shown] = []
    if work.posted and step != CHANGE and not change.obstacles and form.is_valid():
        reviewed = work.request.POST.get("granskat", "") if step == DO else ""
        try:
            tried = carry_out(
                change.act,
                watch=lambda: change.watch(work.today),
                reviewed=reviewed,
                look=look_in(work.collaboration.pk),
                lines=change.lines,
            )
        except ObjectDoesNotExist:  # somebody took it back in the same moment, or one did twice
            raise Http404 from None
        except StepRefused as refusal:
            form.show(refusal)
            refused = explained(work, refusal.obstacles)
        else:
            if tried.done:
                return work.done(tried.said, change.after() if change.after else change.back)
            return _review(work, form, change, tried, moved=bool(reviewed))
    return work.page(
        change.template,
        *change.crumbs,
        form=form,
        change=change,
        obstacles=explained(work, change.obstacles),
        refused=[one for one in refused if one.rule],
        **change.context,
    )


def _review(
    work: Workspace, form: Form, change: Change, tried: Tried, *, moved: bool
) -> HttpResponse:
    return work.page(
        "structure/review.html",
        *change.crumbs,
        form=form,
        change=change,
        tried=tried,
        summary=summary_of(form),
        remarks=change.remarks(),
        lines=change.lines(),
        moved=MOVED if moved else "",
    )


def summary_of(form: Form) -> list[tuple[str, str]]:
    """Return what was typed, as label and value, without what was left empty."""
    told = ((field, form.cleaned_data.get(field.name)) for field in form)
    return [(str(one.label), _told(one.field, value)) for one, value in told if value]


def _told(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ChoiceField):
        chosen = value if isinstance(value, list) else [value]
        offered: Any = field.choices
        labels = {str(code): str(label) for code, label in offered}
        return ", ".join(labels.get(str(one), str(one)) for one in chosen)
    if isinstance(value, bool):
        return "ja"
    return date_format(value, DAY) if isinstance(value, date) else str(value)
