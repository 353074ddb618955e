"""The cases that everybody may read: the list, and each one's way."""

from dataclasses import replace

from django.http import HttpResponseBase

from samverkan.cases import climbing
from samverkan.cases.choices import CaseStage, Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.dispatches.wording import listed
from samverkan.public.filters import filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import Page, page_of
from samverkan.public.queries import cases as queries
from samverkan.public.queries.cases import STAGES
from samverkan.public.timeline import timeline
from samverkan.sentences import say_why


@public_page
def cases(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    bodies = queries.body_options(here)
    filters = [
        filter_of("organ", "Organ", "Alla organ", bodies, visit.asked("organ")),
        filter_of("lage", "Läge", "Alla", STAGES.items(), visit.asked("lage")),
    ]
    body, stage = (one.chosen for one in filters)
    found = queries.cases(here, body=body, stage=stage)
    return visit.page(
        "cases",
        "arenden",
        ("Ärenden", ""),
        filters=filters,
        narrowed=bool(body or stage),
        page=_labelled(page_of(found, queries.ORDER, visit.request.GET)),
    )


@public_page
def case(visit: Visit, number: str) -> HttpResponseBase:
    one = queries.case_of(visit.collaboration.pk, number)
    recommendations = queries.recommendations_of(one)
    subjects = [f"recommendation/{found.number}" for found in recommendations]
    events = timeline(visit.collaboration, f"case/{one.number}", *subjects)
    return visit.page(
        "case",
        "arenden",
        ("Ärenden", visit.url("cases")),
        (f"Ärende {one.number}", ""),
        one=one,
        stage=CaseStage(one.stage).label,
        scope=Scope(one.scope).label if one.scope else "",
        target_groups=_target_groups(one),
        steps=queries.steps_of(CaseStage(one.stage), events),
        items=queries.treated_at(one),
        recommendations=recommendations,
        ladder=[(step, say_why(step)) for step in climbing.ladder_of(one)],
        tests=list(one.admissions.filter(corrected_by=None).select_related("body")),
        lifts=climbing.lifts_with_entries(one),
        events=events,
    )


def _labelled(page: Page) -> Page:
    return replace(page, rows=[{**row, "label": STAGES[row["stage"]]} for row in page.rows])


def _target_groups(one: Case) -> str:
    return listed([TargetGroup(group).label for group in one.target_groups])
