"""Rules for the year wheel: deadlines, and which days to meet on. Pure: no database, no clock."""

from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.meetings.choices import Deadline
from samverkan.meetings.rules.days import why_free, working_day_after, working_day_before

LAST_WEEK = 5
MOST_DAYS = 200
# How far a proposed day is moved to be free of collisions before it is left to people.
_TRIES = 15
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rhythm:
    """When a body meets in a year, and how many days before or after a meeting things are due."""

    body: int
    months: tuple[int, ...] = ()
    week: int = 1
    weekday: int = 1
    avoided_weeks: frozenset[int] = frozenset()
    leads: Mapping[Deadline, int] = field(default_factory=dict)
    least: int | None = None
    first: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Return whether the rhythm holds on a day."""
        begun = self.first is None or self.first <= on
        return begun and (self.until is None or on < self.until)


@dataclass(frozen=True)
class Due:
    """What is to be done by a day that follows from a meeting's."""

    what: Deadline
    on: date


def deadlines(on: date, leads: Mapping[Deadline, int]) -> list[Due]:
    """Return the days that follow from a meeting's day, the first first.

    Agreement § 5.1.5 and § 6.1.6 (R157): the agenda is prepared before the body meets. A day that
    is free from work moves to the working day before it, so that nobody gets less time.
    """
    found = [Due(what, working_day_before(_day_of(on, what, days))) for what, days in leads.items()]
    order = list(Deadline)
    return sorted(found, key=lambda one: (one.on, order.index(one.what)))


def _day_of(on: date, what: Deadline, days: int) -> date:
    return on + timedelta(days=days if what is Deadline.APPROVAL else -days)


