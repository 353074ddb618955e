"""The list of cases: what it can be narrowed by, and the same list as rows of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from samverkan.cases.choices import AreaStatus, CaseKind, CaseStage, Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Nummer",
    "Rubrik",
    "Sammanfattning",
    "Slag",
    "Läge",
    "Organ",
    "Väckt",
    "Målgrupp",
    "Område",
    "Området är",
    "Prioriterat år",
)
FIELDS = (
    "number",
    "title",
    "summary",
    "kind",
    "stage",
    "body__name",
    "raised_at",
    "target_groups",
    "scope",
    "area_status",
    "priority_year",
)
AT_A_TIME = 500


@dataclass(frozen=True)
class Narrowing:
    """One way to narrow the list: its name in the address, its label, word for all, options."""

    name: str
    label: str
    everything: str
    options: Mapping[str, str]


def _options(choices: Any) -> dict[str, str]:
    return {value: str(label).capitalize() for value, label in choices.choices}


NARROWINGS = (
    Narrowing("slag", "Slag", "Alla slag", _options(CaseKind)),
    Narrowing("malgrupp", "Målgrupp", "Alla", _options(TargetGroup)),
    Narrowing("omrade", "Område", "Alla", _options(Scope)),
)
LOOKUPS = {"slag": "kind", "malgrupp": "target_groups__contains", "omrade": "scope"}


def narrowed(found: QuerySet[Case], asked: Mapping[str, str]) -> QuerySet[Case]:
    """Return the cases of the kind, target group and scope asked for; strange words are let be."""
    for one in NARROWINGS:
        value = asked.get(one.name, "")
        if value in one.options:
            wanted = [value] if one.name == "malgrupp" else value
            found = found.filter(**{LOOKUPS[one.name]: wanted})
    return found


def as_table(found: QuerySet[Case]) -> Iterator[str]:
    """Yield a list of cases as a file for spreadsheets, the newest first."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    rows = found.order_by("-raised_at", "-number").values(*FIELDS)
    for row in rows.iterator(chunk_size=AT_A_TIME):
        yield written([_cells(row)])


def _cells(row: Mapping[str, Any]) -> list[object]:
    status = AreaStatus(row["area_status"]).label if row["area_status"] else ""
    return [
        row["number"],
        row["title"],
        row["summary"],
        CaseKind(row["kind"]).label,
        CaseStage(row["stage"]).label,
        row["body__name"],
        row["raised_at"].date(),
        ", ".join(TargetGroup(group).label for group in row["target_groups"]),
        Scope(row["scope"]).label if row["scope"] else "",
        status,
        row["priority_year"],
    ]
