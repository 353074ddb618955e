"""Rules for seats and chairs. Pure: no database, no clock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import MissionKind, Power
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import Side


@dataclass(frozen=True)
class Seats:
    """How many seats a principal has in a body: the least and most ordinary, the substitutes."""

    ordinary_min: int
    ordinary_max: int
    substitutes_max: int


def obstacles_to_appoint(
    *, kind: MissionKind, seats: Seats | None, taken: int, body_has_quotas: bool
) -> list[Obstacle]:
    """List what stands in the way of giving someone one more of a principal's seats in a body.

    Agreement § 5.1.3 (R062, R063, R064) and § 6.1.3 (R092, R093, R094): one representative and
    one substitute for each municipality, up to two for Umeå and Skellefteå, three for the Region
    in Samråd and four in LSG. A body whose seats no text counts takes whom it is given.
    """
    if not body_has_quotas:
        return []
    if seats is None:
        return [Obstacle("no_seat")]
    most = seats.ordinary_max if kind is MissionKind.ORDINARY else seats.substitutes_max
    return [Obstacle("seats_taken", {"most": most})] if taken >= most else []


def obstacles_to_elect(
    *,
    first: date,
    until: date | None,
    members: Collection[int],
    person: int,
    side: Side | None,
    side_of_other: Side | None,
) -> list[Obstacle]:
    """List what stands in the way of a chair or vice chair; `until` is the day after the last.

    Agreement § 5.1.3 and § 6.1.4: appointed within the group (R066, R098), one from each side
    (R067, R099), for one calendar year (R068, R100).
    """
    obstacles = []
    if person not in members:
        obstacles.append(Obstacle("chair_not_member"))
    if side is not None and side == side_of_other:
        obstacles.append(Obstacle("chairs_from_one_side"))
    if until != date(first.year + 1, 1, 1):
        obstacles.append(Obstacle("term_not_calendar_year", {"year": first.year}))
    return obstacles


def may_recommend(power: Power) -> bool:
    """Return whether a body may agree on recommendations.

    Main points of 2018, Gemensam struktur (R006): groupings may agree on recommendations; the
    decision is the principals' own (R005).
    """
    return power is Power.RECOMMENDS


def may_decide_inner(kind: str, owned: Collection[str]) -> bool:
    """Return whether an inner decision is of a kind that the body owns.

    Agreement § 5.2, § 6.1.2, § 7 and § 9 (R008): on its own forms of work a body may decide; all
    else becomes a recommendation.
    """
    return kind in owned
