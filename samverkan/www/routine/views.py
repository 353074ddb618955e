"""The routine to read: its versions, the draft with its check, and the draft tried on the past."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.choices import TextStage
from samverkan.bodies.rules.differences import SAME, differences
from samverkan.bodies.rules.texts import SectionText
from samverkan.cases import routines
from samverkan.cases.models import RoutineVersion
from samverkan.cases.routine_words import sections_of
from samverkan.cases.rules.checking import obstacles_to_routine
from samverkan.cases.rules.routine import Routine
from samverkan.www.pages import Workspace, page
from samverkan.www.reasons import explained
from samverkan.www.routine import found
from samverkan.www.routine.trial import tried
from samverkan.www.timeline import timeline


@page
def routine(work: Workspace) -> HttpResponse:
    holds = found.holds(work)
    return work.page(
        "routine/routine.html",
        *found.crumbs(work),
        holds=holds,
        shown=found.shown(work, holds) if holds else None,
        draft=routines.draft_of(work.collaboration.pk),
        versions=found.versions(work),
        keeps=found.keeps(work),
        entries=timeline(work, "routine"),
    )


@page
def version(work: Workspace, number: int) -> HttpResponse:
    every = routines.versions(work.collaboration.pk).exclude(stage=TextStage.DRAFT)
    one = get_object_or_404(every, number=number)
    return work.page(
        "routine/version.html",
        *found.crumbs(work, (f"Version {number}", "")),
        shown=found.shown(work, one),
        holds=found.holds(work) == one,
    )


@page
def draft(work: Workspace) -> HttpResponse:
    one = found.find_draft(work)
    obstacles = obstacles_to_routine(routines.content(one))
    return work.page(
        "routine/draft.html",
        *found.crumbs(work, ("Utkastet", "")),
        draft=one,
        shown=found.shown(work, one),
        obstacles=explained(work, obstacles),
        owners=routines.owners_of(work.collaboration.pk, one.matter, work.today),
        holds=found.before(work, one),
        keeps=found.keeps(work),
    )


@page
def compare(work: Workspace) -> HttpResponse:
    one = found.find_draft(work)
    older = found.before(work, one)
    differ = differences(_sections(work, older) if older else [], _sections(work, one))
    return work.page(
        "routine/compare.html",
        *found.in_draft(work, "Jämför"),
        draft=one,
        older=older,
        differences=[part for part in differ if part.kind != SAME],
        same=[part.heading for part in differ if part.kind == SAME],
    )


@page
def try_out(work: Workspace) -> HttpResponse:
    one = found.find_draft(work)
    cases = tried(work.collaboration.pk, routines.content(one), work.today)
    return work.page(
        "routine/trial.html",
        *found.in_draft(work, "Pröva på ärenden"),
        draft=one,
        cases=cases,
        refused=[case for case in cases if case.refused],
    )


def _sections(work: Workspace, one: RoutineVersion) -> list[SectionText]:
    routine: Routine = routines.content(one)
    return [
        SectionText(kind=part["kind"], heading=part["heading"], text=part["text"])
        for part in sections_of(routine, found.body_names(work))
    ]
