"""The link to all that waits for one principal: issued with letters, renewed, revoked."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import F

from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, PrincipalLink
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.people.links import fresh
from samverkan.principals.models import Principal

DOOR = "registratur"


def issue_to_principals(dispatches: Iterable[Dispatch], *, now: datetime) -> dict[int, str]:
    """Make one new link a principal and return its key by the dispatch's id; part of an act.

    Links that went to an address which is no longer the registrar's end with it; other links to
    the same address hold until their day.
    """
    dispatches = list(dispatches)
    whose = [dispatch.principal_id for dispatch in dispatches]
    in_force = PrincipalLink.objects.filter(revoked_at=None, expires_at__gt=now)
    elsewhere = in_force.exclude(to=F("principal__registrar_email"))
    elsewhere.filter(principal__in=whose).update(revoked_at=now)
    made = PrincipalLink.objects.bulk_create(
        PrincipalLink(principal_id=dispatch.principal_id, to=dispatch.to, **fresh(now))
        for dispatch in dispatches
    )
    return {one.pk: link.key for one, link in zip(dispatches, made, strict=True)}


@transaction.atomic
def renew_principal_link(
    principal_id: int, *, to: str | None = None, by: Actor, now: datetime
) -> PrincipalLink:
    """Revoke a principal's links to all that waits and e-mail a new one.

    Raises StepRefused when there is no address.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    address = to or principal.registrar_email
    if not address:
        refuse([Obstacle("unreachable", {"principals": [principal.name]})])
    PrincipalLink.objects.filter(principal=principal, revoked_at=None).update(revoked_at=now)
    link = PrincipalLink.objects.create(principal=principal, to=address, **fresh(now))
    entry = record(
        principal.collaboration_id,
        "registrar.link_renewed",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        principal=principal.name,
    )
    facts = {"principal": principal.name, "link_key": link.key, "link_door": DOOR}
    notify(entry, "registrar_link_renewed", [(address, facts)], at=now)
    return link


@transaction.atomic
def revoke_principal_link(principal_id: int, *, by: Actor, now: datetime) -> None:
    """Revoke every link to all that waits for a principal.

    Raises StepRefused when none is in force.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    links = PrincipalLink.objects.filter(principal=principal, revoked_at=None)
    if not links.update(revoked_at=now):
        refuse([Obstacle("no_link")])
    record(
        principal.collaboration_id,
        "registrar.link_revoked",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        principal=principal.name,
    )


@transaction.atomic
def open_dispatch(dispatch_id: int, *, by: Actor, now: datetime) -> str:
    """Make a link to one dispatch for who holds the link to all of them; return its key.

    For when the link in the letter has run out: what waits can still be answered.
    """
    dispatch = Dispatch.objects.select_related("principal", "recommendation").get(pk=dispatch_id)
    key = issue([dispatch], now=now, replacing=False)[dispatch.pk]
    record(
        dispatch.recommendation.collaboration_id,
        "link.issued",
        subject(dispatch.recommendation),
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        number=dispatch.recommendation.number,
        principal=dispatch.principal.name,
    )
    return key


def principal_link_of(token: str) -> PrincipalLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    found = PrincipalLink.objects.select_related("principal__collaboration")
    return found.filter(key=key).first()
