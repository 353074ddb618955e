"""Checking a whole roster: all that is wrong in it, or all that it would do. Pure.

Every row is read and every fault is found in one run. Stored missions that rows end make room
before new ones are given; then the rows are taken in the order of the sheet.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from samverkan.bodies.rosters.columns import Column
from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.rosters.held import Held, any_shares
from samverkan.bodies.rosters.intended import Changed, Given, Intended, Noted, PersonRef, Seat
from samverkan.bodies.rosters.lines import Line, Reader
from samverkan.bodies.rosters.matching import Names, People, body_of, holder_of
from samverkan.bodies.rosters.world import NOTED, HolderKey, KnownMission, SeatKey, World
from samverkan.bodies.rules.seats import Wanted, obstacles_to_appoint
from samverkan.journal.fields import Period, from_day
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import last_of

AT_A_TIME = 250
_PLACES = {
    "ends_before_beginning": Column.LAST,
    "before_the_body": Column.FIRST,
    "after_the_body": Column.LAST,
    "seat_is_derived": Column.BODY,
    "already_has_the_seat": Column.NAME,
    "holder_not_there": Column.HOLDER,
    "no_seat": Column.HOLDER,
    "seats_taken": Column.KIND,
}


def check(
    columns: Sequence[tuple[Column, str]],
    rows: Sequence[tuple[int, Sequence[str]]],
    *,
    unread: Sequence[Fault] = (),
    world: World,
    progress: Callable[[int], object] = bool,
) -> Intended:
    """Return what a roster would do in a world, with every fault, those of the reading too."""
    reader = Reader(columns, frozenset((fault.row, fault.column) for fault in unread))
    lines = []
    for count, (number, cells) in enumerate(rows, start=1):
        lines.append(reader.line(number, cells))
        if count % AT_A_TIME == 0:
            progress(count)
    intended = _Check(world, lines).intended
    faults = [fault for line in lines for fault in line.faults]
    intended.faults = sorted([*unread, *faults], key=lambda fault: fault.place)
    return intended


class _Check:
    """One run over the rows; what earlier rows take, later ones cannot have."""

    def __init__(self, world: World, lines: Sequence[Line]) -> None:
        self.world = world
        self.intended = Intended()
        self.own = _own_missions(world)
        self.people = People(world, lines, self.own)
        self.bodies, self.holders = Names(world.bodies), Names(world.holders)
        self.seen: dict[tuple[object, ...], int] = {}
        self.ends: dict[int, Any] = {}  # mission → the day it would end
        self.held: dict[SeatKey, Held] = {}
        self.mains: dict[SeatKey, Held] = {}
        self.taken: dict[tuple[SeatKey, PersonRef], list[Period]] = defaultdict(list)
        wanted = [found for line in lines if (found := self._new_mission(line))]
        for line, seat, person in wanted:
            self._give(line, seat, person)
        self.intended.people = self.people.new

    def _new_mission(self, line: Line) -> tuple[Line, Seat, PersonRef] | None:
        """Return what a row wants given; nothing when it is about a mission there is, or faulty."""
        seat = self._seat(line)
        person = self.people.person_of(line, seat)
        if seat is None or person is None or not line.whole or self._is_twice(line, seat, person):
            return None
        own = self.own.get((seat.key, person), []) if isinstance(person, int) else []
        same = next((mission for mission in own if mission.first == line.first), None)
        if same is None:
            return line, seat, person
        self._compare(line, seat, same)
        return None

    def _seat(self, line: Line) -> Seat | None:
        body = body_of(line, self.bodies)
        holder = holder_of(line, self.holders, body, self.world)
        unknown = line.holder is None or (line.holder and holder is None)
        if body is None or line.kind is None or unknown:
            return None
        return Seat(body, holder, line.kind)

    def _is_twice(self, line: Line, seat: Seat, person: PersonRef) -> bool:
        first = self.seen.setdefault((seat.key, person, line.first), line.row)
        if first != line.row:
            line.fault(None, Obstacle("roster_row_twice", {"row": first}))
        return first != line.row

    def _compare(self, line: Line, seat: Seat, mission: KnownMission) -> None:
        """Find what a row says otherwise than what is stored; what it leaves empty is left."""
        name = line.name or ""
        said = {field: getattr(line, field) for field in NOTED}
        noted = {
            field: value
            for field, value in said.items()
            if value and value != getattr(mission, field)
        }
        found = Changed(line.row, mission.pk, seat, mission.person, name)
        if line.until is not None and line.until != mission.until:
            if mission.until is not None and mission.until < line.until:
                last = last_of(mission.until)
                line.fault(Column.LAST, Obstacle("roster_ends_later", {"last": last}))
                return
            self.ends[mission.pk] = line.until
            self.intended.ended.append(replace(found, until=line.until))
        if noted:
            if noted.get("is_main") and line.first:
                self._take_main(line, seat, from_day(line.first, line.until or mission.until))
            self.intended.corrected.append(replace(found, noted=noted))
        self.intended.unchanged += not noted and mission.pk not in self.ends

    def _give(self, line: Line, seat: Seat, person: PersonRef) -> None:
        first, until = line.first, line.until
        if first is None or line.kind is None:
            return
        period = from_day(first, until)
        counted = any_shares(seat.body.counted, period)
        if counted and seat.holder is None:
            line.fault(Column.HOLDER, Obstacle("roster_value_missing", {"heading": "Huvudman"}))
            return
        obstacles = obstacles_to_appoint(
            Wanted(line.kind, first, until),
            quotas=self._quotas(seat),
            held=self._held(seat).sharing(period) if counted else (),
            own=self._own(seat, person),
            body=seat.body.period,
            holder=seat.holder.period if seat.holder else None,
            body_has_quotas=counted,
            derived_only=not counted and any_shares(seat.body.derived, period),
        )
        for obstacle in obstacles:
            line.fault(_PLACES[obstacle.code], obstacle)
        if obstacles:
            return
        self.taken[seat.key, person].append(period)
        if counted:
            self._held(seat).add(period)
        if line.is_main:
            self._take_main(line, seat, period)
        noted = Noted(**{field: getattr(line, field) for field in NOTED})
        given = Given(line.row, seat, person, line.name or "", first, until, noted)
        self.intended.given.append(given)

    def _quotas(self, seat: Seat) -> list[tuple[Period, Any]]:
        key: HolderKey | None = seat.holder.key if seat.holder else None
        return self.world.quotas.get((seat.body.pk, key), []) if key else []

    def _held(self, seat: Seat) -> Held:
        """Return the periods in which a seat's kind is held, as they would be."""
        if seat.key not in self.held:
            stored = self.world.missions.get(seat.key, ())
            self.held[seat.key] = Held(map(self._period, stored))
        return self.held[seat.key]

    def _own(self, seat: Seat, person: PersonRef) -> list[Period]:
        own = self.own.get((seat.key, person), []) if isinstance(person, int) else []
        return [*map(self._period, own), *self.taken[seat.key, person]]

    def _take_main(self, line: Line, seat: Seat, period: Period) -> None:
        """Of several who sit for the same, one is the main representative."""
        if seat.key not in self.mains:
            stored = self.world.missions.get(seat.key, ())
            self.mains[seat.key] = Held(self._period(one) for one in stored if one.is_main)
        if self.mains[seat.key].sharing(period):
            line.fault(Column.MAIN, Obstacle("roster_main_taken"))
        self.mains[seat.key].add(period)

    def _period(self, mission: KnownMission) -> Period:
        return Period(mission.first, self.ends.get(mission.pk, mission.until), "[)")


def _own_missions(world: World) -> dict[tuple[object, int], list[KnownMission]]:
    own: dict[tuple[object, int], list[KnownMission]] = {}
    for seat, missions in world.missions.items():
        for mission in missions:
            own.setdefault((seat, mission.person), []).append(mission)
    return own
