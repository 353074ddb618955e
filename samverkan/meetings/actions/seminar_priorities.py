"""What a seminar prioritised: the area, the case that works with it, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from samverkan.cases.models import Case
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.meetings.actions.seminar_found import SOURCE, locked, note
from samverkan.meetings.models import Priority, Seminar
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import Fate, SeminarStage

WORK = "överenskommelsen § 6.1.2"


@dataclass(frozen=True)
class Area:
    """A prioritised area as it is written; what it is worth for both (X05)."""

    area: str
    text: str = ""
    value_inhabitants: str = ""
    value_operations: str = ""
    target_groups: Sequence[str] = ()
    case_number: str = ""


@transaction.atomic
def prioritise(
    seminar_id: int,
    area: Area,
    *,
    continues_id: int | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Priority:
    """Note an area that a held seminar prioritised; one that goes on from before says which.

    Raises StepRefused before the seminar is held, or when the area is prioritised already.
    """
    seminar = locked(seminar_id)
    continues = _earlier(seminar, continues_id)
    refuse(
        _obstacles(seminar, area, continues=continues) + _obstacles_to_words(area),
    )
    last = seminar.priorities.aggregate(last=Max("position"))["last"] or 0
    priority = Priority.objects.create(
        seminar=seminar, position=last + 1, continues=continues, **_written(seminar, area)
    )
    note(
        seminar,
        "seminar.prioritised",
        by=by,
        now=now,
        rule="R048",
        source=source or SOURCE,
        public=True,
        area=priority.area,
    )
    if continues is not None:
        _carry_on(continues, seminar, by=by, now=now)
    return priority


@transaction.atomic
def change_priority(priority_id: int, area: Area, *, by: Actor, now: datetime) -> Priority:
    """Write a prioritised area anew, or say which case works with it.

    Raises StepRefused when nothing is changed, or another area has the name.
    """
    seminar, priority = _locked_priority(priority_id)
    written = _written(seminar, area)
    changed = any(getattr(priority, name) != value for name, value in written.items())
    refuse(_obstacles(seminar, area, besides=priority, changed=changed) + _obstacles_to_words(area))
    for name, value in written.items():
        setattr(priority, name, value)
    priority.save(update_fields=list(written))
    note(
        seminar,
        "seminar.priority_changed",
        by=by,
        now=now,
        rule="R088",
        source=WORK,
        public=True,
        area=priority.area,
    )
    return priority


@transaction.atomic
def note_fate(
    priority_id: int, fate: Fate, *, told: str = "", by: Actor, now: datetime
) -> Priority:
    """Note how it goes with a prioritised area, or what became of it.

    Raises StepRefused when it ends without a word, or nothing is changed.
    """
    seminar, priority = _locked_priority(priority_id)
    told = told.strip()
    refuse(
        rules.obstacles_to_note_fate(
            fate=fate,
            note=told,
            changed=(priority.fate, priority.fate_note) != (fate, told) or not priority.fate_on,
        )
        + obstacles_to_text(**{"Om läget": told})
    )
    _keep_fate(seminar, priority, fate, told, by=by, now=now)
    return priority


def _carry_on(priority: Priority, into: Seminar, *, by: Actor, now: datetime) -> None:
    told = f"Prioriterades igen vid seminariet {into.year}."
    _keep_fate(priority.seminar, priority, Fate.CARRIED_ON, told, by=by, now=now)


def _keep_fate(
    seminar: Seminar, priority: Priority, fate: Fate, told: str, *, by: Actor, now: datetime
) -> None:
    priority.fate, priority.fate_note, priority.fate_on = fate, told, now.date()
    priority.save(update_fields=["fate", "fate_note", "fate_on"])
    note(
        seminar,
        "seminar.fate_noted",
        by=by,
        now=now,
        rule="R049",
        public=True,
        area=priority.area,
        fate=fate.label,
        note=told,
    )


def _obstacles(
    seminar: Seminar,
    area: Area,
    *,
    besides: Priority | None = None,
    continues: Priority | None = None,
    changed: bool = True,
) -> list[Obstacle]:
    others = seminar.priorities.exclude(pk=besides.pk) if besides else seminar.priorities.all()
    return rules.obstacles_to_prioritise(
        stage=SeminarStage(seminar.stage),
        area=area.area,
        taken=list(others.values_list("area", flat=True)),
        continues_year=continues.seminar.year if continues else None,
        year=seminar.year,
        continued=hasattr(continues, "continued_by"),
        changed=changed,
    )


def _earlier(seminar: Seminar, priority_id: int | None) -> Priority | None:
    if priority_id is None:
        return None
    found = Priority.objects.select_related("seminar", "continued_by")
    return found.get(pk=priority_id, seminar__collaboration_id=seminar.collaboration_id)


def _locked_priority(priority_id: int) -> tuple[Seminar, Priority]:
    seminar = locked(Priority.objects.values_list("seminar_id", flat=True).get(pk=priority_id))
    return seminar, Priority.objects.get(pk=priority_id)


def _written(seminar: Seminar, area: Area) -> dict[str, object]:
    case = None
    if area.case_number:
        cases = Case.objects.filter(collaboration_id=seminar.collaboration_id)
        case = cases.get(number=area.case_number)
    return {
        "area": area.area.strip(),
        "text": area.text.strip(),
        "value_inhabitants": area.value_inhabitants.strip(),
        "value_operations": area.value_operations.strip(),
        "target_groups": list(area.target_groups),
        "case": case,
    }


def _obstacles_to_words(area: Area) -> list[Obstacle]:
    return obstacles_to_text(
        Område=area.area,
        **{
            "Vad som ska utvecklas": area.text,
            "Värde för invånaren": area.value_inhabitants,
            "Värde för verksamheterna": area.value_operations,
        },
    )
