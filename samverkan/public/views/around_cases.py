"""What stands beside the cases for everybody: areas, risks by title, and bilateral contacts."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseBase

from samverkan.cases.choices import CaseStage, TargetGroup
from samverkan.cases.models import Case
from samverkan.cases.queries import areas, contacts_visible_to, risks_of
from samverkan.cases.rules.kinds import is_waiting
from samverkan.public.pages import Visit, public_page

MOST = 200


@dataclass(frozen=True)
class Area:
    """A development area or focus area, and whether its year has come without work (R088)."""

    case: Case
    waits: bool


@public_page
def focus_areas(visit: Visit) -> HttpResponseBase:
    found = areas(visit.collaboration.pk).exclude(stage=CaseStage.RAISED)[:MOST]
    shown = [
        Area(case, is_waiting(case.area_status, case.priority_year, visit.today.year))
        for case in found
    ]
    groups = [
        (str(group.label), [one for one in shown if group in one.case.target_groups])
        for group in TargetGroup
    ]
    return visit.page(
        "areas",
        "arenden",
        ("Ärenden", visit.url("cases")),
        ("Insatsområden", ""),
        groups=[(label, found) for label, found in groups if found],
        waiting=[one for one in shown if one.waits],
    )


@public_page
def risks(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "risks",
        "arenden",
        ("Ärenden", visit.url("cases")),
        ("Risker", ""),
        risks=risks_of(visit.collaboration.pk)[:MOST],
    )


@public_page
def contacts(visit: Visit) -> HttpResponseBase:
    found = contacts_visible_to(AnonymousUser(), visit.collaboration.pk, visit.today)
    return visit.page(
        "contacts",
        "arenden",
        ("Ärenden", visit.url("cases")),
        ("Bilaterala kontakter", ""),
        contacts=found.select_related("principal", "case").prefetch_related("meetings")[:MOST],
    )
