"""Someone without a seat is adjoined to a point of the agenda."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission
from samverkan.bodies.queries import members_on
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Adjunction, Item, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import agenda_open
from samverkan.people.models import Person
from samverkan.www.forms import Choices, Form, line, one_of, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class AdjoinForm(Form):
    places = {"adjoined_is_member": "person", "already_adjoined": "person"}

    def __init__(self, people: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = one_of(
            "Person",
            people,
            missing="Välj vem som adjungeras.",
            hint="De som adjungeras vid behov enligt överenskommelsen står först.",
        )
        self.fields["capacity"] = line(
            "Som",
            200,
            hint="Fylls i av sig själv för den som adjungeras genom ett uppdrag i ett annat organ.",
        )


@step
def invite(work: Workspace, body: str, on: date, position: int) -> HttpResponse:
    meeting, item = _point(work, body, on, position)
    by_office = _by_office(meeting.body, on)
    others = _others(meeting)
    people = [(str(pk), f"{name}, {capacity}") for pk, (name, capacity) in by_office.items()]
    people += [(str(pk), name) for pk, name in others if pk not in by_office]
    form = AdjoinForm(people, work.sent)
    if work.posted and form.is_valid():
        person_id = int(typed(form, "person"))
        _, capacity = by_office.get(person_id, ("", ""))
        capacity = typed(form, "capacity") or capacity
        try:
            actions.adjoin(item.pk, person_id, capacity=capacity, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Adjungeringen är antecknad.", work.url("meeting", body, on))
    return _show(work, meeting, item, "meetings/adjoin.html", "Adjungera", form=form)


@step
def call_off(work: Workspace, body: str, on: date, position: int, pk: int) -> HttpResponse:
    meeting, item = _point(work, body, on, position)
    found: QuerySet[Adjunction] = item.adjunctions.select_related("person")
    adjunction = get_object_or_404(found, pk=pk)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.call_off_adjunction(adjunction.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Adjungeringen är borttagen.", work.url("meeting", body, on))
    label, template = "Ta bort adjungeringen", "meetings/call_off.html"
    return _show(work, meeting, item, template, label, form=form, adjunction=adjunction)


def _point(work: Workspace, body: str, on: date, position: int) -> tuple[Meeting, Item]:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    return meeting, get_object_or_404(meeting.items, position=position)


def _show(
    work: Workspace, meeting: Meeting, item: Item, template: str, label: str, **context: object
) -> HttpResponse:
    return work.page(
        template,
        *crumbs(work, meeting, label),
        meeting=meeting,
        item=item,
        obstacles=explained(work, agenda_open(MeetingStage(meeting.stage))),
        **context,
    )


def _by_office(body: Body, on: date) -> dict[int, tuple[str, str]]:
    """Return who is adjoined when needed by an office elsewhere: name and capacity, by person."""
    seats = DerivedSeat.objects.filter(body=body, part=DerivedPart.ADJOINED, period__contains=on)
    found = {}
    for seat in seats.select_related("of_body"):
        terms = ChairTerm.objects.filter(
            body=seat.of_body_id, office=seat.office, period__contains=on
        )
        for term in terms.select_related("person"):
            capacity = f"{Office(seat.office).label} i {seat.of_body.name}"
            found[term.person_id] = (term.person.name, capacity)
    return found


def _others(meeting: Meeting) -> list[tuple[int, str]]:
    """Return those who sit in any other body that day, by name."""
    inside = members_on(meeting.body_id, meeting.on)
    held = Mission.objects.filter(
        body__collaboration=meeting.collaboration_id, period__contains=meeting.on
    )
    people = Person.objects.filter(pk__in=held.values("person")).exclude(pk__in=inside)
    return list(people.order_by("name").values_list("pk", "name"))
