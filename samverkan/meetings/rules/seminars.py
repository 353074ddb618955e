"""Rules for the leadership seminar and its programme. Pure: no database, no clock."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.rules.powers import may_decide_inner
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.seminar_choices import Fate, Heading, SeminarStage

# The inner decision that a body must own to adopt the programme (agreement § 5.2).
PROGRAMME = "ledningsseminariets program"
AFTER_HELD = (MeetingStage.HELD, MeetingStage.APPROVED)
FIRST_YEAR = 2000
YEARS_AHEAD = 5
MOST_PARTS = 60
MOST_PLACES = 99
MOST_PEOPLE = 999
NOTE_NEEDED = (Fate.DONE, Fate.DROPPED, Fate.CARRIED_ON)


@dataclass(frozen=True)
class Time:
    """When a seminar is: its days, or what is known of the time."""

    on: date | None = None
    last: date | None = None
    about: str = ""


def obstacles_to_plan_seminar(
    *,
    year: int,
    time: Time,
    today: date,
    taken: Collection[int],
    body_there: bool,
    planner_leads: bool | None,
    from_source: bool,
) -> list[Obstacle]:
    """List what stands in the way of planning a year's seminar.

    Agreement § 5.2 (R045, R051): one every year, planned by the leading group of officials.
    `planner_leads` says whether the chosen body is one; None when none is chosen.
    """
    obstacles: list[Obstacle] = []
    if not FIRST_YEAR <= year <= today.year + YEARS_AHEAD:
        facts = {"first": FIRST_YEAR, "last": today.year + YEARS_AHEAD}
        obstacles.append(Obstacle("seminar_year_out_of_reach", facts))
    elif not body_there:
        obstacles.append(Obstacle("no_seminar_body", {"year": year}))
    if year in taken:
        obstacles.append(Obstacle("seminar_year_taken", {"year": year}))
    if planner_leads is None and not from_source:
        obstacles.append(Obstacle("seminar_without_planner"))
    if planner_leads is False:
        obstacles.append(Remark("planner_not_the_leading_group"))
    return obstacles + obstacles_to_time(year=year, time=time)


def obstacles_to_time(*, year: int, time: Time) -> list[Obstacle]:
    """List what is wrong with when a seminar is said to be."""
    if time.on is None:
        if time.last is not None:
            return [Obstacle("seminar_last_day_alone")]
        return [] if time.about.strip() else [Obstacle("seminar_without_time")]
    obstacles = []
    if time.on.year != year:
        obstacles.append(Obstacle("seminar_day_of_another_year", {"year": year}))
    if time.last is not None and not 0 <= (time.last - time.on).days <= MOST_PARTS:
        obstacles.append(Obstacle("seminar_ends_before_it_begins"))
    return obstacles


def obstacles_to_change_seminar(
    *, stage: SeminarStage, year: int, time: Time, themes_by: date | None, changed: bool
) -> list[Obstacle]:
    """List what stands in the way of moving a seminar to another day or place."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    obstacles = obstacles_to_time(year=year, time=time)
    if themes_by is not None and time.on is not None and themes_by >= time.on:
        obstacles.append(Obstacle("themes_after_the_seminar", {"on": time.on}))
    if not changed:
        obstacles.append(Obstacle("seminar_unchanged"))
    return obstacles


