"""Rules for agreeing on an agenda, sending it, and telling what changed since. Pure."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.meetings.choices import ItemKind, MeetingStage


def obstacles_to_agree(
    *,
    stage: MeetingStage,
    has_committee: bool,
    holds_office: bool,
    agreed: bool,
    kinds: Collection[ItemKind],
) -> list[Obstacle]:
    """List what stands in the way of one of the working committee agreeing on an agenda.

    Agreement § 5.1.5 (R073) and § 6.1.6 (R105): the working committee prepares the agenda.
    `agreed` is whether the same person has agreed on the agenda as it stands.
    """
    obstacles = []
    if stage is not MeetingStage.PLANNED:
        obstacles.append(Obstacle("too_late_to_agree", {"stage": stage.label}))
    if not has_committee:
        obstacles.append(Obstacle("body_without_committee"))
    elif not holds_office:
        obstacles.append(Obstacle("not_in_the_committee"))
    if agreed:
        obstacles.append(Obstacle("already_agreed"))
    if all(kind is ItemKind.FORMAL for kind in kinds):
        obstacles.append(Obstacle("agenda_is_empty"))
    return obstacles


def remarks_on_calling(
    *, has_committee: bool, agreed: bool, agreed_on_another: bool
) -> list[Obstacle]:
    """List what should be passed only with a reason when a summons is sent.

    Agreement § 5.1.5 and § 6.1.6 (R073, R157): the agenda is prepared by the working committee.
    One of its members is enough; a body without a committee needs none.
    """
    if not has_committee or agreed:
        return []
    if agreed_on_another:
        return [Remark("agenda_changed_since_agreed")]
    return [Remark("agenda_not_agreed")]


def notes_on_calling(
    *, unreached: Sequence[str], previous: date | None, minutes_over: int
) -> list[Remark]:
    """List what the sender should know before a summons goes out; nothing here asks for a reason.

    `unreached` are those who are called without an address. Minutes of 2018 (R294): the previous
    meeting's minutes are laid to the files, so they should be approved; `previous` is the day of
    a held meeting whose minutes are not.
    """
    notes = []
    if unreached:
        notes.append(Remark("members_unreached", {"people": list(unreached)}))
    if previous is not None:
        notes.append(Remark("previous_not_approved", {"on": previous}))
    if minutes_over:
        notes.append(Remark("agenda_too_long", {"minutes": minutes_over}))
    return notes


def obstacles_to_supplement(*, stage: MeetingStage, changes: int) -> list[Obstacle]:
    """List what stands in the way of sending a supplement to the summons (R157)."""
    if stage is not MeetingStage.CALLED:
        return [Obstacle("not_called", {"stage": stage.label})]
    return [] if changes else [Obstacle("nothing_to_supplement")]


# --- What changed between two copies of an agenda ------------------------------------------------

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One thing that differs between two copies of an agenda; how it is said is in wording/."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)


_OF_MEETING = {"on": "day_changed", "time": "time_changed", "place": "place_changed"}
_OF_POINT = {
    "kind": "point_kind_changed",
    "text": "point_text_changed",
    "proposal": "proposal_changed",
    "rapporteur": "rapporteur_changed",
}


def changes_between(before: Content, after: Content) -> list[Change]:
    """List what changed from one copy of an agenda to another, in the order of the later one.

    A point that was moved is one whose place among the others is another, not one that others
    were put before. Its clock time follows, and is not told apart.
    """
    changes = [
        Change(code, {"was": before[part], "now": after[part]})
        for part, code in _OF_MEETING.items()
        if before[part] != after[part]
    ]
    old = {point["id"]: point for point in before["points"]}
    new = {point["id"]: point for point in after["points"]}
    stayed = _in_the_same_order([one for one in old if one in new], list(new))
    for key, point in new.items():
        if key not in old:
            changes.append(Change("point_added", {"heading": point["heading"]}))
            continue
        if key not in stayed:
            changes.append(Change("point_moved", {"heading": point["heading"]}))
        changes += _of_point(old[key], point)
    gone = (point["heading"] for key, point in old.items() if key not in new)
    return [*changes, *(Change("point_taken_off", {"heading": heading}) for heading in gone)]


def _of_point(old: Content, new: Content) -> list[Change]:
    heading = {"heading": new["heading"]}
    changes = []
    if old["heading"] != new["heading"]:
        changes.append(Change("point_renamed", {"was": old["heading"], **heading}))
    changes += [Change(code, heading) for part, code in _OF_POINT.items() if old[part] != new[part]]
    if old["case"] != new["case"]:
        changes.append(Change("case_sheet_changed", heading))
    for part, added, removed in (
        ("guests", "guest_added", "guest_removed"),
        ("papers", "paper_added", "paper_removed"),
    ):
        was, now = _named(old[part]), _named(new[part])
        changes += [Change(added, {"name": n, **heading}) for k, n in now.items() if k not in was]
        changes += [Change(removed, {"name": n, **heading}) for k, n in was.items() if k not in now]
    return changes


def _named(parts: Sequence[Any]) -> dict[object, str]:
    """A paper is another one when its bytes are, even under the same name."""
    return {
        (part if isinstance(part, str) else (part["name"], part["sha256"])): (
            part if isinstance(part, str) else part["name"]
        )
        for part in parts
    }


def _in_the_same_order(before: Sequence[int], after: Sequence[int]) -> set[int]:
    """Return the most points that stand in the same order in both: the others were moved."""
    place = {one: number for number, one in enumerate(after)}
    tops: list[int] = []
    ends: list[int] = []
    came_from: dict[int, int | None] = {}
    for one in before:
        at = bisect_left(tops, place[one])
        came_from[one] = ends[at - 1] if at else None
        tops[at:], ends[at:] = [place[one], *tops[at + 1 :]], [one, *ends[at + 1 :]]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = came_from[last]
    return kept
