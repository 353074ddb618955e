"""What reading a roster in would do: missions given, ended and put right, people entered. Pure."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.rosters.world import KnownBody, KnownHolder, SeatKey

PersonRef = int | str  # someone entered already, or the key of one who is not


@dataclass
class NewPerson:
    """Someone who is not entered yet."""

    key: str
    name: str
    row: int
    title: str = ""
    party: str = ""
    email: str = ""
    elected: bool = False


@dataclass(frozen=True)
class Seat:
    """A seat with the names that people know it by."""

    body: KnownBody
    holder: KnownHolder | None
    kind: MissionKind

    @property
    def key(self) -> SeatKey:
        """Return what the seat is counted under."""
        return self.body.pk, self.holder.key if self.holder else None, self.kind

    @property
    def names(self) -> dict[str, str]:
        """Return the seat in words."""
        holder = self.holder.name if self.holder else ""
        return {"body": self.body.name, "holder": holder, "kind": str(self.kind.label)}


@dataclass(frozen=True)
class Noted:
    """What is noted of a mission besides who, for whom and when."""

    is_main: bool = False
    line: str = ""
    appointed_by: str = ""
    appointed_on: date | None = None
    paragraph: str = ""


@dataclass(frozen=True)
class Given:
    """A mission that would be given."""

    row: int
    seat: Seat
    person: PersonRef
    name: str
    first: date
    until: date | None
    noted: Noted


@dataclass(frozen=True)
class Changed:
    """A mission that would end on another day, or whose notes would be put right."""

    row: int
    mission: int
    seat: Seat
    person: int
    name: str
    until: date | None = None  # the day it would end, for one that would
    noted: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Intended:
    """All that a roster would do, or all that is wrong with it."""

    given: list[Given] = field(default_factory=list)
    ended: list[Changed] = field(default_factory=list)
    corrected: list[Changed] = field(default_factory=list)
    people: dict[str, NewPerson] = field(default_factory=dict)
    unchanged: int = 0
    faults: list[Fault] = field(default_factory=list)

    def plan(self) -> dict[str, Any]:
        """Return it as it is kept with the roster and shown; the same roster gives the same."""
        plan = {
            "given": [_told(one) | {"until": one.until} for one in self.given],
            "ended": [_told(one) | {"until": one.until} for one in self.ended],
            "corrected": [_told(one) | {"noted": dict(one.noted)} for one in self.corrected],
            "people": [asdict(one) for one in self.people.values()],
            "unchanged": self.unchanged,
        }
        kept: dict[str, Any] = json.loads(json.dumps(plan, default=str))
        return kept

    def counts(self) -> dict[str, int]:
        """Return how much of each there is; kept when the names are gone."""
        counted = {
            "given": len(self.given),
            "ended": len(self.ended),
            "corrected": len(self.corrected),
        }
        return counted | {"people": len(self.people), "unchanged": self.unchanged}


def _told(one: Given | Changed) -> dict[str, Any]:
    told: dict[str, Any] = {"row": one.row, "body_id": one.seat.body.pk, "name": one.name}
    told |= one.seat.names
    if isinstance(one, Given):
        told |= {"first": one.first, "person": one.person, "noted": asdict(one.noted)}
    else:
        told |= {"mission": one.mission}
    return told
