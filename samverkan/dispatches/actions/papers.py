"""A principal's own form: taken in for its papers from a day on, and used no longer."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches.models import PaperTemplate
from samverkan.dispatches.rules.papers import (
    obstacles_to_put_in_use,
    obstacles_to_retire,
    obstacles_to_template,
)
from samverkan.documents.actions import add_document
from samverkan.documents.detection import look_inside
from samverkan.documents.rules import obstacles_to_text, safe_name
from samverkan.documents.word.checking import Form, look_into
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.principals.models import Principal


@transaction.atomic
def add_template(
    principal_id: int,
    *,
    name: str,
    data: bytes,
    first: date,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> PaperTemplate:
    """Take in a principal's own form for what is sent to it from a day on.

    The one in use ends the day before. Raises StepRefused for a field that nobody can fill in, or
    what must not be in a form; remarks pass with a reason, which the journal keeps.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    present = principal.paper_templates.filter(period__upper_inf=True).first()
    refuse(
        [
            *obstacles_to_form(name, data),
            *obstacles_to_put_in_use(first=first, present_first=present.first if present else None),
            *obstacles_to_text(Skäl=reason),
        ],
        reason=reason,
    )
    document = add_document(
        principal.collaboration_id,
        name=name,
        title=f"Mall för {principal.name}",
        data=data,
        by=by,
        now=now,
        visibility=Visibility.MEMBERS,
        record_entry=False,
    )
    if present:
        _end(present, first)
    template = PaperTemplate.objects.create(
        principal=principal,
        document=document,
        fields=sorted(look_into(data).known),
        first=first,
        period=from_day(first),
        added_at=now,
        added_by=by.name,
        reason=reason,
    )
    record(
        principal.collaboration_id,
        "template.added",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        rule="R155",
        source="huvudpunkterna, Tjänstepersoner",
        principal=principal.name,
        first=first,
        sha256=document.content_id,
        reason=reason,
    )
    return template


@transaction.atomic
def retire_template(template_id: int, *, by: Actor, now: datetime) -> PaperTemplate:
    """Use a form no longer from today on; what is sent is then set in the joint neutral one.

    Raises StepRefused when it is not in use.
    """
    found = PaperTemplate.objects.select_related("principal")
    principal = Principal.objects.select_for_update(no_key=True).get(
        pk=found.get(pk=template_id).principal_id
    )
    template = found.get(pk=template_id)
    refuse(obstacles_to_retire(in_use=bool(template.period.upper_inf)))
    today = localdate(now)
    _end(template, max(today, template.first))
    record(
        principal.collaboration_id,
        "template.retired",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        rule="R155",
        source="huvudpunkterna, Tjänstepersoner",
        principal=principal.name,
        on=today,
    )
    return template


def obstacles_to_form(name: str, data: bytes) -> list[Obstacle]:
    """Return what stands in the way of a file as a form: obstacles, or else remarks."""
    inside = look_inside(data)
    return obstacles_to_template(
        look_into(data) if not inside.flaws else Form(),
        name=safe_name(name),
        size=len(data),
        detected=inside.content_type,
        flaws=inside.flaws,
    )


def _end(template: PaperTemplate, until: date) -> None:
    template.period = from_day(template.first, until)
    template.save(update_fields=["period"])