def programme_open(stage: SeminarStage) -> list[Obstacle]:
    """List why the programme cannot be changed; what is proposed or adopted is taken up first."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    return [] if stage is SeminarStage.PLANNED else [Obstacle("programme_is_locked")]


def obstacles_to_write_part(
    *, stage: SeminarStage, title: str, count: int, changed: bool = True
) -> list[Obstacle]:
    """List what stands in the way of a part of the programme; `count` is how many others."""
    obstacles = programme_open(stage)
    if not title.strip():
        obstacles.append(Obstacle("part_without_title"))
    if count >= MOST_PARTS:
        obstacles.append(Obstacle("programme_is_full", {"limit": MOST_PARTS}))
    if not changed:
        obstacles.append(Obstacle("part_unchanged"))
    return obstacles


def obstacles_to_move_part(*, stage: SeminarStage, at_the_end: bool) -> list[Obstacle]:
    """List what stands in the way of moving a part of the programme one step."""
    found = [Obstacle("part_is_at_the_end")] if at_the_end else []
    return programme_open(stage) + found


def unused_headings(used: Iterable[str], *, prioritised_last_year: bool) -> list[Heading]:
    """Return the headings that a programme shall have and does not.

    Agreement § 5.2 (R046, R047): health and living conditions, the parties' circumstances, what
    needs developing. § 5.1.2 (R053): the priority areas, every year. § 5.2 (R049): what was
    prioritised the year before, when anything was. The values are worded when needed (R040).
    """
    asked = [Heading.HEALTH, Heading.CIRCUMSTANCES, Heading.DEVELOPING, Heading.PRIORITIES]
    if prioritised_last_year:
        asked.append(Heading.FOLLOW_UP)
    found = set(used)
    return [one for one in asked if one.value not in found]


def obstacles_to_propose_programme(
    *, stage: SeminarStage, parts: int, unused: Sequence[Heading]
) -> list[Obstacle]:
    """List what stands in the way of proposing the programme to the body that adopts it."""
    obstacles = programme_open(stage)
    if not parts:
        obstacles.append(Obstacle("programme_is_empty"))
    elif unused:
        facts = {"headings": [one.label for one in unused]}
        obstacles.append(Remark("headings_unused", facts))
    return obstacles


@dataclass(frozen=True)
class Point:
    """The point of a meeting at which the programme is said to have been adopted."""

    owned: Collection[str]  # the inner decisions of the body that met
    body: str
    meeting: MeetingStage
    outcome: str
    of_another_year: int | None = None


def obstacles_to_adopt_programme(*, stage: SeminarStage, point: Point | None) -> list[Obstacle]:
    """List what stands in the way of noting that the programme is adopted.

    Agreement § 5.2 (R052): only the body that owns the programme adopts it, at a point of its
    meeting; which body that is stands among what each may decide in its own matters (R008).
    """
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    if stage is not SeminarStage.PROPOSED:
        return [Obstacle("programme_not_proposed", {"stage": stage.label})]
    if point is None:
        return [Obstacle("programme_without_point")]
    obstacles = []
    if not may_decide_inner(PROGRAMME, point.owned):
        obstacles.append(Obstacle("programme_of_another_body", {"body": point.body}))
    if point.meeting not in AFTER_HELD:
        obstacles.append(Obstacle("programme_meeting_not_held", {"stage": point.meeting.label}))
    elif point.outcome != Outcome.INNER_DECISION:
        obstacles.append(Obstacle("point_adopts_nothing"))
    if point.of_another_year is not None:
        facts = {"year": point.of_another_year}
        obstacles.append(Obstacle("point_of_another_programme", facts))
    return obstacles


def obstacles_to_reopen(*, stage: SeminarStage, reason: str) -> list[Obstacle]:
    """List what stands in the way of taking a programme up again; it is then adopted anew."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    if stage is SeminarStage.PLANNED:
        return [Obstacle("programme_is_open")]
    return [] if reason.strip() else [Obstacle("reopened_without_reason")]


def obstacles_to_hold(
    *, stage: SeminarStage, ends: date | None, today: date, from_source: bool
) -> list[Obstacle]:
    """List what stands in the way of noting that the seminar was held.

    Agreement § 5.2 (R052): its programme is adopted before; held without is said with a reason.
    """
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    if from_source:
        return []
    obstacles: list[Obstacle] = []
    if ends is None:
        obstacles.append(Obstacle("held_on_no_day"))
    elif ends > today:
        obstacles.append(Obstacle("held_in_the_future", {"on": ends}))
    if stage is not SeminarStage.ADOPTED:
        obstacles.append(Remark("held_without_programme", {"stage": stage.label}))
    return obstacles


# --- Before it: themes and tasks


def obstacles_to_ask_for_themes(
    *, stage: SeminarStage, planner: bool, by: date, on: date | None, today: date, again: bool
) -> list[Obstacle]:
    """List what stands in the way of asking for themes; agreement § 6.1.2 (R089)."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    obstacles = []
    if not planner:
        obstacles.append(Obstacle("seminar_without_planner"))
    if by < today:
        obstacles.append(Obstacle("themes_by_a_past_day"))
    if on is not None and by >= on:
        obstacles.append(Obstacle("themes_after_the_seminar", {"on": on}))
    if again:
        obstacles.append(Obstacle("themes_asked_today"))
    return obstacles


def obstacles_to_propose_theme(
    *, stage: SeminarStage, title: str, taken: Collection[str]
) -> list[Obstacle]:
    """List what stands in the way of proposing a theme for talk and ranking (R089)."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    if not title.strip():
        return [Obstacle("theme_without_title")]
    known = {one.casefold() for one in taken}
    return [Obstacle("theme_is_proposed")] if title.strip().casefold() in known else []


def obstacles_to_rank_theme(
    *, stage: SeminarStage, rank: int | None, taken: Collection[int]
) -> list[Obstacle]:
    """List what stands in the way of noting how a theme was ranked at the seminar (R089)."""
    if stage is not SeminarStage.HELD:
        return [Obstacle("ranked_before_the_seminar")]
    if rank is None:
        return []
    if not 1 <= rank <= MOST_PLACES:
        return [Obstacle("rank_out_of_reach", {"last": MOST_PLACES})]
    return [Obstacle("rank_is_taken", {"rank": rank})] if rank in taken else []


def obstacles_to_add_task(*, stage: SeminarStage, what: str) -> list[Obstacle]:
    """List what stands in the way of a task before the seminar (R051)."""
    if stage is SeminarStage.HELD:
        return [Obstacle("seminar_is_held")]
    return [] if what.strip() else [Obstacle("task_without_words")]


