"""When the seats of one kind are held, so that those of some days are found without a search."""

from collections import defaultdict
from collections.abc import Iterable

from samverkan.journal.fields import Period


class Held:
    """Periods by the years that they touch; those without an end, or a beginning, by themselves."""

    def __init__(self, periods: Iterable[Period] = ()) -> None:
        self.by_year: dict[int, list[Period]] = defaultdict(list)
        self.open: list[Period] = []
        for period in periods:
            self.add(period)

    def add(self, period: Period) -> None:
        """Note that a seat is held in a period."""
        for year in _years(period):
            self.by_year[year].append(period)
        if period.lower is None or period.upper is None:
            self.open.append(period)

    def sharing(self, wanted: Period) -> list[Period]:
        """Return the periods that share a day with one; each once."""
        years = _years(wanted) or self.by_year
        found = {id(one): one for year in years for one in self.by_year.get(year, ())}
        return [one for one in (*found.values(), *self.open) if shares_a_day(one, wanted)]


def shares_a_day(one: Period, other: Period) -> bool:
    """Return whether two periods have a day in common."""
    return _begins_before_end(one, other) and _begins_before_end(other, one)


def _begins_before_end(one: Period, other: Period) -> bool:
    return one.lower is None or other.upper is None or one.lower < other.upper


def _years(period: Period) -> range:
    if period.lower is None or period.upper is None:
        return range(0)
    return range(period.lower.year, period.upper.year + 1)


def any_shares(periods: Iterable[Period], wanted: Period) -> bool:
    """Return whether any of some periods shares a day with one."""
    return any(shares_a_day(one, wanted) for one in periods)
