"""Everything that the rules find in a structure on a day: many small questions, asked in turn."""

from collections.abc import Iterable
from datetime import date

from samverkan.bodies.rules.findings import (
    chairs,
    changeover,
    coverage,
    missions,
    seats,
    support,
    texts,
)
from samverkan.bodies.rules.findings.found import Finder, Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot

__all__ = ["FINDERS", "Finder", "Finding", "Snapshot", "Weight", "found_in", "ordered"]

FINDERS: tuple[Finder, ...] = (
    seats.seats_vacant,
    seats.not_represented,
    seats.seats_of_no_party,
    seats.parity_broken,
    missions.missions_ending,
    seats.substitutes_vacant,
    missions.without_line,
    missions.main_not_marked,
    missions.for_several,
    missions.other_service,
    missions.appointment_unknown,
    chairs.chairs_missing,
    chairs.chairs_of_one_side,
    chairs.chairs_not_members,
    chairs.next_chairs_missing,
    chairs.out_of_turn,
    chairs.chairs_alike,
    texts.texts_missing,
    texts.sections_lacking,
    texts.reviews_due,
    texts.values_older,
    texts.setters_unknown,
    texts.feedback_without_interval,
    texts.purpose_unknown,
    texts.only_proposed,
    support.functions_lacking,
    support.functions_overfull,
    support.holders_elsewhere,
    support.without_school_channel,
    support.not_synchronised,
    support.splits_unsure,
    changeover.closing_steps_left,
    changeover.missions_outlasting,
    changeover.heirs_out_of_step,
    changeover.without_heir,
    changeover.heirs_assumed,
    coverage.levels_uncovered,
)


def found_in(day: Snapshot) -> list[Finding]:
    """Return all that is found, the heaviest first, then by the day due and the body's order."""
    found = [finding for finder in FINDERS for finding in finder(day)]
    return ordered(found, [body.slug for body in day.bodies])


def ordered(found: Iterable[Finding], bodies: Iterable[str]) -> list[Finding]:
    """Return findings as they are read: what stops, what is due and by when, what to look at."""
    place: dict[str | None, int] = {slug: number for number, slug in enumerate(bodies)}
    weights = {weight: number for number, weight in enumerate(Weight)}
    return sorted(
        found,
        key=lambda one: (
            weights[one.weight],
            one.due if one.due and one.weight is Weight.DUE else date.min,
            place.get(one.body, len(place)),
        ),
    )
