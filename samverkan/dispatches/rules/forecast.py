"""When all principals can have decided, and who sets the pace. Pure: no database, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from statistics import median

from samverkan.dispatches.choices import DayBasis
from samverkan.dispatches.rules.line_calendars import Sitting
from samverkan.journal.obstacles import Remark
from samverkan.meetings.rules import working_day_after

HISTORY_FROM = 3
MOST_DAYS = 8
# The longest that the law gives, kommunallagen: approval within fourteen days (5 kap. 69 §,
# 6 kap. 35 §), announced at the latest on the second day after (8 kap. 12 §), and appealed
# within three weeks (13 kap. 5 §).
LEGAL_APPROVAL_DAYS = 14
LEGAL_ANNOUNCED_DAYS = 2
LEGAL_APPEAL_DAYS = 21


@dataclass(frozen=True)
class ChainLink:
    """One of the bodies that a matter passes on its way to a principal's decision."""

    body: str
    sittings: Sequence[Sitting]


@dataclass(frozen=True)
class Facing:
    """What is known of one principal that a recommendation waits for, or will go to.

    `chain` is the bodies in order, the one that decides last; empty when it is not known.
    `sent_on` is when the papers reach it. `took` is how many days earlier decisions took.
    """

    slug: str
    name: str
    chain: Sequence[ChainLink]
    sent_on: date
    took: Sequence[int] = ()
    planned_on: date | None = None
    decided: bool = False
    decided_on: date | None = None
    approval_days: int = LEGAL_APPROVAL_DAYS
    appeal_days: int = LEGAL_APPEAL_DAYS


@dataclass(frozen=True)
class Foreseen:
    """When one principal can have decided at the earliest, and when it is likely to have."""

    slug: str
    name: str
    body: str
    basis: DayBasis
    earliest: date | None = None
    likely: date | None = None
    papers_by: date | None = None
    papers_known: bool = False
    final_by: date | None = None
    usual_days: int | None = None

    @property
    def waits(self) -> bool:
        """Return whether the principal has not decided."""
        return self.basis is not DayBasis.DECIDED

    @property
    def is_assumed(self) -> bool:
        """Return whether the day rests on a meeting that nobody has confirmed."""
        return self.basis is DayBasis.ASSUMED


@dataclass(frozen=True)
class Forecast:
    """When all can have decided: the day, who sets the pace, and for whom it is not known."""

    rows: tuple[Foreseen, ...]

    @property
    def waiting(self) -> list[Foreseen]:
        """Return those that have not decided."""
        return [one for one in self.rows if one.waits]

    @property
    def unknown(self) -> list[Foreseen]:
        """Return those of which nothing is known."""
        return [one for one in self.waiting if one.earliest is None]

    @property
    def assumed(self) -> list[Foreseen]:
        """Return those whose day nobody has confirmed."""
        return [one for one in self.waiting if one.is_assumed]

    @property
    def all_by(self) -> date | None:
        """Return the earliest day on which all whose days are known can have decided."""
        return max((one.earliest for one in self.rows if one.earliest), default=None)

    @property
    def likely_by(self) -> date | None:
        """Return when all are likely to have decided, from those whose days are known."""
        days = [one.likely or one.earliest for one in self.rows]
        return max((day for day in days if day), default=None)

    @property
    def final_by(self) -> date | None:
        """Return when the last of those decisions is final at the latest, by the law's times."""
        return max((one.final_by for one in self.waiting if one.final_by), default=None)

    @property
    def pace(self) -> list[Foreseen]:
        """Return who sets the pace: those that can decide last of all."""
        known = [one for one in self.waiting if one.earliest]
        last = max((one.earliest for one in known if one.earliest), default=None)
        return [one for one in known if one.earliest == last]


def foreseen(facing: Facing, today: date) -> Foreseen:
    """Return when one principal can have decided.

    Main points, Tjänstepersoner (R153): the outcome is followed principal by principal; a fact
    takes the place of the forecast. A day that the principal has planned is its own word; else it
    is the first meeting of each body in turn to which the papers can come in time.
    """
    body = facing.chain[-1].body if facing.chain else ""
    if facing.decided:
        return Foreseen(facing.slug, facing.name, body, DayBasis.DECIDED, facing.decided_on)
    usual = _usual_days(facing.took)
    if facing.planned_on is not None and facing.planned_on >= today:
        day = facing.planned_on
        return Foreseen(
            facing.slug, facing.name, body, DayBasis.PLANNED, day, day,
            final_by=final_by(day, facing), usual_days=usual,
        )  # fmt: skip
    way = _way(facing.chain, facing.sent_on, today)
    if not way:
        return Foreseen(facing.slug, facing.name, body, DayBasis.UNKNOWN, usual_days=usual)
    sure = all(sitting.confirmed for sitting in way)
    return Foreseen(
        facing.slug,
        facing.name,
        body,
        DayBasis.CONFIRMED if sure else DayBasis.ASSUMED,
        way[-1].on,
        _likely(facing, way[-1].on, usual),
        way[0].papers_by,
        way[0].papers_known,
        final_by(way[-1].on, facing),
        usual,
    )


