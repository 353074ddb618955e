"""Before the seminar: themes are asked for and proposed, and tasks looked after."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_of, bodies_on
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.actions.seminar_before import (
    add_seminar_task,
    ask_for_themes,
    finish_seminar_task,
    propose_theme,
    rank_theme,
)
from samverkan.meetings.models import Seminar
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import SeminarStage
from samverkan.meetings.seminar_permissions import Act, may, require
from samverkan.people.permissions import NotAllowed
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.seminar.forms import AskForm, RankForm, TaskForm, ThemeForm
from samverkan.www.seminar.found import find, find_for, show_step, taken


@step
def ask(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = AskForm(work.sent, initial={"by": one.themes_by})

    def act() -> None:
        ask_for_themes(one.pk, last=typed(form, "by"), by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Frågan om teman är sänd.", f"{work.url('seminar', year)}#teman")
    who = one.planner.name if one.planner else "gruppen som planerar"
    return show_step(
        work,
        one,
        "Be om teman",
        form,
        submit="Sänd frågan",
        lead=f"Alla i {who} får ett mejl med en länk där de föreslår teman.",
        obstacles=_held(one),
    )


@step
def propose(work: Workspace, year: int) -> HttpResponse:
    one = find(work, year)
    bodies = proposing_bodies(work, one)
    if not bodies:
        raise NotAllowed(Act.PROPOSE_THEME.value)
    form = ThemeForm([(body.slug, body.name) for body in bodies], work.sent, initial=_first(bodies))

    def act() -> None:
        body = next(body for body in bodies if body.slug == typed(form, "body"))
        require(work.user, Act.PROPOSE_THEME, body, work.today)
        propose_theme(
            one.pk,
            body.pk,
            title=typed(form, "title"),
            why=typed(form, "why"),
            by=work.by,
            now=work.now,
        )

    if work.posted and form.is_valid() and taken(form, act):
        said = f"Temat ”{typed(form, 'title')}” är föreslaget."
        return work.done(said, f"{work.url('seminar', year)}#teman")
    return show_step(
        work,
        one,
        "Föreslå ett tema",
        form,
        submit="Föreslå temat",
        lead="Teman samtalas om och rangordnas på seminariet.",
        obstacles=_held(one),
    )


@step
def rank(work: Workspace, year: int, pk: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    theme = get_object_or_404(one.themes, pk=pk)
    form = RankForm(work.sent, initial={"rank": theme.rank})

    def act() -> None:
        rank_theme(theme.pk, typed(form, "rank"), by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Rangordningen är antecknad.", f"{work.url('seminar', year)}#teman")
    stage = SeminarStage(one.stage)
    return show_step(
        work,
        one,
        f"Rangordna ”{theme.title}”",
        form,
        submit="Spara",
        obstacles=rules.obstacles_to_rank_theme(stage=stage, rank=None, taken=()),
    )


@step
def add_task(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = TaskForm(work.sent)

    def act() -> None:
        add_seminar_task(
            one.pk,
            what=typed(form, "what"),
            due_on=typed(form, "due_on"),
            by=work.by,
            now=work.now,
        )

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Uppgiften är tillagd.", f"{work.url('seminar', year)}#uppgifter")
    return show_step(
        work,
        one,
        "Lägg till en uppgift",
        form,
        submit="Lägg till",
        lead="Uppgifterna ligger hos dem som planerar seminariet.",
        obstacles=_held(one),
    )


@step
def finish_task(work: Workspace, year: int, pk: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    task = get_object_or_404(one.tasks, pk=pk)
    form = Form(work.sent)

    def act() -> None:
        finish_seminar_task(task.pk, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done(f"”{task.what}” är klart.", f"{work.url('seminar', year)}#uppgifter")
    return show_step(
        work,
        one,
        f"Är ”{task.what}” klart?",
        form,
        submit="Anteckna som klart",
        obstacles=rules.obstacles_to_finish_task(done=task.done_on is not None),
    )


def proposing_bodies(work: Workspace, seminar: Seminar) -> list[Body]:
    """Return the bodies for which the person may propose themes, the planning one first (R089)."""
    every = bodies_on(work.collaboration.pk, work.today)
    # A member's own are found in one question; the table of rights has the last word.
    own = every if work.coordinates else bodies_of(work.person_id, work.today)
    found = [
        one
        for one in own.order_by("position", "name")
        if one.collaboration_id == work.collaboration.pk
        and one.kind != BodyKind.SEMINAR
        and (work.coordinates or may(work.user, Act.PROPOSE_THEME, one, work.today))
    ]
    return sorted(found, key=lambda one: one.pk != seminar.planner_id)


def _first(bodies: list[Body]) -> dict[str, object]:
    return {"body": bodies[0].slug}


def _held(one: Seminar) -> list[Obstacle]:
    return rules.programme_open(SeminarStage.HELD) if one.stage == SeminarStage.HELD else []
