"""What the one who leaves a seat hands over to the one who comes: one page, to print (R018)."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies import actions
from samverkan.bodies.choices import TextKind
from samverkan.bodies.models import Mission, TextVersion
from samverkan.bodies.permissions import Act, may, require
from samverkan.bodies.queries.handover import handovers_visible_to
from samverkan.bodies.queries.texts import version_on
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.models import Dispatch
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.periods import last_of
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.queries import meetings_visible_to, next_open_meeting
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.pages import Crumb, Workspace, step

OPEN = (CaseStage.RAISED, CaseStage.PREPARED, CaseStage.RECOMMENDED, CaseStage.DISPATCHED)


class NoteForm(Form):
    places = {"handover_unchanged": "note"}

    note = paragraphs(
        "Att lämna över",
        4000,
        rows=8,
        hint="Vad är på gång, vem bör den nya tala med, vad har lovats? Skriv inga uppgifter om "
        "enskilda patienter eller klienter.",
    )


@step
def handover(work: Workspace, number: int) -> HttpResponse:
    visible = handovers_visible_to(work.user, work.scope, work.today)
    related = ("body", "person", "principal", "nominator")
    mission = get_object_or_404(visible.select_related(*related), pk=number)
    if work.posted:
        require(work.user, Act.HAND_OVER, mission, work.today)
    form = NoteForm(work.sent, initial={"note": mission.handover})
    if work.posted and form.is_valid():
        note = typed(form, "note")
        try:
            actions.write_handover(mission.pk, note=note, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Det du skrev är sparat.", work.url("handover", mission.pk))
    return work.page(
        "structure/handover.html",
        *_crumbs(work, mission),
        mission=mission,
        body=mission.body,
        last=last_of(mission.period.upper),
        form=form if may(work.user, Act.HAND_OVER, mission, work.today) else None,
        others=_others(mission),
        **_papers(work, mission),
        **_open(mission),
    )


def _papers(work: Workspace, mission: Mission) -> dict[str, Any]:
    """Return the assignment in force, the latest approved minutes and the next meeting."""
    meetings = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    approved = meetings.filter(body=mission.body_id, stage=MeetingStage.APPROVED).order_by("-on")
    return {
        "assignment": _assignment(work, mission),
        "latest": approved.select_related("body").first(),
        "next_meeting": next_open_meeting(mission.body_id, work.today),
    }


def _assignment(work: Workspace, mission: Mission) -> TextVersion | None:
    text = mission.body.governing_texts.filter(kind=TextKind.ASSIGNMENT).first()
    return version_on(text, work.today) if text else None


def _open(mission: Mission) -> dict[str, Any]:
    """Return the body's open cases, what the person raised elsewhere, and what waits for answer."""
    cases = Case.objects.filter(stage__in=OPEN).select_related("body", "raised_by")
    waiting = Dispatch.objects.filter(awaited(), principal=mission.principal_id)
    mine = Q(raised_by=mission.person_id) & ~Q(body=mission.body_id)
    here = {"collaboration": mission.body.collaboration_id}
    return {
        "cases": list(cases.filter(body=mission.body_id).order_by("raised_at")),
        "raised": list(cases.filter(mine, **here).order_by("raised_at")),
        "waiting": list(
            waiting.select_related("recommendation").order_by("recommendation__reply_by")
            if mission.principal_id
            else []
        ),
    }


def _others(mission: Mission) -> list[tuple[Mission, str]]:
    """Return those who had the seat before, or have it after."""
    alike = Mission.objects.filter(
        body=mission.body_id,
        principal=mission.principal_id,
        nominator=mission.nominator_id,
        kind=mission.kind,
        place=mission.place,
    ).exclude(pk=mission.pk)
    if mission.principal_id is None and mission.nominator_id is None:
        return []
    ordered = alike.select_related("person").order_by("period")
    return [(one, _when(one, mission)) for one in ordered]


def _when(one: Mission, mission: Mission) -> str:
    first, other = mission.period.lower, one.period.lower
    return "före" if other is None or (first is not None and other < first) else "efter"


def _crumbs(work: Workspace, mission: Mission) -> list[Crumb]:
    if not work.coordinates:
        return [("Lämna över", "")]
    return [
        ("Struktur", work.url("structure")),
        (mission.body.short, work.url("structure_body", mission.body.slug)),
        ("Lämna över", ""),
    ]
