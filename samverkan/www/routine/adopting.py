"""Noting that a body has adopted the draft of the routine, at a point of its meeting."""

from datetime import date

from django.http import HttpResponse

from samverkan.cases import routines
from samverkan.cases.actions import adopt_routine
from samverkan.cases.models import RoutineVersion
from samverkan.cases.rules.checking import obstacles_to_routine
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.models import Item
from samverkan.www.forms import typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained
from samverkan.www.routine import found
from samverkan.www.routine.forms import AdoptForm

HELD = (MeetingStage.HELD, MeetingStage.APPROVED)
MOST_POINTS = 40


@step
def adopt(work: Workspace) -> HttpResponse:
    draft = found.draft_to_keep(work)
    obstacles = obstacles_to_routine(routines.content(draft))
    owners = routines.owners_of(work.collaboration.pk, draft.matter, work.today)
    points = _points(work, [one.pk for one in owners])
    form = AdoptForm(points, {one.pk: one.name for one in owners}, work.sent)
    if work.posted and owners and form.is_valid():
        try:
            adopted = _adopt(work, draft, form, points)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Version {adopted.number} av ärendegångens rutin är antagen."
            return work.done(said, work.url("routine"))
    return work.page(
        "routine/adopt.html",
        *found.in_draft(work, "Anta"),
        draft=draft,
        form=form,
        owners=owners,
        holds=found.before(work, draft),
        obstacles=explained(work, obstacles),
    )


def _adopt(
    work: Workspace, draft: RoutineVersion, form: AdoptForm, points: list[Item]
) -> RoutineVersion:
    item = next((one for one in points if str(one.pk) == typed(form, "where")), None)
    on: date = item.meeting.on if item else typed(form, "on")
    return adopt_routine(
        draft.pk,
        adopted_by=item.body_id if item else form.adopter,
        on=on,
        point=item.number if item else None,
        met=True if item else None,
        valid_from=typed(form, "valid_from"),
        source=typed(form, "source"),
        by=work.by,
        now=work.now,
    )


def _points(work: Workspace, owners: list[int]) -> list[Item]:
    """Return the points where a body has decided in its own matter, at meetings that were held."""
    found = Item.objects.filter(
        meeting__collaboration=work.collaboration,
        meeting__stage__in=HELD,
        meeting__on__lte=work.today,
        outcome=Outcome.INNER_DECISION,
        number__isnull=False,
        body__in=owners,
    ).select_related("meeting", "body")
    return list(found.order_by("-meeting__on", "number")[:MOST_POINTS])
