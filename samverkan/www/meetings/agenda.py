"""The agenda in the making: what is on it, in which order, and who stands behind it."""

from datetime import date

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.models import Mission
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions, rules
from samverkan.meetings.agenda_text import reporting_in
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.people.models import Person
from samverkan.www.forms import Choices, Form, labelled
from samverkan.www.meetings.agenda_forms import (
    TakeOffForm,
    TimeForm,
    WaitingForm,
    WriteForm,
    order_sent,
)
from samverkan.www.meetings.forms import KINDS
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


@step
def order(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    form = Form(work.sent)
    status = 200
    if work.posted and form.is_valid():
        wanted = order_sent(work.request.POST)
        try:
            actions.order_points(meeting.pk, wanted, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
            status = 409
        else:
            return work.done(_told(work, wanted), _anchor(work, meeting))
    items = list(meeting.items.order_by("position"))
    answer = work.page(
        "meetings/order.html",
        *crumbs(work, meeting, "Ordna punkterna"),
        meeting=meeting,
        form=form,
        items=items,
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )
    answer.status_code = status
    return answer


@step
def times(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    items = list(meeting.items.order_by("position"))
    initial = {f"m{item.pk}": item.planned_minutes for item in items}
    form = TimeForm(items, work.sent, initial={**initial, "ends_at": meeting.ends_at})
    if work.posted and form.is_valid():
        try:
            actions.plan_time(
                meeting.pk,
                form.minutes(),
                ends_at=form.cleaned_data["ends_at"],
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Tiderna är satta.", _anchor(work, meeting))
    return work.page(
        "meetings/times.html",
        *crumbs(work, meeting, "Sätt tiderna"),
        meeting=meeting,
        form=form,
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )


@step
def write(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting, item = _point(work, body, on, pk)
    form = WriteForm(_people(meeting), _kinds(item), work.sent, initial=_written(item))
    seen = work.request.POST.get("seen", "") if work.posted else actions.point_stamp(item)
    newer = None
    if work.posted and form.is_valid():
        try:
            actions.write_point(
                item.pk, form.written(), seen=seen or "unknown", by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
            if "point_changed_meanwhile" in {one.code for one in refusal.obstacles}:
                newer = item
                seen = actions.point_stamp(item)
        else:
            return work.done("Punkten är ändrad.", _anchor(work, meeting, item))
    return work.page(
        "meetings/write_point.html",
        *crumbs(work, meeting, item.heading),
        meeting=meeting,
        item=item,
        form=form,
        seen=seen,
        newer=newer,
        by_order=_by_order(meeting, item),
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )


@step
def take_off(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting, item = _point(work, body, on, pk)
    form = TakeOffForm(work.sent)
    if work.posted and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.take_off_point(item.pk, reason=reason, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Punkten ”{item.heading}” är borttagen."
            return work.done(said, work.url("meeting", body, on))
    found = rules.obstacles_to_take_off(
        stage=MeetingStage(meeting.stage),
        kind=ItemKind(item.kind),
        outcome=item.outcome,
        reason="-",
    )
    return work.page(
        "meetings/take_off.html",
        *crumbs(work, meeting, "Ta bort en punkt"),
        meeting=meeting,
        item=item,
        form=form,
        obstacles=explained(work, found),
    )


@step
def waiting(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    cases = list(actions.waiting_cases(meeting)[:200])
    form = WaitingForm(cases, work.sent, initial={"cases": [case.number for case in cases]})
    if work.posted and form.is_valid():
        numbers = form.cleaned_data["cases"]
        try:
            placed = actions.take_up_waiting(meeting.pk, numbers, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{len(placed)} ärenden står nu på dagordningen."
            if len(placed) == 1:
                said = f"Ärende {numbers[0]} står nu på dagordningen."
            return work.done(
                said if placed else "Dagordningen är uppdaterad.", work.url("meeting", body, on)
            )
    return work.page(
        "meetings/waiting.html",
        *crumbs(work, meeting, "Hämta det som väntar"),
        meeting=meeting,
        form=form,
        cases=cases,
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )


@step
def agree(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.AGREE, meeting, work.today)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.agree_agenda(meeting.pk, person_id=work.person_id, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Du står bakom dagordningen.", work.url("meeting", body, on))
    return work.page(
        "meetings/agree.html",
        *crumbs(work, meeting, "Ställ dig bakom dagordningen"),
        meeting=meeting,
        form=form,
        items=list(meeting.items.order_by("position")),
        obstacles=explained(
            work, actions.obstacles_before_agreed(meeting, work.person_id, work.today)
        ),
    )


def _point(work: Workspace, body: str, on: date, pk: int) -> tuple[Meeting, Item]:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    found = meeting.items.select_related("case", "rapporteur").prefetch_related("papers")
    return meeting, get_object_or_404(found, pk=pk)


def _anchor(work: Workspace, meeting: Meeting, item: Item | None = None) -> str:
    """Return the meeting's page at the point that was changed, so that the eye finds it."""
    moved = work.request.POST.get("up") or work.request.POST.get("down") or ""
    at = str(item.pk) if item else moved
    address = work.url("meeting", meeting.body.slug, meeting.on)
    return f"{address}#punkt-{at}" if at.isdigit() else f"{address}#dagordning"


def _told(work: Workspace, wanted: list[int]) -> str:
    moved = work.request.POST.get("up") or work.request.POST.get("down") or ""
    if not moved.isdigit() or int(moved) not in wanted:
        return "Punkterna står i den nya ordningen."
    heading = Item.objects.values_list("heading", flat=True).get(pk=int(moved))
    return f"”{heading}” är nu punkt {wanted.index(int(moved)) + 1}."


def _kinds(item: Item) -> Choices:
    """A report-back came by itself and stays one."""
    return labelled([ItemKind.REPORT_BACK]) if item.kind == ItemKind.REPORT_BACK else KINDS


def _people(meeting: Meeting) -> Choices:
    """Return who may report: those in any body that day, and those adjoined to this meeting."""
    held = Mission.objects.filter(
        body__collaboration=meeting.collaboration_id, period__contains=meeting.on
    )
    people = Person.objects.filter(
        Q(pk__in=held.values("person"))
        | Q(adjunctions__item__meeting=meeting)
        | Q(reported_items__meeting=meeting)
        | Q(pk__in=_officers(meeting))
    )
    return [
        (str(pk), name) for pk, name in people.distinct().order_by("name").values_list("pk", "name")
    ]


def _officers(meeting: Meeting) -> list[int]:
    reporting = reporting_in(meeting)
    return [one.pk for one in (reporting.chair, reporting.vice_chair) if one]


def _by_order(meeting: Meeting, item: Item) -> str:
    reporting = reporting_in(meeting)
    found = reporting.by_order(item)
    both = (reporting.chair, reporting.vice_chair)
    return next((one.name for one in both if found and one and one.pk == found.person), "")


def _written(item: Item) -> dict[str, object]:
    return {
        "heading": item.heading,
        "kind": item.kind,
        "minutes": item.planned_minutes,
        "text": item.text,
        "proposal": item.proposal,
        "rapporteur": str(item.rapporteur_id or ""),
        "rapporteur_reason": item.rapporteur_reason,
    }
