"""Cases to read: the list, and one case with its next step."""

from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.queries import bodies_on
from samverkan.cases import rules
from samverkan.cases.actions import Sheet, obstacles_before_prepared, subject
from samverkan.cases.choices import CaseStage, TargetGroup
from samverkan.cases.listing import NARROWINGS, as_table, narrowed
from samverkan.cases.models import Case, CaseExit
from samverkan.cases.permissions import Act, may
from samverkan.cases.queries import cases_visible_to
from samverkan.cases.routines import LEFT_AS, away_at, exits_of, routine_of
from samverkan.cases.rules.consequences import OPEN_TO_WEIGH
from samverkan.cases.rules.routine import name_of
from samverkan.dispatches.letters import subject as recommendation_subject
from samverkan.dispatches.models import Recommendation
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.models import Item
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.www.cases.around import acts_beside, beside
from samverkan.www.cases.climbing import next_up, way_up
from samverkan.www.cases.moves import waiting
from samverkan.www.cases.next_step import ROAD, Next, next_step
from samverkan.www.pages import Workspace, page
from samverkan.www.paging import slice_of
from samverkan.www.reasons import explained
from samverkan.www.timeline import timeline


@page
def cases(work: Workspace) -> HttpResponse:
    asked = asked_for(work)
    found = found_cases(work, asked).annotate(left_as=LEFT_AS)
    found = found.select_related("body", "raised_by", "raised_for")
    return work.page(
        "cases/list.html",
        ("Ärenden", ""),
        slice=slice_of(found, work.request, by=("raised_at", "number")),
        asked=asked,
        filtered=any(asked.values()),
        bodies=bodies_on(work.collaboration.pk, work.today),
        stages=CaseStage.choices,
        narrowings=[(one, asked[one.name]) for one in NARROWINGS],
        csv_url=work.url("cases_csv") + _query(asked),
    )


@page
def cases_csv(work: Workspace) -> HttpResponse:
    rows = as_table(found_cases(work, asked_for(work)))
    response = HttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="arenden.csv"'
    return response


def asked_for(work: Workspace) -> dict[str, str]:
    """Return what the address narrows the list by."""
    names = ("organ", "lage", "mina", *(one.name for one in NARROWINGS))
    return {name: work.request.GET.get(name, "")[:120] for name in names}


def found_cases(work: Workspace, asked: dict[str, str]) -> QuerySet[Case]:
    """Return the cases that the person may read and that were asked for."""
    found = cases_visible_to(work.user, work.collaboration.pk, work.today)
    if asked["organ"]:
        found = found.filter(body__slug=asked["organ"])
    if asked["lage"] in CaseStage.values:
        found = found.filter(stage=asked["lage"])
    if asked["mina"]:
        found = found.filter(Q(raised_by=work.person_id) | Q(handler=work.person_id))
    return narrowed(found, asked)


@page
def case(work: Workspace, number: str) -> HttpResponse:
    found = find_case(work, number)
    items = list(found.items.select_related("meeting__body").order_by("meeting__on"))
    recommendations = list(found.recommendations.order_by("agreed_on"))
    exits = exits_of(found)
    subjects = [subject(found), *(recommendation_subject(one) for one in recommendations)]
    around = beside(work, found)
    return work.page(
        "cases/case.html",
        ("Ärenden", work.url("cases")),
        (found.number, ""),
        case=found,
        next=_next(work, found, items, recommendations, exits),
        road=[(stage, name_of(routine_of(found), stage)) for stage, _ in ROAD],
        exits=exits,
        remarks=explained(work, [*_lacks(found), *around.pop("beside_remarks")]),
        passed=_passed(found),
        items=items,
        recommendations=recommendations,
        target_groups=target_groups(found),
        move=waiting([found], work.today)[0],
        watches=list(found.watches.all()),
        may_watch=may(work.user, Act.WATCH, found, work.today),
        acts=[*acts_of(work, found), *acts_beside(work, found)],
        entries=timeline(work, *subjects),
        **around,
        **way_up(work, found),
    )


def find_case(work: Workspace, number: str) -> Case:
    """Return a case that the person may read; 404 for any other."""
    visible = cases_visible_to(work.user, work.collaboration.pk, work.today)
    related = (
        "body__prepared_by",
        "raised_by",
        "raised_for",
        "handler",
        "routine",
        "proposed_by",
    )
    return get_object_or_404(visible.select_related(*related), number=number)


def acts_of(work: Workspace, found: Case) -> list[tuple[str, str]]:
    """Return what else the person may do with the case as it stands, as links."""
    acts = [] if found.stage == CaseStage.CLOSED else [(Act.WATCH, "Bevaka ärendet", "watch_case")]
    if found.stage == CaseStage.REPORTED_BACK:
        acts.append((Act.FINISH, "Avsluta ärendet", "finish_case"))
    if found.stage in (CaseStage.RAISED, CaseStage.PREPARED) and not away_at(found):
        acts = [
            (Act.DOCUMENT, "Skriv i ärendet", "document_case"),
            (Act.RANK, "Prioritera", "rank_case"),
            *acts,
        ]
        if may(work.user, Act.LEAVE, found, work.today):
            acts.append((Act.LEAVE, "Låt ärendet lämna vägen", "leave_case"))
        else:
            acts.append((Act.WITHDRAW, "Återkalla frågan", "leave_case"))
    if found.stage in OPEN_TO_WEIGH and not found.source:
        acts.append((Act.DOCUMENT, "Skriv om konsekvenserna", "weigh_case"))
    return [
        (label, work.url(name, found.number))
        for act, label, name in acts
        if may(work.user, act, found, work.today)
    ]


def _next(
    work: Workspace,
    found: Case,
    items: list[Item],
    recommendations: list[Recommendation],
    exits: list[CaseExit],
) -> Next:
    """Return what comes next: on the way up first, unless the body has it on an agenda."""
    waits = away_at(found) or any(item.meeting.stage in BEFORE_HELD for item in items)
    climbs = None if found.stage != CaseStage.PREPARED or waits else next_up(work, found)
    return climbs or next_step(work, found, items, recommendations, exits)


def target_groups(found: Case | Sheet) -> str:
    """Return whom a case is about, in words."""
    return ", ".join(TargetGroup(group).label for group in found.target_groups)


def _query(asked: dict[str, str]) -> str:
    chosen = {name: value for name, value in asked.items() if value}
    return f"?{urlencode(chosen)}" if chosen else ""


def _passed(found: Case) -> list[str]:
    stages = list(CaseStage)
    return [str(stage) for stage in stages[: stages.index(CaseStage(found.stage))]]


def _lacks(found: Case) -> list[Obstacle]:
    """Return what can be filled in while the case is raised, and what stands before prepared."""
    if found.stage != CaseStage.RAISED:
        return []
    remarks = rules.remarks_on_case(
        value_inhabitants=found.value_inhabitants,
        value_operations=found.value_operations,
        scope=found.scope,
        responsible_management=found.responsible_management,
    )
    before = obstacles_before_prepared(found, handler_known=True)
    told = {remark.code for remark in remarks}
    return [*remarks, *(one for one in before if one.code not in told)]
