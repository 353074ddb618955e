"""A list of reference numbers: sent in, shown with what it would do, and then read in.

Nothing is kept between the two: the page holds the rows, and they are checked again.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.wording.rosters import REMEDIES
from samverkan.dispatches.actions import import_numbers
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.numbering import template
from samverkan.dispatches.numbering.checks import Plan, plan_of
from samverkan.dispatches.numbering.reading import FILE_LIMIT, Column, Reading, Row, read
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.principals.models import Principal
from samverkan.sentences import say
from samverkan.www.forms import Form, file

KINDS = {
    "xlsx": (
        template.as_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "csv": (template.as_csv, "text/csv; charset=utf-8"),
}
LONGEST = 600_000
MOST = 200  # rows shown; the rest are counted
ORDER = list(Column)


class NumbersForm(Form):
    """A list of reference numbers, as a file."""

    file = file(
        "Lista med diarienummer",
        hint="xlsx, ods eller csv, högst 2\N{NO-BREAK SPACE}MB. Rader utan nummer hoppas över.",
    )
    file.required = True
    file.error_messages["required"] = "Välj filen med diarienummer."

    def _place_of(self, obstacle: Obstacle) -> str | None:
        return "file"


@dataclass(frozen=True)
class Shown:
    """A list on its page: what it would do or what is wrong, and its rows to send again."""

    plan: Plan
    rows: str
    faults: list[tuple[str, str]]

    @property
    def new(self) -> list[Any]:
        """Return the first of the rows that would be read in."""
        return list(self.plan.new[:MOST])


def shown(collaboration_id: int, reading: Reading, principal: Principal | None) -> Shown:
    """Return a list as its page shows it."""
    plan = plan_of(collaboration_id, reading, principal=principal)
    return Shown(plan, _kept(reading), [(one.cell, _said(one)) for one in plan.faults])


def sent_file(form: NumbersForm, *, one_principal: bool) -> Reading:
    """Return what a file holds. Raises StepRefused when it cannot be read."""
    sent = form.cleaned_data["file"]
    if sent.size > FILE_LIMIT:
        refuse([Obstacle("numbers_file_too_large")])
    return read(sent.read(), name=sent.name, one_principal=one_principal)


def sent_again(request: HttpRequest) -> Reading:
    """Return the rows that the page held. Raises StepRefused when they are not ours."""
    unread = StepRefused([Obstacle("numbers_changed_meanwhile")])
    text = request.POST.get("rows", "")
    try:
        sent = json.loads(text[:LONGEST])
        places = {Column(name): str(place)[:3] for name, place in sent["places"].items()}
        rows = [
            Row(int(row[0]), dict(zip(ORDER, map(_short, row[1:4]), strict=True)))
            for row in sent["rows"]
        ]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise unread from None
    return Reading(rows, places)


def carry_out(collaboration_id: int, found: Shown, *, by: Actor, now: datetime) -> int:
    """Read in what the page showed; return how many numbers are new.

    Raises StepRefused when something stands in the way by now.
    """
    if found.plan.faults:
        refuse([Obstacle("numbers_changed_meanwhile")])
    numbers = [(one.dispatch.pk, one.number) for one in found.plan.new]
    return import_numbers(collaboration_id, numbers, by=by, now=now)


def said(count: int) -> str:
    """Return what was done, as a sentence."""
    if not count:
        return "Alla nummer i filen fanns redan. Inget är ändrat."
    return "Ett diarienummer är inläst." if count == 1 else f"{count} diarienummer är inlästa."


def as_template(ending: str, dispatches: list[Dispatch]) -> HttpResponse:
    """Return a list to fill in, with what lacks a number."""
    write, content_type = KINDS[ending]
    answer = HttpResponse(write(template.rows_of(dispatches)), content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="diarienummer.{ending}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _kept(reading: Reading) -> str:
    rows = [[one.row, *(one.cells.get(column, "") for column in ORDER)] for one in reading.rows]
    return json.dumps({"places": reading.places, "rows": rows}, ensure_ascii=False)


def _short(cell: object) -> str:
    if not isinstance(cell, str):
        raise TypeError
    return cell[:200]


def _said(fault: Fault) -> str:
    return f"{say(fault.obstacle)} {REMEDIES.get(fault.obstacle.code, '')}".strip()
