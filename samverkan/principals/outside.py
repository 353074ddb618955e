"""What can be done with actors outside the collaboration: enter one, change it, end it."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import slugify

from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import refuse
from samverkan.journal.periods import last_of
from samverkan.journal.record import record
from samverkan.principals.choices import OutsideKind, PrincipalKind
from samverkan.principals.models import OutsideActor, Principal
from samverkan.principals.queries import principals_on
from samverkan.principals.rules import (
    obstacles_to_change_outside,
    obstacles_to_end_outside,
    obstacles_to_outside_actor,
)

RULES = {
    OutsideKind.SCHOOL_CHANNEL: ("R024", "överenskommelsen § 2"),
    OutsideKind.PRIVATE_SCHOOL: ("R023", "överenskommelsen § 2"),
    OutsideKind.COORDINATION_ASSOCIATION: ("R090", "överenskommelsen § 6.1.2"),
    OutsideKind.STATE_INITIATIVE: ("R118", "överenskommelsen § 6.2"),
}
ADDRESS_LENGTH = 70


@transaction.atomic
def add_outside_actor(
    collaboration_id: int,
    *,
    name: str,
    kind: OutsideKind,
    principal_id: int | None = None,
    topics: str = "",
    contact: str = "",
    first: date | None = None,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> OutsideActor:
    """Enter an actor that the collaboration meets but that is no party; the day may be unknown.

    Raises StepRefused for one who is a party, a second school channel of a municipality, or a
    contact that is a person's own.
    """
    principal = _locked_principal(collaboration_id, principal_id)
    # Two who enter at once must not get the same address.
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    period = from_day(first)
    same = OutsideActor.objects.filter(
        collaboration_id=collaboration_id, principal=principal, kind=kind, period__overlap=period
    )
    refuse(
        obstacles_to_outside_actor(
            kind=kind,
            texts={"Namn": name, "Frågor": topics, "Kontakt": contact},
            municipality=_is_municipality(principal),
            parties=_names_of_parties(collaboration_id, now.date()),
            namesakes=_names(same),
            has_channel=same.exists(),
        ),
        reason=reason,
    )
    actor = OutsideActor.objects.create(
        collaboration_id=collaboration_id,
        slug=_free_address(collaboration_id, name),
        name=name,
        kind=kind,
        principal=principal,
        topics=topics,
        contact=contact,
        period=period,
        source=source,
    )
    rule, paragraph = RULES.get(kind, ("", ""))
    record(
        collaboration_id,
        "outside.added",
        _subject(actor),
        by=by,
        at=now,
        rule=rule,
        source=source or paragraph,
        actor=name,
        kind=kind.label,
        principal=principal.name if principal else None,
        topics=topics,
        contact=contact,
        first=first,
        reason=reason,
    )
    return actor


@transaction.atomic
def change_outside_actor(
    actor_id: int,
    *,
    name: str,
    topics: str = "",
    contact: str = "",
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> OutsideActor:
    """Note another name, other topics or another contact; kind and municipality stay.

    Raises StepRefused when nothing would change, or the contact is a person's own.
    """
    actor = OutsideActor.objects.select_for_update(no_key=True).get(pk=actor_id)
    same = OutsideActor.objects.exclude(pk=actor.pk).filter(
        collaboration_id=actor.collaboration_id,
        principal=actor.principal_id,
        kind=actor.kind,
        period__overlap=actor.period,
    )
    present = {"Namn": actor.name, "Frågor": actor.topics, "Kontakt": actor.contact}
    refuse(
        obstacles_to_change_outside(
            texts={"Namn": name, "Frågor": topics, "Kontakt": contact},
            present=present,
            namesakes=_names(same),
        ),
        reason=reason,
    )
    actor.name, actor.topics, actor.contact = name, topics, contact
    actor.source = source or actor.source
    actor.save(update_fields=["name", "topics", "contact", "source"])
    record(
        actor.collaboration_id,
        "outside.changed",
        _subject(actor),
        by=by,
        at=now,
        source=source,
        actor=name,
        topics=topics,
        contact=contact,
        before=present,
        reason=reason,
    )
    return actor


@transaction.atomic
def end_outside_actor(
    actor_id: int, *, until: date, by: Actor, now: datetime, source: str = ""
) -> OutsideActor:
    """End an actor; `until` is the first day without it. What was noted of it stays.

    Raises StepRefused when it ends before it begins, or already has ended.
    """
    actor = OutsideActor.objects.select_for_update(no_key=True).get(pk=actor_id)
    first = actor.period.lower
    refuse(obstacles_to_end_outside(first=first, ended=actor.period.upper, until=until))
    actor.period = from_day(first, until)
    actor.save(update_fields=["period"])
    record(
        actor.collaboration_id,
        "outside.ended",
        _subject(actor),
        by=by,
        at=now,
        source=source,
        actor=actor.name,
        last=last_of(until),
    )
    return actor


def _subject(actor: OutsideActor) -> str:
    return f"outside/{actor.slug}"


def _locked_principal(collaboration_id: int, principal_id: int | None) -> Principal | None:
    if principal_id is None:
        return None
    found = Principal.objects.select_for_update(no_key=True)
    return found.get(pk=principal_id, collaboration_id=collaboration_id)


def _is_municipality(principal: Principal | None) -> bool | None:
    return None if principal is None else principal.kind == PrincipalKind.MUNICIPALITY


def _names_of_parties(collaboration_id: int, on: date) -> list[str]:
    found = principals_on(collaboration_id, on).values_list("name", "short_name")
    return [name for names in found for name in names]


def _names(actors: QuerySet[OutsideActor]) -> list[str]:
    return list(actors.values_list("name", flat=True))


def _free_address(collaboration_id: int, name: str) -> str:
    """Return an address from the name; the second with the same gets a 2, and so on."""
    wanted = slugify(name.replace("_", " "))[:ADDRESS_LENGTH].strip("-") or "aktor"
    like = Q(slug=wanted) | Q(slug__startswith=f"{wanted}-")
    taken = set(
        OutsideActor.objects.filter(like, collaboration_id=collaboration_id).values_list(
            "slug", flat=True
        )
    )
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in numbered if one not in taken)
