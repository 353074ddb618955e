"""When the principals' own bodies meet, in the story: invented days, some confirmed, some not."""

from datetime import date, datetime

from samverkan.demo.telling import Story
from samverkan.dispatches.day_lists import days_in_text
from samverkan.journal.actors import Actor
from samverkan.meetings.rules import working_day_after
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.line_days import (
    add_line_body,
    confirm_line_days,
    read_in_line_days,
    set_line_days,
    set_line_leads,
)
from samverkan.principals.line_rules import LineDay
from samverkan.principals.models import LineBody

INVENTED = "påhittade dagar för demonstrationen"
# Whose days stand in the file that is read in, and on which day of the story's months they meet.
IN_THE_FILE = {
    "umea": 3,
    "skelleftea": 9,
    "lycksele": 12,
    "vannas": 17,
    "vindeln": 20,
    "norsjo": 24,
    "robertsfors": 6,
    "region-vasterbotten": 14,
}
MONTH = 30


def days_are_read_in(story: Story, *, now: datetime) -> None:
    """The coordinator has collected half of the principals' days in a table: they are confirmed."""
    deciders = _deciders(story)
    told = {
        deciders[slug].pk: [
            LineDay(day)
            for month in range(-11, 7)
            if month % 12 != 7 and (day := _day(story, month * MONTH + offset)) >= now.date()
        ]
        for slug, offset in IN_THE_FILE.items()
    }
    read_in_line_days(
        story.collaboration.pk,
        told,
        confirmed=True,
        source=INVENTED,
        by=story.as_coordinator,
        now=now,
    )


def one_meets_seldom(story: Story, *, now: datetime) -> None:
    """Sorsele's committee meets four times a year: it is the one that sets the pace."""
    lines = "\n".join(str(_day(story, days)) for days in (-255, -170, -75, 59, 143))
    days, _ = days_in_text(lines, now.date())
    set_line_days(
        _deciders(story)["sorsele"].pk,
        days,
        confirmed=True,
        source=INVENTED,
        by=story.as_coordinator,
        now=now,
    )


def some_days_are_assumed(story: Story, *, now: datetime) -> None:
    """Malå's are heard of and not confirmed, and its council is noted beside its committee."""
    committee = _deciders(story)["mala"]
    heard = [LineDay(_day(story, days)) for days in (38, 73)]
    set_line_days(
        committee.pk, heard, confirmed=False, source=INVENTED, by=story.as_coordinator, now=now
    )
    add_line_body(
        committee.principal_id,
        name="Kommunfullmäktige",
        kind=LineBodyKind.COUNCIL,
        by=story.as_coordinator,
        now=now,
    )
    set_line_leads(
        _deciders(story)["asele"].pk,
        papers_days=28,
        approval_days=7,
        appeal_days=None,
        by=story.as_coordinator,
        now=now,
    )


def one_confirms_its_days(story: Story, *, now: datetime) -> None:
    """Storuman's registrar says that the days are right."""
    decider = _deciders(story)["storuman"]
    days = [LineDay(_day(story, days)) for days in (16, 51, 86)]
    set_line_days(
        decider.pk, days, confirmed=False, source=INVENTED, by=story.as_coordinator, now=now
    )
    registrar = Actor("Registratorn", decider.principal.name)
    confirm_line_days(decider.pk, source=f"registratorn, {INVENTED}", by=registrar, now=now)


def _deciders(story: Story) -> dict[str, LineBody]:
    found = LineBody.objects.filter(
        principal__collaboration=story.collaboration, is_usual_decider=True
    )
    return {one.principal.slug: one for one in found.select_related("principal")}


def _day(story: Story, days: int) -> date:
    day = story.day(days)
    return working_day_after(day) or day
