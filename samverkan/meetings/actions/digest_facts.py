"""What the digests of a meeting are made of, and who is to have them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from samverkan.bodies.models import Mission
from samverkan.bodies.queries import derived_people, missions_on
from samverkan.cases.queries import public_cases
from samverkan.documents.texts import digest as sum_of
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings import hooks, rules, wording
from samverkan.meetings.actions.found import meeting_path
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.digests import (
    DigestText,
    Due,
    HeldMeeting,
    Home,
    TreatedPoint,
    digest_of,
)
from samverkan.meetings.models import Digest, Item, Meeting
from samverkan.meetings.queries import public_meetings

Key = tuple[int | None, int | None]


@dataclass(frozen=True)
class Reached:
    """Someone who is to have a digest, and for which mission."""

    person: int
    mission: int | None
    key: Key


def digests_of(meeting: Meeting) -> QuerySet[Digest]:
    """Return a meeting's digests, the principals in their order first."""
    found = meeting.digests.select_related("principal", "nominator")
    return found.order_by("principal__position", "nominator__name", "pk")


def obstacles_before_prepared(meeting: Meeting) -> list[Obstacle]:
    """Return what stands in the way of drawing up the digests as things are now."""
    return rules.obstacles_to_prepare_digests(
        stage=MeetingStage(meeting.stage),
        from_source=bool(meeting.source),
        holders=len(holders(meeting)),
        sent=meeting.digests.exclude(sent_at=None).exists(),
    )


def obstacles_before_sent(meeting: Meeting) -> list[Obstacle]:
    """Return what stands in the way of sending the digests as things are now."""
    return obstacles_to_send(meeting, list(digests_of(meeting)))


def stamp_of_digest(digest: Digest) -> str:
    """Return a short sum of what is written: another one means someone has written."""
    return sum_of({"means": digest.means, "sent": digest.sent_at is not None})[:16]


def text_of_digest(digest: Digest) -> DigestText:
    """Return a digest as it was sent; until then as it would be now."""
    if digest.content is not None:
        content: DigestText = digest.content
        return content
    return content_of(digest, treated(digest.meeting), dues_after(digest.meeting))


def recipients(meeting: Meeting) -> list[Reached]:
    """Return who gets a digest: each mission of the day, and those who sit by an office."""
    missions = list(missions_on(meeting.body_id, meeting.on))
    found = {(one.person_id, one.holder_key): _reached(one) for one in missions}
    seated = {one.person_id for one in missions}
    for person in sorted(derived_people(meeting.body_id, meeting.on) - seated):
        found[person, (None, None)] = Reached(person, None, (None, None))
    return list(found.values())


def treated(meeting: Meeting) -> HeldMeeting:
    """Return a held meeting as digests tell of it; only of cases that everybody may read."""
    items = meeting.items.select_related("case", "clauses").prefetch_related("clauses__clauses")
    found = list(items.order_by("position"))
    cases = [one.case_id for one in found if one.case_id]
    public = set(
        public_cases(meeting.collaboration_id).filter(pk__in=cases).values_list("pk", flat=True)
    )
    coming = public_meetings(meeting.collaboration_id).filter(
        body_id=meeting.body_id, on__gt=meeting.on, stage__in=rules.BEFORE_HELD
    )
    return HeldMeeting(
        body=meeting.body.name,
        on=meeting.on,
        path=meeting_path(meeting),
        points=tuple(_point(one, meeting, public) for one in found),
        place=meeting.place,
        next_on=coming.order_by("on").values_list("on", flat=True).first(),
    )


def dues_after(meeting: Meeting) -> list[Due]:
    """Return what a meeting gave to do, from those who know of more than its outcomes."""
    return [due for source in hooks.DUE_AFTER for due in source(meeting)]


def holders(meeting: Meeting) -> list[Key]:
    """Return on whose behalf those who get a digest sit, each once."""
    return list(dict.fromkeys(one.key for one in recipients(meeting)))


def _reached(mission: Mission) -> Reached:
    return Reached(mission.person_id, mission.pk, mission.holder_key)


def obstacles_to_send(meeting: Meeting, digests: Collection[Digest]) -> list[Obstacle]:
    """Return what stands in the way of sending some digests of a meeting."""
    drawn_up = {one.holder_key for one in digests}
    lacking = [key for key in holders(meeting) if key not in drawn_up]
    return rules.obstacles_to_send_digests(
        prepared=len(digests),
        sent=any(one.sent_at for one in digests),
        lacking=_names(meeting, lacking),
    )


def _names(meeting: Meeting, keys: Collection[Key]) -> list[str]:
    missions = missions_on(meeting.body_id, meeting.on)
    known = {one.holder_key: str(one.holder or wording.FOR_NOBODY) for one in missions}
    return [known.get(key, wording.FOR_NOBODY) for key in keys]


def content_of(digest: Digest, told: HeldMeeting, dues: Iterable[Due]) -> DigestText:
    """Return what a digest says of a meeting, with what is written for it."""
    home = Home(digest.holder_name, digest.principal_id)
    return digest_of(told, home, dues=dues, means=digest.means)


def _point(item: Item, meeting: Meeting, public: Collection[int]) -> TreatedPoint:
    case, clauses = item.case, item.clauses
    open_case = case is not None and case.pk in public
    return TreatedPoint(
        number=item.number,
        heading=item.heading,
        kind=ItemKind(item.kind),
        outcome=Outcome(item.outcome) if item.outcome else None,
        text=item.text,
        lead=clauses.lead if clauses else "",
        clauses=tuple(one.text for one in clauses.clauses.all()) if clauses else (),
        value_inhabitants=case.value_inhabitants if case else "",
        value_operations=case.value_operations if case else "",
        path=f"/{meeting.collaboration.slug}/arenden/{case.number}/" if case and open_case else "",
        is_public=case is None or open_case,
    )


def named(digest: Digest) -> str:
    """Return for whom a digest is, also when that is nobody."""
    return digest.holder_name or wording.FOR_NOBODY
