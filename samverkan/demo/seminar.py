"""The leadership seminar of the story: last year's, this year's programme, and what came of it."""

from dataclasses import replace
from datetime import datetime, time

from samverkan.cases.choices import TargetGroup
from samverkan.demo import cases
from samverkan.demo.papers import INVENTED
from samverkan.demo.telling import LSG, SAMRAD, Story
from samverkan.meetings.actions import add_point, conclude_point
from samverkan.meetings.actions.seminar_before import (
    add_seminar_task,
    ask_for_themes,
    finish_seminar_task,
    propose_theme,
    rank_theme,
)
from samverkan.meetings.actions.seminar_priorities import (
    Area,
    change_priority,
    note_fate,
    prioritise,
)
from samverkan.meetings.actions.seminar_programme import (
    Part,
    add_part,
    change_part,
    move_part,
    remove_part,
)
from samverkan.meetings.actions.seminars import (
    adopt_programme,
    change_seminar,
    hold_seminar,
    note_turnout,
    plan_seminar,
    propose_programme,
    reopen_programme,
)
from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.meetings.models import Priority, Seminar, SeminarTask, ThemeProposal
from samverkan.meetings.rules.seminars import PROGRAMME, Time
from samverkan.meetings.seminar_choices import Fate, Heading

LAST, THIS, MEETING = -335, -12, -62
EARLIER = f"Inlagt i efterhand. {INVENTED}"
POINT = "Programmet för ledningsseminariet"
HOME = Area(
    "Trygg hemgång från sjukhus",
    text="Den som är utskrivningsklar ska komma hem i tid, med stödet på plats.",
    target_groups=(TargetGroup.ADULTS, TargetGroup.ELDERLY),
)
EARLY = Area(
    "Tidiga insatser för barn och unga",
    text="Skola, socialtjänst och vård ska se samma barn och göra något tidigt.",
    value_inhabitants="Barn och familjer får hjälp innan det har blivit svårt.",
    value_operations="Färre parallella utredningar.",
    target_groups=(TargetGroup.CHILDREN,),
)
LONELY = Area("Ofrivillig ensamhet", target_groups=(TargetGroup.ELDERLY,))
DEVICES = Area(
    "Hjälpmedel i rätt tid",
    text="Likvärdig väntan i hela länet, och samma väg in.",
    value_inhabitants="Den som behöver ett hjälpmedel vet när det kommer.",
    value_operations="Gemensam uppföljning i stället för sexton egna.",
    target_groups=(TargetGroup.ADULTS, TargetGroup.ELDERLY),
)
MIND = Area(
    "Psykisk hälsa hos unga vuxna",
    text="Vägen mellan elevhälsa, primärvård och psykiatri ska vara en och densamma.",
    value_inhabitants="En väg in, också efter att skolan är slut.",
    target_groups=(TargetGroup.CHILDREN, TargetGroup.ADULTS),
)
PARTS = [
    Part(Heading.OTHER, "Samling och kaffe", starts_at=time(9)),
    Part(
        Heading.HEALTH,
        "Hälsa och livsvillkor i länet",
        speaker="En folkhälsostrateg i regionen",
        text="Vad har ändrats sedan förra året, och för vilka?",
        starts_at=time(9, 30),
    ),
    Part(
        Heading.CIRCUMSTANCES,
        "Kust och inland: olika förutsättningar",
        speaker="Två kommundirektörer",
        starts_at=time(10, 30),
    ),
    Part(Heading.DEVELOPING, "Vad behöver vi utveckla tillsammans?", starts_at=time(13)),
    Part(Heading.VALUES, "Värdegrunden: håller den?", starts_at=time(15)),
]
STANDING = [
    (Heading.FOLLOW_UP, "Hur gick det med det vi prioriterade?", time(11, 15)),
    (Heading.PRIORITIES, "Vad sätter vi främst i år?", time(14)),
]
THEMES = [
    ("Psykisk hälsa hos unga vuxna", "Fler söker hjälp, och vägarna in är många."),
    ("Hjälpmedel i rätt tid", "Väntan skiljer sig mellan kommunerna."),
    ("Kompetens i hela länet", "Det är svårt att rekrytera, mest i inlandet."),
]


