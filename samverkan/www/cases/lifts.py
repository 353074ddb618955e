"""Lifting a case through the line: begun, followed, answered for, taken back, completed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on
from samverkan.cases import actions, climbing
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case, Lift, LineEntry
from samverkan.cases.permissions import Act, require
from samverkan.cases.rules import is_other_level, skipped_between
from samverkan.cases.rules.admission import OPEN
from samverkan.dispatches.wording import listed
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused
from samverkan.people.links import obstacles_now
from samverkan.www.cases.climbing import ShownLift, is_open, may
from samverkan.www.cases.climbing_forms import (
    AddressForm,
    CompleteForm,
    LiftForm,
    TypedForm,
    WithdrawForm,
)
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.reasons import explained


@step
def begin(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.LIFT, case, work.today)
    if climbing.open_lift(case) and not work.posted:
        return redirect(work.url("lift", number))
    bodies = _goals(work, case)
    principals = climbing.principals_concerned(work.collaboration.pk, work.today)
    above = next((body for body in bodies if body.prepared_by_id == case.body_id), None)
    form = LiftForm(
        bodies, principals, work.sent, initial={"to_body": str(above.pk) if above else ""}
    )
    if work.posted and form.is_valid():
        try:
            actions.begin_lift(
                work.collaboration.pk,
                number,
                to_body_id=int(typed(form, "to_body")),
                reason=typed(form, "reason"),
                asked=form.asked(),
                left_out_reason=typed(form, "left_out_reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Lyftet av ärende {number} är påbörjat. Länkarna är på väg."
            return work.done(said, work.url("lift", number))
    rungs = climbing.rungs_of(case)
    passed = {body.name: skipped_between(rungs, case.body_id, body.pk) for body in bodies}
    return work.page(
        "cases/begin_lift.html",
        *_crumbs(work, case, "Lyft"),
        case=case,
        form=form,
        passed=[(name, listed(steps)) for name, steps in passed.items() if steps],
        obstacles=explained(work, _treated(case)),
    )


@page
def lift(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    found = _latest(case)
    shown = ShownLift(found, climbing.entries_of(found))
    coordinates = may(work, Act.LIFT, case)
    before = climbing.obstacles_before_completed(found, shown.entries) if is_open(found) else []
    return work.page(
        "cases/lift.html",
        *_crumbs(work, case, f"Lyft till {found.to_body.short}"),
        case=case,
        shown=shown,
        rows=[(one, _link_words(work, one)) for one in shown.entries],
        coordinates=coordinates,
        is_open=is_open(found),
        remindable=actions.lines_to_remind(found, work.now) if coordinates else [],
        stops=explained(work, [one for one in before if not isinstance(one, Remark)]),
        remarks=explained(work, [one for one in before if isinstance(one, Remark)]),
    )


@step
def note(work: Workspace, number: str, principal: str) -> HttpResponse:
    case, found = _to_lift(work, number)
    entry = _entry(found, principal)
    form = TypedForm(
        work.sent,
        initial={
            name: getattr(entry, name) for name in ("answer", "function", "person", "comment")
        },
    )
    seen = work.request.POST.get("seen", "") if work.posted else str(entry.revision)
    if work.posted and form.is_valid():
        try:
            actions.note_line_entry(
                entry.pk,
                form.said(),
                seen=int(seen) if seen.isdecimal() and len(seen) < 5 else -1,
                typed_reason=typed(form, "typed_reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            entry.refresh_from_db()
            seen = str(entry.revision)
        else:
            said = f"Svaret från linjen hos {entry.principal.short_name} är antecknat."
            return work.done(said, work.url("lift", number))
    return work.page(
        "cases/note_line.html",
        *_crumbs(work, case, f"Svar från {entry.principal.short_name}"),
        case=case,
        entry=entry,
        lift=found,
        form=form,
        seen=seen,
        obstacles=explained(work, _ended(found)),
    )


@step
def send_link(work: Workspace, number: str, principal: str) -> HttpResponse:
    case, found = _to_lift(work, number)
    entry = _entry(found, principal)
    form = AddressForm(work.sent, initial={"to": entry.to or entry.principal.registrar_email})
    if work.posted and form.is_valid():
        try:
            actions.send_line_link(entry.pk, to=typed(form, "to"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(
                f"En ny länk är på väg till {typed(form, 'to')}.", work.url("lift", number)
            )
    return work.page(
        "cases/line_link.html",
        *_crumbs(work, case, f"Ny länk till {entry.principal.short_name}"),
        case=case,
        entry=entry,
        form=form,
        obstacles=explained(work, _ended(found)),
    )


@step
def remind(work: Workspace, number: str) -> HttpResponse:
    case, found = _to_lift(work, number)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            reminded = actions.remind_line(found.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            names = listed([one.principal.short_name for one in reminded])
            return work.done(f"Påminnelse är på väg till {names}.", work.url("lift", number))
    silent = actions.lines_to_remind(found, work.now) if is_open(found) else []
    nobody = _ended(found) or ([] if silent else [Obstacle("no_line_to_remind")])
    return work.page(
        "cases/remind_line.html",
        *_crumbs(work, case, "Påminn linjen"),
        case=case,
        form=form,
        silent=silent,
        obstacles=explained(work, nobody),
    )


@step
def withdraw(work: Workspace, number: str) -> HttpResponse:
    case, found = _to_lift(work, number)
    form = WithdrawForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.withdraw_lift(found.pk, reason=typed(form, "reason"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Lyftet till {found.to_body.name} är återtaget."
            return work.done(said, work.url("case", number))
    return work.page(
        "cases/withdraw_lift.html",
        *_crumbs(work, case, "Återta lyftet"),
        case=case,
        lift=found,
        form=form,
        obstacles=explained(work, _ended(found)),
    )


@step
def complete(work: Workspace, number: str) -> HttpResponse:
    case, found = _to_lift(work, number)
    before = climbing.obstacles_before_completed(found, climbing.entries_of(found))
    remarks = [one for one in before if isinstance(one, Remark)]
    form = CompleteForm(work.sent, ask_reason=bool(remarks))
    if work.posted and form.is_valid():
        try:
            actions.complete_lift(
                found.pk, reason=typed(form, "reason") if remarks else "", by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {number} ligger nu hos {found.to_body.name}."
            return work.done(said, work.url("case", number))
    return work.page(
        "cases/complete_lift.html",
        *_crumbs(work, case, "Slutför lyftet"),
        case=case,
        lift=found,
        form=form,
        remarks=explained(work, remarks),
        obstacles=explained(work, [one for one in before if not isinstance(one, Remark)]),
    )


def _to_lift(work: Workspace, number: str) -> tuple[Case, Lift]:
    case = find_case(work, number)
    require(work.user, Act.LIFT, case, work.today)
    return case, _latest(case)


def _latest(case: Case) -> Lift:
    found = climbing.lifts_of(case).select_related("to_body__prepared_by").last()
    if found is None:
        raise Http404
    found.case = case
    return found


def _entry(found: Lift, principal: str) -> LineEntry:
    return get_object_or_404(found.entries.select_related("principal"), principal__slug=principal)


def _goals(work: Workspace, case: Case) -> list[Body]:
    here = climbing.stands(case.body)
    bodies = bodies_on(work.collaboration.pk, work.today)
    others = [one for one in bodies if is_other_level(here, climbing.stands(one))]
    return sorted(others, key=lambda one: one.prepared_by_id != case.body_id)


def _link_words(work: Workspace, entry: LineEntry) -> str:
    links = list(entry.links.all())
    if not links:
        return "ingen länk"
    if any(not obstacles_now(link, work.now) for link in links):
        return "länken gäller"
    return "länken gäller inte längre"


def _ended(found: Lift) -> list[Obstacle]:
    return [] if is_open(found) else [Obstacle("lift_has_ended", {"state": _state(found)})]


def _state(found: Lift) -> str:
    return str(found.get_state_display())


def _treated(case: Case) -> list[Obstacle]:
    if case.stage in OPEN:
        return []
    return [Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label})]


def _crumbs(work: Workspace, case: Case, label: str) -> list[Crumb]:
    return [
        ("Ärenden", work.url("cases")),
        (case.number, work.url("case", case.number)),
        (label, ""),
    ]
