"""Rules for ending a body."""

from collections.abc import Collection
from datetime import date

from samverkan.bodies.choices import ClosingStep
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of


def obstacles_to_end_body(
    *, first: date | None, until: date | None, wanted: date, done: Collection[str]
) -> list[Obstacle]:
    """List what stands in the way of ending a body before a day.

    Project directive, P4 (R325): before the old is dissolved its cases are moved, its papers
    handed over and its members told.
    """
    if first is not None and wanted <= first:
        return [Obstacle("body_ends_first", {"first": first})]
    if until is not None and until <= wanted:
        return [Obstacle("body_already_ended", {"last": last_of(until)})]
    left = [step.label for step in ClosingStep if step not in done]
    return [Remark("closing_steps_left", {"left": left})] if left else []


def obstacles_to_note_closing(
    *, step: str, done: Collection[str], on: date | None = None, today: date | None = None
) -> list[Obstacle]:
    """List what stands in the way of noting that something is done before a body ends (R325)."""
    if step in done:
        return [Obstacle("closing_step_done")]
    return [Obstacle("closing_step_ahead")] if on and today and on > today else []