def the_seminar_is_told(story: Story) -> None:
    """Put what happens with the seminars of the story on its days; before its meetings close."""
    story.on(LAST, last_years_seminar_is_entered)
    story.on(-200, this_years_is_planned)
    story.on(-198, themes_are_asked_for)
    story.on(-180, themes_are_proposed)
    story.on(-170, the_programme_is_written)
    story.on(-110, the_programme_is_proposed_twice)
    story.on(-80, it_comes_up)
    story.on(MEETING, it_is_decided)
    story.on(MEETING + 1, it_is_adopted)
    story.on(-45, it_moves_to_another_place)
    story.on(-30, last_years_areas_are_followed_up)
    story.on(THIS, it_is_held)
    story.on(THIS + 1, areas_are_prioritised)
    story.on(-10, next_years_is_planned)


def years(story: Story) -> tuple[int, int]:
    """Return the year of the earlier seminar, and of the later one."""
    this = story.day(THIS).year
    return this - 1, this


def last_years_seminar_is_entered(story: Story, *, now: datetime) -> None:
    """It is entered afterwards; its day is known when it falls in that year of the story."""
    last, _ = years(story)
    known = story.day(LAST).year == last
    time_of_it = Time(on=story.day(LAST)) if known else Time(about=f"hösten {last}")
    by = story.as_coordinator
    seminar = plan_seminar(
        story.collaboration.pk,
        last,
        time=time_of_it,
        place="Umeå",
        planner_id=story.bodies[LSG].pk,
        by=by,
        now=now,
        source=EARLIER,
    )
    hold_seminar(seminar.pk, by=by, now=now, source=EARLIER)
    for area in (HOME, EARLY, LONELY):
        prioritise(seminar.pk, area, by=by, now=now, source=EARLIER)


def this_years_is_planned(story: Story, *, now: datetime) -> None:
    """LSG plans it; the areas of last year come into the programme by themselves (R049)."""
    _, this = years(story)
    by = story.as_coordinator
    seminar = plan_seminar(
        story.collaboration.pk,
        this,
        time=Time(on=story.day(THIS)),
        place="Lycksele",
        planner_id=story.bodies[LSG].pk,
        by=by,
        now=now,
    )
    for what, days in (
        ("Boka lokal", -150),
        ("Bjud in ledningarna", -60),
        ("Tryck programmet", -15),
    ):
        add_seminar_task(seminar.pk, what=what, due_on=story.day(days), by=by, now=now)


def themes_are_asked_for(story: Story, *, now: datetime) -> None:
    """Every member of LSG is asked for themes, by a day."""
    one = _this(story)
    ask_for_themes(one.pk, last=story.day(-175), by=story.as_coordinator, now=now)


def themes_are_proposed(story: Story, *, now: datetime) -> None:
    """LSG proposes three themes (R089)."""
    one = _this(story)
    for title, why in THEMES:
        body = story.bodies[LSG].pk
        propose_theme(one.pk, body, title=title, why=why, by=story.as_coordinator, now=now)


def the_programme_is_written(story: Story, *, now: datetime) -> None:
    """Parts are added, put in order and changed; one is taken out again."""
    one, by = _this(story), story.as_coordinator
    added = [add_part(one.pk, part, by=by, now=now) for part in PARTS]
    # Three before the two that came by themselves, and one between them.
    for part in [*added[:3], *added[:3], added[3]]:
        move_part(part.pk, up=True, by=by, now=now)
    for one_heading, title, starts_at in STANDING:
        part = one.programme.get(heading=one_heading)
        change_part(part.pk, Part(one_heading, title, starts_at=starts_at), by=by, now=now)
    lunch = add_part(one.pk, Part(Heading.OTHER, "Gemensam lunch"), by=by, now=now)
    remove_part(lunch.pk, by=by, now=now)
    final = Part(Heading.VALUES, "Värdegrunden: säger den vad vi menar?", starts_at=time(15))
    change_part(added[-1].pk, final, by=by, now=now)
    finish_seminar_task(_task(story, "Boka lokal").pk, by=by, now=now)


def the_programme_is_proposed_twice(story: Story, *, now: datetime) -> None:
    """It is proposed, taken up again when a time was wrong, and proposed anew."""
    one, by = _this(story), story.as_coordinator
    propose_programme(one.pk, by=by, now=now)
    reopen_programme(one.pk, reason="En tid var fel.", by=by, now=now)
    first = one.programme.get(title=PARTS[0].title)
    change_part(
        first.pk, Part(Heading.OTHER, PARTS[0].title, starts_at=time(8, 45)), by=by, now=now
    )
    propose_programme(one.pk, by=by, now=now)


