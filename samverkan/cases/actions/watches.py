"""Watching a case: a day for a role, and that it was looked after."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.cases import rules
from samverkan.cases.actions.found import subject
from samverkan.cases.choices import CaseStage, Mover
from samverkan.cases.models import Case, Watch
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def watch_case(
    collaboration_id: int,
    number: str,
    *,
    role: Mover,
    on: date,
    what: str,
    by: Actor,
    now: datetime,
) -> Watch:
    """Set a day on which a role looks at a case again.

    Raises StepRefused when the case is closed, the day has passed or nothing is said.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    obstacles = rules.obstacles_to_watch(
        stage=CaseStage(case.stage), what=what, on=on, today=localdate(now)
    )
    refuse([*obstacles, *obstacles_to_text(Vad=what)])
    watch = Watch.objects.create(case=case, role=role, on=on, what=what)
    record(
        collaboration_id,
        "case.watched",
        subject(case),
        by=by,
        at=now,
        rule="R110",
        source="huvudpunkterna, Tjänstepersoner",
        number=number,
        role=role.label,
        on=on,
        what=what,
    )
    return watch


@transaction.atomic
def finish_watch(watch_id: int, *, note: str = "", by: Actor, now: datetime) -> Watch:
    """Note that a watch has been looked after.

    Raises StepRefused when somebody has already noted it.
    """
    watch = Watch.objects.select_for_update(no_key=True).get(pk=watch_id)
    obstacles = rules.obstacles_to_finish_watch(finished=watch.finished_on is not None)
    refuse([*obstacles, *obstacles_to_text(Anteckning=note)])
    watch.finished_on, watch.note = localdate(now), note
    watch.save(update_fields=["finished_on", "note"])
    record(
        watch.case.collaboration_id,
        "case.watch_finished",
        subject(watch.case),
        by=by,
        at=now,
        rule="R110",
        source="huvudpunkterna, Tjänstepersoner",
        number=watch.case.number,
        what=watch.what,
        note=note,
    )
    return watch
