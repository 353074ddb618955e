"""When the principals' own bodies meet: all of them, one principal's, and the ways in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime

from samverkan.bodies.rosters.export import as_csv
from samverkan.dispatches.day_lists import DayList, day_list_in, days_in_text
from samverkan.dispatches.foreseeing import calendars_of
from samverkan.dispatches.rules import Sitting
from samverkan.dispatches.wording.forecasts import REMEDIES
from samverkan.documents.rules import obstacles_to_text, safe_name
from samverkan.journal.obstacles import StepRefused, refuse
from samverkan.meetings.reading import FILE_LIMIT
from samverkan.meetings.wording.calendar import FAULTS
from samverkan.people.permissions import Act, require
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.line_days import (
    LEADS,
    add_line_body,
    coming_of,
    confirm_line_days,
    mark_of,
    read_in_line_days,
    set_line_days,
    set_line_leads,
)
from samverkan.principals.line_queries import (
    calendar_states,
    line_bodies_on,
    without_confirmed_days,
)
from samverkan.principals.line_rules import DayChanges
from samverkan.principals.models import LineBody, Principal
from samverkan.principals.queries import principals_on
from samverkan.sentences import say
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.principals.line_forms import (
    ConfirmForm,
    DaysForm,
    LeadsForm,
    LineBodyForm,
    ReadInForm,
)

HEADINGS = ("Huvudman", "Organ", "Bekräftade", "Antagna", "Sista kända dag", "Senast bekräftad")
MOST_FAULTS = 200
MOST_ASSUMED = 4


@page
def line_days(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    states = calendar_states(work.collaboration.pk, work.today)
    if work.request.GET.get("fil") == "csv":
        rows = [
            (
                one.principal.name,
                one.body.name if one.body else "",
                str(one.confirmed),
                str(one.assumed),
                one.last_day or "",
                localtime(one.confirmed_at).date() if one.confirmed_at else "",
            )
            for one in states
        ]
        answer = HttpResponse(as_csv(rows, HEADINGS), content_type="text/csv; charset=utf-8")
        name = f"sammantradesdagar-{work.collaboration.slug}-{work.today}.csv"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        answer["Cache-Control"] = "private, no-store"
        return answer
    return work.page(
        "principals/line_days.html",
        *_crumbs(work),
        states=states,
        unconfirmed=without_confirmed_days(states),
    )


@page
def principal_days(work: Workspace, slug: str) -> HttpResponse:
    principal = _find(work, slug)
    found = line_bodies_on(work.collaboration.pk, work.today).filter(principal=principal)
    bodies = list(found.prefetch_related("meetings"))
    known = calendars_of(work.collaboration.pk, [principal.pk], work.today, before=None)
    rows = []
    for body in bodies:
        sittings = known.link(principal.pk, body).sittings
        noted = [one for one in body.meetings.all() if one.on >= work.today]
        last = max((one.on for one in noted), default=work.today)
        after = [one for one in sittings if not one.confirmed and one.on > last]
        by_day: dict[Any, Sitting] = {one.on: one for one in sittings}
        rows.append(
            {
                "body": body,
                "noted": [(one, by_day[one.on].papers_by) for one in noted],
                "assumed": after[:MOST_ASSUMED],
                "leads": known.leads(principal.pk, body),
            }
        )
    return work.page(
        "principals/principal_days.html", *_crumbs(work, principal), principal=principal, rows=rows
    )


@step
def set_days(work: Workspace, slug: str, body: int) -> HttpResponse:
    principal, found = _find_body(work, slug, body)
    known = coming_of(found.pk, work.today)
    written = "\n".join(
        f"{on}; {papers_by}" if papers_by else str(on) for on, papers_by in sorted(known.items())
    )
    form = DaysForm(work.sent, initial={"days": written})
    if work.posted and form.is_valid():
        days, faults = days_in_text(typed(form, "days"), work.today)
        form.refuse_lines(faults)
        if not faults:
            try:
                refuse(obstacles_to_text(Källa=typed(form, "source")))
                changes = set_line_days(
                    found.pk,
                    days,
                    confirmed=form.confirmed,
                    source=typed(form, "source"),
                    seen=work.request.POST.get("seen"),
                    by=work.by,
                    now=work.now,
                )
            except StepRefused as refusal:
                form.show(refusal)
            else:
                return work.done(_said(found, changes), _back(work, principal))
    return work.page(
        "principals/set_line_days.html",
        *_crumbs(work, principal, found.name),
        principal=principal,
        body=found,
        form=form,
        noted=sorted(known),
        seen=_seen(work, form, mark_of(known)),
    )


@step
def confirm(work: Workspace, slug: str, body: int) -> HttpResponse:
    principal, found = _find_body(work, slug, body)
    known = coming_of(found.pk, work.today)
    form = ConfirmForm(work.sent)
    if work.posted and form.is_valid():
        try:
            refuse(obstacles_to_text(Källa=typed(form, "source")))
            confirm_line_days(
                found.pk,
                source=typed(form, "source"),
                seen=work.request.POST.get("seen"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Dagarna för {found.name} är bekräftade.", _back(work, principal))
    return work.page(
        "principals/confirm_line_days.html",
        *_crumbs(work, principal, "bekräfta"),
        principal=principal,
        body=found,
        form=form,
        noted=sorted(known.items()),
        seen=mark_of(known),
    )


@step
def leads(work: Workspace, slug: str, body: int) -> HttpResponse:
    principal, found = _find_body(work, slug, body)
    form = LeadsForm(work.sent, initial={name: getattr(found, name) for name in LEADS})
    if work.posted and form.is_valid():
        try:
            set_line_leads(
                found.pk,
                papers_days=typed(form, "papers_days"),
                approval_days=typed(form, "approval_days"),
                appeal_days=typed(form, "appeal_days"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Tiderna för {found.name} är sparade.", _back(work, principal))
    return work.page(
        "principals/line_leads.html",
        *_crumbs(work, principal, "tider"),
        principal=principal,
        body=found,
        form=form,
    )


@step
def add_body(work: Workspace, slug: str) -> HttpResponse:
    principal = _find(work, slug)
    form = LineBodyForm(work.sent)
    if work.posted and form.is_valid():
        try:
            refuse(obstacles_to_text(Organ=typed(form, "name")))
            added = add_line_body(
                principal.pk,
                name=typed(form, "name"),
                kind=LineBodyKind(typed(form, "kind")),
                first=work.today,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"{added.name} är tillagt.", _back(work, principal))
    return work.page(
        "principals/add_line_body.html",
        *_crumbs(work, principal, "nytt organ"),
        principal=principal,
        form=form,
    )


@step
def read_in(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    bodies = list(line_bodies_on(work.collaboration.pk, work.today))
    sent = (work.request.POST, work.request.FILES) if work.posted else (None,)
    form = ReadInForm(bodies, *sent, initial={"body": work.request.GET.get("organ")})
    found = DayList()
    if work.posted and form.is_valid():
        try:
            found = _list_in(work, form, bodies)
            if not (found.faults or found.events):
                done = read_in_line_days(
                    work.collaboration.pk,
                    found.days,
                    confirmed=form.confirmed,
                    source=typed(form, "source"),
                    replace=typed(form, "replace"),
                    by=work.by,
                    now=work.now,
                )
                return work.done(_read_said(done, found.passed), work.url("line_days"))
        except StepRefused as refusal:
            form.show(refusal)
    faults = [
        (one.cell, say(one.obstacle), REMEDIES.get(one.obstacle.code, "")) for one in found.faults
    ]
    faults += [(f"Händelse {nr}", f"{said}: {FAULTS[code]}", "") for nr, said, code in found.events]
    return work.page(
        "principals/read_in_line_days.html",
        *_crumbs(work, last="läs in"),
        form=form,
        faults=faults[:MOST_FAULTS],
        count=len(faults),
    )


def _list_in(work: Workspace, form: ReadInForm, bodies: list[LineBody]) -> DayList:
    refuse(obstacles_to_text(Källa=typed(form, "source")))
    sent = typed(form, "file")
    chosen = next((one for one in bodies if str(one.pk) == typed(form, "body")), None)
    return day_list_in(
        sent.read(FILE_LIMIT + 1),
        name=safe_name(sent.name)[-150:],
        principals=principals_on(work.collaboration.pk, work.today),
        bodies=bodies,
        chosen=chosen,
        today=work.today,
    )


def _seen(work: Workspace, form: Form, now: str) -> str:
    """Return which days the sender has seen: those of now, once it is told that they changed."""
    told = form.non_field_errors()
    return now if told or not work.posted else work.request.POST.get("seen", now)


def _find(work: Workspace, slug: str) -> Principal:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    return get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)


def _find_body(work: Workspace, slug: str, body: int) -> tuple[Principal, LineBody]:
    principal = _find(work, slug)
    return principal, get_object_or_404(LineBody, principal=principal, pk=body)


def _said(body: LineBody, changes: DayChanges) -> str:
    if not changes:
        return f"Dagarna för {body.name} är bekräftade."
    parts = (len(changes.new), len(changes.changed), len(changes.gone))
    return f"{body.name}: {parts[0]} nya, {parts[1]} ändrade och {parts[2]} borttagna dagar."


def _read_said(done: dict[int, DayChanges], passed: int) -> str:
    new, changed, gone = (
        sum(len(getattr(one, part)) for one in done.values()) for part in ("new", "changed", "gone")
    )
    said = f"Filen är inläst för {len(done)} organ: {new} nya, {changed} ändrade, {gone} borttagna."
    return f"{said} {passed} dagar som har varit hoppades över." if passed else said


def _back(work: Workspace, principal: Principal) -> str:
    return work.url("principal_days", principal.slug)


def _crumbs(work: Workspace, principal: Principal | None = None, last: str = "") -> list[Crumb]:
    trail = [("Huvudmän", work.url("principals")), ("Sammanträdesdagar", work.url("line_days"))]
    if principal is not None:
        trail.append((principal.short_name, _back(work, principal)))
    if last:
        return [*trail, (last[:1].upper() + last[1:], "")]
    return [*trail[:-1], (trail[-1][0], "")]
