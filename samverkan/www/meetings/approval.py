"""Approving minutes, signed in: send them, approve or comment, open the meeting again, correct."""

from datetime import date
from typing import Any

from django.http import HttpResponse

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body
from samverkan.bodies.queries import officer_on
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.meetings import actions
from samverkan.meetings.actions import Adjuster
from samverkan.meetings.choices import MeetingStage, Part
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import to_be_approved_by
from samverkan.people.models import Person
from samverkan.people.queries import addresses_of
from samverkan.www.forms import Choices, Form, paragraphs, several_of, typed
from samverkan.www.meetings.adjusting import (
    changed_in,
    changed_since,
    latest,
    text_to_approve,
)
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained

LED = "mötesordförande"
ADJUSTER = "justerare"


class SendForm(Form):
    places = {"no_adjusters": "adjusters", "adjuster_did_not_decide": "adjusters"}

    def __init__(self, people: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adjusters"] = field = several_of(
            "Vilka justerar?",
            people,
            hint="Den som ledde mötet är ibockad. Var och en får ett mejl med en egen länk.",
        )
        field.required = True
        field.error_messages["required"] = "Välj minst en som justerar."


class CommentForm(Form):
    places = {"no_comment": "text"}

    text = paragraphs(
        "Synpunkt",
        2000,
        missing="Skriv din synpunkt.",
        hint="Sekreteraren och övriga justerare läser den. Den publiceras inte.",
    )


class ReopenForm(Form):
    places = {"no_reason_to_reopen": "reason"}

    reason = paragraphs(
        "Vad ska ändras?",
        500,
        missing="Skriv vad som ska ändras, så att sekreteraren och justerarna vet.",
    )


class CorrectForm(Form):
    places = {"no_correction": "text"}

    text = paragraphs(
        "Rättelse",
        2000,
        missing="Skriv vad som ska rättas, och hur det rätta lyder.",
        hint="Visas för alla under anteckningarna, med dag och ditt namn, och kan inte ändras.",
    )


