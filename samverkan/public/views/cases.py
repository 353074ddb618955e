"""The cases that everybody may read: the list, and each one's way."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpResponseBase, StreamingHttpResponse

from samverkan.cases import climbing
from samverkan.cases.choices import CaseKind, CaseStage, Scope, TargetGroup
from samverkan.cases.listing import NARROWINGS, as_table
from samverkan.cases.models import Case
from samverkan.cases.queries import involvement_of
from samverkan.cases.routines import exits_of
from samverkan.dispatches.wording import listed
from samverkan.public.filters import Filter, filter_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import Page, page_of
from samverkan.public.queries import cases as queries
from samverkan.public.queries.cases import STAGES
from samverkan.public.timeline import timeline
from samverkan.sentences import say_why


@public_page
def cases(visit: Visit) -> HttpResponseBase:
    filters = _filters(visit)
    body, stage, *others = (one.chosen for one in filters)
    found = queries.cases(visit.collaboration.pk, body=body, stage=stage, asked=_asked(filters))
    return visit.page(
        "cases",
        "arenden",
        ("Ärenden", ""),
        filters=filters,
        narrowed=bool(body or stage or any(others)),
        page=_labelled(page_of(found, queries.ORDER, visit.request.GET)),
        csv_url=_csv_url(visit, filters),
    )


@public_page
def cases_csv(visit: Visit) -> HttpResponseBase:
    filters = _filters(visit)
    body, stage, *_ = (one.chosen for one in filters)
    here = visit.collaboration.pk
    found = queries.found_cases(here, body=body, stage=stage, asked=_asked(filters))
    response = StreamingHttpResponse(as_table(found), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="arenden.csv"'
    return response


def _filters(visit: Visit) -> list[Filter]:
    bodies = queries.body_options(visit.collaboration.pk)
    return [
        filter_of("organ", "Organ", "Alla organ", bodies, visit.asked("organ")),
        filter_of("lage", "Läge", "Alla", STAGES.items(), visit.asked("lage")),
        *(
            filter_of(
                one.name, one.label, one.everything, one.options.items(), visit.asked(one.name)
            )
            for one in NARROWINGS
        ),
    ]


def _asked(filters: list[Filter]) -> dict[str, str]:
    return {one.name: one.chosen for one in filters}


def _csv_url(visit: Visit, filters: list[Filter]) -> str:
    asked = urlencode({one.name: one.chosen for one in filters if one.chosen})
    return visit.url("cases_csv") + (f"?{asked}" if asked else "")


@public_page
def case(visit: Visit, number: str) -> HttpResponseBase:
    one = queries.case_of(visit.collaboration.pk, number)
    recommendations = queries.recommendations_of(one)
    subjects = [f"recommendation/{found.number}" for found in recommendations]
    events = timeline(visit.collaboration, f"case/{one.number}", *subjects)
    homes = involvement_of(one, visit.today)
    return visit.page(
        "case",
        "arenden",
        ("Ärenden", visit.url("cases")),
        (f"Ärende {one.number}", ""),
        one=one,
        stage=CaseStage(one.stage).label,
        scope=Scope(one.scope).label if one.scope else "",
        target_groups=_target_groups(one),
        steps=queries.steps_of(one, events),
        exits=exits_of(one),
        items=queries.treated_at(one),
        recommendations=recommendations,
        ladder=[(step, say_why(step)) for step in climbing.ladder_of(one)],
        tests=list(one.admissions.filter(corrected_by=None).select_related("body")),
        lifts=climbing.lifts_with_entries(one),
        events=events,
        homes=homes,
        involved=sum(1 for home in homes if home.notes),
        compared=one.overlaps.select_related("note__actor"),
    )


def _labelled(page: Page) -> Page:
    rows = [
        {**row, "label": STAGES[row["stage"]], "kind_label": CaseKind(row["kind"]).label}
        for row in page.rows
    ]
    return replace(page, rows=rows)


def _target_groups(one: Case) -> str:
    return listed([TargetGroup(group).label for group in one.target_groups])
