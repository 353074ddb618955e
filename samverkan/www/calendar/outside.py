"""Meetings outside: enter one, change it, take it away, or read in a whole calendar."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import Certainty
from samverkan.meetings.models import ExternalCalendar, ExternalMeeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.wording.calendar import FAULTS
from samverkan.principals.models import LineBody
from samverkan.sentences import say_all
from samverkan.www.calendar.forms import CalendarForm, ExternalForm, WhenForm
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.paging import slice_of

MOST = 200
FACTS = ("on", "starts_at", "heading", "place", "source")


@page
def outside(work: Workspace) -> HttpResponse:
    _require(work)
    found = ExternalMeeting.objects.filter(collaboration=work.collaboration)
    coming = found.filter(on__gte=work.today).select_related("calendar").order_by("on", "pk")
    return work.page(
        "calendar/outside.html",
        *_crumbs(work),
        coming=coming[:MOST],
        slice=slice_of(found.filter(on__lt=work.today), work.request, by=("on", "id")),
        calendars=ExternalCalendar.objects.filter(collaboration=work.collaboration),
    )


@step
def enter(work: Workspace) -> HttpResponse:
    _require(work)
    form = ExternalForm(*_arrangers(work), work.sent, initial={"certainty": Certainty.CONFIRMED})
    if work.posted and form.is_valid():
        try:
            meeting = actions.enter_external_meeting(
                work.collaboration.pk, form.chosen, **_when(form), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Mötet med {meeting.arranger} står i kalendern."
            return work.done(said, work.url("external_meetings"))
    return work.page("calendar/enter.html", *_crumbs(work, "För in ett möte utanför"), form=form)


@step
def change(work: Workspace, key: UUID) -> HttpResponse:
    meeting = _find(work, key)
    initial = {name: getattr(meeting, name) for name in (*FACTS, "certainty")}
    form = WhenForm(work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            actions.change_external_meeting(key, **_when(form), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Ändringen är sparad.", work.url("external_meetings"))
    return work.page(
        "calendar/change.html", *_crumbs(work, "Ändra mötet"), form=form, meeting=meeting
    )


@step
def remove(work: Workspace, key: UUID) -> HttpResponse:
    meeting = _find(work, key)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.remove_external_meeting(key, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Mötet är borttaget ur kalendern.", work.url("external_meetings"))
    return work.page(
        "calendar/remove.html", *_crumbs(work, "Ta bort mötet"), form=form, meeting=meeting
    )


@step
def send(work: Workspace) -> HttpResponse:
    _require(work)
    sent = (work.request.POST, work.request.FILES) if work.posted else (None,)
    form = CalendarForm(*_arrangers(work), *sent, initial={"name": work.request.GET.get("namn")})
    if work.posted and form.is_valid():
        data = typed(form, "file")
        try:
            calendar = actions.send_calendar(
                work.collaboration.pk,
                typed(form, "name"),
                form.chosen,
                file_name=data.name,
                data=data.read(actions.CALENDAR_FILE_LIMIT + 1),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = "Filen är läst. Så här skulle kalendern ändras."
            return work.done(said, work.url("external_calendar", calendar.key))
    return work.page("calendar/send.html", *_crumbs(work, "Läs in en kalender"), form=form)


@step
def calendar(work: Workspace, key: UUID) -> HttpResponse:
    _require(work)
    found = get_object_or_404(ExternalCalendar, collaboration=work.collaboration, key=key)
    refused: list[str] = []
    if work.posted:
        try:
            return _act(work, found)
        except StepRefused as refusal:
            refused = say_all(refusal.obstacles)
            found.refresh_from_db()
    waiting = found.waiting or {}
    changes = actions.changes_of(found, work.today) if found.waiting else None
    known = {one.mark: one for one in found.meetings.all()}
    return work.page(
        "calendar/external_calendar.html",
        *_crumbs(work, found.name),
        calendar=found,
        changes=changes,
        pairs=[(known[one.mark], one) for one in changes.changed[:MOST]] if changes else [],
        vanished=[known[mark] for mark in changes.vanished[:MOST]] if changes else [],
        faults=[(nr, said, FAULTS[code]) for nr, said, code in waiting.get("faults", [])[:MOST]],
        passed=waiting.get("passed", 0),
        refused=refused,
        most=MOST,
        meetings=found.meetings.filter(on__gte=work.today, vanished_at=None)[:MOST],
    )


def _act(work: Workspace, found: ExternalCalendar) -> HttpResponse:
    if work.request.POST.get("do") == "throw":
        actions.throw_calendar(found.key, by=work.by, now=work.now)
        return work.done("Filen är kastad. Inget av den är sparat.", work.url("external_meetings"))
    done = actions.read_in_calendar(found.key, by=work.by, now=work.now)
    said = f"{len(done.new)} nya, {len(done.changed)} ändrade och {len(done.vanished)} borta."
    return work.done(f"Kalendern är inläst: {said}", work.url("external_meetings"))


def _require(work: Workspace) -> None:
    require(work.user, Act.KEEP_CALENDAR, work.scope, work.today)


def _find(work: Workspace, key: UUID) -> ExternalMeeting:
    _require(work)
    found = ExternalMeeting.objects.select_related("calendar")
    return get_object_or_404(found, collaboration=work.collaboration, key=key)


def _arrangers(work: Workspace) -> tuple[list[Body], list[LineBody]]:
    here = work.collaboration
    bodies = Body.objects.filter(
        collaboration=here, kind=BodyKind.OUTSIDE, period__contains=work.today
    )
    lines = LineBody.objects.filter(principal__collaboration=here, period__contains=work.today)
    lines = lines.select_related("principal").order_by("principal__position", "name")
    return list(bodies), list(lines[:500])


def _when(form: Form) -> dict[str, Any]:
    told = {name: typed(form, name) for name in FACTS}
    return told | {"certainty": Certainty(typed(form, "certainty"))}


def _crumbs(work: Workspace, last: str = "") -> list[Crumb]:
    trail = [("Kalendern", work.url("calendar"))]
    if not last:
        return [*trail, ("Möten utanför", "")]
    return [*trail, ("Möten utanför", work.url("external_meetings")), (last, "")]
