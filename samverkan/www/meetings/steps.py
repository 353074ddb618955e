"""Steps that bring a meeting forward; a GET only shows what the step would be."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, Max, OuterRef
from django.http import HttpResponse

from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.routines import IS_AWAY
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item
from samverkan.meetings.permissions import Act, may, require
from samverkan.meetings.rules import BEFORE_HELD, agenda_open, next_numbers
from samverkan.www.forms import Form, typed
from samverkan.www.meetings.forms import (
    CancelForm,
    PlanForm,
    PointForm,
    TakeUpForm,
    meeting_title,
)
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


@step
def plan(work: Workspace) -> HttpResponse:
    bodies = bodies_to_plan_in(work)
    if not bodies:
        require(work.user, Act.PLAN, _nobody(work), work.today)
    initial = {"body": work.request.GET.get("organ", "")}
    form = PlanForm(bodies, work.sent, initial=initial)
    if work.posted and form.is_valid():
        body = next(one for one in bodies if one.slug == typed(form, "body"))
        try:
            meeting = actions.plan_meeting(
                body.pk,
                on=typed(form, "on"),
                starts_at=typed(form, "starts_at"),
                ends_at=typed(form, "ends_at"),
                place=typed(form, "place"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Mötet med {meeting_title(body, meeting.on)} är planerat."
            return work.done(said, work.url("meeting", body.slug, meeting.on))
    return work.page(
        "meetings/plan.html",
        ("Möten", work.url("meetings")),
        ("Planera ett möte", ""),
        form=form,
    )


@step
def add(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    form = PointForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.add_point(
                meeting.pk,
                kind=ItemKind(typed(form, "kind")),
                heading=typed(form, "heading"),
                text=typed(form, "text"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Punkten står på dagordningen.", work.url("meeting", body, on))
    return work.page(
        "meetings/add_point.html",
        *crumbs(work, meeting, "Lägg till en punkt"),
        meeting=meeting,
        form=form,
        obstacles=explained(work, agenda_open(MeetingStage(meeting.stage))),
    )


@step
def take_up(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    placed = Item.objects.filter(case=OuterRef("pk"), outcome="", meeting__stage__in=BEFORE_HELD)
    cases = Case.objects.filter(
        ~Exists(placed), ~IS_AWAY, body=meeting.body, stage=CaseStage.PREPARED
    )
    cases = cases.order_by("rank", "number")
    form = TakeUpForm(cases, work.sent)
    if work.posted and form.is_valid():
        number = typed(form, "case")
        try:
            actions.place_case(meeting.pk, number, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {number} står på dagordningen."
            return work.done(said, work.url("meeting", body, on))
    return work.page(
        "meetings/take_up.html",
        *crumbs(work, meeting, "Ta upp ett ärende"),
        meeting=meeting,
        form=form,
        cases=cases,
        obstacles=explained(work, agenda_open(MeetingStage(meeting.stage))),
    )


@step
def cancel(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    form = CancelForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.cancel_meeting(
                meeting.pk, reason=typed(form, "reason"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Mötet är inställt.", work.url("meeting", body, on))
    return work.page(
        "meetings/cancel.html",
        *crumbs(work, meeting, "Ställ in"),
        meeting=meeting,
        form=form,
        obstacles=explained(work, agenda_open(MeetingStage(meeting.stage))),
    )


@step
def close(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.close_meeting(meeting.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Mötet är avslutat.", work.url("meeting", body, on))
    items = list(meeting.items.order_by("position"))
    last = Item.objects.filter(body_id=meeting.body_id).aggregate(last=Max("number"))["last"]
    first = meeting.body.first_point
    numbers: Iterable[int | None] = next_numbers(last=last, first_ever=first, points=len(items))
    if meeting.stage == MeetingStage.REOPENED:
        numbers = [item.number for item in items]
    return work.page(
        "meetings/close.html",
        *crumbs(work, meeting, "Avsluta mötet"),
        meeting=meeting,
        form=form,
        points=list(zip(numbers, items, strict=True)),
        obstacles=explained(work, actions.obstacles_before_closed(meeting, work.today)),
    )


def bodies_to_plan_in(work: Workspace) -> list[Body]:
    """Return the bodies whose meetings the person may plan today."""
    bodies = bodies_on(work.collaboration.pk, work.today)
    if work.coordinates:
        return list(bodies)
    return [body for body in bodies if may(work.user, Act.PLAN, body, work.today)]


def _nobody(work: Workspace) -> Body:
    return Body(collaboration=work.collaboration, pk=0)
