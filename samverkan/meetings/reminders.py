"""What the year asks for besides meetings: chairs to elect, bodies to look over."""

from collections.abc import Iterator
from datetime import date

from samverkan.bodies.queries.snapshot import snapshot_of
from samverkan.bodies.queries.texts import texts_on
from samverkan.bodies.rules.findings.chairs import months_before, terms_without_next
from samverkan.bodies.rules.reminders import MONTHS_AHEAD
from samverkan.journal.periods import last_of
from samverkan.meetings.year import Entry, Sort


def reminders_in(collaboration_id: int, year: int, on: date, *, body: str = "") -> list[Entry]:
    """Return the days of a year that follow from the structure as it is on a day.

    Chairs sit for a calendar year and are elected in the autumn (R068, R100); assignment and
    staffing are looked over every second year (R116).
    """
    found = [*_elections(collaboration_id, on), *_reviews(collaboration_id, on)]
    return [one for one in found if one.on.year == year and body in ("", one.body)]


def _elections(collaboration_id: int, on: date) -> Iterator[Entry]:
    day = snapshot_of(collaboration_id, on)
    for body in day.there:
        ending = list(terms_without_next(day, body)) if body.pk in day.order else []
        until = min((end for _, end in ending), default=None)
        if until is not None:
            yield Entry(
                months_before(until, MONTHS_AHEAD),
                Sort.ELECTION,
                "dags att välja ordförande och vice ordförande",
                body=body.slug,
                name=body.short,
                about=last_of(until),
            )


def _reviews(collaboration_id: int, on: date) -> Iterator[Entry]:
    for one in texts_on(collaboration_id, on).bodies:
        for due in one.due:
            if due.due is not None:
                yield Entry(
                    due.due,
                    Sort.REVIEW,
                    f"{due.of.label} ses över senast",
                    body=one.body.slug,
                    name=one.body.short,
                    note="försenat" if due.overdue else "",
                )
