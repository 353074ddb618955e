"""Who holds a coordinator function: give a share, change it, end it."""

from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.bodies.actions import functions as actions
from samverkan.bodies.actions.locks import lock_function
from samverkan.bodies.models import CoordinatorFunction, FunctionHolder
from samverkan.bodies.rules.functions import Held, percent, said, vacancies
from samverkan.journal.periods import last_of
from samverkan.principals.queries import principals_on
from samverkan.sentences import DAY
from samverkan.www.forms import typed
from samverkan.www.functions.forms import EndHoldingForm, HoldForm, ShareForm
from samverkan.www.functions.found import crumbs, find_function, find_holder
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.effects import Effect, from_when
from samverkan.www.structure.two_steps import Change, in_two_steps


@step
def hold(work: Workspace, slug: str) -> HttpResponse:
    function = find_function(work, slug)
    form = HoldForm(
        work,
        function,
        principals_on(work.collaboration.pk, work.today),
        work.sent,
        initial={"first": work.today, "employer": str(function.host_id)},
    )
    given: list[FunctionHolder] = []

    def act() -> str:
        lock_function(function.pk)
        person = form.found_or_entered()
        holder = actions.hold_function(
            function.pk,
            person_id=person.pk,
            share=form.share,
            employer_id=int(typed(form, "employer")),
            first=typed(form, "first"),
            until=form.until,
            with_role=typed(form, "with_role"),
            reason=form.reason_given,
            by=work.by,
            now=work.now,
        )
        given.append(holder)
        return f"{person.name} har {percent(holder.share)} procent i {function.name}."

    def effects() -> list[Effect]:
        holder = given[-1]
        told = [_held(holder), *_role_given(holder, wanted=typed(form, "with_role"))]
        return _effects(function, typed(form, "first"), told)

    change = Change(
        heading="Lägg till innehavare",
        over=function.name,
        lead=_room(function, work.today),
        act=act,
        effects=effects,
        crumbs=crumbs(work, "Lägg till innehavare"),
        back=work.url("functions"),
        template="functions/hold.html",
    )
    return in_two_steps(work, form, change)


@step
def change(work: Workspace, number: int) -> HttpResponse:
    holder = find_holder(work, number)
    function, person = holder.function, holder.person
    form = ShareForm(
        work.sent,
        initial={"percent": percent(holder.share), "first": max(work.today, holder.period.lower)},
    )

    def act() -> str:
        actions.change_share(
            holder.pk,
            share=form.share,
            first=typed(form, "first"),
            reason=form.reason_given,
            by=work.by,
            now=work.now,
        )
        return f"Andelen för {person.name} är ändrad."

    def effects() -> list[Effect]:
        told = f"{person.name} har {typed(form, 'percent')} procent av en heltid."
        return _effects(function, typed(form, "first"), [told])

    lead = f"{_held(holder)} {_room(function, work.today)}"
    made = Change(
        heading=f"Ändra andelen för {person.name}",
        over=function.name,
        lead=lead,
        act=act,
        effects=effects,
        crumbs=crumbs(work, "Ändra andelen"),
        back=work.url("functions"),
    )
    return in_two_steps(work, form, made)


@step
def end(work: Workspace, number: int) -> HttpResponse:
    holder = find_holder(work, number)
    function, person = holder.function, holder.person
    form = EndHoldingForm(work.sent, initial={"last": work.today})

    def act() -> str:
        actions.end_holding(
            holder.pk, until=form.until, reason=form.reason_given, by=work.by, now=work.now
        )
        return f"Innehavet för {person.name} är avslutat."

    def effects() -> list[Effect]:
        told = [f"{person.name} har ingen del i {function.name}.", *_role_ended(holder, form.until)]
        return _effects(function, form.until, told)

    made = Change(
        heading=f"Avsluta innehavet för {person.name}",
        over=function.name,
        lead=_held(holder),
        act=act,
        effects=effects,
        crumbs=crumbs(work, "Avsluta innehavet"),
        back=work.url("functions"),
        button="Avsluta innehavet",
    )
    return in_two_steps(work, form, made)


def _effects(function: CoordinatorFunction, since: date, told: list[str]) -> list[Effect]:
    """Return what was done, and how much nobody holds from then on."""
    first, *later = vacancies(function.full_time_equivalents, _holdings(function), since)
    return [_effect(function, *first, told), *(_effect(function, *one, []) for one in later)]


def _effect(function: CoordinatorFunction, since: date, vacant: Decimal, told: list[str]) -> Effect:
    size = said(function.full_time_equivalents)
    when = from_when(since)
    if not vacant:
        return Effect(when, [*told, f"Alla {size} årsarbetare har innehavare."])
    return Effect(when, told, [f"{said(vacant)} av {size} årsarbetare är utan innehavare."])


def _room(function: CoordinatorFunction, on: date) -> str:
    size = function.full_time_equivalents
    (_, vacant), *later = vacancies(size, _holdings(function), on)
    coming = (f", och från {date_format(day, DAY)} {said(free)}" for day, free in later)
    return f"Nu är {said(vacant)} av {said(size)} årsarbetare lediga{''.join(coming)}."


def _holdings(function: CoordinatorFunction) -> list[Held]:
    return [Held(one.share, one.period.lower, one.period.upper) for one in function.holders.all()]


def _held(holder: FunctionHolder) -> str:
    last = last_of(holder.period.upper)
    ends = f" till och med {date_format(last, DAY)}" if last else ""
    return (
        f"{holder.person.name} har {percent(holder.share)} procent av en heltid från "
        f"{date_format(holder.period.lower, DAY)}{ends}."
    )


def _role_given(holder: FunctionHolder, *, wanted: bool) -> list[str]:
    if not wanted:
        return []
    name = holder.person.name
    if holder.role is None:
        return [f"{name} har redan rollen koordinator."]
    return [f"{name} är koordinator så länge innehavet varar och får ändra i strukturen."]


def _role_ended(holder: FunctionHolder, until: date) -> list[str]:
    if holder.role is None:
        return []
    holder.role.refresh_from_db()
    ends = holder.role.period.upper == until
    return ["Rollen koordinator upphör samma dag."] if ends else []
