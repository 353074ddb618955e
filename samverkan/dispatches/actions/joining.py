"""A principal that is addressed after dispatch: it joins later, or stands in for another."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.dispatching import bulk_dispatch
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.actions.sending import make_ready, write_letters
from samverkan.dispatches.choices import SETTLED, DispatchState, FederationState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, Recommendation, RegistrarLink
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.periods import contains
from samverkan.journal.record import record
from samverkan.principals.models import Principal, PrincipalSuccession
from samverkan.principals.successions import heirs_of

SOURCE = "huvudpunkterna, Tjänstepersoner"


@transaction.atomic
def add_addressee(
    collaboration_id: int, number: str, principal_id: int, *, reason: str, by: Actor, now: datetime
) -> Dispatch:
    """Send a recommendation that is out to one more principal, dated the day it is done.

    Raises StepRefused without a reason, when the principal has it already, is none that day, or
    cannot be reached.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    principal = Principal.objects.get(pk=principal_id, collaboration_id=collaboration_id)
    refuse(
        [
            *rules.obstacles_to_send_further(recommendation.withdrawn_on),
            *rules.obstacles_to_late_addressee(
                dispatched=recommendation.dispatched_at is not None,
                addressed=recommendation.dispatches.filter(principal=principal).exists(),
                there=contains(principal.period, localdate(now)),
                reachable=bool(principal.registrar_email),
                name=principal.name,
                reason=reason,
            ),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    marks = {principal.pk: {"added_reason": reason}}
    (dispatch,) = bulk_dispatch(recommendation, [principal], now, marks=marks)
    ready = make_ready(recommendation, [dispatch], now)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        collaboration_id,
        "dispatch.added_later",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=number,
        principal=principal.name,
        slug=principal.slug,
        sha256=dispatch.sha256,
        reason=reason,
    )
    write_letters(entry, recommendation, ready, now=now)
    return dispatch


@transaction.atomic
def take_over(predecessor_id: int, *, by: Actor, now: datetime) -> list[Dispatch]:
    """Let a successor take over what waits at a principal that has ended; return its dispatches.

    The old rows are kept and marked; answers that were given stand. Raises StepRefused when there
    is no successor yet, nothing waits, or the successor cannot be reached.
    """
    predecessor = Principal.objects.get(pk=predecessor_id)
    succession = heirs_of([predecessor_id]).get(predecessor_id)
    numbers = _open_at(predecessor).values_list("recommendation__number", flat=True)
    here = predecessor.collaboration_id
    recommendations = [locked_recommendation(here, number) for number in sorted(set(numbers))]
    moving = list(
        _open_at(predecessor)
        .select_for_update(of=("self",), no_key=True)
        .select_related("recommendation__body", "through")
        .order_by("recommendation__number")
    )
    refuse(obstacles_before_take_over(predecessor, succession, len(moving), today=localdate(now)))
    assert succession is not None  # noqa: S101 - refused above
    by_number = {one.number: one for one in recommendations}
    return [
        _move(by_number[old.recommendation.number], old, succession.heir, by=by, now=now)
        for old in moving
    ]


def obstacles_before_take_over(
    predecessor: Principal, succession: PrincipalSuccession | None, moving: int, *, today: date
) -> list[Obstacle]:
    """Return what stands in the way of taking over as things are now."""
    heir = succession.heir if succession else None
    return rules.obstacles_to_take_over(
        name=predecessor.name,
        heir=heir.name if heir else "",
        first=succession.first if succession else None,
        heir_there=heir is not None and contains(heir.period, today),
        heir_reachable=heir is not None and bool(heir.registrar_email),
        moving=moving,
        today=today,
    )


def open_at(predecessor: Principal) -> list[Dispatch]:
    """Return what waits at a principal, for the page that lets another take it over."""
    return list(_open_at(predecessor).select_related("recommendation").order_by("recommendation"))


def _open_at(predecessor: Principal) -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(principal=predecessor).exclude(state__in=SETTLED)


def _move(
    recommendation: Recommendation, old: Dispatch, heir: Principal, *, by: Actor, now: datetime
) -> Dispatch:
    own = recommendation.dispatches.filter(principal=heir).select_related("principal").first()
    made = None
    if own is None:
        (made,) = bulk_dispatch(recommendation, [heir], now, marks={heir.pk: _as_before(old)})
    new = own or made
    old.state, old.taken_over_by = DispatchState.TAKEN_OVER, new
    old.save(update_fields=["state", "taken_over_by"])
    RegistrarLink.objects.filter(dispatch=old, revoked_at=None).update(revoked_at=now)
    sent = made is not None and made.state == DispatchState.DISPATCHED
    ready = make_ready(recommendation, [made] if made is not None and sent else [], now)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        recommendation.collaboration_id,
        "dispatch.taken_over",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=recommendation.number,
        principal=old.principal.name,
        slug=old.principal.slug,
        heir=heir.name,
        heir_slug=heir.slug,
        sha256=made.sha256 if made else "",
        held=made is not None and not sent,
    )
    write_letters(entry, recommendation, ready, now=now)
    assert new is not None  # noqa: S101 - for the type checker
    return new


def _as_before(old: Dispatch) -> dict[str, object]:
    """What waits at a federation goes on waiting there, if the federation has not said its word."""
    if old.state != DispatchState.HELD:
        return {}
    said = old.recommendation.federation_dispatches.filter(
        federation=old.through_id,
        state__in=[FederationState.RECOMMENDED, FederationState.PASSED],
    )
    if said.exists():
        return {}
    return {"state": DispatchState.HELD, "through_id": old.through_id, "to": ""}