def obstacles_to_finish_task(*, done: bool) -> list[Obstacle]:
    """List what stands in the way of noting that a task is done."""
    return [Obstacle("task_is_done")] if done else []


# --- After it: who came, what was prioritised, and what became of it


def obstacles_to_note_turnout(numbers: Iterable[tuple[int | None, int | None]]) -> list[Obstacle]:
    """List what is wrong with how many were invited and came (R045); more may come than asked."""
    above = any(one is not None and one > MOST_PEOPLE for pair in numbers for one in pair)
    return [Obstacle("turnout_out_of_reach", {"limit": MOST_PEOPLE})] if above else []


def obstacles_to_prioritise(
    *,
    stage: SeminarStage,
    area: str,
    taken: Collection[str],
    continues_year: int | None,
    year: int,
    continued: bool = False,
    changed: bool = True,
) -> list[Obstacle]:
    """List what stands in the way of noting an area that the seminar prioritised.

    Agreement § 5.2 (R048): it is at the seminar that the participants agree on the year's areas.
    """
    if stage is not SeminarStage.HELD:
        return [Obstacle("prioritised_before_the_seminar", {"stage": stage.label})]
    obstacles = []
    if not area.strip():
        obstacles.append(Obstacle("priority_without_area"))
    if area.strip().casefold() in {one.casefold() for one in taken}:
        obstacles.append(Obstacle("area_is_prioritised"))
    if continues_year is not None and continues_year >= year:
        obstacles.append(Obstacle("continues_no_earlier_year"))
    if continued:
        obstacles.append(Obstacle("priority_is_continued"))
    if not changed:
        obstacles.append(Obstacle("priority_unchanged"))
    return obstacles


def obstacles_to_note_fate(*, fate: Fate, note: str, changed: bool) -> list[Obstacle]:
    """List what stands in the way of noting what became of a priority (R049)."""
    if fate in NOTE_NEEDED and not note.strip():
        return [Obstacle("fate_without_note", {"fate": fate.label})]
    return [] if changed else [Obstacle("fate_unchanged")]


# --- What is to be said on a day


@dataclass(frozen=True)
class Prioritised:
    """A priority as the remarks need it."""

    area: str
    fate: Fate
    noted: bool
    has_work: bool


@dataclass(frozen=True)
class Standing:
    """A seminar as it stands on a day."""

    year: int
    stage: SeminarStage
    parts: Sequence[str]
    themes: int
    themes_asked: bool
    themes_by: date | None
    late_tasks: Sequence[str]
    priorities: Sequence[Prioritised]
    before: Sequence[Prioritised]


def remarks_on(one: Standing, on: date, *, from_source: bool = False) -> list[Remark]:
    """Return what a year's seminar lacks on a day; one that only sources tell of lacks nothing."""
    remarks: list[Remark] = []
    ahead = one.stage is not SeminarStage.HELD
    if not from_source:
        unused = unused_headings(one.parts, prioritised_last_year=bool(one.before))
        if unused and one.parts:
            remarks.append(Remark("headings_unused", {"headings": [part.label for part in unused]}))
    if one.late_tasks and ahead:
        remarks.append(Remark("seminar_tasks_late", {"tasks": list(one.late_tasks)}))
    # A year ahead nobody waits for themes, and last year's areas are still under way.
    if ahead and one.year <= on.year:
        remarks += _before_it(one, on)
    idle = [part.area for part in one.priorities if _lacks_work(part)]
    if idle:
        remarks.append(Remark("priority_without_work", {"areas": idle}))
    return remarks


def _lacks_work(one: Prioritised) -> bool:
    """Agreement § 6.1.2 (R088): the group works with what the seminar prioritised."""
    return one.fate is Fate.UNDER_WAY and not one.has_work


def _before_it(one: Standing, on: date) -> list[Remark]:
    remarks = []
    if not one.themes and not one.themes_asked:
        remarks.append(Remark("themes_not_asked_for"))
    elif not one.themes and one.themes_by is not None and one.themes_by < on:
        remarks.append(Remark("no_themes_came", {"by": one.themes_by}))
    silent = [part.area for part in one.before if not part.noted]
    if silent:
        remarks.append(Remark("last_year_not_followed_up", {"areas": silent}))
    return remarks


def years_without(
    known: Collection[int], first: date | None, until: date | None, on: date
) -> list[int]:
    """Return the years that have no seminar, the first first; agreement § 5.2 (R045): yearly.

    The year in which the seminar was set up counts, since its first one was held that year.
    """
    if first is None:
        return []
    last = on if until is None else min(on, until)
    return [year for year in range(first.year, last.year + 1) if year not in known]


def remark_on_years(missing: Sequence[int]) -> list[Remark]:
    """Return the remark that some years have no seminar (R045)."""
    return [Remark("year_without_seminar", {"years": list(missing)})] if missing else []
