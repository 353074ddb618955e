"""What is noted at a meeting beside outcomes: what was put forward, and the next meeting."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import MeetingStage, VoiceKind
from samverkan.meetings.models import Item, Meeting, Voice
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import BEFORE_HELD, notes_open
from samverkan.www.forms import Choices, Form, day, labelled, line, one_of, paragraphs, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class VoiceForm(Form):
    places = {
        "voice_without_text": "text",
        "voice_of_nobody": "whose",
        "voice_of_absent": "whose",
        "voice_not_deciding": "kind",
    }

    def __init__(self, whose: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = one_of(
            "Slag", labelled(VoiceKind), missing="Välj vad det är.", radios=True
        )
        self.fields["whose"] = one_of("Från", whose, missing="Välj vem det kom från.")
        self.fields["text"] = paragraphs(
            "Lydelse", 2000, missing="Skriv vad som sades.", hint="Så som det ska stå."
        )


class NextForm(Form):
    places = {"next_before_this": "on"}

    on = day("Dag", hint="Tomt: det planerade mötet anges när mötet avslutas.")
    place = line("Plats", 200)


@step
def voice(work: Workspace, body: str, on: date, position: int) -> HttpResponse:
    meeting, item = point(work, body, on, position)
    form = VoiceForm(_whose(meeting), work.sent)
    if work.posted and form.is_valid():
        sort, _, pk = typed(form, "whose").partition("-")
        try:
            actions.note_voice(
                item.pk,
                VoiceKind(typed(form, "kind")),
                typed(form, "text"),
                person_id=int(pk) if sort == "p" else None,
                principal_id=int(pk) if sort == "h" else None,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Yttrandet är antecknat.", work.url("meeting", body, on))
    return written(
        work,
        meeting,
        form,
        over=item.heading,
        heading="Anteckna ett yttrande",
        lead="Systemet räknar inga röster. Här står det som inte är vad organet enades om: "
        "yrkanden, avvikande meningar, reservationer och synpunkter.",
        button="Anteckna yttrandet",
    )


@step
def no_voice(work: Workspace, body: str, on: date, position: int, pk: int) -> HttpResponse:
    meeting, item = point(work, body, on, position)
    one = get_object_or_404(Voice.objects.select_related("person", "principal"), pk=pk, item=item)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.take_back_voice(one.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Yttrandet är borttaget.", work.url("meeting", body, on))
    return written(
        work,
        meeting,
        form,
        over=item.heading,
        heading="Ta bort yttrandet",
        lead=f"{VoiceKind(one.kind).label.capitalize()} från {one.whose}: {one.text}",
        button="Ta bort",
    )


@step
def note_next(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    planned = meeting.body.meetings.filter(on__gt=meeting.on, stage__in=BEFORE_HELD).order_by("on")
    following = planned.first()
    initial = {"on": meeting.next_on, "place": meeting.next_place}
    if meeting.next_on is None and following:
        initial = {"on": following.on, "place": following.place}
    form = NextForm(work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            actions.note_next_meeting(
                meeting.pk,
                on=typed(form, "on"),
                place=typed(form, "place"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Nästa möte är antecknat.", work.url("meeting", body, on))
    return written(
        work,
        meeting,
        form,
        heading="Ange nästa möte",
        lead="Det planerade mötet står här från början. Ändra om mötet bestämde något annat.",
        button="Spara",
    )


def point(work: Workspace, body: str, on: date, position: int) -> tuple[Meeting, Item]:
    """Return a point that the person may note at; 404 and 403 otherwise."""
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    return meeting, get_object_or_404(meeting.items, position=position)


def written(work: Workspace, meeting: Meeting, form: Form, **said: str) -> HttpResponse:
    """Answer with a page that has one form, or says why it is closed."""
    return work.page(
        "meetings/write.html",
        *crumbs(work, meeting, said["heading"]),
        meeting=meeting,
        form=form,
        obstacles=explained(work, notes_open(MeetingStage(meeting.stage))),
        **said,
    )


def _whose(meeting: Meeting) -> Choices:
    there = meeting.attendances.select_related("person", "principal").order_by("position")
    people = [(f"p-{one.person_id}", one.person.name) for one in there]
    principals = {
        f"h-{one.principal_id}": one.principal.short_name for one in there if one.principal
    }
    return [*people, *principals.items()]
