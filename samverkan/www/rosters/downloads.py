"""Files out: the missions of a day as a roster, a sheet to begin from, the faults of one."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.models import Body
from samverkan.bodies.permissions import Act, require
from samverkan.bodies.rosters.export import as_csv, as_xlsx, example, rows_of
from samverkan.bodies.rosters.queries import missions_to_write
from samverkan.www.pages import Workspace, page
from samverkan.www.rosters.shown import shown_faults
from samverkan.www.rosters.views import find

KINDS = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}


@page
def export(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP, work.scope, work.today)
    asked = work.request.GET
    ending = asked.get("format", "xlsx")
    if ending not in KINDS:
        raise Http404
    on, slug = _day(asked.get("datum", ""), work.today), asked.get("organ", "")
    missions = missions_to_write(work.collaboration.pk, on=on, body=_body(work, slug))
    name = f"{slug or 'uppdrag'}-{on}"
    write, content_type = KINDS[ending]
    return _file(write(rows_of(missions)), f"{name}.{ending}", content_type)


@page
def template(work: Workspace, ending: str) -> HttpResponse:
    require(work.user, Act.KEEP, work.scope, work.today)
    if ending not in KINDS:
        raise Http404
    write, content_type = KINDS[ending]
    return _file(write(example()), f"mall-forteckning.{ending}", content_type)


@page
def faults(work: Workspace, key: UUID) -> HttpResponse:
    found = find(work, key)
    rows = [[one.cell, one.what, one.remedy] for one in shown_faults(found.faults)]
    data = as_csv(rows, ("Cell", "Vad som är fel", "Vad du gör"))
    return _file(data, "fel.csv", KINDS["csv"][1])


def _body(work: Workspace, slug: str) -> Body | None:
    if not slug:
        return None
    return get_object_or_404(Body, collaboration=work.collaboration, slug=slug)


def _day(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


def _file(data: bytes, name: str, content_type: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
