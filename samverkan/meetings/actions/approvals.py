"""Approving minutes: send them to the adjusters, comment, approve; correct them by a note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from samverkan.documents.actions import open_annexes
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import ApprovalText, MinutesText, digest
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.meetings import hooks, rules, signing
from samverkan.meetings.actions.found import locked, named, subject
from samverkan.meetings.choices import MeetingStage, Part
from samverkan.meetings.minutes import approved_text, minutes_text
from samverkan.meetings.models import (
    ApprovalLink,
    Meeting,
    Minutes,
    MinutesApproval,
    MinutesComment,
    MinutesCorrection,
    MinutesDraft,
)
from samverkan.people.links import fresh
from samverkan.people.queries import addresses_of

DOOR = "justera"
SOURCE = "styrgruppens anteckningar 27 september 2018"
REPLACED = "Ett nytt utkast är sänt."


@dataclass(frozen=True)
class Adjuster:
    """Someone who is to approve, and the title that the minutes give them."""

    person_id: int
    title: str


@transaction.atomic
def send_for_approval(
    meeting_id: int, adjusters: Sequence[Adjuster], *, by: Actor, now: datetime
) -> MinutesDraft:
    """Freeze a numbered draft of the minutes and send it to those who are to approve it.

    An earlier draft ends with what was approved of it, and the letter says which parts are other.
    Raises StepRefused unless the meeting is closed and the adjusters decided there.
    """
    meeting = locked(meeting_id)
    before = open_draft(meeting)
    content = minutes_text(meeting)
    refuse(
        named(
            rules.obstacles_to_send_for_approval(
                stage=MeetingStage(meeting.stage),
                adjusters=[one.person_id for one in adjusters],
                deciding=_deciding(meeting),
                without_title=not all(one.title.strip() for one in adjusters),
                same_as=_same_as(before, digest(content), adjusters),
            )
        )
        + obstacles_to_text(Titel="\n".join(one.title for one in adjusters))
    )
    latest = meeting.drafts.order_by("-number").first()
    left = _end(before, REPLACED, now) if before else []
    draft = _draw_up(meeting, content, adjusters, by=by, now=now)
    entry = record(
        meeting.collaboration_id,
        "minutes.sent_for_approval",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        source=SOURCE,
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        number=draft.number,
        people=[one.person.name for one in draft.approvals.select_related("person")],
        sha256=draft.sha256,
    )
    changed = rules.changed_parts(latest.content, content) if latest else []
    _write(entry, draft, "minutes_to_approve", now, changed=[one.heading for one in changed])
    chosen = {one.person_id for one in adjusters}
    _tell_ended(entry, meeting, [pk for pk in left if pk not in chosen], REPLACED, now)
    return draft


@transaction.atomic
def approve_minutes(
    meeting_id: int,
    *,
    approver: int,
    title: str = "",
    approved_on: date | None,
    note: str = "",
    seen: str = "",
    by: Actor,
    now: datetime,
) -> Minutes | None:
    """Approve (justera) the minutes; with the last approval they are frozen, and the rest follows.

    Where no draft has been sent, the one who led approves alone, under the title given. `seen` is
    the sum of the text that the adjuster had before them. Returns the minutes when they are
    locked, None while others are left. Raises StepRefused when the text is not what was seen, or
    somebody else is to approve it.
    """
    meeting = locked(meeting_id)
    draft = open_draft(meeting)
    current = minutes_text(meeting)
    approval = draft.approvals.filter(person_id=approver).first() if draft else None
    adjusters = _names(draft) if draft else [meeting.led_by.name] if meeting.led_by else []
    refuse(
        [
            *rules.obstacles_to_approve(
                stage=MeetingStage(meeting.stage),
                is_adjuster=bool(approval) if draft else approver == meeting.led_by_id,
                adjusters=adjusters,
                has_approved=approval is not None and approval.approved_at is not None,
                seen=seen,
                drafted=draft.sha256 if draft else digest(current),
                current=digest(current),
                approved_on=approved_on,
                met_on=meeting.on,
                today=localdate(now),
                from_source=bool(meeting.source),
            ),
            *obstacles_to_text(Titel=title, Justering=note),
        ]
    )
    draft = draft or _draw_up(meeting, current, [Adjuster(approver, title)], by=by, now=now)
    approval = _approve(draft, approver, approved_on, by=by, now=now)
    record(
        meeting.collaboration_id,
        "minutes.approved_by",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        source=meeting.source or SOURCE,
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        approver=approval.person.name,
        sha256=approval.sha256,
    )
    if draft.approvals.filter(approved_at=None).exists():
        return None
    return _lock(meeting, draft, note, by=by, now=now)


@transaction.atomic
def comment_on_minutes(
    meeting_id: int, text: str, *, adjuster: int, by: Actor, now: datetime
) -> MinutesComment:
    """Write a comment on the draft, for the secretary and the other adjusters.

    Raises StepRefused when no draft waits for this adjuster any more, or nothing is written.
    """
    meeting = locked(meeting_id)
    draft = open_draft(meeting)
    chosen = draft is not None and draft.approvals.filter(person_id=adjuster).exists()
    refuse(
        [
            *rules.obstacles_to_comment(
                has_open_draft=draft is not None, is_adjuster=chosen, text=text
            ),
            *obstacles_to_text(Synpunkt=text),
        ]
    )
    comment = MinutesComment.objects.create(
        draft_id=draft.pk if draft else 0, person_id=adjuster, text=text, made_at=now
    )
    entry = record(
        meeting.collaboration_id,
        "minutes.commented_on",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        visibility=Visibility.MEMBERS,
        person=comment.person.name,
        number=comment.draft.number,
    )
    addresses = addresses_of([comment.draft.sent_by_id] if comment.draft.sent_by_id else [])
    facts = _facts(meeting) | {"person": comment.person.name, "text": text}
    notify(entry, "minutes_commented_on", [(to, facts) for to in addresses.values()], at=now)
    return comment


@transaction.atomic
def correct_minutes(meeting_id: int, text: str, *, by: Actor, now: datetime) -> MinutesCorrection:
    """Note something beside approved minutes, which themselves never change.

    Raises StepRefused before they are approved, or when nothing is written.
    """
    meeting = locked(meeting_id)
    refuse(
        [
            *rules.obstacles_to_correct(stage=MeetingStage(meeting.stage), text=text),
            *obstacles_to_text(Rättelse=text),
        ]
    )
    correction = MinutesCorrection.objects.create(
        minutes=meeting.minutes, text=text, made_by=by.name, made_at=now
    )
    record(
        meeting.collaboration_id,
        "minutes.corrected",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        body=meeting.body.name,
        on=meeting.on,
        text=text,
    )
    return correction


@transaction.atomic
def remind_adjusters(meeting_id: int, *, by: Actor, now: datetime) -> list[MinutesApproval]:
    """Remind those who have not approved or commented, near the day and once a week at most.

    Raises StepRefused when there is nobody to remind.
    """
    meeting = locked(meeting_id)
    draft = open_draft(meeting)
    waiting = _to_remind(draft, now) if draft else []
    if draft is None or not waiting:
        refuse([Obstacle("no_adjuster_to_remind")])
        return []
    MinutesApproval.objects.filter(pk__in=[one.pk for one in waiting]).update(reminded_at=now)
    entry = record(
        meeting.collaboration_id,
        "minutes.adjusters_reminded",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        visibility=Visibility.MEMBERS,
        people=[one.person.name for one in waiting],
    )
    late = rules.days_late(draft.due_on, localdate(now))
    _write(entry, draft, "minutes_reminded", now, waiting, late=late)
    return waiting


def end_open_draft(meeting: Meeting, reason: str, entry: Entry, now: datetime) -> None:
    """End the draft that waits, because the meeting is opened again; part of that act."""
    if draft := meeting.drafts.filter(ended_at=None).first():
        _tell_ended(entry, meeting, _end(draft, reason, now), reason, now)


def open_draft(meeting: Meeting) -> MinutesDraft | None:
    """Return the draft that waits for approval."""
    if meeting.stage != MeetingStage.HELD:
        return None
    return meeting.drafts.filter(ended_at=None).first()


def approval_link_of(token: str) -> ApprovalLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    related = ApprovalLink.objects.select_related(
        "person", "meeting__body", "meeting__collaboration"
    )
    return related.filter(key=key).first()


def _deciding(meeting: Meeting) -> set[int]:
    found = meeting.attendances.filter(part=Part.DECIDING).values_list("person_id", flat=True)
    return {*found, *([meeting.led_by_id] if meeting.led_by_id else [])}


def _same_as(draft: MinutesDraft | None, sha256: str, adjusters: Sequence[Adjuster]) -> int | None:
    if draft is None or draft.sha256 != sha256:
        return None
    asked = [(one.person_id, one.title) for one in adjusters]
    return draft.number if asked == list(draft.approvals.values_list("person", "title")) else None


def _names(draft: MinutesDraft) -> list[str]:
    return list(draft.approvals.values_list("person__name", flat=True))


def _draw_up(
    meeting: Meeting,
    content: MinutesText,
    adjusters: Sequence[Adjuster],
    *,
    by: Actor,
    now: datetime,
) -> MinutesDraft:
    last = meeting.drafts.aggregate(last=Max("number"))["last"] or 0
    draft = MinutesDraft.objects.create(
        meeting=meeting,
        number=last + 1,
        content=content,
        sha256=digest(content),
        sent_at=now,
        sent_by_id=by.person_id,
        due_on=None if meeting.source else rules.to_be_approved_by(meeting.on),
    )
    MinutesApproval.objects.bulk_create(
        MinutesApproval(draft=draft, person_id=one.person_id, title=one.title, position=position)
        for position, one in enumerate(adjusters, start=1)
    )
    return draft


def _end(draft: MinutesDraft, reason: str, now: datetime) -> list[int]:
    """End a draft; return who were to approve it."""
    draft.ended_at, draft.ended_because = now, reason
    draft.save(update_fields=["ended_at", "ended_because"])
    return list(draft.approvals.values_list("person_id", flat=True))


def _approve(
    draft: MinutesDraft, person_id: int, on: date | None, *, by: Actor, now: datetime
) -> MinutesApproval:
    approval = draft.approvals.select_related("person").get(person_id=person_id)
    approval.approved_at, approval.approved_on, approval.sha256 = now, on, draft.sha256
    approval.proof = signing.SIGNING[-1].confirm(approval, by=by, now=now)
    approval.save(update_fields=["approved_at", "approved_on", "sha256", "proof"])
    return approval


def _lock(meeting: Meeting, draft: MinutesDraft, note: str, *, by: Actor, now: datetime) -> Minutes:
    approvals = list(draft.approvals.select_related("person"))
    said: list[ApprovalText] = [
        {
            "name": one.person.name,
            "title": one.title,
            "on": str(one.approved_on) if one.approved_on else None,
        }
        for one in approvals
    ]
    content = approved_text(draft.content, draft.sha256, said, note=note)
    minutes = Minutes.objects.create(
        meeting=meeting,
        content=content,
        sha256=digest(content),
        approved_by=approvals[0].person,
        approver_title=approvals[0].title,
        approved_on=max((one.approved_on for one in approvals if one.approved_on), default=None),
        approved_note=note,
    )
    meeting.stage = MeetingStage.APPROVED
    meeting.save(update_fields=["stage"])
    clauses = meeting.items.exclude(clauses=None).values_list("clauses", flat=True)
    open_annexes([pk for pk in clauses if pk is not None])
    for follow in hooks.AFTER_APPROVAL:
        follow(meeting, by, now)
    record(
        meeting.collaboration_id,
        "minutes.approved",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        source=meeting.source or SOURCE,
        body=meeting.body.name,
        on=meeting.on,
        approver=[one.person.name for one in approvals],
        sha256=minutes.sha256,
    )
    return minutes


def _to_remind(draft: MinutesDraft, now: datetime) -> list[MinutesApproval]:
    answered = draft.comments.values("person")
    waiting = draft.approvals.filter(approved_at=None).exclude(person__in=answered)
    return [
        one
        for one in waiting.select_related("person")
        if rules.may_be_reminded(
            due_on=draft.due_on, last_told=one.reminded_at or draft.sent_at, now=now
        )
    ]


def _write(
    entry: Entry,
    draft: MinutesDraft,
    template: str,
    now: datetime,
    approvals: Iterable[MinutesApproval] | None = None,
    **facts: object,
) -> None:
    """E-mail adjusters, each with the link of their own."""
    approvals = draft.approvals.select_related("person") if approvals is None else approvals
    told = {one.person_id: one for one in approvals}
    addresses = addresses_of(told)
    keys = _links(draft.meeting, addresses, now)
    common = _facts(draft.meeting) | facts
    common |= {"number": draft.number, "due_on": str(draft.due_on) if draft.due_on else ""}
    letters = [
        (to, common | {"title": told[pk].title, "link_key": keys[pk], "link_door": DOOR})
        for pk, to in addresses.items()
    ]
    notify(entry, template, letters, at=now)


def _links(meeting: Meeting, people: Iterable[int], now: datetime) -> dict[int, str]:
    """Return the key of each adjuster's link to the meeting; those without one get one."""
    wanted = set(people)
    found = meeting.approval_links.filter(person__in=wanted, revoked_at=None, expires_at__gt=now)
    keys = dict(found.values_list("person_id", "key"))
    made = ApprovalLink.objects.bulk_create(
        ApprovalLink(meeting=meeting, person_id=pk, **fresh(now)) for pk in wanted - set(keys)
    )
    return keys | {link.person_id: link.key for link in made}


def _tell_ended(
    entry: Entry, meeting: Meeting, people: Iterable[int], reason: str, now: datetime
) -> None:
    facts = _facts(meeting) | {"reason": reason}
    addresses = addresses_of(people)
    notify(entry, "minutes_taken_back", [(to, facts) for to in addresses.values()], at=now)


def _facts(meeting: Meeting) -> dict[str, object]:
    return {"body": meeting.body.name, "on": str(meeting.on)}
