"""A change of the support in two steps: the real act is tried and taken back, then made."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction
from django.http import HttpResponse

from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace
from samverkan.www.reasons import Shown, explained
from samverkan.www.structure.two_steps import CHANGE, DO, MOVED, Change, summary_of


@dataclass(frozen=True)
class Effect:
    """What becomes of a change, at a time in words; what asks for something stands apart."""

    when: str
    sentences: list[str]
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Tried:
    """What came of an act that was tried."""

    said: str
    effects: list[Effect]
    done: bool = False

    @property
    def stamp(self) -> str:
        """Return a short sum of the effects: another one means that they are not as reviewed."""
        return hashlib.sha256(repr(self.effects).encode()).hexdigest()[:16]


def in_review(
    work: Workspace, form: Form, change: Change, effects: Callable[[], list[Effect]]
) -> HttpResponse:
    """Answer with the form, the review of what was typed, or what was done.

    `effects` is asked when the act is made, before it is known whether it will be taken back.
    """
    step = work.request.POST.get("steg", "")
    refused: list[Shown] = []
    if work.posted and step != CHANGE and form.is_valid():
        reviewed = work.request.POST.get("granskat", "") if step == DO else ""
        try:
            tried = _carry_out(change.act, effects, reviewed)
        except StepRefused as refusal:
            form.show(refusal)
            refused = explained(work, refusal.obstacles)
        else:
            if tried.done:
                return work.done(tried.said, change.back)
            return work.page(
                "structure/review.html",
                *change.crumbs,
                form=form,
                change=change,
                tried=tried,
                summary=summary_of(form),
                moved=MOVED if reviewed else "",
            )
    return work.page(
        change.template,
        *change.crumbs,
        form=form,
        change=change,
        refused=[one for one in refused if one.rule],
        **change.context,
    )


def _carry_out(act: Callable[[], str], effects: Callable[[], list[Effect]], reviewed: str) -> Tried:
    with transaction.atomic():
        tried = Tried(act(), effects())
        if tried.stamp != reviewed:
            transaction.set_rollback(True)
            return tried
    return Tried(tried.said, tried.effects, done=True)