def it_comes_up(story: Story, *, now: datetime) -> None:
    """The programme comes up where it is adopted."""
    meeting = story.meetings[SAMRAD, MEETING]
    kind = ItemKind.DECISION
    add_point(meeting.pk, kind=kind, heading=POINT, by=story.as_coordinator, now=now)


def it_is_decided(story: Story, *, now: datetime) -> None:
    """Samråd adopts the programme, which is one of its own matters (R008, R052)."""
    item = story.meetings[SAMRAD, MEETING].items.get(heading=POINT)
    conclude_point(
        item.pk,
        Outcome.INNER_DECISION,
        clauses=["att fastställa programmet för ledningsseminariet."],
        inner_kind=PROGRAMME,
        by=story.as_coordinator,
        now=now,
    )


def it_is_adopted(story: Story, *, now: datetime) -> None:
    """What was decided is noted, with the point of the meeting."""
    item = story.meetings[SAMRAD, MEETING].items.get(heading=POINT)
    by = story.as_coordinator
    adopt_programme(_this(story).pk, item_id=item.pk, by=by, now=now)
    finish_seminar_task(_task(story, "Bjud in ledningarna").pk, by=by, now=now)


def it_moves_to_another_place(story: Story, *, now: datetime) -> None:
    """More are coming than there was room for."""
    one = _this(story)
    change_seminar(
        one.pk,
        time=Time(one.on, one.last, one.about),
        place="Lycksele, Folkets hus",
        purpose=one.purpose,
        by=story.as_coordinator,
        now=now,
    )


def last_years_areas_are_followed_up(story: Story, *, now: datetime) -> None:
    """Before the seminar it is noted how it goes with what was prioritised the year before."""
    for area, fate, told in (
        (HOME, Fate.DONE, "En gemensam rutin för utskrivning gäller sedan i våras."),
        (EARLY, Fate.UNDER_WAY, "Beredningen prövar gemensamma kontaktvägar i tre kommuner."),
        (LONELY, Fate.DROPPED, "Frågan hör hemma i varje kommun. Inget gemensamt arbete."),
    ):
        one = _priority(story, years(story)[0], area)
        note_fate(one.pk, fate, told=told, by=story.as_coordinator, now=now)
    finish_seminar_task(_task(story, "Tryck programmet").pk, by=story.as_coordinator, now=now)


def it_is_held(story: Story, *, now: datetime) -> None:
    """The seminar is held, and it is noted how many came."""
    one, by = _this(story), story.as_coordinator
    hold_seminar(one.pk, by=by, now=now)
    numbers = {
        principal.pk: (6, 3 + number % 4) for number, principal in enumerate(story.principals)
    }
    note_turnout(one.pk, numbers, by=by, now=now)


def areas_are_prioritised(story: Story, *, now: datetime) -> None:
    """The themes are ranked; one area is carried on, one has its case, one has none yet (R088)."""
    one, by = _this(story), story.as_coordinator
    for rank, (title, _) in enumerate(THEMES[:2], start=1):
        rank_theme(ThemeProposal.objects.get(seminar=one, title=title).pk, rank, by=by, now=now)
    earlier = _priority(story, years(story)[0], EARLY)
    prioritise(one.pk, EARLY, continues_id=earlier.pk, by=by, now=now)
    devices = prioritise(one.pk, DEVICES, by=by, now=now)
    number = story.numbers[cases.DEVICES.title]
    change_priority(devices.pk, replace(DEVICES, case_number=number), by=by, now=now)
    prioritise(one.pk, MIND, by=by, now=now)


def next_years_is_planned(story: Story, *, now: datetime) -> None:
    """Next year's has no day yet."""
    _, this = years(story)
    by = story.as_coordinator
    one = plan_seminar(
        story.collaboration.pk,
        this + 1,
        time=Time(about=f"hösten {this + 1}"),
        planner_id=story.bodies[LSG].pk,
        by=by,
        now=now,
    )
    what = "Föreslå dag och plats för arbetsutskottet"
    add_seminar_task(one.pk, what=what, due_on=story.day(60), by=by, now=now)


def _this(story: Story) -> Seminar:
    return Seminar.objects.get(collaboration=story.collaboration, year=years(story)[1])


def _task(story: Story, what: str) -> SeminarTask:
    return SeminarTask.objects.get(seminar=_this(story), what=what)


def _priority(story: Story, year: int, area: Area) -> Priority:
    return Priority.objects.get(
        seminar__collaboration=story.collaboration, seminar__year=year, area=area.area
    )
