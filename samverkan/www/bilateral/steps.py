"""Steps with a bilateral contact; a GET only shows what the step would be."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.queries import bodies_on, members_on
from samverkan.cases import permissions
from samverkan.cases.actions import (
    appoint_to_bilateral,
    call_bilateral_meeting,
    case_from_bilateral,
    change_bilateral,
    note_bilateral,
    note_bilateral_held,
)
from samverkan.cases.at_home import Act, may_act_for, require
from samverkan.cases.models import BilateralContact, BilateralMeeting
from samverkan.cases.rules.bilateral import obstacles_to_become_case
from samverkan.journal.obstacles import StepRefused
from samverkan.people.models import Person
from samverkan.people.permissions import NotAllowed
from samverkan.principals.choices import Side
from samverkan.www.bilateral.forms import (
    AppointForm,
    CallForm,
    ContactForm,
    HeldForm,
    MemberForm,
)
from samverkan.www.bilateral.views import find_contact, municipalities_to_note_for
from samverkan.www.cases.steps import bodies_to_raise_in
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


@step
def note(work: Workspace) -> HttpResponse:
    offered = municipalities_to_note_for(work)
    if not offered:
        raise NotAllowed(Act.BILATERAL.value)
    form = ContactForm(offered, work.sent)
    if work.posted and form.is_valid():
        try:
            contact = note_bilateral(
                work.collaboration.pk,
                int(typed(form, "principal")),
                form.sheet(),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Kontakten är antecknad.", work.url("contact", contact.key))
    lead = "Kontakter mellan en kommun och regionen kräver ingens medgivande. Anteckna om du vill."
    return _page(work, None, form, "Anteckna en bilateral kontakt", "Anteckna", lead=lead)


@step
def change(work: Workspace, key: UUID) -> HttpResponse:
    contact = _contact(work, key)
    initial: Mapping[str, Any] = {
        "subject": contact.subject,
        "about": contact.about,
        "touches_more": "ja" if contact.touches_more else "nej",
        "informed_on": contact.coordinator_informed_on,
        "is_public": contact.is_public,
    }
    form = ContactForm(None, work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            change_bilateral(contact.pk, form.sheet(), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Kontakten är uppdaterad.", work.url("contact", key))
    return _page(work, contact, form, "Ändra kontakten", "Spara")


@step
def call(work: Workspace, key: UUID) -> HttpResponse:
    contact = _contact(work, key)
    names = {Side.MUNICIPALITIES: contact.principal.name, Side.REGION: "Regionen"}
    mine = [side for side in Side if may_act_for(work.user, side, contact, work.today)]
    form = CallForm([(side, names[side]) for side in mine], work.sent)
    if work.posted and form.is_valid():
        try:
            call_bilateral_meeting(
                contact.pk,
                called_by=Side(typed(form, "called_by")),
                on=typed(form, "on"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Mötet är antecknat.", work.url("contact", key))
    return _page(work, contact, form, "Kalla till möte", "Kalla")


@step
def appoint(work: Workspace, key: UUID, position: int, side: str) -> HttpResponse:
    contact = _contact(work, key)
    meeting = _meeting(contact, position)
    if side not in Side.values:
        raise Http404
    chosen = Side(side)
    if not may_act_for(work.user, chosen, contact, work.today):
        raise NotAllowed(Act.BILATERAL.value)
    present = meeting.for_region if chosen is Side.REGION else meeting.for_municipality
    form = AppointForm(work.sent, initial={"people": present})
    if work.posted and form.is_valid():
        try:
            appoint_to_bilateral(
                meeting.pk, chosen, typed(form, "people"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Företrädarna är antecknade.", work.url("contact", key))
    who = "Regionen" if chosen is Side.REGION else contact.principal.name
    return _page(work, contact, form, f"{who} utser", "Spara")


@step
def held(work: Workspace, key: UUID, position: int) -> HttpResponse:
    contact = _contact(work, key)
    meeting = _meeting(contact, position)
    form = HeldForm(work.sent, initial={"on": meeting.on})
    if work.posted and form.is_valid():
        try:
            note_bilateral_held(
                meeting.pk,
                was_held=typed(form, "was_held") == "ja",
                on=typed(form, "on"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Det är antecknat.", work.url("contact", key))
    return _page(work, contact, form, "Hölls mötet?", "Spara")


@step
def become_case(work: Workspace, key: UUID) -> HttpResponse:
    contact = _contact(work, key)
    return work.page(
        "bilateral/case.html",
        *_crumbs(work, contact, "Gör till ärende"),
        contact=contact,
        bodies=bodies_to_raise_in(work),
        obstacles=explained(work, obstacles_to_become_case(is_case=contact.case_id is not None)),
    )


@step
def raise_in(work: Workspace, key: UUID, slug: str) -> HttpResponse:
    contact = _contact(work, key)
    body = get_object_or_404(bodies_on(work.collaboration.pk, work.today), slug=slug)
    permissions.require(work.user, permissions.Act.RAISE, body, work.today)
    members = members_on(body.pk, work.today)
    for_others = work.person_id not in members
    people = Person.objects.filter(pk__in=members) if for_others else None
    form = MemberForm(people, work.sent) if people is not None else Form(work.sent)
    if work.posted and form.is_valid():
        try:
            case = case_from_bilateral(
                contact.pk,
                body.pk,
                raised_by=int(typed(form, "raised_by")) if for_others else work.person_id,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Kontakten är ärende {case.number} i {body.name}."
            return work.done(said, work.url("case", case.number))
    lead = f"”{contact.subject}” väcks som ett ärende i {body.name}."
    return _page(work, contact, form, "Gör till ärende", "Gör till ärende", lead=lead)


def _contact(work: Workspace, key: UUID) -> BilateralContact:
    contact = find_contact(work, key)
    require(work.user, Act.BILATERAL, contact, work.today)
    return contact


def _meeting(contact: BilateralContact, position: int) -> BilateralMeeting:
    return get_object_or_404(contact.meetings, position=position)


def _crumbs(
    work: Workspace, contact: BilateralContact | None, heading: str
) -> list[tuple[str, str]]:
    trail = [("Bilateralt", work.url("contacts"))]
    if contact:
        trail.append((contact.subject, work.url("contact", contact.key)))
    return [*trail, (heading, "")]


def _page(
    work: Workspace,
    contact: BilateralContact | None,
    form: Form,
    heading: str,
    button: str,
    *,
    lead: str = "",
) -> HttpResponse:
    return work.page(
        "bilateral/form.html",
        *_crumbs(work, contact, heading),
        contact=contact,
        form=form,
        heading=heading,
        button=button,
        lead=lead,
        back=work.url("contact", contact.key) if contact else work.url("contacts"),
    )
