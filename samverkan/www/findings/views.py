"""What is to be mended: all of it for the coordinators, and each body's and principal's own."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.models import Body
from samverkan.bodies.permissions import Act, require
from samverkan.bodies.queries.findings import chosen, found_with
from samverkan.bodies.rules.findings import Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.days import AskedDay, asked_day
from samverkan.principals.models import Principal
from samverkan.www.findings.files import as_file
from samverkan.www.findings.matters import matters
from samverkan.www.findings.shown import SORTS, by_principal, counts, grouped, lines_of
from samverkan.www.pages import Workspace, page

# A page of more is of no use to a person; the file has all.
MOST = 300


@page
def findings(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP, work.scope, work.today)
    asked = _day(work)
    day, found = found_with(work.collaboration.pk, asked.on)
    if work.request.GET.get("fil") == "csv":
        return as_file(work, day, found)
    waiting = matters(work) if asked.is_today else []
    shown = _shown(work, asked, day, found)
    return work.page(
        "findings/all.html",
        *_crumbs(work, "Att åtgärda"),
        waiting=waiting,
        principals=by_principal(day, found),
        **shown,
    )


@page
def findings_body(work: Workspace, slug: str) -> HttpResponse:
    body = get_object_or_404(Body, collaboration=work.collaboration, slug=slug)
    require(work.user, Act.READ_FINDINGS, body, work.today)
    asked = _day(work)
    day, found = found_with(work.collaboration.pk, asked.on)
    shown = _shown(work, asked, day, chosen(found, body=slug))
    return work.page("findings/of_one.html", *_crumbs(work, body.short), of=body.name, **shown)


@page
def findings_principal(work: Workspace, slug: str) -> HttpResponse:
    principal = get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)
    require(work.user, Act.READ_PRINCIPALS_FINDINGS, principal, work.today)
    asked = _day(work)
    day, found = found_with(work.collaboration.pk, asked.on)
    shown = _shown(work, asked, day, chosen(found, principal=slug))
    crumbs = _crumbs(work, principal.short_name)
    return work.page("findings/of_one.html", *crumbs, of=principal.name, **shown)


def _day(work: Workspace) -> AskedDay:
    return asked_day(work.request.GET.get("datum", "")[:40], work.today)


def _shown(
    work: Workspace, asked: AskedDay, day: Snapshot, found: Sequence[Finding]
) -> dict[str, Any]:
    """Return what the three pages share: the counts of all, and those of the sort asked for."""
    word = work.request.GET.get("slag", "")
    sort = next((one for one in SORTS if one.word == word), None)
    wanted = [one for one in found if sort is None or one.weight is sort.weight]
    lines = lines_of(work, day, wanted[:MOST])
    # What is only good to know stands by itself, unless it is what is asked for.
    apart = [one.finding.weight is Weight.NOTES and sort is None for one in lines]
    pressing = [one for one, noted in zip(lines, apart, strict=True) if not noted]
    notes = [one for one, noted in zip(lines, apart, strict=True) if noted]
    return {
        "asked_day": asked,
        "sort": sort,
        "sorts": counts(found),
        "total": len(found),
        "groups": grouped(day, pressing),
        "notes": grouped(day, notes),
        "noted": len(notes),
        "left_out": max(len(wanted) - MOST, 0),
        "most": MOST,
    }


def _crumbs(work: Workspace, label: str) -> list[tuple[str, str]]:
    """Members do not reach the pages where the structure is kept, nor the whole list."""
    if not work.coordinates:
        return [("Att åtgärda", ""), (label, "")]
    trail = [("Struktur", work.url("structure"))]
    if label != "Att åtgärda":
        trail.append(("Att åtgärda", work.url("findings")))
    return [*trail, (label, "")]
