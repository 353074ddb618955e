"""Cases, meetings and recommendations that stand still, beside what the structure lacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import date_format

from samverkan.cases.actions import obstacles_before_prepared
from samverkan.dispatches.wording import listed
from samverkan.journal.obstacles import Remark
from samverkan.principals.line_queries import calendar_states, without_confirmed_days
from samverkan.sentences import DAY, say
from samverkan.www.desk import queries
from samverkan.www.meetings.forms import meeting_title
from samverkan.www.pages import Workspace

MOST_NAMED = 8


@dataclass(frozen=True)
class Matter:
    """Something that waits: what it is, what it lacks, and where it is dealt with."""

    title: str
    text: str
    label: str
    url: str


def matters(work: Workspace) -> list[Matter]:
    """Return what stands still today, the most pressing first; some of each sort."""
    sorts = (_to_dispatch, _late_meetings, _unapproved, _silent, _cases, _line_days)
    return [matter for sort in sorts for matter in sort(work)]


def _to_dispatch(work: Workspace) -> Iterator[Matter]:
    for one in queries.to_dispatch(work.collaboration.pk):
        text = "Rekommendationen är upprättad men inte sänd till huvudmännen."
        yield Matter(one.title, text, "Expediera", work.url("dispatch", one.number))


def _late_meetings(work: Workspace) -> Iterator[Matter]:
    for one in queries.open_meetings(work.collaboration.pk):
        if one.on < work.today:
            title = meeting_title(one.body, one.on)
            address = work.url("meeting", one.body.slug, one.on)
            yield Matter(
                title, "Mötets dag har varit, men det är inte avslutat.", "Öppna mötet", address
            )


def _unapproved(work: Workspace) -> Iterator[Matter]:
    for one in queries.to_approve(work.collaboration.pk):
        title = meeting_title(one.body, one.on)
        who = f" av {one.led_by.name}" if one.led_by else ""
        address = work.url("meeting", one.body.slug, one.on)
        yield Matter(title, f"Anteckningarna väntar på att justeras{who}.", "Öppna mötet", address)


def _silent(work: Workspace) -> Iterator[Matter]:
    for one in queries.silences(work.collaboration.pk, work.now):
        if one.overdue:
            recommendation = one.recommendation
            day = date_format(recommendation.reply_by, DAY) if recommendation.reply_by else ""
            text = f"Svar önskades senast {day}. Det saknas från {listed(one.silent)}."
            address = work.url("recommendation", recommendation.number)
            yield Matter(recommendation.title, text, "Se svaren", address)


def _line_days(work: Workspace) -> Iterator[Matter]:
    """Nobody has confirmed when some principals meet: forecasts rest on guesses (R319)."""
    names = without_confirmed_days(calendar_states(work.collaboration.pk, work.today))
    if names:
        some = [
            *names[:MOST_NAMED],
            *([f"{len(names) - MOST_NAMED} till"] * (len(names) > MOST_NAMED)),
        ]
        text = f"Ingen har bekräftat när {listed(some)} sammanträder framöver."
        title = "Huvudmännens sammanträdesdagar"
        yield Matter(title, text, "Öppna dagarna", work.url("line_days"))


def _cases(work: Workspace) -> Iterator[Matter]:
    """The same obstacles that close the next step on the case's own page."""
    for one in queries.to_prepare(work.collaboration.pk):
        found = obstacles_before_prepared(one, handler_known=True)
        missing = [say(obstacle) for obstacle in found if not isinstance(obstacle, Remark)]
        if missing:
            address = work.url("case", one.number)
            yield Matter(f"{one.number} {one.title}", " ".join(missing), "Öppna ärendet", address)
