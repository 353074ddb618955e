"""What can be done with coordinator functions: who holds them, and how much."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from samverkan.bodies.models import CoordinatorFunction, FunctionHolder
from samverkan.bodies.rules.functions import (
    Held,
    obstacles_to_change_share,
    obstacles_to_end_holding,
    obstacles_to_hold,
    percent,
)
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day, not_over
from samverkan.journal.obstacles import refuse
from samverkan.journal.periods import last_of
from samverkan.journal.record import record
from samverkan.people.actions import end_role, give_role
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, Role
from samverkan.principals.models import Principal

SECTION = "överenskommelsen § 8"


@transaction.atomic
def hold_function(
    function_id: int,
    *,
    person_id: int,
    share: Decimal,
    employer_id: int | None = None,
    first: date,
    until: date | None = None,
    with_role: bool = False,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> FunctionHolder:
    """Give someone a share of a coordinator function, with the coordinator's role if wanted.

    The host employs, unless another is named. Remarks pass with a reason.

    Raises StepRefused when the share or the period does not fit.
    """
    function = _locked(function_id)
    here = {"collaboration_id": function.collaboration_id}
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id, **here)
    employer = Principal.objects.get(pk=employer_id or function.host_id, **here)
    others = FunctionHolder.objects.exclude(function=function).filter(person=person)
    refuse(
        obstacles_to_hold(
            wanted=Held(share, first, until),
            size=function.full_time_equivalents,
            function=(function.period.lower, function.period.upper),
            taken=_held(function.holders.all()),
            own=_held(function.holders.filter(person=person)),
            elsewhere=_held(others),
            host=function.host.name,
            employer=employer.name,
            elected=person.elected,
        )
        + obstacles_to_text(Skäl=reason),
        reason=reason,
    )
    holder = FunctionHolder.objects.create(
        function=function,
        person=person,
        share=share,
        employer=employer,
        role=_role_with(person, first, until, by=by, now=now) if with_role else None,
        period=from_day(first, until),
    )
    record(
        function.collaboration_id,
        "function.held",
        f"function/{function.slug}",
        by=by,
        at=now,
        rule="R160",
        source=source or SECTION,
        function=function.name,
        person=person.name,
        percent=percent(share),
        employer=employer.name,
        first=first,
        last=last_of(until),
        reason=reason,
    )
    return holder


@transaction.atomic
def change_share(
    holder_id: int, *, share: Decimal, first: date, reason: str = "", by: Actor, now: datetime
) -> FunctionHolder:
    """Let a holder's share be another from a day: the holding ends and a new one begins.

    From its own first day the holding is put right instead; the journal keeps what it was.

    Raises StepRefused when the share does not fit, or the day is outside the holding.
    """
    found = FunctionHolder.objects.values_list("function_id", flat=True).get(pk=holder_id)
    function, holder = _locked(found), _locked_holder(holder_id)
    present = _as_held(holder)
    refuse(
        obstacles_to_change_share(
            wanted=Held(share, first, present.until),
            present=present,
            size=function.full_time_equivalents,
            taken=_held(function.holders.exclude(pk=holder.pk)),
            elsewhere=_held(
                FunctionHolder.objects.exclude(function=function).filter(person=holder.person)
            ),
        )
        + obstacles_to_text(Skäl=reason),
        reason=reason,
    )
    changed = _with_share(holder, share, first)
    record(
        function.collaboration_id,
        "function.share_changed",
        f"function/{function.slug}",
        by=by,
        at=now,
        rule="R160",
        source=SECTION,
        function=function.name,
        person=holder.person.name,
        percent=percent(share),
        before=percent(present.share),
        first=first,
        reason=reason,
    )
    return changed


@transaction.atomic
def end_holding(
    holder_id: int, *, until: date, reason: str = "", by: Actor, now: datetime
) -> FunctionHolder:
    """End a holding; `until` is the first day without it. The role that came with it ends too.

    Raises StepRefused when it ends before it begins, or already has ended.
    """
    found = FunctionHolder.objects.values_list("function_id", "person_id")
    function_id, person_id = found.get(pk=holder_id)
    _locked(function_id)
    # The person too: the role that ends here may be what another function is given with.
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    holder = _locked_holder(holder_id)
    role = _role_that_ends(holder, until)
    refuse(
        obstacles_to_end_holding(
            present=_as_held(holder),
            until=until,
            leaves_none=role is not None and not _coordinators_but(role, max(until, now.date())),
        )
        + obstacles_to_text(Skäl=reason),
        reason=reason,
    )
    holder.period = from_day(holder.period.lower, until)
    holder.save(update_fields=["period"])
    if role is not None:
        end_role(role.pk, on=until, by=by, now=now)
    record(
        holder.function.collaboration_id,
        "function.holding_ended",
        f"function/{holder.function.slug}",
        by=by,
        at=now,
        rule="R160",
        source=SECTION,
        function=holder.function.name,
        person=holder.person.name,
        last=last_of(until),
        reason=reason,
    )
    return holder


def _locked(function_id: int) -> CoordinatorFunction:
    found = CoordinatorFunction.objects.select_for_update(no_key=True, of=("self",))
    return found.select_related("host").get(pk=function_id)


def _locked_holder(holder_id: int) -> FunctionHolder:
    found = FunctionHolder.objects.select_for_update(no_key=True, of=("self",))
    return found.select_related("function", "person", "employer", "role").get(pk=holder_id)


def _as_held(holder: FunctionHolder) -> Held:
    return Held(holder.share, holder.period.lower, holder.period.upper)


def _held(holders: Iterable[FunctionHolder]) -> list[Held]:
    return [_as_held(holder) for holder in holders]


def _with_share(holder: FunctionHolder, share: Decimal, first: date) -> FunctionHolder:
    """Put the share right from the first day, or end the holding and begin one like it."""
    lower, until = holder.period.lower, holder.period.upper
    if first == lower:
        holder.share = share
        holder.save(update_fields=["share"])
        return holder
    holder.period = from_day(lower, first)
    holder.save(update_fields=["period"])
    return FunctionHolder.objects.create(
        function=holder.function,
        person=holder.person,
        share=share,
        employer=holder.employer,
        role=holder.role,
        period=from_day(first, until),
    )


def _role_with(
    person: Person, first: date, until: date | None, *, by: Actor, now: datetime
) -> Role | None:
    """Return the role that a holding carries; one that was given by hand is left by itself."""
    roles = Role.objects.filter(
        person=person, kind=RoleKind.COORDINATOR, collaboration_id=person.collaboration_id
    )
    present = roles.filter(period__contains=from_day(first, until)).first()
    if present is None:
        return give_role(person.pk, RoleKind.COORDINATOR, first=first, until=until, by=by, now=now)
    return present if present.holdings.exists() else None


def _role_that_ends(holder: FunctionHolder, until: date) -> Role | None:
    """Return the role that nothing carries from a day on, when this holding has ended."""
    role = holder.role
    if role is None or (role.period.upper is not None and role.period.upper <= until):
        return None
    carried = role.holdings.exclude(pk=holder.pk).filter(not_over(until)).exists()
    return None if carried else role


def _coordinators_but(role: Role, on: date) -> bool:
    """Return whether others than by this role coordinate the collaboration on a day."""
    return (
        Role.objects.filter(
            kind=RoleKind.COORDINATOR,
            collaboration_id=role.collaboration_id,
            period__contains=on,
        )
        .exclude(pk=role.pk)
        .exists()
    )
