"""What can be done with a seminar's programme while it is open: add, change, move and remove."""

from dataclasses import asdict, dataclass
from datetime import datetime, time

from django.db import transaction
from django.db.models import Max

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.meetings.actions.seminar_found import locked, note
from samverkan.meetings.models import ProgrammeItem, Seminar
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import Heading, SeminarStage


@dataclass(frozen=True)
class Part:
    """A part of the programme as it is written."""

    heading: Heading
    title: str
    speaker: str = ""
    text: str = ""
    starts_at: time | None = None


@transaction.atomic
def add_part(seminar_id: int, part: Part, *, by: Actor, now: datetime) -> ProgrammeItem:
    """Add a part last in the programme.

    Raises StepRefused when the programme is proposed or adopted, or the part has no title.
    """
    seminar = locked(seminar_id)
    refuse(
        rules.obstacles_to_write_part(
            stage=SeminarStage(seminar.stage), title=part.title, count=seminar.programme.count()
        )
        + _obstacles_to_words(part)
    )
    last = seminar.programme.aggregate(last=Max("position"))["last"] or 0
    added = ProgrammeItem.objects.create(seminar=seminar, position=last + 1, **asdict(part))
    _note(seminar, "seminar.part_added", added, by=by, now=now)
    return added


@transaction.atomic
def change_part(part_id: int, part: Part, *, by: Actor, now: datetime) -> ProgrammeItem:
    """Write a part of the programme anew.

    Raises StepRefused when the programme is not open, or nothing is changed.
    """
    seminar, found = _locked_part(part_id)
    written = asdict(part)
    refuse(
        rules.obstacles_to_write_part(
            stage=SeminarStage(seminar.stage),
            title=part.title,
            count=0,
            changed=any(getattr(found, name) != value for name, value in written.items()),
        )
        + _obstacles_to_words(part)
    )
    for name, value in written.items():
        setattr(found, name, value)
    found.save(update_fields=list(written))
    _note(seminar, "seminar.part_changed", found, by=by, now=now)
    return found


@transaction.atomic
def move_part(part_id: int, *, up: bool, by: Actor, now: datetime) -> ProgrammeItem:
    """Move a part of the programme one step, past the one before or after it.

    Raises StepRefused when the programme is not open, or the part stands first or last.
    """
    seminar, found = _locked_part(part_id)
    others = seminar.programme.exclude(pk=found.pk)
    before = others.filter(position__lt=found.position).order_by("-position")
    after = others.filter(position__gt=found.position).order_by("position")
    other = (before if up else after).first()
    stage = SeminarStage(seminar.stage)
    refuse(rules.obstacles_to_move_part(stage=stage, at_the_end=other is None))
    assert other is not None  # noqa: S101  (the rule has refused what stands at the end)
    found.position, other.position = other.position, found.position
    found.save(update_fields=["position"])
    other.save(update_fields=["position"])
    _note(seminar, "seminar.part_moved", found, by=by, now=now)
    return found


@transaction.atomic
def remove_part(part_id: int, *, by: Actor, now: datetime) -> None:
    """Take a part out of the programme.

    Raises StepRefused when the programme is not open.
    """
    seminar, found = _locked_part(part_id)
    refuse(rules.programme_open(SeminarStage(seminar.stage)))
    found.delete()
    _note(seminar, "seminar.part_removed", found, by=by, now=now)


def _locked_part(part_id: int) -> tuple[Seminar, ProgrammeItem]:
    seminar = locked(ProgrammeItem.objects.values_list("seminar_id", flat=True).get(pk=part_id))
    return seminar, ProgrammeItem.objects.get(pk=part_id)


def _obstacles_to_words(part: Part) -> list[Obstacle]:
    return obstacles_to_text(Rubrik=part.title, Medverkande=part.speaker, Innehåll=part.text)


def _note(seminar: Seminar, verb: str, part: ProgrammeItem, *, by: Actor, now: datetime) -> None:
    note(seminar, verb, by=by, now=now, rule="R046", title=part.title)
