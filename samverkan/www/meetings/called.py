"""Who is called and what they answered; the proposed substitute is called with one button."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.models import Call, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.presence import order_of
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.people.models import Person
from samverkan.www.forms import Form, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, page, step
from samverkan.www.summons.forms import AnswerForm
from samverkan.www.summons.shown import capacity_of

OTHERWISE = "utan eget uppdrag i organet"


@dataclass(frozen=True)
class ToFill:
    """A member who cannot come, and the next in order instead."""

    mission: int
    absent: str
    person: int | None
    substitute: str


@page
def called(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    calls = list(
        meeting.calls.select_related("person", "instead_of__person").order_by("person__name")
    )
    new, gone = actions.come_and_gone(meeting) if calls else ([], [])
    behalf = _behalf(meeting)
    return work.page(
        "meetings/called.html",
        *crumbs(work, meeting, "Kallade"),
        meeting=meeting,
        groups=_groups([(one, behalf.get(one.person_id, OTHERWISE)) for one in calls]),
        to_fill=_to_fill(meeting),
        come=list(Person.objects.filter(pk__in=new)),
        gone=[one.person for one in gone],
        order=order_of(meeting.body_id),
        is_called=meeting.stage == MeetingStage.CALLED,
        is_open=meeting.stage in BEFORE_HELD,
    )


@step
def call_substitute(
    work: Workspace, body: str, on: date, mission: int, person: int
) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    members = Mission.objects.filter(body=meeting.body_id, period__contains=on)
    absent = get_object_or_404(
        members.select_related("person"), pk=mission, kind=MissionKind.ORDINARY
    )
    held = members.filter(person=person, kind=MissionKind.SUBSTITUTE)
    substitute = get_object_or_404(Person.objects.filter(missions__in=held).distinct())
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            call = actions.call_substitute(meeting.pk, mission, person, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{call.person.name} är kallad i stället för {absent.person.name}."
            if not call.to:
                said += " Hen har ingen e-postadress och behöver få veta det på annat sätt."
            return work.done(said, work.url("called", body, on))
    return work.page(
        "meetings/call_substitute.html",
        *crumbs(work, meeting, "Kalla ersättare"),
        meeting=meeting,
        form=form,
        absent=absent.person,
        substitute=substitute,
    )


@step
def follow_missions(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    new, gone = actions.come_and_gone(meeting)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.call_successors(meeting.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Kallelsen följer nu uppdragen.", work.url("called", body, on))
    return work.page(
        "meetings/follow_missions.html",
        *crumbs(work, meeting, "Kalla nya ledamöter"),
        meeting=meeting,
        form=form,
        come=list(Person.objects.filter(pk__in=new)),
        gone=[one.person for one in gone],
    )


@step
def answer(work: Workspace, body: str, on: date) -> HttpResponse:
    """Let someone who is signed in answer their own summons."""
    meeting = find_meeting(work, body, on)
    calls = meeting.calls.filter(person=work.person_id, revoked_at=None)
    return _answer(work, meeting, get_object_or_404(_whole(calls)), own=True)


@step
def answer_for(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    """Let the coordinator write down what someone said by telephone."""
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    return _answer(work, meeting, get_object_or_404(_whole(meeting.calls.all()), pk=pk), own=False)


def _answer(work: Workspace, meeting: Meeting, call: Call, *, own: bool) -> HttpResponse:
    place = (meeting.body.slug, meeting.on)
    form = AnswerForm(call, order_of(meeting.body_id).distance_allowed, work.sent)
    if work.posted and form.is_valid():
        try:
            actions.answer_call(
                call.pk,
                Reply(typed(form, "reply")),
                note=typed(form, "note"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = (
                "Ditt svar är antecknat." if own else f"Svaret från {call.person.name} är noterat."
            )
            return work.done(said, work.url("meeting" if own else "called", *place))
    return work.page(
        "meetings/answer.html",
        *crumbs(work, meeting, "Svara på kallelsen"),
        meeting=meeting,
        form=form,
        call=call,
        own=own,
        capacity=capacity_of(call),
        is_open=meeting.stage in BEFORE_HELD,
    )


def _whole(calls: QuerySet[Call]) -> QuerySet[Call]:
    return calls.select_related("person", "meeting__body", "instead_of__person")


def _to_fill(meeting: Meeting) -> list[ToFill]:
    found = actions.seats_to_fill(meeting)
    people = Person.objects.in_bulk(
        [seat.person for pair in found for seat in pair if seat is not None]
    )
    return [
        ToFill(
            seat.mission,
            people[seat.person].name,
            chosen.person if chosen else None,
            people[chosen.person].name if chosen else "",
        )
        for seat, chosen in found
    ]


def _behalf(meeting: Meeting) -> dict[int, str]:
    held = Mission.objects.filter(body=meeting.body_id, period__contains=meeting.on)
    rows = held.select_related("principal", "nominator").order_by("kind", "place")
    said: dict[int, list[str]] = {}
    for one in rows:
        holder = one.principal.short_name if one.principal else str(one.nominator or "")
        kind = MissionKind(one.kind).label
        said.setdefault(one.person_id, []).append(f"{kind}, {holder}" if holder else kind)
    return {person: "; ".join(parts) for person, parts in said.items()}


def _groups(rows: list[tuple[Call, str]]) -> list[tuple[str, list[tuple[Call, str]]]]:
    """Return who is called by what they answered, those whom most depends on first."""
    labels = {
        Reply.ABSENT: "Har anmält förhinder",
        "": "Har inte svarat",
        Reply.COMING: "Kommer",
        Reply.AT_A_DISTANCE: "Deltar på distans",
    }
    groups = [
        (label, [row for row in rows if row[0].reply == reply and row[0].revoked_at is None])
        for reply, label in labels.items()
    ]
    groups.append(("Återkallad kallelse", [row for row in rows if row[0].revoked_at]))
    return [(label, found) for label, found in groups if found]