def wished_day(year: int, month: int, *, week: int, weekday: int) -> date:
    """Return a weekday of a month: the first, second, third, fourth, or (5) the last one."""
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    if week == LAST_WEEK:
        length = monthrange(year, month)[1]
        return day + timedelta(weeks=(length - day.day) // 7)
    return day + timedelta(weeks=week - 1)


@dataclass(frozen=True)
class Proposal:
    """A day that a body could meet on; none when no day near the wished one is free."""

    body: int
    wished: date
    on: date | None
    free: str = ""  # why the wished day is free from work
    in_avoided_week: bool = False
    meets_with: tuple[int, ...] = ()  # bodies with members in common that meet on the wished day

    @property
    def is_moved(self) -> bool:
        """Return whether the day is another than the wished one."""
        return self.on != self.wished


def proposed_year(
    rhythms: Sequence[Rhythm],
    year: int,
    *,
    today: date,
    meets: Mapping[int, Collection[date]],
    people: Mapping[int, Collection[int]],
) -> list[Proposal]:
    """Return the meetings that would fill a year, by day, past what is planned already.

    `meets` is when each body meets, `people` who sits in it: bodies that share a member never get
    the same day, since nobody is in two places. A month where the body meets is left as it is.
    """
    taken = {body: set(days) for body, days in meets.items()}
    sits = {body: frozenset(ids) for body, ids in people.items()}
    found = []
    for rhythm in rhythms:
        for wished in _wished(rhythm, year, today, taken.get(rhythm.body, set())):
            one = _proposed(rhythm, wished, taken, sits)
            if one.on is not None:
                taken.setdefault(rhythm.body, set()).add(one.on)
            found.append(one)
    return sorted(found, key=lambda one: (one.on or one.wished, one.body))


def _wished(rhythm: Rhythm, year: int, today: date, taken: Collection[date]) -> Iterator[date]:
    met = {day.month for day in taken if day.year == year}
    for month in sorted(set(rhythm.months) - met):
        day = wished_day(year, month, week=rhythm.week, weekday=rhythm.weekday)
        if day > today and rhythm.holds(day):
            yield day


def _proposed(
    rhythm: Rhythm,
    wished: date,
    taken: Mapping[int, Collection[date]],
    sits: Mapping[int, frozenset[int]],
) -> Proposal:
    day: date | None = wished
    for _ in range(_TRIES):
        day = working_day_after(day, rhythm.avoided_weeks) if day else None
        if day is None or not meeting_with(rhythm.body, day, taken, sits):
            break
        day += _DAY
    else:
        day = None
    if day is not None and not rhythm.holds(day):
        day = None
    return Proposal(
        rhythm.body,
        wished,
        day,
        free=why_free(wished),
        in_avoided_week=wished.isocalendar().week in rhythm.avoided_weeks,
        meets_with=tuple(meeting_with(rhythm.body, wished, taken, sits)),
    )


def meeting_with(
    body: int,
    on: date,
    taken: Mapping[int, Collection[date]],
    sits: Mapping[int, Collection[int]],
) -> list[int]:
    """Return the bodies that meet on a day and share a member with a body, itself included."""
    own = frozenset(sits.get(body, ()))
    return [
        other
        for other, days in taken.items()
        if on in days and (other == body or own.intersection(sits.get(other, ())))
    ]


@dataclass(frozen=True)
class YearDay:
    """A meeting that somebody wants to plan as part of a year."""

    body: int
    on: date
    starts_at: time | None = None
    place: str = ""


def obstacles_to_plan_year(
    days: Sequence[YearDay],
    *,
    today: date,
    names: Mapping[int, str],
    meets: Mapping[int, Collection[date]],
    people: Mapping[int, Collection[int]],
) -> list[Obstacle]:
    """List what stands in the way of planning several meetings in one act.

    Free days, and bodies with members in common on one day, are remarks: they pass with a reason.
    """
    if not days:
        return [Obstacle("no_days_chosen")]
    if len(days) > MOST_DAYS:
        return [Obstacle("too_many_days", {"most": MOST_DAYS})]
    obstacles: list[Obstacle] = []
    taken = {body: set(met) for body, met in meets.items()}
    for one in days:
        told = {"body": names[one.body], "on": one.on}
        if one.on <= today:
            obstacles.append(Obstacle("year_day_passed", told))
        if one.on in taken.get(one.body, ()):
            obstacles.append(Obstacle("year_day_taken", told))
            continue
        obstacles += remarks_on_day(one.body, one.on, names=names, meets=taken, people=people)
        taken.setdefault(one.body, set()).add(one.on)
    return obstacles


def remarks_on_day(
    body: int,
    on: date,
    *,
    names: Mapping[int, str],
    meets: Mapping[int, Collection[date]],
    people: Mapping[int, Collection[int]],
) -> list[Obstacle]:
    """List what speaks against a day: that it is free, or that members meet in another body."""
    told = {"body": names[body], "on": on}
    remarks: list[Obstacle] = []
    if free := why_free(on):
        remarks.append(Remark("meeting_on_free_day", {**told, "free": free}))
    if others := [one for one in meeting_with(body, on, meets, people) if one != body]:
        said = [names[one] for one in others]
        remarks.append(Remark("members_meet_elsewhere", {**told, "others": said}))
    return remarks


def remark_on_number(
    rhythm: Rhythm, year: int, count: int, *, body: str, source: str
) -> Remark | None:
    """Return that a body meets less often in a year than the texts say, if it does.

    Agreement § 5.2 (R045): the seminar is held every year; § 5.3 (R030): first meetings in the
    autumn of 2020; § 5.1.6 (R075): Regionledningsmötet about two or three times a year.
    """
    if rhythm.least is None or count >= rhythm.least or not _counts_in(rhythm, year):
        return None
    facts = {"body": body, "year": str(year), "least": rhythm.least, "count": count}
    return Remark("meets_too_seldom", {**facts, "source": source})


def _counts_in(rhythm: Rhythm, year: int) -> bool:
    """Return whether a whole year is the rhythm's, or the whole rhythm lies within it."""
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    if rhythm.until is not None and rhythm.first is not None and rhythm.first.year == year:
        within = rhythm.until <= after
        if within:
            return True
    begun = rhythm.first is None or rhythm.first <= first
    return begun and (rhythm.until is None or rhythm.until >= after)
