"""Which place each new mission gets: the lowest that is free for as long as it runs. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from samverkan.bodies.rosters.intended import Given
from samverkan.bodies.rosters.world import KnownMission, SeatKey, World
from samverkan.journal.fields import Period

FEW = 200  # beyond, nobody reads the numbers, and a search for gaps would take its time


class _Place:
    """The periods in which one place is taken, in order."""

    def __init__(self) -> None:
        self.firsts: list[date] = []
        self.untils: list[date] = []

    def is_free(self, first: date, until: date) -> bool:
        at = bisect_right(self.firsts, first)
        after_earlier = at == 0 or self.untils[at - 1] <= first
        return after_earlier and (at == len(self.firsts) or until <= self.firsts[at])

    def take(self, first: date, until: date) -> None:
        at = bisect_right(self.firsts, first)
        self.firsts.insert(at, first)
        self.untils.insert(at, until)


def placed(
    given: Iterable[Given], world: World, ends: dict[int, date]
) -> Iterator[tuple[Given, int]]:
    """Yield the missions to give with their places, when some stored ones end on other days."""
    by_seat: dict[SeatKey, list[Given]] = defaultdict(list)
    for one in given:
        by_seat[one.seat.key].append(one)
    for seat, wanted in by_seat.items():
        yield from _in_seat(wanted, world.missions.get(seat, ()), ends)


def _in_seat(
    wanted: list[Given], stored: Sequence[KnownMission], ends: dict[int, date]
) -> Iterator[tuple[Given, int]]:
    places: dict[int, _Place] = defaultdict(_Place)
    for mission in stored:
        period = Period(mission.first, ends.get(mission.pk, mission.until), "[)")
        places[mission.place].take(*_days(period))
    highest = max(places, default=0)
    for one in wanted:
        first, until = _days(Period(one.first, one.until, "[)"))
        few = range(1, min(highest, FEW) + 1)
        free = (place for place in few if places[place].is_free(first, until))
        place = next(free, highest + 1)
        highest = max(highest, place)
        places[place].take(first, until)
        yield one, place


def _days(period: Period) -> tuple[date, date]:
    return period.lower or date.min, period.upper or date.max
