"""What is amiss with the governing documents, and when they are to be looked over."""

from collections.abc import Iterator
from datetime import date

from samverkan.bodies.choices import BodyKind, Reviewed, SectionKind, TextKind, TextStage
from samverkan.bodies.rules.findings.facts import Organ, Text, Version
from samverkan.bodies.rules.findings.found import AHEAD, Finding, Weight, rule_of
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.bodies.rules.reviews import is_overdue, review_due
from samverkan.bodies.rules.texts import (
    OF_BEREDNINGAR,
    not_written,
    values_are_older,
)
from samverkan.journal.obstacles import Obstacle, Remark

# Which rule asks for a section in an assignment.
OF_SECTION = {
    SectionKind.GOALS: "R112",
    SectionKind.FUNCTIONS: "R113",
    SectionKind.APPOINTMENT: "R114",
    SectionKind.FEEDBACK: "R115",
    SectionKind.VALUES: "R044",
    SectionKind.TASK: "R231",
    SectionKind.MANDATE: "R231",
}


def texts_missing(day: Snapshot) -> Iterator[Finding]:
    """Which governing documents ought a body to have, and has not on the day?

    Main points, common structure (R011): an assignment for every grouping. Agreement § 6.2
    (R112): the beredningar have one from LSG. Work begins by a work order (R070, R102).
    """
    held = {(text.body, text.kind) for text, _ in day.holds}
    for body in day.there:
        for kind in body.expected_texts:
            if (body.pk, kind) in held:
                continue
            facts = {"body": body.short, "kind": TextKind(kind).label}
            if kind == TextKind.ASSIGNMENT:
                rule = "R112" if body.kind in OF_BEREDNINGAR else "R011"
                found, weight = Obstacle("assignment_missing", facts), Weight.STOPS
            else:
                rule = rule_of(body, "R070", "R102") if kind == TextKind.WORK_ORDER else ""
                found, weight = Remark("text_missing", facts), Weight.WARNS
            yield Finding(found, rule, weight, body.slug, about=kind)


def only_proposed(day: Snapshot) -> Iterator[Finding]:
    """Which texts hold as proposed only, and wait for somebody to adopt them?

    Agreement § 5.1.4 (R071) and § 6.1.5 (R103): the body then revises its work order itself.
    """
    for body, text, version in _of_bodies(day):
        if version.stage == TextStage.PROPOSED:
            facts = {"body": body.short, "title": text.title}
            yield Finding(
                Remark("only_proposed", facts),
                rule_of(body, "R071", "R103"),
                Weight.NOTES,
                body.slug,
                about=text.slug,
            )


def sections_lacking(day: Snapshot) -> Iterator[Finding]:
    """Which sections must an assignment in force have, and has not?

    Agreement § 6.2 (R112, R113, R114, R115), § 6.2.1 (R125) and § 6.1.1 (R044).
    """
    for body, text, version in _of_bodies(day):
        if text.kind != TextKind.ASSIGNMENT or version.stage != TextStage.ADOPTED:
            continue
        for section in not_written(body.required_sections, version.written):
            facts = {"body": body.short, "section": section.label}
            yield Finding(
                Obstacle("section_lacking", facts),
                OF_SECTION.get(section, "R125"),
                Weight.STOPS,
                body.slug,
                about=text.slug,
            )


def values_older(day: Snapshot) -> Iterator[Finding]:
    """Which assignment carries another version of the values than the one in force (R044)?"""
    by_id = {version.pk: version for version in day.versions}
    current = {text.pk: version.number for text, version in day.holds}
    for body, text, version in _of_bodies(day):
        carried = by_id.get(version.values) if version.values else None
        if carried and values_are_older(carried.number, current.get(carried.text)):
            facts = {
                "body": body.short,
                "carried": carried.number,
                "current": current[carried.text],
            }
            yield Finding(
                Remark("older_values", facts), "R044", Weight.WARNS, body.slug, about=text.slug
            )


def reviews_due(day: Snapshot) -> Iterator[Finding]:
    """Whose assignment, or staffing, is to be looked over within ninety days, or should have been?

    Agreement § 6.2 (R116): when needed and at least every second year; two dates for each body.
    """
    last = {(one.body, one.of): one.on for one in day.reviews}
    adopted = {
        body.pk: version.adopted_on
        for body, text, version in _of_bodies(day)
        if text.kind == TextKind.ASSIGNMENT
    }
    for body in day.there:
        for of in Reviewed if body.review_months else ():
            days = [last.get((body.pk, of.value))]
            days += [adopted.get(body.pk)] if of is Reviewed.ASSIGNMENT else []
            known = max((one for one in days if one), default=None)
            yield from _review(day, body, of, known)


def _review(day: Snapshot, body: Organ, of: Reviewed, known: date | None) -> Iterator[Finding]:
    since = known or body.first
    if since is None or body.review_months is None:
        return
    due = review_due(known, since, body.review_months)
    if due > day.on + AHEAD:
        return
    facts = {"body": body.short, "of": of.label, "due": due}
    if is_overdue(due, day.on):
        found, weight = Obstacle("review_overdue", facts), Weight.STOPS
    else:
        found, weight = Remark("review_soon", facts), Weight.DUE
    yield Finding(found, "R116", weight, body.slug, due=due, about=of.value)


def setters_unknown(day: Snapshot) -> Iterator[Finding]:
    """Of which body is it not said who sets its assignment (Q16)?"""
    for body in day.there:
        expects = TextKind.ASSIGNMENT in body.expected_texts
        if expects and body.setter is None and not body.set_by.strip():
            yield Finding(
                Remark("setter_unknown", {"body": body.short}), "", Weight.WARNS, body.slug
            )


def feedback_without_interval(day: Snapshot) -> Iterator[Finding]:
    """Which assignment does not say how often the body gives feedback (R115)?"""
    for body, text, version in _of_bodies(day):
        asked = SectionKind.FEEDBACK in body.required_sections
        if text.kind == TextKind.ASSIGNMENT and asked and version.feedback_months is None:
            facts = {"body": body.short}
            yield Finding(
                Remark("feedback_interval_unknown", facts),
                "R115",
                Weight.WARNS,
                body.slug,
                about=text.slug,
            )


def purpose_unknown(day: Snapshot) -> Iterator[Finding]:
    """Of which body is neither purpose nor task said (R015)?"""
    for body in day.there:
        if not body.described and body.kind != BodyKind.OUTSIDE:
            yield Finding(
                Remark("purpose_unknown", {"body": body.short}), "R015", Weight.WARNS, body.slug
            )


def _of_bodies(day: Snapshot) -> Iterator[tuple[Organ, Text, Version]]:
    """Return what holds on the day of the bodies that exist then."""
    for text, version in day.holds:
        body = day.body.get(text.body) if text.body is not None else None
        if body is not None and day.runs(body):
            yield body, text, version
