"""The digests of a meeting, as those who write and send them see them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import prepare_digests, send_digests, write_digest
from samverkan.meetings.actions.digest_facts import (
    digests_of,
    obstacles_before_prepared,
    obstacles_before_sent,
    recipients,
    stamp_of_digest,
    text_of_digest,
)
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.digests import plain_text
from samverkan.meetings.models import Digest, DigestCopy, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.people.models import Person
from samverkan.people.queries import addresses_of
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Crumb, Workspace, step
from samverkan.www.reasons import explained

LABEL = "Rapporter"


class MeansForm(Form):
    places = {"digest_too_long": "means", "digest_unchanged": "means"}

    means = paragraphs(
        "Vad det betyder för dem",
        4000,
        hint="Skriv rakt och kort, som till den som inte var med. Lämna en tomrad mellan stycken. "
        "Är fältet tomt står det som tjänsten säger av sig själv.",
        rows=8,
    )


@dataclass(frozen=True)
class Sent:
    """How far the digests of a meeting have come."""

    copies: int
    read: int
    carried: int
    unreached: list[str]


@step
def digests(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = _find(work, body, on)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            made = prepare_digests(meeting.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{len(made)} rapporter är upprättade. Läs dem och sänd sedan."
            return work.done(said, work.url("digests", body, on))
    found = list(digests_of(meeting))
    sent = any(one.sent_at for one in found)
    obstacles = obstacles_before_sent(meeting) if found else obstacles_before_prepared(meeting)
    copies = _copies(found)
    return work.page(
        "meetings/digests.html",
        *crumbs(work, meeting, LABEL),
        meeting=meeting,
        form=form,
        digests=[(one, copies.get(one.pk, [])) for one in found],
        sent=_sent([one for some in copies.values() for one in some]) if sent else None,
        sent_at=found[0].sent_at if sent else None,
        late=not sent and work.today > meeting.on,
        again=any(one.code == "digests_incomplete" for one in obstacles),
        obstacles=[] if sent else explained(work, obstacles),
    )


@step
def write(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    meeting = _find(work, body, on)
    digest = get_object_or_404(digests_of(meeting), pk=pk)
    digest.meeting = meeting
    text = text_of_digest(digest)
    form = MeansForm(work.sent, initial={"means": digest.means or "\n\n".join(text["means"])})
    if work.posted and form.is_valid():
        seen = work.request.POST.get("seen", "")
        try:
            write_digest(pk, means=typed(form, "means"), seen=seen, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rapporten till {_named(digest)} är ändrad."
            return work.done(said, work.url("digests", body, on))
        digest.refresh_from_db(fields=["means", "sent_at", "content"])
    preliminary = meeting.stage != MeetingStage.APPROVED
    return work.page(
        "meetings/digest.html",
        *_crumbs(work, meeting, _named(digest)),
        meeting=meeting,
        digest=digest,
        named=_named(digest),
        text=text,
        preliminary=preliminary,
        copied=plain_text(text, site=settings.SITE_ADDRESS, preliminary=preliminary),
        form=form,
        seen=stamp_of_digest(digest),
    )


@step
def send(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = _find(work, body, on)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            copies = send_digests(meeting.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rapporterna är sända, en för vart och ett av {len(copies)} uppdrag."
            return work.done(said, work.url("digests", body, on))
    found = list(digests_of(meeting))
    reached = recipients(meeting)
    addresses = addresses_of({one.person for one in reached})
    unreached = {one.person for one in reached} - set(addresses)
    return work.page(
        "meetings/send_digests.html",
        *_crumbs(work, meeting, "Sänd"),
        meeting=meeting,
        form=form,
        digests=found,
        missions=len(reached),
        letters=sum(one.person in addresses for one in reached),
        unreached=list(Person.objects.filter(pk__in=unreached).values_list("name", flat=True)),
        preliminary=meeting.stage != MeetingStage.APPROVED,
        obstacles=explained(work, obstacles_before_sent(meeting)),
    )


def _find(work: Workspace, body: str, on: date) -> Meeting:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.REPORT, meeting, work.today)
    return meeting


def _crumbs(work: Workspace, meeting: Meeting, label: str) -> list[Crumb]:
    *trail, _ = crumbs(work, meeting, LABEL)
    place = (meeting.body.slug, meeting.on)
    return [*trail, (LABEL, work.url("digests", *place)), (label, "")]


def _named(digest: Digest) -> str:
    return digest.holder_name or "dem som sitter genom uppdrag i andra organ"


def _copies(digests: Sequence[Digest]) -> dict[int, list[DigestCopy]]:
    found: dict[int, list[DigestCopy]] = defaultdict(list)
    copies = DigestCopy.objects.filter(digest__in=digests).select_related("person", "mission")
    for copy in copies.order_by("mission__kind", "person__name"):
        found[copy.digest_id].append(copy)
    return found


def _sent(copies: Sequence[DigestCopy]) -> Sent:
    return Sent(
        copies=len(copies),
        read=sum(one.read_at is not None for one in copies),
        carried=sum(one.carried_at is not None for one in copies),
        unreached=sorted({one.person.name for one in copies if not one.to}),
    )