def forecast(facing: Iterable[Facing], today: date) -> Forecast:
    """Return when all principals can have decided, as things are known on a day (R319)."""
    return Forecast(tuple(foreseen(one, today) for one in facing))


def final_by(decided: date, facing: Facing) -> date:
    """Return the last day for appeal when all takes as long as it may; never on a free day."""
    days = facing.approval_days + LEGAL_ANNOUNCED_DAYS + facing.appeal_days
    last = decided + timedelta(days=days)
    return working_day_after(last) or last


@dataclass(frozen=True)
class MovedTo:
    """What another reply-by day would mean: who can have decided by then, and who cannot."""

    day: date
    can: int
    usually: int
    cannot: tuple[Foreseen, ...]
    unknown: int
    asked: bool = False

    @property
    def is_assumed(self) -> bool:
        """Return whether that somebody cannot rests on days that nobody has confirmed."""
        return any(one.is_assumed for one in self.cannot)


def moved_to(found: Forecast, day: date, *, asked: bool = False) -> MovedTo:
    """Return who can have decided by a day; who decides on the day itself is in time (R319)."""
    known = [one for one in found.rows if one.earliest or not one.waits]
    likely = [one.likely or one.earliest for one in known]
    return MovedTo(
        day,
        can=sum(not one.waits or bool(one.earliest and one.earliest <= day) for one in known),
        usually=sum(
            not one.waits or bool(by and by <= day) for one, by in zip(known, likely, strict=True)
        ),
        cannot=tuple(one for one in known if one.waits and one.earliest and one.earliest > day),
        unknown=len(found.unknown),
        asked=asked,
    )


def reply_days(found: Forecast, today: date, asked: date | None) -> list[MovedTo]:
    """Return what some reply-by days would mean: month by month, the day asked, and when all can.

    Days that change nothing for anybody are left out.
    """
    last = found.all_by
    days = {day for day in (asked, last) if day is not None and day > today}
    if last is not None:
        days |= set(_month_ends(today, last))
    moved = [moved_to(found, day, asked=day == asked) for day in sorted(days)]
    kept = moved[:1] + [
        one for before, one in pairwise(moved) if one.asked or one.can != before.can
    ]
    must = [one for one in kept if one.asked or one.day == last]
    room = MOST_DAYS - len(must)
    others = [one for one in kept if one not in must]
    return sorted([*must, *others[-room:]], key=lambda one: one.day)


def remarks_on_reply_by(found: Forecast, reply_by: date | None) -> list[Remark]:
    """List that some cannot have decided by the day when an answer is asked for (R319).

    The agreement gives no reply time (Q04), so it passes with a reason. Those of whom nothing is
    known are not named: nobody knows that they cannot.
    """
    if reply_by is None:
        return []
    moved = moved_to(found, reply_by)
    if not moved.cannot:
        return []
    facts = {
        "principals": [one.name for one in moved.cannot],
        "day": max(one.earliest for one in moved.cannot if one.earliest),
    }
    if moved.is_assumed:
        return [Remark("reply_by_before_assumed", facts)]
    return [Remark("reply_by_before_possible", facts)]


def _way(chain: Sequence[ChainLink], sent_on: date, today: date) -> list[Sitting]:
    """Return the meeting of each body in turn that the papers come to in time; none when one
    of the bodies has no such meeting.
    """
    way: list[Sitting] = []
    papers, earliest = sent_on, today
    for link in chain:
        found = next(
            (one for one in link.sittings if one.on >= earliest and one.papers_by >= papers), None
        )
        if found is None:
            return []
        way.append(found)
        papers = earliest = found.on
    return way


def _likely(facing: Facing, earliest: date, usual: int | None) -> date | None:
    """Return the first meeting by when the principal usually has decided; None without history."""
    if usual is None:
        return None
    by = max(earliest, facing.sent_on + timedelta(days=usual))
    return next((one.on for one in facing.chain[-1].sittings if one.on >= by), None)


def _usual_days(took: Sequence[int]) -> int | None:
    """Return the median of how long earlier decisions took, when there are enough of them."""
    return ceil(median(took)) if len(took) >= HISTORY_FROM else None


def _month_ends(today: date, last: date) -> Iterable[date]:
    day = today.replace(day=1)
    while day <= last:
        following = (day + timedelta(days=32)).replace(day=1)
        end = following - timedelta(days=1)
        if today < end <= last:
            yield end
        day = following
