"""The federations that stand between: who belongs to which on a day, and where they are reached."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.principals.models import Federation, FederationMembership
from samverkan.principals.rules import obstacles_to_registrar


@dataclass(frozen=True)
class Tree:
    """The federations of a day by id, which principal comes through which, and what is above."""

    federations: dict[int, Federation]
    through: dict[int, int]

    @property
    def parents(self) -> dict[int, int | None]:
        """Return the federation above each, where there is one on the day."""
        return {
            pk: one.parent_id if one.parent_id in self.federations else None
            for pk, one in self.federations.items()
        }


def federations_on(collaboration_id: int, on: date) -> QuerySet[Federation]:
    """Return the federations of a day."""
    return Federation.objects.filter(
        collaboration_id=collaboration_id, period__contains=on
    ).order_by("name")


def tree_on(collaboration_id: int, on: date) -> Tree:
    """Return the federations of a day and their members that day; two queries."""
    federations = {one.pk: one for one in federations_on(collaboration_id, on)}
    members = FederationMembership.objects.filter(federation__in=federations, period__contains=on)
    return Tree(federations, dict(members.values_list("principal_id", "federation_id")))


@transaction.atomic
def set_federation_registrar(
    federation_id: int, *, email: str, by: Actor, now: datetime
) -> Federation:
    """Note where a federation takes its post in.

    Raises StepRefused when it is no address, or nothing would change.
    """
    federation = Federation.objects.select_for_update(no_key=True).get(pk=federation_id)
    refuse(
        obstacles_to_registrar(
            email=email, prefix="", present_email=federation.registrar_email, present_prefix=""
        )
    )
    federation.registrar_email = email
    federation.save(update_fields=["registrar_email"])
    record(
        federation.collaboration_id,
        "federation.registrar_set",
        f"federation/{federation.slug}",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        federation=federation.name,
        email=email,
    )
    return federation
