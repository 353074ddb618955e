"""Who leads a body: elect, let a term run on, end it; each in two steps."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse

from samverkan.bodies import actions
from samverkan.bodies.choices import Extension, Office
from samverkan.bodies.models import Body, ChairTerm
from samverkan.bodies.queries.elections import Election, election
from samverkan.bodies.queries.orders import as_order, order_on
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import day_after, last_of
from samverkan.www.forms import typed
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.candidates import barred, candidates
from samverkan.www.structure.chair_forms import ElectForm, ExtendForm
from samverkan.www.structure.found import crumbs, day_asked, find_body, find_term
from samverkan.www.structure.seat_forms import EndSeatForm
from samverkan.www.structure.two_steps import Change, in_two_steps

ADDRESSES = {
    "ordforande": Office.CHAIR,
    "vice-ordforande": Office.VICE_CHAIR,
    "andre-vice-ordforande": Office.SECOND_VICE_CHAIR,
}
WORDS = {office: word for word, office in ADDRESSES.items()}


@step
def elect(work: Workspace, slug: str, office: str) -> HttpResponse:
    body = find_body(work, slug)
    if office not in ADDRESSES:
        raise Http404
    chosen = ADDRESSES[office]
    initial = _next_term(work, body, chosen)
    form = ElectForm(work.sent, initial=initial)
    held = _asked(form, body, chosen, initial)
    found = candidates(held)
    form.set_members(found)

    def act() -> str:
        term = actions.elect(
            body.pk,
            chosen,
            person_id=int(typed(form, "member")),
            first=typed(form, "first"),
            until=form.until,
            reason=form.reason_given,
            by=work.by,
            now=work.now,
        )
        return f"{term.person.name} är vald till {chosen.label}."

    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Välj {chosen.label}",
            over=body.name,
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, f"Välj {chosen.label}"),
            back=work.url("structure_body", body.slug),
            template="structure/elect.html",
            context={
                "turn": held.turn,
                "first_day": held.first,
                "nobody": not any(one.eligible for one in found),
                "barred": barred(found),
            },
        ),
    )


@step
def extend(work: Workspace, number: int) -> HttpResponse:
    term = find_term(work, number)
    body = term.body
    rule = order_on(body, last_of(term.period.upper) or work.today)
    order = as_order(rule)
    longer = order.until(term.period.upper) if order and term.period.upper else None
    form = ExtendForm(work.sent, initial={"last": last_of(longer)})

    def act() -> str:
        actions.extend_chair(
            term.pk,
            until=form.until,
            unanimous=typed(form, "unanimous"),
            reasons=typed(form, "reasons"),
            decided_on=typed(form, "decided_on"),
            point=typed(form, "point"),
            by=work.by,
            now=work.now,
        )
        return f"Uppdraget för {term.person.name} är förlängt."

    extension = Extension(rule.extension) if rule else Extension.NO
    closed = [Obstacle("extension_not_open")] if extension is Extension.NO else []
    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Förläng uppdraget för {term.person.name}",
            over=_over(term),
            lead=f"I {body.short} krävs {extension.label}.",
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Förläng"),
            back=work.url("structure_body", body.slug),
            obstacles=closed,
        ),
    )


@step
def end(work: Workspace, number: int) -> HttpResponse:
    term = find_term(work, number)
    form = EndSeatForm(
        work.sent,
        initial={"last": min(work.today, last_of(term.period.upper) or work.today)},
    )

    def act() -> str:
        actions.end_chair(term.pk, until=form.until, by=work.by, now=work.now)
        if form.until <= term.period.lower:
            return f"Valet av {term.person.name} är taget tillbaka."
        return f"{term.person.name} är inte längre {Office(term.office).label}."

    coming = term.period.lower > work.today
    name = term.person.name

    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Ta tillbaka valet av {name}" if coming else f"Avsluta uppdraget för {name}",
            over=_over(term),
            lead="Uppdraget har inte börjat. Med en sista dag före det tas valet tillbaka."
            if coming
            else "Platsen i organet är kvar. Det är bara uppdraget som upphör.",
            act=act,
            bodies=lambda: [term.body_id],
            crumbs=crumbs(work, term.body, "Avsluta"),
            back=work.url("structure_body", term.body.slug),
        ),
    )


def _next_term(work: Workspace, body: Body, office: Office) -> dict[str, Any]:
    """Begin where the last term of the office ends, and run as long as the order says."""
    last = body.chair_terms.filter(office=office).order_by("period").last()
    after = last.period.upper if last and last.period.upper else work.today
    first = day_asked(work, "fran") or max(after, body.period.lower or after)
    order = as_order(order_on(body, first))
    return {"first": first, "last": last_of(order.until(first)) if order else None}


def _asked(form: ElectForm, body: Body, office: Office, initial: dict[str, Any]) -> Election:
    """Take the days that were typed, if they can be read, for who may be chosen."""
    first = _day(form, "first") or initial["first"]
    last = _day(form, "last") if form.is_bound else initial["last"]
    until = day_after(last)
    if until is not None and until <= first:
        until = None  # what is wrong with the days is said at the days
    return election(body, office, first, until)


def _day(form: ElectForm, name: str) -> date | None:
    if not form.is_bound:
        return None
    field = form.fields[name]
    try:
        value: date | None = field.clean(form[name].data)
    except ValidationError:  # the form itself says what is wrong
        return None
    return value


def _over(term: ChairTerm) -> str:
    return f"{term.body.name}, {Office(term.office).label}"
