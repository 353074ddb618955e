"""The hub: the bodies of today by who meets, those to come, and those that were."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse

from samverkan.bodies.choices import Sphere
from samverkan.bodies.models import Body
from samverkan.journal.periods import contains
from samverkan.www.pages import Workspace, page
from samverkan.www.structure.found import crumbs, keep
from samverkan.www.structure.summaries import Summary, summaries

BESIDE = [
    ("findings", "Att åtgärda", "Vad reglerna hittar i dag, och vad som rättar till det."),
    ("texts", "Styrdokument", "Uppdrag, arbetsordningar, värdegrund och målbild, i versioner."),
    ("rosters", "Förteckningar", "Läs in eller hämta ut en lista över ledamöter."),
    ("seminars", "Ledningsseminariet", "Årets program, vad som prioriterades och hur det gick."),
    ("functions", "Stöd och kostnader", "Koordinatorer, hur kostnaden delas, aktörer utanför."),
]


@dataclass(frozen=True)
class Group:
    """Bodies of one sort, under a heading."""

    heading: str
    rows: list[Summary]


@page
def structure(work: Workspace) -> HttpResponse:
    keep(work)
    every = list(Body.objects.filter(collaboration=work.collaboration))
    now = [one for one in every if contains(one.period, work.today)]
    return work.page(
        "structure/hub.html",
        *crumbs(work),
        groups=_groups(summaries(now, work.today)),
        coming=[one for one in every if one.period.lower and one.period.lower > work.today],
        former=[one for one in every if one.period.upper and one.period.upper <= work.today],
        beside=[(label, work.url(name), text) for name, label, text in BESIDE],
    )


def _groups(rows: Iterable[Summary]) -> list[Group]:
    """Working groups are no part of the fixed structure and are shown by themselves (R122)."""
    rows = list(rows)
    fixed = [one for one in rows if one.body.in_fixed_structure]
    loose = [one for one in rows if not one.body.in_fixed_structure]
    groups = [
        Group(sphere.label.capitalize(), [one for one in fixed if one.body.sphere == sphere])
        for sphere in Sphere
    ]
    return [one for one in [*groups, Group("Utanför den fasta strukturen", loose)] if one.rows]
