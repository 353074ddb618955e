"""Rules for reminders: when the coordinators are told that chairs are to be elected."""

from datetime import date

from samverkan.bodies.rules.findings.chairs import months_before
from samverkan.journal.obstacles import Obstacle

# A term that ends at New Year is reminded of from 1 October.
MONTHS_AHEAD = 3


def obstacles_to_remind_of_chairs(
    *, until: date | None, on: date, reminded_on: date | None
) -> list[Obstacle]:
    """List what stands in the way of a reminder that a body's next chairs are to be elected.

    Agreement § 5.1.3 (R068) and § 6.1.4 (R100): one calendar year; reminded once each autumn.
    `until` is the day after the last of the first term that ends with nobody elected after it.
    """
    if until is None:
        return [Obstacle("next_chairs_known")]
    first = months_before(until, MONTHS_AHEAD)
    if on < first:
        return [Obstacle("chairs_reminder_early", {"first": first})]
    if reminded_on is not None and reminded_on >= first:
        return [Obstacle("chairs_reminded_already", {"on": reminded_on})]
    return []
