"""Personal links: one dispatch, one registrar, no account; each can be renewed and revoked."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches.letters import letter_facts, subject
from samverkan.dispatches.models import Dispatch, RegistrarLink
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.people.links import fresh


def issue(
    dispatches: Iterable[Dispatch], *, now: datetime, replacing: bool = True
) -> dict[int, str]:
    """Make one new link a dispatch and return its key by the dispatch's id; part of an act."""
    dispatches = list(dispatches)
    if replacing:
        RegistrarLink.objects.filter(dispatch__in=dispatches, revoked_at=None).update(
            revoked_at=now
        )
    links = RegistrarLink.objects.bulk_create(
        RegistrarLink(dispatch=dispatch, **fresh(now)) for dispatch in dispatches
    )
    return {link.dispatch_id: link.key for link in links}


@transaction.atomic
def renew_link(
    dispatch_id: int, *, to: str | None = None, by: Actor, now: datetime
) -> RegistrarLink:
    """Revoke a dispatch's links and e-mail a new one, to the same address or another.

    Raises StepRefused when there is no address.
    """
    dispatch = _locked(dispatch_id)
    dispatch.to = to or dispatch.to or dispatch.principal.registrar_email
    if not dispatch.to:
        refuse([Obstacle("unreachable", {"principals": [dispatch.principal.name]})])
    dispatch.save(update_fields=["to"])
    key = issue([dispatch], now=now)[dispatch.pk]
    recommendation = dispatch.recommendation
    entry = record(
        recommendation.collaboration_id,
        "link.renewed",
        subject(recommendation),
        by=by,
        at=now,
        number=recommendation.number,
        principal=dispatch.principal.name,
    )
    notify(
        entry,
        "link_renewed",
        [(dispatch.to, letter_facts(dispatch, recommendation, key, today=localdate(now)))],
        at=now,
    )
    return RegistrarLink.objects.get(key=key)


@transaction.atomic
def revoke_link(dispatch_id: int, *, by: Actor, now: datetime) -> None:
    """Revoke every link of a dispatch.

    Raises StepRefused when none is in force.
    """
    dispatch = _locked(dispatch_id)
    if not dispatch.links.filter(revoked_at=None).update(revoked_at=now):
        refuse([Obstacle("no_link")])
    recommendation = dispatch.recommendation
    record(
        recommendation.collaboration_id,
        "link.revoked",
        subject(recommendation),
        by=by,
        at=now,
        number=recommendation.number,
        principal=dispatch.principal.name,
    )


def link_of(token: str) -> RegistrarLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    return (
        RegistrarLink.objects.filter(key=key)
        .select_related(
            "dispatch__principal",
            "dispatch__extract",
            "dispatch__recommendation__body",
            "dispatch__recommendation__case",
            "dispatch__recommendation__collaboration",
        )
        .first()
    )


def _locked(dispatch_id: int) -> Dispatch:
    return (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation__body")
        .get(pk=dispatch_id)
    )
