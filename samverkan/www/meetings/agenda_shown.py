"""What a meeting's page shows of its agenda: points with times, what was sent, what is new."""

from dataclasses import dataclass
from datetime import time

from samverkan.meetings import actions, rules, wording
from samverkan.meetings.agenda_text import Reporting, agenda_stamp, reporting_in
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import AgendaConsent, Item, Meeting, Summons
from samverkan.meetings.permissions import Act, may
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.www.pages import Workspace


@dataclass(frozen=True)
class Row:
    """A point as it is listed: its place, when it begins, and who reports it."""

    item: Item
    number: int
    begins: time | None
    rapporteur: str
    last: bool


@dataclass(frozen=True)
class Agenda:
    """An agenda as its meeting's page shows it."""

    rows: list[Row]
    ends: time | None
    over: int
    total: int
    consents: list[tuple[AgendaConsent, bool]]
    has_committee: bool
    may_agree: bool
    summonses: list[Summons]
    changes: list[str]
    unreached: list[str]
    papers: int


def agenda_of(work: Workspace, meeting: Meeting, items: list[Item]) -> Agenda:
    """Return the agenda of a meeting with its time plan, and what happened since it was sent."""
    minutes = [item.planned_minutes for item in items]
    reporting = reporting_in(meeting) if meeting.stage in BEFORE_HELD else Reporting()
    begins = rules.clock_times(meeting.starts_at, minutes)
    committee = meeting.stage == MeetingStage.PLANNED and actions.has_committee(meeting)
    stamp = agenda_stamp(meeting) if meeting.stage == MeetingStage.PLANNED else ""
    unreached = meeting.calls.filter(to="").select_related("person").order_by("person__name")
    return Agenda(
        rows=[
            Row(item, number, begun, reporting.said_of(item), number == len(items))
            for number, (item, begun) in enumerate(zip(items, begins, strict=True), start=1)
        ],
        ends=rules.planned_end(meeting.starts_at, minutes),
        over=rules.minutes_over(meeting.starts_at, meeting.ends_at, minutes),
        total=sum(one or 0 for one in minutes),
        consents=[
            (one, not stamp or one.sha256 == stamp)
            for one in meeting.consents.select_related("person")
        ],
        has_committee=committee,
        may_agree=committee and may(work.user, Act.AGREE, meeting, work.today),
        summonses=list(meeting.summonses.order_by("-number").defer("content")),
        changes=[wording.said_of(one) for one in actions.pending_changes(meeting)],
        unreached=[call.person.name for call in unreached],
        papers=sum(len(item.papers.all()) for item in items),
    )
