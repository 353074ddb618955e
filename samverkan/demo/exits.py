"""The routine that LSG adopts in the story's year, and the cases that leave the road."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from samverkan.cases import routines
from samverkan.cases.actions import (
    Sheet,
    adopt_routine,
    begin_routine_draft,
    drop_routine_draft,
    leave_case,
    return_case,
    write_routine_draft,
)
from samverkan.cases.choices import ExitKind, Scope, StepKind, TargetGroup
from samverkan.cases.rules.routine import Routine
from samverkan.demo import steps
from samverkan.demo.telling import LSG, SAMRAD, Story
from samverkan.meetings.actions import conclude_point
from samverkan.meetings.choices import Outcome
from samverkan.meetings.models import Item

HEADING = "Rutinen för ärendegången, version 2"
LEADERSHIP = "regionledningsmotet"
BILATERAL = "politiskt-samrad-i-sarskilda-fragor"


def the_routine_is_drafted(story: Story, *, now: datetime) -> None:
    """The coordinator gives preparation a deadline, and lets more be told of it."""
    draft = begin_routine_draft(story.collaboration.pk, by=story.as_coordinator, now=now)
    routine = _with_days(routines.content(draft), {StepKind.PREPARE: 60, StepKind.DISPATCH: 7})
    write_routine_draft(draft.pk, routine, by=story.as_coordinator, now=now)


def the_routine_is_decided(story: Story, days: int, *, now: datetime) -> None:
    """LSG decides the routine, which is one of its own matters (R008, R151)."""
    item = story.meetings[LSG, days].items.get(heading=HEADING)
    conclude_point(
        item.pk,
        Outcome.INNER_DECISION,
        clauses=["att anta version 2 av rutinen för ärendegången."],
        inner_kind=routines.matter_of(story.collaboration.pk),
        by=story.as_coordinator,
        now=now,
    )


def the_routine_is_adopted(story: Story, days: int, *, now: datetime) -> None:
    """What LSG decided is noted on the draft, with the point of the meeting."""
    item = Item.objects.get(meeting=story.meetings[LSG, days], heading=HEADING)
    draft = routines.draft_of(story.collaboration.pk)
    if draft is None:
        raise LookupError(HEADING)
    adopt_routine(
        draft.pk,
        adopted_by=item.body_id,
        on=item.meeting.on,
        point=item.number,
        met=True,
        by=story.as_coordinator,
        now=now,
    )


def a_draft_is_dropped_and_another_begun(story: Story, *, now: datetime) -> None:
    """One draft is thrown; the next waits, with a fault that the check finds."""
    first = begin_routine_draft(story.collaboration.pk, by=story.as_coordinator, now=now)
    drop_routine_draft(first.pk, by=story.as_coordinator, now=now)
    draft = begin_routine_draft(story.collaboration.pk, by=story.as_coordinator, now=now)
    routine = routines.content(draft)
    prepare = next(one for one in routine.steps if one.kind == StepKind.PREPARE)
    stricter = replace(prepare, fields=(*prepare.fields, "touched"), days=45)
    left = tuple(one for one in routine.steps if one.key not in (prepare.key, "publicera"))
    write_routine_draft(
        draft.pk,
        replace(routine, steps=(*left, stricter)),
        by=story.as_coordinator,
        now=now,
    )


def leaves(
    story: Story,
    sheet: Sheet,
    kind: ExitKind,
    reason: str,
    *,
    to: str = "",
    where: str = "",
    now: datetime,
) -> None:
    """A case leaves the road by an exit, with its reason."""
    leave_case(
        story.collaboration.pk,
        story.numbers[sheet.title],
        kind,
        reason=reason,
        to_body_id=story.bodies[to].pk if to else None,
        where=where,
        by=story.as_coordinator,
        now=now,
    )


def comes_back(story: Story, sheet: Sheet, result: str, *, now: datetime) -> None:
    """A case comes back from Regionledningsmötet, with what they came to there."""
    number = story.numbers[sheet.title]
    return_case(story.collaboration.pk, number, result=result, by=story.as_coordinator, now=now)


def small_cases_leave(story: Story) -> None:
    """One small case for each exit; two of them have been prepared."""
    for nr, (title, principal, kind, reason, facts) in enumerate(LEAVING):
        sheet = _sheet(title)
        story.on(-228 + nr * 11, steps.raises, LSG, principal, sheet)
        story.on(-220 + nr * 11, leaves, sheet, kind, reason, **facts)
    sheet = _sheet("Gemensam kompetensförsörjning i hela länet")
    story.on(-139, steps.raises, SAMRAD, "lycksele", sheet)
    story.on(-133, steps.prepares, sheet)
    wider = "Frågan gäller fler förvaltningar än vård och omsorg."
    story.on(-104, leaves, sheet, ExitKind.TO_LEADERSHIP, wider, to=LEADERSHIP)
    said = "Styrelserna vill se ett gemensamt underlag om utbildningsplatser."
    story.on(-33, comes_back, sheet, said)
    off = _sheet("Gemensam telefonlista för jourer")
    story.on(-88, steps.raises, LSG, "vindeln", off)
    story.on(-83, steps.prepares, off)
    story.on(-43, leaves, off, ExitKind.WRITTEN_OFF, "Listan finns redan hos 1177.")


LEAVING: Sequence[tuple[str, str, ExitKind, str, dict[str, str]]] = (
    (
        "Nycklar till gemensamma lokaler i Vindeln",
        "vindeln",
        ExitKind.SOLVED_LOCALLY,
        "Hälsocentralen och hemtjänsten kom överens på plats.",
        {"where": "Vindelns hälsocentral"},
    ),
    (
        "En blankett för läkemedelslistor",
        "mala",
        ExitKind.SOLVED_BY_OFFICIALS,
        "Verksamhetscheferna enades om samma blankett.",
        {},
    ),
    (
        "Skolfrånvaro och tidiga insatser",
        "umea",
        ExitKind.TO_PREPARATORY,
        "Beredningen arbetar redan med tidiga insatser.",
        {"to": "beredning-barn-och-unga"},
    ),
    (
        "Mall för hembesök",
        "robertsfors",
        ExitKind.TO_WORKING_GROUP,
        "En mall är en uppgift för en arbetsgrupp.",
        {"to": "arbetsgrupper"},
    ),
    (
        "Läkarmedverkan på ett boende i Sorsele",
        "sorsele",
        ExitKind.BILATERAL,
        "Frågan rör bara en kommun och regionen.",
        {"to": BILATERAL},
    ),
    (
        "Arbetsträning för unga",
        "skelleftea",
        ExitKind.OTHER_STRUCTURE,
        "Samordningsförbundet har redan insatsen.",
        {"where": "Samordningsförbundet Vidsjö"},
    ),
    (
        "Extra möte om sommarens bemanning",
        "nordmaling",
        ExitKind.WITHDRAWN,
        "Den som väckte frågan har fått svar.",
        {},
    ),
)


def _sheet(title: str) -> Sheet:
    return Sheet(
        title=title,
        summary=f"Frågan gäller detta: {title[0].lower()}{title[1:]}.",
        question=f"Hur tar samverkan hand om detta: {title.lower()}?",
        background="Påhittat för demonstrationen.",
        value_inhabitants="Frågan får ett svar där den hör hemma.",
        value_operations="Ingen arbetar med samma sak två gånger.",
        target_groups=(TargetGroup.ADULTS,),
        scope=Scope.SOCIAL_SERVICES,
        responsible_management="Socialchefen i kommunen",
        experts="Verksamhetscheferna.",
    )


def _with_days(routine: Routine, days: dict[StepKind, int]) -> Routine:
    changed = (replace(one, days=days.get(one.kind, one.days)) for one in routine.steps)
    return replace(routine, steps=tuple(changed))
