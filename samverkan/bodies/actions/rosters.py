"""What can be done with a roster: send it in, check it again, read it in as a whole, throw it."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from samverkan.bodies.choices import RosterStage
from samverkan.bodies.models import Body, Roster
from samverkan.bodies.rosters.carrying_out import carry_out
from samverkan.bodies.rosters.checks import check
from samverkan.bodies.rosters.columns import Column
from samverkan.bodies.rosters.faults import found_again, kept, obstacle_kept
from samverkan.bodies.rosters.intended import Intended
from samverkan.bodies.rosters.queries import world_of
from samverkan.bodies.rosters.reading import read
from samverkan.bodies.rosters.world import World
from samverkan.documents.rules import safe_name
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.people.actions import lock_accounts

CHECK = "samverkan.check_roster"
AT_ONCE = 300  # rows; more are checked in the background
_KEPT = ["stage", "columns", "cells", "notices", "unread", "faults", "plan", "checked_count"]


@transaction.atomic
def send_roster(
    collaboration_id: int, *, name: str, data: bytes, by: Actor, now: datetime
) -> Roster:
    """Take in a roster and check it: a short one at once, a longer one in the background.

    Raises StepRefused when the file cannot be read as a roster.
    """
    name = safe_name(name)[-150:]
    reading = read(data, name=name)
    roster = Roster.objects.create(
        collaboration_id=collaboration_id,
        key=uuid4(),
        name=name,
        columns=[[str(column), letters] for column, letters in reading.columns],
        cells=[[number, *cells] for number, cells in reading.rows],
        notices=[obstacle_kept(notice) for notice in reading.notices],
        row_count=len(reading.rows),
        unread=kept(reading.faults),
        sent_at=now,
        sent_by=by.name,
    )
    _check_soon(roster, now.date())
    _tell("roster.sent", roster, by=by, now=now)
    return roster


@transaction.atomic
def check_again(roster_key: UUID, *, by: Actor, now: datetime) -> Roster:
    """Check a roster anew, when something that it rests on has been put right.

    Raises StepRefused when it is already read in or thrown.
    """
    roster = _locked(roster_key)
    refuse(_obstacles_to_change(roster))
    roster.stage = RosterStage.CHECKING
    roster.checked_count = 0
    roster.save(update_fields=["stage", "checked_count"])
    _check_soon(roster, now.date())
    roster.refresh_from_db()
    return roster


@transaction.atomic
def import_roster(roster_key: UUID, *, by: Actor, now: datetime, invented: bool = False) -> Roster:
    """Read a roster in: all that was shown, or nothing.

    It is checked again while nobody else can change its bodies. Raises StepRefused when it does
    not hold any more, or would now do something else than what was shown; `check_again` then
    tells what.
    """
    roster = _locked(roster_key)
    refuse(_obstacles_to_import(roster))
    touched = {row["body_id"] for part in _parts(roster.plan) for row in part}
    bodies = Body.objects.select_for_update(no_key=True).filter(pk__in=touched)
    list(bodies.order_by("pk").values_list("pk"))
    lock_accounts()  # two rosters may enter the same person
    world = world_of(roster.collaboration_id, now.date())
    intended = _checked(roster, world)
    if intended.faults or intended.plan() != roster.plan:
        refuse([Obstacle("roster_world_changed")])
    carry_out(intended, world, roster.collaboration_id, by=by, now=now, invented=invented)
    roster.stage = RosterStage.READ_IN
    roster.plan = intended.counts()
    _empty(roster)
    return roster


@transaction.atomic
def throw_roster(roster_key: UUID, *, by: Actor, now: datetime) -> Roster:
    """Throw a roster: its rows, with names and addresses, are deleted.

    Raises StepRefused when it is already read in or thrown.
    """
    roster = _locked(roster_key)
    refuse(_obstacles_to_change(roster))
    roster.stage = RosterStage.THROWN
    roster.plan = {}
    _empty(roster)
    _tell("roster.thrown", roster, by=by, now=now)
    return roster


def check_roster(roster_key: UUID, *, today: date | None = None) -> None:
    """Check a roster that waits for it; may run twice, and be cut short and run again."""
    waiting = Roster.objects.filter(key=roster_key, stage=RosterStage.CHECKING)
    roster = waiting.first()
    if roster is None:
        return
    world = world_of(roster.collaboration_id, today or localdate())
    intended = _checked(roster, world, lambda count: waiting.update(checked_count=count))
    with transaction.atomic():
        if waiting.select_for_update(no_key=True).exists():
            waiting.update(
                stage=RosterStage.FAULTY if intended.faults else RosterStage.READY,
                faults=kept(intended.faults),
                plan=intended.plan(),
                checked_count=roster.row_count,
            )


def _check_soon(roster: Roster, today: date) -> None:
    if roster.row_count <= AT_ONCE:
        check_roster(roster.key, today=today)
    else:
        key = str(roster.key)
        app.configure_task(CHECK, lock=f"{CHECK} {key}").defer(key=key)


def _checked(roster: Roster, world: World, progress: Callable[[int], object] = bool) -> Intended:
    return check(
        [(Column(column), letters) for column, letters in roster.columns],
        [(number, cells) for number, *cells in roster.cells],
        unread=found_again(roster.unread),
        world=world,
        progress=progress,
    )


def _locked(roster_key: UUID) -> Roster:
    return Roster.objects.select_for_update(no_key=True).get(key=roster_key)


def _obstacles_to_change(roster: Roster) -> list[Obstacle]:
    if roster.stage in (RosterStage.READ_IN, RosterStage.THROWN):
        return [Obstacle("roster_is_done", {"stage": RosterStage(roster.stage).label})]
    return []


def _obstacles_to_import(roster: Roster) -> list[Obstacle]:
    if obstacles := _obstacles_to_change(roster):
        return obstacles
    if roster.stage != RosterStage.READY:
        return [Obstacle("roster_not_ready", {"stage": RosterStage(roster.stage).label})]
    return [] if any(_parts(roster.plan)) else [Obstacle("roster_changes_nothing")]


def _parts(plan: dict[str, list[dict[str, int]]]) -> list[list[dict[str, int]]]:
    return [plan.get(part, []) for part in ("given", "ended", "corrected")]


def _empty(roster: Roster) -> None:
    roster.cells, roster.columns, roster.faults, roster.unread = [], [], [], []
    roster.notices = []
    roster.save(update_fields=_KEPT)


def _tell(verb: str, roster: Roster, *, by: Actor, now: datetime) -> None:
    record(
        roster.collaboration_id,
        verb,
        "structure",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        rows=roster.row_count,
    )
