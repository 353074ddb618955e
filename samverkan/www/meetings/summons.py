"""Sending the summons and what is new since, with the papers of the points."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from samverkan.bodies.queries import members_on
from samverkan.documents.pdf import NotPrinted
from samverkan.documents.queries import content_of
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.meetings import actions, papers, rules, wording
from samverkan.meetings.agenda_text import agenda_text
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import ItemPaper, Meeting
from samverkan.meetings.permissions import Act, may, require
from samverkan.people.models import Person
from samverkan.people.queries import addresses_of
from samverkan.www.files import given
from samverkan.www.forms import Form
from samverkan.www.meetings.agenda_forms import CallForm, PaperForm
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, page, step
from samverkan.www.reasons import explained

NOT_PRINTED = (
    "Handlingarna gick inte att sätta ihop till en PDF just nu. Hämta dem som zip, eller försök "
    "igen om en stund."
)


@step
def call(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    found = actions.obstacles_before_called(meeting)
    remarks = [one for one in found if isinstance(one, Remark)]
    form = CallForm(work.sent, ask_reason=bool(remarks))
    if work.posted and form.is_valid():
        reason = form.cleaned_data.get("reason", "")
        try:
            actions.call_meeting(meeting.pk, reason=reason, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Kallelsen är sänd.", work.url("meeting", body, on))
    called = actions.called_to(meeting)
    informed = members_on(meeting.body_id, meeting.on) - set(called)
    addresses = addresses_of([*called, *informed])
    people = Person.objects.in_bulk([*called, *informed])
    return work.page(
        "meetings/call.html",
        *crumbs(work, meeting, "Sänd kallelsen"),
        meeting=meeting,
        form=form,
        agenda=agenda_text(meeting),
        reached=[(people[pk].name, addresses[pk]) for pk in called if pk in addresses],
        informed=sorted((people[pk].name, addresses[pk]) for pk in informed if pk in addresses),
        unreached=[people[pk].name for pk in called if pk not in addresses],
        remarks=explained(work, [*remarks, *actions.notes_before_called(meeting)]),
        obstacles=explained(work, [one for one in found if not isinstance(one, Remark)]),
    )


@step
def supplement(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CALL, meeting, work.today)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            sent = actions.send_supplement(meeting.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Komplettering {sent.number} är sänd."
            return work.done(said, work.url("meeting", body, on))
    changes = actions.pending_changes(meeting)
    return work.page(
        "meetings/supplement.html",
        *crumbs(work, meeting, "Komplettera kallelsen"),
        meeting=meeting,
        form=form,
        changes=[wording.said_of(one) for one in changes],
        reached=meeting.calls.exclude(to="").count(),
        unreached=list(meeting.calls.filter(to="").select_related("person")),
        obstacles=explained(
            work,
            rules.obstacles_to_supplement(stage=MeetingStage(meeting.stage), changes=len(changes)),
        ),
    )


@step
def attach(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    item = get_object_or_404(meeting.items.prefetch_related("papers__document"), pk=pk)
    form = PaperForm(work.sent, work.request.FILES if work.posted else None)
    if work.posted and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            actions.attach_paper(
                item.pk,
                title=form.cleaned_data["title"],
                file=upload.name,
                data=upload.read(),
                members_only=form.cleaned_data["members_only"],
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            address = work.url("meeting", body, on)
            return work.done("Handlingen är tillagd.", f"{address}#punkt-{item.pk}")
    return work.page(
        "meetings/attach.html",
        *crumbs(work, meeting, "Lägg till en handling"),
        meeting=meeting,
        item=item,
        form=form,
        had_file=bool(work.request.FILES),
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )


@step
def detach(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    papers_here = ItemPaper.objects.filter(item__meeting=meeting).select_related("item")
    paper = get_object_or_404(papers_here, pk=pk)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.detach_paper(paper.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            address = work.url("meeting", body, on)
            return work.done("Handlingen är borttagen.", f"{address}#punkt-{paper.item_id}")
    return work.page(
        "meetings/detach.html",
        *crumbs(work, meeting, "Ta bort en handling"),
        meeting=meeting,
        paper=paper,
        form=form,
        obstacles=explained(work, rules.agenda_open(MeetingStage(meeting.stage))),
    )


@page
def all_pdf(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.READ_PAPERS, meeting, work.today)
    bundle = papers.bundle_of(meeting, as_sent=_as_sent(work, meeting))
    try:
        return given(papers.as_pdf(bundle), f"{bundle.name}.pdf", papers.PDF)
    except NotPrinted:
        messages.warning(work.request, NOT_PRINTED)
        return redirect(work.url("meeting", body, on))


@page
def all_zip(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.READ_PAPERS, meeting, work.today)
    bundle = papers.bundle_of(meeting, as_sent=_as_sent(work, meeting))
    return given(papers.as_zip(bundle), f"{bundle.name}.zip", "application/zip")


@page
def paper(work: Workspace, body: str, on: date, key: UUID) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.READ_PAPERS, meeting, work.today)
    found = papers.document_of(meeting, key, as_sent=_as_sent(work, meeting))
    if found is None:
        raise Http404
    return given(content_of(found), found.name, found.content_type)


def _as_sent(work: Workspace, meeting: Meeting) -> bool:
    """Those who prepare the agenda read it as it is in the making; the others as it was sent."""
    prepares = may(work.user, Act.PREPARE_AGENDA, meeting, work.today)
    in_the_making = meeting.stage == MeetingStage.PLANNED or bool(actions.pending_changes(meeting))
    return not (prepares and in_the_making)
