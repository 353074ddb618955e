"""Questions about a year: who meets when, what follows from it, and what else there is that day."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from django.db.models import Max, Min, Q, QuerySet

from samverkan.bodies.choices import DerivedPart
from samverkan.bodies.models import ChairTerm, DerivedSeat, Mission
from samverkan.journal.obstacles import Remark
from samverkan.meetings.choices import Certainty, Deadline, MeetingStage
from samverkan.meetings.models import ExternalMeeting, Meeting, MeetingRhythm, Seminar
from samverkan.meetings.rules import Rhythm, deadlines, remark_on_number

# What everybody waits for; the rest is the working committee's and the coordinators' own.
OF_PUBLIC_INTEREST = (Deadline.SUMMONS, Deadline.APPROVAL)
MOST = 2000


class Sort(StrEnum):
    """What sort of thing a day in the calendar is."""

    MEETING = "meeting"
    DEADLINE = "deadline"
    OUTSIDE = "outside"
    ELECTION = "election"
    REVIEW = "review"


@dataclass(frozen=True)
class Entry:
    """A day in the calendar and what it is; `what` is said after the body's name."""

    on: date
    sort: Sort
    what: str
    body: str = ""  # its address; empty for somebody outside without one
    name: str = ""
    starts_at: time | None = None
    place: str = ""
    note: str = ""
    meeting: Meeting | None = None
    external: ExternalMeeting | None = None
    about: date | None = None  # the day of the meeting that a deadline is about

    @property
    def is_off(self) -> bool:
        """Return whether it has been called off."""
        if self.external is not None:
            return self.external.vanished_at is not None
        off = MeetingStage.CANCELLED
        return self.sort is Sort.MEETING and self.meeting is not None and self.meeting.stage == off

    @property
    def is_certain(self) -> bool:
        """Return whether the day holds; a planned or an assumed one may still change."""
        if self.external is not None:
            return self.external.certainty == Certainty.CONFIRMED
        return self.meeting is None or self.meeting.stage != MeetingStage.PLANNED


def year_of(
    collaboration_id: int, year: int, *, body: str = "", internal: bool = False
) -> list[Entry]:
    """Return what a year holds, by day: meetings, what follows from them, and meetings outside.

    Only what is of public interest, unless `internal`; of one body when asked.
    """
    meetings = list(meetings_in(collaboration_id, year, body=body))
    found = [_of_meeting(one) for one in meetings]
    found += _deadlines(collaboration_id, meetings, year, internal=internal)
    found += [_of_external(one) for one in externals_in(collaboration_id, year, body=body)]
    return in_order(one for one in found if one.on.year == year)


def in_order(found: Iterable[Entry]) -> list[Entry]:
    """Return entries by day, the meetings of a day first, by the clock."""
    order = list(Sort)
    return sorted(
        found,
        key=lambda one: (one.on, order.index(one.sort), one.starts_at or time.max, one.name),
    )


def meetings_in(collaboration_id: int, year: int, *, body: str = "") -> QuerySet[Meeting]:
    """Return a year's meetings, and those beside it whose deadlines may fall in it."""
    around = Q(on__gte=date(year - 1, 9, 1), on__lt=date(year + 1, 5, 1))
    found = Meeting.objects.filter(around, collaboration_id=collaboration_id)
    found = found.filter(body__slug=body) if body else found
    return found.select_related("body", "collaboration").order_by("on", "body__position")[:MOST]


def externals_in(collaboration_id: int, year: int, *, body: str = "") -> QuerySet[ExternalMeeting]:
    """Return a year's meetings outside; of one body, those that are its own."""
    found = ExternalMeeting.objects.filter(collaboration_id=collaboration_id, on__year=year)
    found = found.filter(body__slug=body) if body else found
    return found.select_related("body", "line_body__principal").order_by("on", "starts_at")[:MOST]


def _of_meeting(one: Meeting) -> Entry:
    stage = MeetingStage(one.stage)
    note = stage.label if stage in (MeetingStage.PLANNED, MeetingStage.CANCELLED) else ""
    return Entry(
        one.on,
        Sort.MEETING,
        "möte",
        body=one.body.slug,
        name=one.body.short,
        starts_at=one.starts_at,
        place=one.place,
        note=note,
        meeting=one,
    )


def _of_external(one: ExternalMeeting) -> Entry:
    notes = [one.get_certainty_display()] if one.certainty == Certainty.ASSUMED else []
    if one.vanished_at is not None:
        notes = ["finns inte längre i arrangörens kalender"]
    return Entry(
        one.on,
        Sort.OUTSIDE,
        one.heading or "möte",
        body=one.body.slug if one.body else "",
        name=one.arranger,
        starts_at=one.starts_at,
        place=one.place,
        note=", ".join(notes),
        external=one,
    )


