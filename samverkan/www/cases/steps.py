"""Steps that bring a case forward; a GET only shows what the step would be."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from samverkan.bodies.choices import Power
from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on, members_on
from samverkan.cases import actions
from samverkan.cases.actions import Sheet
from samverkan.cases.choices import CaseKind, CaseStage, Rank, RiskStatus
from samverkan.cases.climbing import obstacles_to_take_up
from samverkan.cases.models import Case, Risk
from samverkan.cases.permissions import Act, may, require
from samverkan.cases.queries import risks_of
from samverkan.cases.routines import routine_of
from samverkan.cases.rules import obstacles_to_step
from samverkan.cases.rules.kinds import rests_on_risks
from samverkan.cases.wording.kinds import KIND_HELP
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused
from samverkan.meetings import permissions as meeting_permissions
from samverkan.meetings.actions import is_on_open_agenda, place_case
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Meeting
from samverkan.meetings.rules import BEFORE_HELD, obstacles_to_place
from samverkan.people.models import Person
from samverkan.people.queries import coordinators_on
from samverkan.www.cases.climbing import next_up
from samverkan.www.cases.forms import (
    DocumentForm,
    PlaceForm,
    PrepareForm,
    RaiseForm,
    RankForm,
)
from samverkan.www.cases.views import find_case, target_groups
from samverkan.www.forms import typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.reasons import explained

TREATS = (Power.PREPARES, Power.RECOMMENDS)


@page
def choose_body(work: Workspace) -> HttpResponse:
    bodies = bodies_to_raise_in(work)
    if len(bodies) == 1:
        return redirect(work.url("raise_case", bodies[0].slug))
    return work.page(
        "cases/choose_body.html",
        ("Ärenden", work.url("cases")),
        ("Väck en fråga", ""),
        bodies=bodies,
    )


@step
def raise_question(work: Workspace, slug: str) -> HttpResponse:
    body = get_object_or_404(
        bodies_on(work.collaboration.pk, work.today).filter(power__in=TREATS), slug=slug
    )
    require(work.user, Act.RAISE, body, work.today)
    members = members_on(body.pk, work.today)
    for_others = work.person_id not in members
    kind = kind_asked(work)
    risks = risks_to_rest_on(body, kind)
    form = RaiseForm(
        Person.objects.filter(pk__in=members) if for_others else None,
        work.sent,
        kind=kind,
        risks=risks,
    )
    if work.posted and form.is_valid():
        try:
            case = actions.raise_case(
                body.pk,
                form.sheet(),
                raised_by=int(typed(form, "raised_by")) if for_others else work.person_id,
                risks=[int(key) for key in form.cleaned_data.get("risks", [])],
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {case.number} är väckt i {body.name}."
            return work.done(said, work.url("case", case.number))
    return work.page(
        "cases/raise.html",
        ("Ärenden", work.url("cases")),
        ("Väck en fråga", ""),
        body=body,
        form=form,
        kind=kind,
        kinds=[(one, KIND_HELP[one]) for one in CaseKind],
        no_risks=risks is not None and not risks,
    )


@step
def document(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.DOCUMENT, case, work.today)
    sheet = actions.sheet_of(case)
    asked_kind = work.request.POST.get("kind") if work.posted else None
    kind = asked_kind if asked_kind in CaseKind.values else case.kind
    form = DocumentForm(work.sent, initial=vars(sheet), kind=kind)
    seen = work.request.POST.get("seen", "") if work.posted else actions.stamp_of(case)
    newer: Sheet | None = None
    if work.posted and form.is_valid():
        try:
            actions.document_case(
                work.collaboration.pk,
                number,
                form.sheet(),
                seen=seen or "unknown",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            if "case_changed_meanwhile" in {one.code for one in refusal.obstacles}:
                case.refresh_from_db()
                seen, newer = actions.stamp_of(case), actions.sheet_of(case)
        else:
            return work.done(f"Ärende {number} är uppdaterat.", work.url("case", number))
    return work.page(
        "cases/document.html",
        *_crumbs(work, case, "Skriv i ärendet"),
        case=case,
        form=form,
        seen=seen,
        newer=newer,
        target_groups=target_groups(newer) if newer else "",
        obstacles=explained(work, _treated(case)),
    )


@step
def prepare(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.PREPARE, case, work.today)
    found = actions.obstacles_before_prepared(case, handler_known=True)
    remarks = [one for one in found if isinstance(one, Remark)]
    obstacles = [one for one in found if not isinstance(one, Remark)]
    form = PrepareForm(
        coordinators_on(work.collaboration.pk, work.today),
        work.sent,
        ask_reason=bool(remarks),
        initial={"handler": str(case.handler_id or work.person_id)},
    )
    if work.posted and form.is_valid():
        try:
            actions.prepare_case(
                work.collaboration.pk,
                number,
                handler=int(typed(form, "handler")),
                reason=typed(form, "reason") if remarks else "",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Ärende {number} är berett.", work.url("case", number))
    return work.page(
        "cases/prepare.html",
        *_crumbs(work, case, "Bered"),
        case=case,
        form=form,
        remarks=explained(work, remarks),
        obstacles=explained(work, obstacles),
        raised=not obstacles_to_step(CaseStage(case.stage), CaseStage.PREPARED, routine_of(case)),
    )


@step
def rank(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.RANK, case, work.today)
    form = RankForm(work.sent, initial={"rank": str(case.rank or "")})
    if work.posted and form.is_valid():
        chosen = Rank(int(typed(form, "rank")))
        try:
            actions.rank_case(work.collaboration.pk, number, chosen, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Ärende {number} tas upp {chosen.label}.", work.url("case", number))
    return work.page(
        "cases/rank.html",
        *_crumbs(work, case, "Prioritera"),
        case=case,
        form=form,
        obstacles=explained(work, _treated(case)),
    )


@step
def place(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    meeting_permissions.require(work.user, meeting_permissions.Act.PREPARE_AGENDA, case, work.today)
    meetings = Meeting.objects.filter(
        body=case.body, stage__in=BEFORE_HELD, on__gte=work.today
    ).order_by("on")
    form = PlaceForm(meetings, work.sent)
    not_placed = _not_to_place(case)
    below = {"not_prepared_below", "admission_unanswered", "not_admitted"}
    if work.posted and form.is_valid():
        try:
            item = place_case(int(typed(form, "meeting")), number, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            address = work.url("meeting", case.body.slug, item.meeting.on)
            return work.done(f"Ärende {number} står på dagordningen.", address)
    return work.page(
        "cases/place.html",
        *_crumbs(work, case, "Sätt upp på dagordning"),
        case=case,
        form=form,
        meetings=meetings,
        obstacles=explained(work, not_placed),
        mends=next_up(work, case) if below & {one.code for one in not_placed} else None,
    )


def kind_asked(work: Workspace) -> CaseKind:
    """Return the kind of case that the address asks for; an ordinary one when it asks for none."""
    asked = work.request.GET.get("slag", "")
    return CaseKind(asked) if asked in CaseKind.values else CaseKind.ORDINARY


def risks_to_rest_on(body: Body, kind: CaseKind) -> list[Risk] | None:
    """Return the risks to choose among; None when the case need not rest on any."""
    if not rests_on_risks(kind, body_proposes_on_risks=body.proposals_rest_on_risks):
        return None
    open_risks = risks_of(body.collaboration_id).filter(status=RiskStatus.IDENTIFIED)
    return list(open_risks)


def bodies_to_raise_in(work: Workspace) -> list[Body]:
    """Return the bodies where the person may raise a question today."""
    bodies = bodies_on(work.collaboration.pk, work.today).filter(power__in=TREATS)
    if work.coordinates:
        return list(bodies.filter(missions__period__contains=work.today).distinct())
    return [body for body in bodies if may(work.user, Act.RAISE, body, work.today)]


def _treated(case: Case) -> list[Obstacle]:
    if case.stage in (CaseStage.RAISED, CaseStage.PREPARED):
        return []
    return [Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label})]


def _not_to_place(case: Case) -> list[Obstacle]:
    found = obstacles_to_place(
        stage=MeetingStage.PLANNED,
        case_stage=CaseStage(case.stage),
        same_body=True,
        placed=is_on_open_agenda(case),
    )
    return [*found, *obstacles_to_take_up(case, case.body)]


def _crumbs(work: Workspace, case: Case, label: str) -> list[Crumb]:
    return [
        ("Ärenden", work.url("cases")),
        (case.number, work.url("case", case.number)),
        (label, ""),
    ]
