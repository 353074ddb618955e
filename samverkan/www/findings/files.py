"""What is to be mended as a file for spreadsheets."""

from collections.abc import Mapping, Sequence

from django.http import HttpResponse

from samverkan.bodies.rosters.export import as_csv
from samverkan.bodies.rules.findings import Finding
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.sentences import say
from samverkan.www.findings.reasons import reason_of
from samverkan.www.findings.shown import BY_WEIGHT, about_of, names_of
from samverkan.www.pages import Workspace

HEADINGS = ("Slag", "Organ", "Huvudman", "Vad", "Senast", "Regel", "Varför", "Källa")


def as_file(work: Workspace, day: Snapshot, found: Sequence[Finding]) -> HttpResponse:
    """Return all that is found, a row each."""
    bodies = {body.slug: body.name for body in day.bodies}
    principals = {one.slug: one.name for one in day.principals}
    names = names_of(day)
    rows = [
        (
            BY_WEIGHT[one.weight].one,
            bodies.get(one.body or "", ""),
            principals.get(one.principal or "", ""),
            _said(one, names),
            one.due or "",
            one.rule,
            reason_of(one).rule,
            one.source,
        )
        for one in found
    ]
    answer = HttpResponse(as_csv(rows, HEADINGS), content_type="text/csv; charset=utf-8")
    name = f"att-atgarda-{work.collaboration.slug}-{day.on}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _said(one: Finding, names: Mapping[str, str]) -> str:
    """Return the sentence as the page has it: with what it is about, where it does not say."""
    sentence = say(one.obstacle)
    name = about_of(one, sentence, names)
    return f"{name}: {sentence}" if name else sentence
