"""How long a term of office runs. Days in, days out; `until` is the day after the last."""

from datetime import date

from samverkan.bodies.choices import Anchor

# Ordinary elections are held every fourth year: 2022, 2026 … Terms begin with the next year.
ELECTION_CYCLE, FIRST_YEAR_AFTER_ELECTION = 4, 2023


def term_until(anchor: str, years: int, anchored_on: date | None, first: date) -> date | None:
    """Return the day after the last of a term that begins on a day; None until further notice.

    Agreement § 5.1.3 and § 6.1.4 (R068, R100): the calendar year. Other counties follow the
    general elections, or a federation's congress and so many years after it.
    """
    if anchor == Anchor.CALENDAR_YEAR:
        return date(first.year + years, 1, 1)
    if anchor == Anchor.ELECTION:
        begun = (first.year - FIRST_YEAR_AFTER_ELECTION) % ELECTION_CYCLE
        return date(first.year + ELECTION_CYCLE - begun, 1, 1)
    if anchor == Anchor.CONGRESS and anchored_on is not None:
        return _next_turn(anchored_on, years, first)
    return None


def _next_turn(anchored_on: date, years: int, first: date) -> date:
    """Return the first day after `first` that is a whole number of terms from the anchor."""
    turns = (first.year - anchored_on.year) // years
    turn = _years_after(anchored_on, turns * years)
    while turn <= first:
        turns += 1
        turn = _years_after(anchored_on, turns * years)
    return turn


def _years_after(day: date, years: int) -> date:
    """Return the same day some years on; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
