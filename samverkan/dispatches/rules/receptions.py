"""When what was dispatched had arrived at the principal, and what it waits for there."""

from dataclasses import dataclass
from datetime import date, datetime

from samverkan.dispatches.choices import DECIDED, ArrivedBy, DispatchState, WaitsFor


@dataclass(frozen=True)
class Arrival:
    """That a dispatch had arrived (inkommen), and which fact shows it."""

    at: datetime
    by: ArrivedBy


def arrival(
    *,
    handed_over_at: datetime | None,
    fetched_at: datetime | None,
    confirmed_at: datetime | None,
) -> Arrival | None:
    """Return when a dispatch had arrived at its principal; None as long as nothing shows it.

    Freedom of the press act, chapter 2: what comes electronically has arrived when the authority
    can read it with means that it uses itself, registered or not. So the first of the known facts
    counts: its mail server took the letter, it was fetched by the link, the registrar confirmed.
    """
    known = [
        Arrival(at, by)
        for at, by in (
            (handed_over_at, ArrivedBy.MAIL),
            (fetched_at, ArrivedBy.FETCH),
            (confirmed_at, ArrivedBy.NUMBER),
        )
        if at is not None
    ]
    return min(known, key=lambda one: one.at, default=None)


def waits_for(state: DispatchState, *, reference_number: str, planned_on: date | None) -> WaitsFor:
    """Return what a dispatch waits for at its principal: number (R316), day, decision (R152)."""
    if not reference_number:
        return WaitsFor.NUMBER
    if state in DECIDED:
        return WaitsFor.NOTHING
    return WaitsFor.DAY if planned_on is None else WaitsFor.DECISION