def _deadlines(
    collaboration_id: int, meetings: Iterable[Meeting], year: int, *, internal: bool
) -> list[Entry]:
    rhythms = rhythms_of(collaboration_id)
    shown = list(Deadline) if internal else OF_PUBLIC_INTEREST
    waits = {
        MeetingStage.PLANNED: tuple(Deadline),
        MeetingStage.CALLED: (Deadline.COMMITTEE, Deadline.PAPERS, Deadline.APPROVAL),
        MeetingStage.HELD: (Deadline.APPROVAL,),
    }
    found = []
    for one in meetings:
        rhythm = rhythm_on(rhythms.get(one.body_id, []), one.on)
        for due in deadlines(one.on, rhythm.leads) if rhythm else ():
            waiting = due.what in waits.get(MeetingStage(one.stage), ())
            if due.on.year == year and due.what in shown and waiting:
                found.append(
                    Entry(
                        due.on,
                        Sort.DEADLINE,
                        due.what.label,
                        body=one.body.slug,
                        name=one.body.short,
                        meeting=one,
                        about=one.on,
                    )
                )
    return found


def rhythms_of(collaboration_id: int) -> dict[int, list[MeetingRhythm]]:
    """Return the rhythms of every body."""
    found: dict[int, list[MeetingRhythm]] = defaultdict(list)
    rows = MeetingRhythm.objects.filter(body__collaboration_id=collaboration_id)
    for one in rows.select_related("body"):
        found[one.body_id].append(one)
    return found


def rhythm_on(rhythms: Iterable[MeetingRhythm], on: date) -> Rhythm | None:
    """Return the rhythm that holds on a day."""
    return next((one for one in map(as_rule, rhythms) if one.holds(on)), None)


def as_rule(row: MeetingRhythm) -> Rhythm:
    """Return a row as the rules know it."""
    days = {
        Deadline.ITEMS: row.items_days,
        Deadline.COMMITTEE: row.committee_days,
        Deadline.PAPERS: row.papers_days,
        Deadline.SUMMONS: row.summons_days,
        Deadline.APPROVAL: row.approval_days,
    }
    return Rhythm(
        row.body_id,
        months=tuple(row.months),
        week=row.week,
        weekday=row.weekday,
        avoided_weeks=frozenset(row.avoided_weeks),
        leads={what: lead for what, lead in days.items() if lead is not None},
        least=row.least,
        first=row.period.lower,
        until=row.period.upper,
    )


def met_too_seldom(collaboration_id: int, year: int, *, body: str = "") -> list[Remark]:
    """Return which bodies meet less often in a year than the texts say (R030, R045, R075)."""
    met: dict[int, int] = defaultdict(int)
    of_year = Q(collaboration_id=collaboration_id, on__year=year)
    own = Meeting.objects.filter(of_year).exclude(stage=MeetingStage.CANCELLED)
    others = ExternalMeeting.objects.filter(of_year, vanished_at=None).exclude(body=None)
    for pk in [*own.values_list("body", flat=True), *others.values_list("body", flat=True)]:
        met[pk or 0] += 1
    seminars = Seminar.objects.filter(collaboration_id=collaboration_id, year=year)
    for pk in seminars.values_list("body", flat=True):
        met[pk] = max(met[pk], 1)  # it may stand in the calendar as a meeting too
    remarks = [
        remark_on_number(
            as_rule(row), year, met[row.body_id], body=row.body.short, source=row.source
        )
        for rows in rhythms_of(collaboration_id).values()
        for row in rows
        if not body or row.body.slug == body
    ]
    return [one for one in remarks if one is not None]


def days_met(collaboration_id: int, years: Collection[int]) -> dict[int, set[date]]:
    """Return on which days each body meets in some years; a called-off day stays taken."""
    found: dict[int, set[date]] = defaultdict(set)
    rows = Meeting.objects.filter(collaboration_id=collaboration_id, on__year__in=years)
    for body, on in rows.values_list("body_id", "on"):
        found[body].add(on)
    return found


def people_of(collaboration_id: int, on: date) -> dict[int, set[int]]:
    """Return who sits in each body on a day, by a mission or by an office in another body."""
    found: dict[int, set[int]] = defaultdict(set)
    held = Mission.objects.filter(body__collaboration_id=collaboration_id, period__contains=on)
    for body, person in held.values_list("body_id", "person_id"):
        found[body].add(person)
    terms = ChairTerm.objects.filter(
        body__collaboration_id=collaboration_id, period__contains=on
    ).values_list("body_id", "office", "person_id")
    leads = {(body, office): person for body, office, person in terms}
    seats = DerivedSeat.objects.filter(
        body__collaboration_id=collaboration_id, period__contains=on, part=DerivedPart.SEAT
    )
    for body, of_body, office in seats.values_list("body_id", "of_body_id", "office"):
        if (of_body, office) in leads:
            found[body].add(leads[of_body, office])
    return found


def years_known(collaboration_id: int, today: date) -> list[int]:
    """Return the years that have something in them, and this one and the next."""
    years = {today.year, today.year + 1}
    for rows in (Meeting.objects, ExternalMeeting.objects):
        ends = rows.filter(collaboration_id=collaboration_id).aggregate(Min("on"), Max("on"))
        if ends["on__min"]:
            years |= set(range(ends["on__min"].year, ends["on__max"].year + 1))
    return sorted(years)


def moved_from(meetings: QuerySet[Meeting], body: str, on: date) -> Meeting | None:
    """Return which of some meetings was last moved from a day, so that its old address leads on."""
    found = meetings.filter(body__slug=body, former_days__on=on)
    return found.select_related("body").order_by("-former_days__moved_at").first()
