"""Questions about routines, and about the exits that cases have taken."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Body
from samverkan.bodies.rules.texts import in_force
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case, CaseExit, RoutineVersion
from samverkan.cases.rules.adopting import MATTER
from samverkan.cases.rules.exits import COMES_BACK
from samverkan.cases.rules.plain_routine import PLAIN
from samverkan.cases.rules.routine import Routine, routine_from


def routine_of(case: Case) -> Routine:
    """Return the routine that a case follows: its own, or the plain one when that is unknown."""
    return content(case.routine) if case.routine else PLAIN


def content(version: RoutineVersion) -> Routine:
    """Return what a version says."""
    return routine_from(version.content)


def routine_on(collaboration_id: int, on: date) -> RoutineVersion | None:
    """Return the version of the routine that holds on a day (R151)."""
    return in_force(versions(collaboration_id), on)


def versions(collaboration_id: int) -> QuerySet[RoutineVersion]:
    """Return every version of a collaboration's routine, the newest first."""
    found = RoutineVersion.objects.filter(collaboration_id=collaboration_id)
    return found.select_related("adopted_by").order_by("-number")


def draft_of(collaboration_id: int) -> RoutineVersion | None:
    """Return the draft of the next version, when there is one."""
    return versions(collaboration_id).filter(stage=TextStage.DRAFT).first()


def matter_of(collaboration_id: int) -> str:
    """Return which kind of inner decision the collaboration's routine is."""
    known = versions(collaboration_id).values_list("matter", flat=True).first()
    return known or MATTER


def owners_of(collaboration_id: int, matter: str, on: date) -> list[Body]:
    """Return the bodies that may adopt a routine: those that own the matter (R008, R151)."""
    bodies = Body.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return [body for body in bodies if matter in body.inner_decisions]


def open_exit(case: Case) -> CaseExit | None:
    """Return the exit that a case has taken and is to come back by; None when it is here."""
    gone = [one for one in exits_of(case) if one.kind in COMES_BACK]
    return gone[-1] if gone and not hasattr(gone[-1], "came_back") else None


def away_at(case: Case) -> str:
    """Return where a case is while it is away; empty when it is here."""
    gone = open_exit(case)
    return gone.place or gone.name if gone else ""


def exits_of(case: Case) -> list[CaseExit]:
    """Return the exits that a case has taken, the first first; a list may have fetched them."""
    if "exits" in getattr(case, "_prefetched_objects_cache", {}):
        return list(case.exits.all())
    return list(case.exits.select_related("to_body", "from_body", "came_back"))


# What a list says of a case that has left: the name of its exit; nothing for one on the road.
LEFT_AS = Subquery(
    CaseExit.objects.filter(
        Q(ended=True) | Q(kind__in=COMES_BACK, came_back__isnull=True), case=OuterRef("pk")
    )
    .order_by("-pk")
    .values("name")[:1]
)
IS_AWAY = Exists(
    CaseExit.objects.filter(case=OuterRef("pk"), kind__in=COMES_BACK, came_back__isnull=True)
)
# Withdrawn, or otherwise ended, before it was prepared: it was never shown to everyone.
ENDED_AS_RAISED = Exists(
    CaseExit.objects.filter(case=OuterRef("pk"), ended=True, stage=CaseStage.RAISED)
)
