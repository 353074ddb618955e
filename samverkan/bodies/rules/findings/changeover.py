"""What is amiss where one structure ends and the next begins."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from samverkan.bodies.choices import ClosingStep
from samverkan.bodies.rules.findings.facts import Organ, grouped
from samverkan.bodies.rules.findings.found import AHEAD, Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Standing

RECENT = timedelta(days=366)


def heirs_out_of_step(day: Snapshot) -> Iterator[Finding]:
    """Which heir begins later than its predecessor ends, or earlier?

    Project directive, P4 (R232): a date when the old is dissolved and one when the new takes
    effect. What parted long ago is history, and told as a note.
    """
    for link in day.heirs:
        old, new = day.body[link.predecessor], day.body[link.heir]
        if not _ends(day, old) or old.until is None or new.first is None:
            continue
        facts = {"body": old.short, "heir": new.short, "last": last_of(old.until)}
        if new.first > old.until:
            found = Remark("gap_before_heir", facts | {"first": new.first})
        elif new.first < old.until:
            found = Remark("overlap_with_heir", facts | {"first": new.first})
        else:
            continue
        weight = Weight.WARNS if old.until > day.on - RECENT else Weight.NOTES
        yield Finding(found, "R232", weight, old.slug, source=old.source)


def without_heir(day: Snapshot) -> Iterator[Finding]:
    """Which bodies have ended, or soon do, with no heir that anybody states (R326)?"""
    known = {link.predecessor for link in day.heirs}
    for body in day.bodies:
        if _ends(day, body) and body.pk not in known:
            facts = {"body": body.name, "last": last_of(body.until)}
            found = Remark("no_heir", facts)
            yield Finding(found, "R326", Weight.NOTES, body.slug, source=body.source)


def heirs_assumed(day: Snapshot) -> Iterator[Finding]:
    """Which heirs are only assumed (R326)?"""
    for link in day.heirs:
        old, new = day.body[link.predecessor], day.body[link.heir]
        if link.standing == Standing.ASSUMED and _ends(day, old):
            facts = {"body": old.name, "heir": new.name}
            yield Finding(Remark("heir_assumed", facts), "R326", Weight.NOTES, old.slug)


def closing_steps_left(day: Snapshot) -> Iterator[Finding]:
    """What is left to do before a body ends within ninety days, or has ended as lately (R325)?"""
    done = grouped(day.closed, lambda one: one.body)
    for body in day.bodies:
        if body.until is None or abs(body.until - day.on) > AHEAD:
            continue
        noted = {one.step for one in done[body.pk]}
        left = [step.label for step in ClosingStep if step not in noted]
        if left:
            facts = {"body": body.short, "last": last_of(body.until), "left": left}
            over = body.until <= day.on
            yield Finding(
                Obstacle("closed_with_steps_left", facts)
                if over
                else Remark("closing_before_the_end", facts),
                "R325",
                Weight.STOPS if over else Weight.DUE,
                body.slug,
                due=last_of(body.until),
            )


def missions_outlasting(day: Snapshot) -> Iterator[Finding]:
    """Which bodies have an end, and missions that run longer (R324)?

    One that has ended already has members who believe that they sit.
    """
    outlasting = Counter(
        one.body
        for one in day.sittings
        if (end := day.body[one.body].until) is not None
        and (one.until is None or one.until > end)
        and (end > day.on or day.runs(one))
    )
    for pk, count in outlasting.items():
        body = day.body[pk]
        facts = {"body": body.short, "count": count, "last": last_of(body.until)}
        if body.until is not None and body.until <= day.on:
            found, weight = Obstacle("ended_body_has_members", facts), Weight.STOPS
        else:
            found, weight = Remark("missions_outlast_body", facts), Weight.DUE
        yield Finding(found, "R324", weight, body.slug, due=last_of(body.until))


def _ends(day: Snapshot, body: Organ) -> bool:
    """Return whether a body has ended, or does so within ninety days."""
    return body.until is not None and body.until <= day.on + AHEAD
