"""What can be done with a principal's own facts; the rest of it comes with the structure."""

from datetime import date, datetime

from django.db import transaction

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody, Principal
from samverkan.principals.rules import obstacles_to_registrar, obstacles_to_usual_decider


@transaction.atomic
def set_registrar(
    principal_id: int, *, email: str, prefix: str = "", by: Actor, now: datetime
) -> Principal:
    """Note where a principal takes its post in: the registrar's address, the register's prefix.

    Raises StepRefused when it is no address, or nothing would change.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    refuse(
        obstacles_to_registrar(
            email=email,
            prefix=prefix,
            present_email=principal.registrar_email,
            present_prefix=principal.registry_prefix,
        )
    )
    principal.registrar_email = email
    principal.registry_prefix = prefix
    principal.save(update_fields=["registrar_email", "registry_prefix"])
    record(
        principal.collaboration_id,
        "principal.registrar_set",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        principal=principal.name,
        email=email,
        prefix=prefix,
    )
    return principal


@transaction.atomic
def set_usual_decider(
    principal_id: int,
    *,
    name: str,
    kind: LineBodyKind,
    first: date | None = None,
    by: Actor,
    now: datetime,
) -> LineBody:
    """Note which of a principal's own bodies usually decides on recommendations.

    The one that did so before stays, as one of the principal's bodies.

    Raises StepRefused when it has no name, or is already noted.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    present = principal.line_bodies.filter(is_usual_decider=True).first()
    refuse(
        obstacles_to_usual_decider(
            name=name, kind=kind, present=(present.name, present.kind) if present else None
        )
    )
    principal.line_bodies.update(is_usual_decider=False)
    decider, _ = LineBody.objects.update_or_create(
        principal=principal,
        name=name,
        defaults={"kind": kind, "is_usual_decider": True},
        create_defaults={
            "kind": kind,
            "is_usual_decider": True,
            "period": from_day(first),
        },
    )
    record(
        principal.collaboration_id,
        "principal.decider_set",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        rule="R005",
        source="överenskommelsen § 1, huvudpunkterna",
        principal=principal.name,
        body=name,
        kind=kind.label,
    )
    return decider