@step
def send(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    people = _people(meeting)
    before = latest(meeting, work.today)
    form = SendForm(
        [(str(one.pk), one.name) for one in people],
        work.sent,
        initial={"adjusters": _usual(meeting)},
    )
    if work.posted and form.is_valid():
        chosen = set(typed(form, "adjusters"))
        adjusters = [
            Adjuster(one.pk, _title(meeting, one)) for one in people if str(one.pk) in chosen
        ]
        try:
            draft = actions.send_for_approval(meeting.pk, adjusters, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Utkast {draft.number} är sänt för justering."
            return work.done(said, work.url("meeting", body, on))
    reached = addresses_of([one.pk for one in people])
    return work.page(
        "meetings/send.html",
        *crumbs(work, meeting, "Sänd för justering"),
        meeting=meeting,
        form=form,
        before=before if before and before.is_open else None,
        unreached=[one.name for one in people if one.pk not in reached],
        due_on=to_be_approved_by(meeting.on),
        text=minutes_text(meeting),
        obstacles=explained(work, _not_now(meeting)),
    )


@step
def approve(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.APPROVE, meeting, work.today)
    form = Form(work.sent)
    seen = work.request.POST.get("seen", "") if work.posted else ""
    if work.posted and form.is_valid():
        try:
            minutes = actions.approve_minutes(
                meeting.pk,
                approver=work.person_id,
                title=_title(meeting, Person.objects.get(pk=work.person_id)),
                approved_on=work.today,
                seen=seen or "unknown",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            meeting.refresh_from_db()
        else:
            said = "Anteckningarna är justerade." if minutes else "Din justering är antecknad."
            return work.done(said, work.url("meeting", body, on))
    return _to_approve(work, meeting, form, changed=changed_since(meeting, seen))


@step
def comment(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.APPROVE, meeting, work.today)
    form = CommentForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.comment_on_minutes(
                meeting.pk, typed(form, "text"), adjuster=work.person_id, by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Synpunkten är lämnad.", work.url("approve_minutes", body, on))
    return work.page(
        "meetings/write.html",
        *crumbs(work, meeting, "Lämna en synpunkt"),
        meeting=meeting,
        form=form,
        heading="Lämna en synpunkt",
        lead="Utkastet ändras inte av synpunkten. Sekreteraren kan öppna mötet igen, ändra och "
        "sända ett nytt utkast.",
        button="Lämna synpunkten",
        obstacles=explained(work, _not_now(meeting)),
    )


@step
def reopen(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.REOPEN, meeting, work.today)
    form = ReopenForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.reopen_meeting(
                meeting.pk, reason=typed(form, "reason"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Mötet är öppnat igen.", work.url("meeting", body, on))
    label = MeetingStage(meeting.stage).label
    closed = meeting.stage == MeetingStage.HELD
    return work.page(
        "meetings/write.html",
        *crumbs(work, meeting, "Öppna igen"),
        meeting=meeting,
        form=form,
        heading="Öppna mötet igen",
        lead="Sekreteraren kan då ändra närvaro, anteckningar och utfall. Punkterna behåller sina "
        "nummer, och ingen punkt kan komma till. Det som har justerats hittills gäller inte "
        "längre, och justerarna får veta det.",
        button="Öppna mötet igen",
        obstacles=explained(work, [] if closed else [Obstacle("not_to_reopen", {"stage": label})]),
    )


@step
def correct(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.CORRECT, meeting, work.today)
    form = CorrectForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.correct_minutes(meeting.pk, typed(form, "text"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Rättelsen är antecknad.", work.public_url("meeting", body, on))
    approved = meeting.stage == MeetingStage.APPROVED
    label = MeetingStage(meeting.stage).label
    return work.page(
        "meetings/write.html",
        *crumbs(work, meeting, "Rättelse"),
        meeting=meeting,
        form=form,
        heading="Lägg till en rättelse",
        lead="De justerade anteckningarna ändras inte. Rättelsen står efter dem, på sidan och i "
        "PDF-filen.",
        button="Lägg till rättelsen",
        obstacles=explained(
            work, [] if approved else [Obstacle("not_to_correct_yet", {"stage": label})]
        ),
    )


def _to_approve(work: Workspace, meeting: Meeting, form: Form, **context: object) -> HttpResponse:
    text, sha256 = text_to_approve(meeting)
    approval = latest(meeting, work.today)
    mine = approval and next(
        (one for one in approval.approvals if one.person_id == work.person_id), None
    )
    return work.page(
        "meetings/approve.html",
        *crumbs(work, meeting, "Justera"),
        meeting=meeting,
        form=form,
        text=text,
        seen=sha256,
        approval=approval if approval and approval.is_open else None,
        since_before=changed_in(approval.draft) if approval and approval.is_open else [],
        done=bool(mine and mine.approved_at and approval and approval.is_open),
        obstacles=explained(work, _not_now(meeting)),
        **context,
    )


def _not_now(meeting: Meeting) -> list[Obstacle]:
    if meeting.stage == MeetingStage.HELD:
        return []
    return [Obstacle("not_to_approve_now", {"stage": MeetingStage(meeting.stage).label})]


def _people(meeting: Meeting) -> list[Person]:
    """Return who may be chosen: the one who led first, then those who decided."""
    deciding = meeting.attendances.filter(part=Part.DECIDING).select_related("person")
    people = [one.person for one in deciding.order_by("position")]
    led = [meeting.led_by] if meeting.led_by else []
    return list(dict.fromkeys([*led, *people]))


def _usual(meeting: Meeting) -> list[str]:
    """Return who approved, or was to approve, the latest draft; at first the one who led."""
    draft = meeting.drafts.order_by("-number").first()
    if draft:
        return [str(pk) for pk in draft.approvals.values_list("person_id", flat=True)]
    return [str(meeting.led_by_id)]


def _title(meeting: Meeting, person: Person) -> str:
    """Return in which capacity someone approves: by their office, having led, or chosen."""
    if person.pk != meeting.led_by_id:
        return ADJUSTER
    return _office(meeting.body, person.pk, meeting.on) or LED


def _office(body: Body, person_id: int, on: date) -> str:
    for office in Office:
        officer = officer_on(body.pk, office, on)
        if officer and officer.pk == person_id:
            return office.label
    return ""
