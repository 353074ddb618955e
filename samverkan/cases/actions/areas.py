"""What can be done with development areas and focus areas: say how far they have come."""

from datetime import datetime

from django.db import transaction

from samverkan.cases.actions.found import subject
from samverkan.cases.choices import AreaStatus, CaseKind
from samverkan.cases.models import Case
from samverkan.cases.rules.kinds import obstacles_to_area_status
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def set_area_status(
    collaboration_id: int,
    number: str,
    status: AreaStatus,
    *,
    year: int | None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Case:
    """Say that an area is prioritised for a year, under way or finished (R059, R087).

    Raises StepRefused when the case is no area, the year is missing or nothing changes.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    refuse(
        obstacles_to_area_status(
            kind=CaseKind(case.kind),
            present=(case.area_status, case.priority_year),
            status=status,
            year=year,
            this_year=now.year,
        )
    )
    case.area_status, case.priority_year = status, year
    case.save(update_fields=["area_status", "priority_year"])
    record(
        collaboration_id,
        "case.area_changed",
        subject(case),
        by=by,
        at=now,
        rule="R059",
        source=source or "överenskommelsen § 5.1.2",
        number=case.number,
        status=status.label,
        year=year,
    )
    return case
