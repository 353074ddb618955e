"""The leadership seminar to read: year by year, and one with all that belongs to it."""

from django.http import HttpResponse

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.actions.seminar_found import subject
from samverkan.meetings.models import Priority, Seminar
from samverkan.meetings.rules.seminars import remark_on_years
from samverkan.meetings.seminar_choices import Heading, SeminarStage
from samverkan.meetings.seminar_permissions import Act, may
from samverkan.meetings.seminar_queries import (
    priorities_of,
    remarks_on,
    seminars_of,
    versions_of,
    years_missing,
)
from samverkan.www.cases.next_step import Next
from samverkan.www.pages import Workspace, page
from samverkan.www.reasons import Shown, explained
from samverkan.www.seminar.before import proposing_bodies
from samverkan.www.seminar.found import crumbs, find
from samverkan.www.timeline import timeline

ROAD = [
    (SeminarStage.PLANNED, "Planerat"),
    (SeminarStage.PROPOSED, "Programmet föreslaget"),
    (SeminarStage.ADOPTED, "Programmet fastställt"),
    (SeminarStage.HELD, "Hållet"),
]
STAGES = [stage for stage, _ in ROAD]


@page
def seminars(work: Workspace) -> HttpResponse:
    here = work.collaboration.pk
    found = list(seminars_of(here))
    return work.page(
        "seminar/list.html",
        ("Ledningsseminariet", ""),
        seminars=found,
        obstacles=_of_all(work, found),
        may_plan=may(work.user, Act.PLAN, work.scope, work.today),
    )


def _of_all(work: Workspace, found: list[Seminar]) -> list[Shown]:
    return explained(work, remark_on_years(years_missing(work.collaboration.pk, work.today)))


@page
def seminar(work: Workspace, year: int) -> HttpResponse:
    one = find(work, year)
    both = priorities_of(work.collaboration.pk, year, year - 1)
    priorities = [found for found in both if found.seminar_id == one.pk]
    before = [found for found in both if found.seminar_id != one.pk]
    keeps = may(work.user, Act.KEEP, one, work.today)
    held = one.stage == SeminarStage.HELD
    programme = list(one.programme.all())
    return work.page(
        "seminar/seminar.html",
        *crumbs(work, one),
        seminar=one,
        held=held,
        road=ROAD,
        passed=_passed(one),
        next=_next(work, one, keeps=keeps),
        obstacles=explained(work, _remarks(work, one, priorities, before)),
        programme=programme,
        follows_up=any(part.heading == Heading.FOLLOW_UP for part in programme),
        themes=one.themes.select_related("body"),
        tasks=one.tasks.all(),
        priorities=priorities,
        before=before,
        versions=versions_of(one),
        turnouts=one.turnouts.select_related("principal"),
        keeps=keeps,
        is_open=one.stage == SeminarStage.PLANNED,
        may_propose_theme=not held and bool(proposing_bodies(work, one)),
        acts=_acts(work, one) if keeps else [],
        today=work.today,
        entries=timeline(work, subject(one)),
    )


def _remarks(
    work: Workspace, one: Seminar, priorities: list[Priority], before: list[Priority]
) -> list[Obstacle]:
    return list(remarks_on(one, work.today, priorities=priorities, before=before))


def _passed(one: Seminar) -> list[SeminarStage]:
    stage = STAGES.index(SeminarStage(one.stage))
    return STAGES[:stage]


def _next(work: Workspace, one: Seminar, *, keeps: bool) -> Next | None:
    stage = SeminarStage(one.stage)
    if stage is SeminarStage.HELD:
        return None
    if not keeps:
        return Next(
            "programmet" if stage is not SeminarStage.ADOPTED else "seminariet",
            "De som planerar seminariet gör klart programmet. Du kan föreslå teman.",
        )
    if stage is SeminarStage.PLANNED:
        return Next(
            "föreslå programmet",
            "När punkterna är på plats går programmet till det organ som fastställer det.",
            "Föreslå programmet",
            work.url("propose_programme", one.year),
        )
    if stage is SeminarStage.PROPOSED:
        if not may(work.user, Act.ADOPT, one, work.today):
            return Next(
                "programmet fastställs", "En koordinator antecknar det när mötet är hållet."
            )
        return Next(
            "anteckna att programmet är fastställt",
            "Det görs vid en punkt på ett möte med det organ som äger programmet.",
            "Välj punkten",
            work.url("adopt_programme", one.year),
        )
    return Next(
        "håll seminariet",
        "När det är hållet antecknar du det. Sedan skrivs områdena som prioriterades in.",
        "Anteckna att det är hållet",
        work.url("hold_seminar", one.year),
    )


def _acts(work: Workspace, one: Seminar) -> list[tuple[str, str]]:
    """Return what more may be done than the next step."""
    stage = SeminarStage(one.stage)
    acts = []
    if stage is not SeminarStage.HELD:
        acts.append(("Ändra tid, plats eller syfte", "change_seminar"))
    if stage in (SeminarStage.PROPOSED, SeminarStage.ADOPTED):
        acts.append(("Ta upp programmet igen", "reopen_programme"))
    if stage in (SeminarStage.PLANNED, SeminarStage.PROPOSED):
        acts.append(("Anteckna att seminariet är hållet", "hold_seminar"))
    acts.append(("Anteckna deltagandet", "note_turnout"))
    return [(label, work.url(name, one.year)) for label, name in acts]
