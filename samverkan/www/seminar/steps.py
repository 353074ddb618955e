"""Steps that bring a year's seminar forward; a GET only shows what the step would be."""

from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.queries import bodies_on
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.meetings.actions import seminars as actions
from samverkan.meetings.choices import Outcome
from samverkan.meetings.models import Item, Seminar
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import SeminarStage
from samverkan.meetings.seminar_permissions import Act, require
from samverkan.meetings.seminar_queries import owner_of_programme
from samverkan.principals.models import Principal
from samverkan.sentences import DAY
from samverkan.www.forms import Choices, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.seminar.forms import (
    AdoptForm,
    ChangeForm,
    PlanForm,
    ReasonForm,
    TurnoutForm,
)
from samverkan.www.seminar.found import crumbs, find_for, show_step, taken

MOST_POINTS = 40


@step
def plan(work: Workspace) -> HttpResponse:
    require(work.user, Act.PLAN, work.scope, work.today)
    form = PlanForm(_planners(work), work.sent, initial={"year": work.today.year})

    def act() -> None:
        actions.plan_seminar(
            work.collaboration.pk,
            typed(form, "year"),
            time=form.time,
            place=typed(form, "place"),
            planner_id=int(typed(form, "planner")),
            reason=typed(form, "reason"),
            by=work.by,
            now=work.now,
        )

    if work.posted and form.is_valid() and taken(form, act):
        year = typed(form, "year")
        return work.done(f"Seminariet {year} är inlagt.", work.url("seminar", year))
    return work.page(
        "seminar/plan.html",
        ("Ledningsseminariet", work.url("seminars")),
        ("Planera ett seminarium", ""),
        form=form,
    )


@step
def change(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = ChangeForm.of(one, work.sent)

    def act() -> None:
        actions.change_seminar(
            one.pk,
            time=form.time,
            place=typed(form, "place"),
            purpose=typed(form, "purpose"),
            by=work.by,
            now=work.now,
        )

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Seminariet är ändrat.", work.url("seminar", year))
    obstacles = _held(one)
    return show_step(work, one, "Tid, plats och syfte", form, submit="Spara", obstacles=obstacles)


@step
def propose(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    used = list(one.programme.values_list("heading", flat=True))
    found = rules.obstacles_to_propose_programme(
        stage=SeminarStage(one.stage), parts=len(used), unused=actions.unused_in(one, used)
    )
    stops, remarks = _parted(found)
    form = ReasonForm(work.sent, ask=bool(remarks))

    def act() -> None:
        actions.propose_programme(one.pk, reason=form.said, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Programmet är föreslaget.", work.url("seminar", year))
    lead = f"{_who_adopts(work)} fastställer programmet. Medan det är föreslaget ändras det inte."
    return show_step(
        work,
        one,
        "Föreslå programmet",
        form,
        submit="Föreslå programmet",
        lead=lead,
        obstacles=stops,
        remarks=remarks,
    )


@step
def adopt(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.ADOPT)
    points = _points(work)
    form = AdoptForm(points, work.sent)

    def act() -> None:
        item_id = int(typed(form, "point"))
        actions.adopt_programme(one.pk, item_id=item_id, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Programmet är fastställt.", work.url("seminar", year))
    stage = SeminarStage(one.stage)
    found = rules.obstacles_to_adopt_programme(stage=stage, point=None)
    # Only with points to choose among is the choice what remains.
    stops = [obstacle for obstacle in found if not (points and _asks_for_point(obstacle))]
    return show_step(
        work,
        one,
        "Anteckna att programmet är fastställt",
        form,
        submit="Anteckna som fastställt",
        lead="Programmet blir offentligt, med mötet där det fastställdes.",
        obstacles=stops,
    )


@step
def reopen(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = ReasonForm(work.sent)

    def act() -> None:
        actions.reopen_programme(one.pk, reason=form.said, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Programmet är öppet igen.", work.url("seminar", year))
    found = rules.obstacles_to_reopen(stage=SeminarStage(one.stage), reason="...")
    lead = "Då kan punkterna ändras. Programmet måste föreslås och fastställas på nytt."
    return show_step(
        work,
        one,
        "Ta upp programmet igen",
        form,
        submit="Ta upp programmet",
        lead=lead,
        obstacles=found,
    )


@step
def hold(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    found = rules.obstacles_to_hold(
        stage=SeminarStage(one.stage), ends=one.ends, today=work.today, from_source=False
    )
    stops, remarks = _parted(found)
    form = ReasonForm(work.sent, ask=bool(remarks))

    def act() -> None:
        actions.hold_seminar(one.pk, reason=form.said, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        said = "Seminariet är hållet. Skriv in de områden som prioriterades."
        return work.done(said, work.url("seminar", year))
    return show_step(
        work,
        one,
        "Anteckna att seminariet är hållet",
        form,
        submit="Anteckna som hållet",
        lead="Sedan ändras inte programmet. Prioriteringar och rangordning av teman skrivs in.",
        obstacles=stops,
        remarks=remarks,
    )


@step
def turnout(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    principals = list(
        Principal.objects.filter(
            collaboration=work.collaboration, period__contains=one.on or work.today
        ).order_by("position")
    )
    rows = one.turnouts.values_list("principal_id", "invited", "attended")
    form = TurnoutForm(principals, {pk: (asked, came) for pk, asked, came in rows}, work.sent)

    def act() -> None:
        actions.note_turnout(one.pk, form.numbers(), by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return work.done("Deltagandet är antecknat.", work.url("seminar", year))
    return work.page(
        "seminar/turnout.html", *crumbs(work, one, "Deltagande"), seminar=one, form=form
    )


def _planners(work: Workspace) -> Choices:
    """Return the bodies of today, the leading group of officials first (R051)."""
    bodies = list(bodies_on(work.collaboration.pk, work.today).order_by("position", "name"))
    bodies.sort(key=lambda one: one.kind != BodyKind.GROUP)
    return [(str(one.pk), one.name) for one in bodies if one.kind != BodyKind.SEMINAR]


def _points(work: Workspace) -> Choices:
    """Return the points where a body that owns the programme has decided in its own matter."""
    found = Item.objects.filter(
        meeting__collaboration=work.collaboration,
        meeting__stage__in=rules.AFTER_HELD,
        body__inner_decisions__contains=[rules.PROGRAMME],
        outcome=Outcome.INNER_DECISION,
        seminar=None,
    ).select_related("meeting", "body")
    return [
        (
            str(one.pk),
            f"{one.body.short} {date_format(one.meeting.on, DAY)}, punkt {one.number}: "
            f"{one.heading}",
        )
        for one in found.order_by("-meeting__on", "position")[:MOST_POINTS]
    ]


def _who_adopts(work: Workspace) -> str:
    owner = owner_of_programme(work.collaboration.pk, work.today)
    return owner.name if owner else "Det organ som äger frågan"


def _asks_for_point(obstacle: Obstacle) -> bool:
    return obstacle.code == "programme_without_point"


def _held(one: Seminar) -> list[Obstacle]:
    found = rules.programme_open(SeminarStage(one.stage))
    return found if one.stage == SeminarStage.HELD else []


def _parted(found: list[Obstacle]) -> tuple[list[Obstacle], list[Remark]]:
    """Return what stops a step, and what passes with a reason."""
    remarks = [one for one in found if isinstance(one, Remark)]
    return [one for one in found if one not in remarks], remarks
