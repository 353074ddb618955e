"""After a meeting: a digest for each principal, sent to all who sit there, and its receipts."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest as sum_of
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.meetings import rules
from samverkan.meetings.actions.digest_facts import (
    Key,
    content_of,
    digests_of,
    dues_after,
    holders,
    named,
    obstacles_before_prepared,
    obstacles_to_send,
    recipients,
    stamp_of_digest,
    text_of_digest,
    treated,
)
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.digests import due_line
from samverkan.meetings.models import Digest, DigestCopy, Meeting
from samverkan.people.links import fresh
from samverkan.people.queries import addresses_of

DOOR = "rapport"
SOURCE = "överenskommelsen § 6.1.3"


@transaction.atomic
def prepare_digests(meeting_id: int, *, by: Actor, now: datetime) -> list[Digest]:
    """Draw up a digest for each on whose behalf someone sits; what is written already stays.

    Raises StepRefused before the meeting is closed, when nobody sits there, or when they are sent.
    """
    meeting = locked(meeting_id)
    refuse(obstacles_before_prepared(meeting))
    existing = {one.holder_key: one for one in meeting.digests.all()}
    wanted = set(holders(meeting))
    for key, one in existing.items():
        if key not in wanted:
            one.delete()
    Digest.objects.bulk_create(
        Digest(meeting=meeting, principal_id=principal, nominator_id=nominator)
        for principal, nominator in holders(meeting)
        if (principal, nominator) not in existing
    )
    _record(meeting, "digests.prepared", by=by, now=now, count=len(wanted))
    return list(digests_of(meeting))


@transaction.atomic
def write_digest(digest_id: int, *, means: str, seen: str, by: Actor, now: datetime) -> Digest:
    """Write in plain words what a meeting means for one principal; nothing brings back its own.

    `seen` is the stamp of the digest that the writer had before them. Raises StepRefused when it
    is sent, unchanged or too long, or someone else wrote meanwhile.
    """
    meeting, digest = _locked_digest(digest_id)
    means = means.strip()
    refuse(
        rules.obstacles_to_write_digest(
            sent=digest.sent_at is not None,
            means=means,
            changed=means != digest.means,
            seen_as_it_is=seen == stamp_of_digest(digest),
        )
        + obstacles_to_text(**{"Vad det betyder": means})
    )
    digest.means = means
    digest.save(update_fields=["means"])
    _record(meeting, "digest.written", by=by, now=now, home=named(digest))
    return digest


@transaction.atomic
def send_digests(meeting_id: int, *, by: Actor, now: datetime) -> list[DigestCopy]:
    """Freeze the digests of a meeting and send each who sits there theirs: all, or none.

    One with two missions gets two. Someone without an address gets a copy too, so that it is seen
    who has to be told in another way. Raises StepRefused when a digest is missing, or all are sent.
    """
    meeting = locked(meeting_id)
    digests = list(digests_of(meeting))
    refuse(obstacles_to_send(meeting, digests))
    told = treated(meeting)
    dues = dues_after(meeting)
    for one in digests:
        one.content = dict(content_of(one, told, dues))
        one.sha256, one.sent_at = sum_of(one.content), now
    Digest.objects.bulk_update(digests, ["content", "sha256", "sent_at"])
    copies = _issue(meeting, {one.holder_key: one for one in digests}, now)
    entry = _record(meeting, "digests.sent", by=by, now=now, count=len(copies), public=True)
    notify(
        entry,
        "digest_sent",
        [(copy.to, _letter(copy, meeting)) for copy in copies if copy.to],
        at=now,
    )
    return copies


@transaction.atomic
def acknowledge_digest(copy_id: int, *, by: Actor, now: datetime) -> DigestCopy:
    """Note that someone says that they have read their digest.

    Raises StepRefused when they have said so.
    """
    copy = _locked_copy(copy_id)
    refuse(rules.obstacles_to_read(read=copy.read_at is not None))
    copy.read_at = now
    copy.save(update_fields=["read_at"])
    _record(copy.digest.meeting, "digest.read", by=by, now=now, home=named(copy.digest))
    return copy


@transaction.atomic
def carry_on_digest(copy_id: int, *, to: str, by: Actor, now: datetime) -> DigestCopy:
    """Note to whom at home someone has carried their digest on; they have then read it.

    Raises StepRefused when nobody is told of, or the same is noted already.
    """
    copy = _locked_copy(copy_id)
    to = to.strip()
    refuse(
        rules.obstacles_to_carry_on(to=to, before=copy.carried_to)
        + obstacles_to_text(**{"Till vem": to})
    )
    copy.carried_at, copy.carried_to = now, to
    copy.read_at = copy.read_at or now
    copy.save(update_fields=["carried_at", "carried_to", "read_at"])
    home = named(copy.digest)
    _record(copy.digest.meeting, "digest.carried_on", by=by, now=now, home=home, to=to)
    return copy


def copy_of(token: str) -> DigestCopy | None:
    """Return the copy that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    related = DigestCopy.objects.select_related(
        "person",
        "mission",
        "digest__principal",
        "digest__nominator",
        "digest__meeting__body",
        "digest__meeting__collaboration",
    )
    return related.filter(key=key).first()


def _issue(meeting: Meeting, digests: Mapping[Key, Digest], now: datetime) -> list[DigestCopy]:
    reached = recipients(meeting)
    addresses = addresses_of({one.person for one in reached})
    made = DigestCopy.objects.bulk_create(
        DigestCopy(
            digest=digests[one.key],
            person_id=one.person,
            mission_id=one.mission,
            to=addresses.get(one.person, ""),
            **fresh(now),
        )
        for one in reached
    )
    return list(made)


def _letter(copy: DigestCopy, meeting: Meeting) -> dict[str, object]:
    text = text_of_digest(copy.digest)
    return {
        "body": meeting.body.name,
        "on": str(meeting.on),
        "home": copy.digest.holder_name,
        "preliminary": meeting.stage != MeetingStage.APPROVED,
        "means": text["means"],
        "agreed": [one["heading"] for one in text["agreed"]],
        "to_do": [due_line(one) for one in text["to_do"]],
        "link_key": copy.key,
        "link_door": DOOR,
    }


def _locked_digest(digest_id: int) -> tuple[Meeting, Digest]:
    meeting = locked(Digest.objects.values_list("meeting_id", flat=True).get(pk=digest_id))
    digest = Digest.objects.select_related("principal", "nominator").get(pk=digest_id)
    digest.meeting = meeting
    return meeting, digest


def _locked_copy(copy_id: int) -> DigestCopy:
    return (
        DigestCopy.objects.select_for_update(of=("self",), no_key=True)
        .select_related(
            "digest__principal",
            "digest__nominator",
            "digest__meeting__body",
            "digest__meeting__collaboration",
        )
        .get(pk=copy_id)
    )


def _record(
    meeting: Meeting, verb: str, *, by: Actor, now: datetime, public: bool = False, **facts: object
) -> Entry:
    return record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R158",
        source=SOURCE,
        visibility=Visibility.PUBLIC if public else Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        **facts,
    )
