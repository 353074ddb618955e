"""Rosters that were sent in: send one, see what it would do or what is wrong, read it in."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.actions.rosters import (
    check_again,
    import_roster,
    send_roster,
    throw_roster,
)
from samverkan.bodies.choices import RosterStage
from samverkan.bodies.models import Roster
from samverkan.bodies.permissions import Act, require
from samverkan.bodies.queries import bodies_on
from samverkan.bodies.rosters.queries import rosters_of
from samverkan.bodies.rosters.reading import FILE_LIMIT
from samverkan.documents.rules import megabytes
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.sentences import say
from samverkan.www.forms import Form, day, file, one_of, typed
from samverkan.www.pages import Crumb, Workspace, step
from samverkan.www.paging import slice_of
from samverkan.www.rosters.shown import counted, notices_of, result_of, shown_faults

REFRESHED_AFTER = 4  # seconds
SLOW = timedelta(minutes=2)
MOST = 200  # rows of each kind on the page; the rest are counted


class SendForm(Form):
    file = file(
        "Förteckningen",
        hint="xlsx, ods eller csv, högst 5\N{NO-BREAK SPACE}MB och 10\N{NO-BREAK SPACE}000 rader. "
        "En rad för varje persons uppdrag, och inga personnummer.",
    )
    file.required = True
    file.error_messages["required"] = "Välj filen med förteckningen."

    def _place_of(self, obstacle: Obstacle) -> str | None:
        return "file"


class ExportForm(Form):
    datum = day("Uppdrag den", missing="Ange dagen.")
    organ = one_of("Organ", [])
    format = one_of("Format", [("xlsx", "xlsx"), ("csv", "csv")], missing="Välj.", radios=True)


@step
def rosters(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP, work.scope, work.today)
    form = SendForm(*(work.request.POST, work.request.FILES) if work.posted else ())
    if work.posted and form.is_valid():
        try:
            return work.done("Filen är mottagen.", work.url("roster", _send(work, form).key))
        except StepRefused as refusal:
            form.show(refusal)
    found = rosters_of(work.collaboration.pk)
    return work.page(
        "rosters/list.html",
        *crumbs(work),
        form=form,
        export=_export_form(work),
        slice=slice_of(found, work.request, by=("sent_at", "pk")),
    )


def _send(work: Workspace, form: SendForm) -> Roster:
    sent = typed(form, "file")
    if sent.size > FILE_LIMIT:
        facts = {"name": sent.name, "size": megabytes(sent.size), "limit": megabytes(FILE_LIMIT)}
        refuse([Obstacle("file_too_large", facts)])
    return send_roster(
        work.collaboration.pk, name=sent.name, data=sent.read(), by=work.by, now=work.now
    )


def _export_form(work: Workspace) -> ExportForm:
    form = ExportForm(initial={"datum": work.today, "format": "xlsx"}, auto_id="ut_%s")
    bodies = bodies_on(work.collaboration.pk, work.today)
    offered = [("", "Alla"), *((one.slug, one.name) for one in bodies)]
    cast("forms.ChoiceField", form.fields["organ"]).choices = offered
    return form


@step
def roster(work: Workspace, key: UUID) -> HttpResponse:
    found = find(work, key)
    refused: list[str] = []
    if work.posted:
        try:
            return _act(work, found)
        except StepRefused as refusal:
            refused = [say(obstacle) for obstacle in refusal.obstacles]
            if "roster_world_changed" in {one.code for one in refusal.obstacles}:
                check_again(found.key, by=work.by, now=work.now)
            found.refresh_from_db()
    return _shown(work, found, refused)


def _act(work: Workspace, found: Roster) -> HttpResponse:
    asked = work.request.POST.get("do", "")
    here = work.url("roster", found.key)
    if asked == "import":
        read = import_roster(found.key, by=work.by, now=work.now)
        return work.done(f"Förteckningen är inläst: {counted(read.plan)}.", here)
    if asked == "throw":
        throw_roster(found.key, by=work.by, now=work.now)
        return work.done("Förteckningen är borttagen. Inget av den är sparat.", work.url("rosters"))
    check_again(found.key, by=work.by, now=work.now)
    return work.done("Förteckningen kontrolleras på nytt.", here)


def _shown(work: Workspace, found: Roster, refused: list[str]) -> HttpResponse:
    checking = found.stage == RosterStage.CHECKING
    answer = work.page(
        "rosters/roster.html",
        *crumbs(work, found.name),
        roster=found,
        checking=checking,
        refused=refused,
        faulty_rows=len({row for row, *_ in found.faults}),
        faults=shown_faults(found.faults[:MOST]),
        notices=notices_of(found),
        result=result_of(found.plan, most=MOST),
        most=MOST,
        slow=checking and work.now - found.sent_at > SLOW,
    )
    if checking:
        answer["Refresh"] = str(REFRESHED_AFTER)
    return answer


def find(work: Workspace, key: UUID) -> Roster:
    """Return a roster of this collaboration, for its coordinators."""
    require(work.user, Act.KEEP, work.scope, work.today)
    return get_object_or_404(Roster, collaboration=work.collaboration, key=key)


def crumbs(work: Workspace, last: str = "") -> list[Crumb]:
    """Return the way here from the desk."""
    structure = ("Struktur", work.url("structure"))
    if not last:
        return [structure, ("Förteckningar", "")]
    return [structure, ("Förteckningar", work.url("rosters")), (last, "")]
