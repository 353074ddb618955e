"""Rules for the points of an agenda: their order, what is taken off, who reports. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.rules.agenda import agenda_open

MOST_MINUTES = 600
TEXT_LIMIT = 8000


def obstacles_to_reorder(
    *, stage: MeetingStage, present: Sequence[int], wanted: Sequence[int]
) -> list[Obstacle]:
    """List what stands in the way of an order of the points; `present` is as it is now (R157).

    An order names every point once and no other, so that a point that someone else added or took
    off meanwhile is never lost.
    """
    obstacles = agenda_open(stage)
    if any(count > 1 for count in Counter(wanted).values()):
        obstacles.append(Obstacle("point_twice_in_order"))
    if set(wanted) != set(present):
        obstacles.append(Obstacle("agenda_changed_meanwhile"))
    return obstacles


def arranged(
    wanted: Sequence[int], closing: frozenset[int], *, step: int, closing_from: int
) -> dict[int, int]:
    """Return the position of each point in an order; those that close the meeting stay last.

    What is added later comes before the closing points: the last of them, those right before it,
    and what was moved in after it.
    """
    last = max((place for place, one in enumerate(wanted) if one in closing), default=None)
    first = len(wanted) if last is None else last
    while first and last is not None and wanted[first - 1] in closing:
        first -= 1
    positions = {one: step * place for place, one in enumerate(wanted[:first], start=1)}
    return positions | {one: closing_from + step * n for n, one in enumerate(wanted[first:])}


def obstacles_to_take_off(
    *, stage: MeetingStage, kind: ItemKind, outcome: str, reason: str
) -> list[Obstacle]:
    """List what stands in the way of taking a point off the agenda.

    Agreement § 5.1.5 and § 6.1.6 (R157): those who were called have prepared for what they were
    sent, so they are told why. Main points of 2018 (R153): a report-back is never left out.
    """
    obstacles = agenda_open(stage)
    if outcome:
        obstacles.append(Obstacle("point_has_outcome"))
    if kind is ItemKind.REPORT_BACK:
        obstacles.append(Obstacle("report_back_stays"))
    if stage is MeetingStage.CALLED and not reason.strip():
        obstacles.append(Obstacle("no_reason_to_take_off"))
    return obstacles


def obstacles_to_write_point(
    *,
    stage: MeetingStage,
    heading: str,
    kind: ItemKind,
    has_case: bool,
    outcome: str,
    minutes: int | None,
    longest: int = 0,
) -> list[Obstacle]:
    """List what stands in the way of writing a point of the agenda anew.

    Minutes of 2018 (R296): only a point to take a stand on leads to a recommendation, so a case
    that is to be recommended stays one, and one that has its outcome is not turned into another.
    `longest` is how many signs the longest of its texts has: a report is a paper, not a point.
    """
    obstacles = agenda_open(stage)
    if not heading.strip():
        obstacles.append(Obstacle("no_heading"))
    if has_case and kind not in (ItemKind.DECISION, ItemKind.REPORT_BACK, ItemKind.DISCUSSION):
        obstacles.append(Obstacle("case_needs_its_kind"))
    if outcome:
        obstacles.append(Obstacle("point_has_outcome"))
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        obstacles.append(Obstacle("minutes_outside", {"most": MOST_MINUTES}))
    if longest > TEXT_LIMIT:
        obstacles.append(Obstacle("point_text_too_long", {"length": longest, "limit": TEXT_LIMIT}))
    return obstacles


@dataclass(frozen=True)
class Reporter:
    """Who reports a point: by an office in the body that prepares, or somebody else for a reason.

    Ids of people.
    """

    person: int
    by_order: bool
    instead: bool = False


def rapporteur_of(
    *,
    named: int | None,
    brings_case: bool,
    chair: int | None,
    vice_chair: int | None,
    absent: frozenset[int] = frozenset(),
) -> Reporter | None:
    """Return who reports a point; None when nobody is to.

    Agreement § 5.1.2 and § 6.1.4 (R061): the chair of the body that prepares reports its cases in
    the arena above; the vice chair when the chair is absent. `chair` and `vice_chair` are those
    of the body that reports there, on the day of the meeting.
    """
    if named is not None:
        return Reporter(named, by_order=False)
    if not brings_case:
        return None
    if chair is not None and chair not in absent:
        return Reporter(chair, by_order=True)
    if vice_chair is not None and vice_chair not in absent:
        return Reporter(vice_chair, by_order=True, instead=True)
    return Reporter(chair, by_order=True) if chair is not None else None


def obstacles_to_name_rapporteur(
    *, named: int | None, by_order: int | None, reason: str
) -> list[Obstacle]:
    """List the obstacle when another than the order says is named without a reason (R061)."""
    if named is None or by_order is None or named == by_order or reason.strip():
        return []
    return [Obstacle("other_rapporteur_without_reason")]
