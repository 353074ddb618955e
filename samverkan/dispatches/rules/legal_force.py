"""When a principal's decision is approved, announced and final: computed by law, or told."""

from dataclasses import dataclass
from datetime import date, timedelta

from samverkan.dispatches.choices import Sureness
from samverkan.dispatches.rules.line_names import ELECTED
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.rules.days import why_free

APPROVED_WITHIN = timedelta(days=14)
ANNOUNCED_WITHIN = timedelta(days=2)
APPEAL_WITHIN = timedelta(weeks=3)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ToldDays:
    """What a principal has told of what came after its decision; None is not told."""

    minutes_approved_on: date | None = None
    announced_on: date | None = None
    final_on: date | None = None
    appealed: bool = False


@dataclass(frozen=True)
class SureDay:
    """A day, and how it is known."""

    on: date
    how: Sureness


@dataclass(frozen=True)
class LegalForce:
    """What is known of a decision after the meeting; None is unknown."""

    approved: SureDay | None = None
    announced: SureDay | None = None
    appeal_until: SureDay | None = None
    final: SureDay | None = None
    appealed: bool = False


def last_day(day: date) -> date:
    """Return the day on which a period by law ends that would have ended on a day.

    Lag 1930:173: on a Saturday, Sunday, other public holiday or the eve of midsummer, Christmas
    or New Year it ends on the next weekday.
    """
    while why_free(day):
        day += _DAY
    return day


def legal_force(decided_on: date | None, decided_by: str, told: ToldDays) -> LegalForce:
    """Return when a decision is approved, announced, no longer to be appealed, and final (R152).

    Kommunallagen 2017:725: minutes are approved within 14 days of the meeting (5 kap. 69 §, 6 kap.
    35 §), the approval is announced on the notice board within two days (8 kap. 12 §), and an
    appeal has come in within three weeks of the announcement (13 kap. 5 §). What is told goes
    before. For an officer's decision, or one whose day or body is not known, nothing is computed.
    Days told that are earlier than the decision belong to one that was corrected.
    """
    if decided_on is not None:
        told = _since(decided_on, told)
    by_law = decided_on is not None and decided_by in ELECTED
    approved = _told(told.minutes_approved_on)
    announced = _told(told.announced_on)
    until = None
    if by_law and decided_on is not None:
        approved = approved or _latest(decided_on + APPROVED_WITHIN)
        announced = announced or _latest(approved.on + ANNOUNCED_WITHIN)
        how = Sureness.BY_LAW if announced.how is Sureness.TOLD else Sureness.AT_LATEST
        until = SureDay(last_day(announced.on + APPEAL_WITHIN), how)
    final = _told(told.final_on)
    if final is None and until is not None and not told.appealed:
        final = SureDay(until.on + _DAY, until.how)
    return LegalForce(approved, announced, until, final, told.appealed)


def obstacles_to_legal_days(
    told: ToldDays, *, decided: bool, decided_on: date | None, today: date, seen: int, given: int
) -> list[Obstacle]:
    """List what stands in the way of telling what came after a decision (R152).

    Each day comes after the one before it, and none is told before it has come.
    """
    if not decided:
        return [Obstacle("legal_days_without_decision")]
    obstacles = [Obstacle("legal_days_meanwhile")] if seen != given else []
    days = (told.minutes_approved_on, told.announced_on, told.final_on)
    if not any(days) and not told.appealed and not given:
        obstacles.append(Obstacle("no_legal_days"))
    if any(day and day > today for day in days):
        obstacles.append(Obstacle("legal_day_ahead"))
    if decided_on and told.minutes_approved_on and told.minutes_approved_on < decided_on:
        obstacles.append(Obstacle("approved_before_decision", {"decided_on": decided_on}))
    earliest = told.minutes_approved_on or decided_on
    if earliest and told.announced_on and told.announced_on < earliest:
        obstacles.append(Obstacle("announced_before_approval", {"earliest": earliest}))
    earliest = told.announced_on or earliest
    if earliest and told.final_on and told.final_on <= earliest:
        obstacles.append(Obstacle("final_before_announcement", {"earliest": earliest}))
    return obstacles


def _since(decided_on: date, told: ToldDays) -> ToldDays:
    if all(
        day is None or day >= decided_on
        for day in (told.minutes_approved_on, told.announced_on, told.final_on)
    ):
        return told
    return ToldDays()


def _told(day: date | None) -> SureDay | None:
    return SureDay(day, Sureness.TOLD) if day else None


def _latest(day: date) -> SureDay:
    return SureDay(last_day(day), Sureness.AT_LATEST)
