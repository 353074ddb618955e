"""Give a seat, pass it on, end it, put right what is noted of it; each in two steps."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.bodies import actions
from samverkan.bodies.actions.locks import lock_body
from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Body, Mission
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import last_of
from samverkan.principals.models import Principal
from samverkan.sentences import DAY
from samverkan.www.forms import typed
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.found import (
    also_sits,
    crumbs,
    day_asked,
    find_body,
    find_mission,
    term_last,
)
from samverkan.www.structure.holders import Holder, holder_of, quota_of
from samverkan.www.structure.seat_forms import AppointForm, CorrectForm, EndSeatForm, SeatForm
from samverkan.www.structure.seating import (
    only_derived,
)
from samverkan.www.structure.two_steps import Change, in_two_steps


@step
def appoint(work: Workspace, slug: str) -> HttpResponse:
    body = find_body(work, slug)
    form = AppointForm(work, body, work.sent, initial=_initial(work, body))

    def act() -> str:
        holder = form.holder()
        lock_body(body.pk)
        person = form.found_or_entered()
        actions.appoint(
            body.pk,
            person_id=person.pk,
            **_whose(holder),
            kind=MissionKind(typed(form, "kind")),
            first=typed(form, "first"),
            until=form.until,
            is_main=typed(form, "is_main"),
            **form.decision(),
            by=work.by,
            now=work.now,
        )
        return f"{person.name} har fått uppdraget i {body.short}."

    return in_two_steps(
        work,
        form,
        Change(
            heading="Utse någon",
            over=body.name,
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Utse"),
            back=work.url("structure_body", body.slug),
            template="structure/seat.html",
            remarks=lambda: _meanwhile(form),
            obstacles=not_by_hand(body, work.today),
        ),
    )


@step
def replace(work: Workspace, number: int) -> HttpResponse:
    mission = find_mission(work, number)
    body = mission.body
    first = mission.period.upper or max(work.today, mission.period.lower or work.today)
    quota = quota_of(body, mission.holder, first)
    form = SeatForm(
        work,
        work.sent,
        initial={
            "first": first,
            "last": term_last(body, quota, first),
            "line_function": mission.line_function,
            "appointed_by": mission.appointed_by,
        },
    )
    del form.fields["is_main"]  # it follows the seat

    def act() -> str:
        lock_body(body.pk)
        person = form.found_or_entered()
        actions.replace_member(
            mission.pk,
            person_id=person.pk,
            first=typed(form, "first"),
            until=form.until,
            **form.decision(),
            by=work.by,
            now=work.now,
        )
        return f"{person.name} tar över efter {mission.person.name}."

    whose = f" för {mission.holder}" if mission.holder else ""
    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Ersätt {mission.person.name}",
            over=body.name,
            lead=f"Den nya tar över platsen{whose} ({mission.get_kind_display()}). "
            f"{mission.person.name} slutar dagen före.",
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Ersätt"),
            back=work.url("structure_body", body.slug),
            template="structure/seat.html",
            remarks=lambda: _meanwhile(form, but=mission.pk),
        ),
    )


@step
def end(work: Workspace, number: int) -> HttpResponse:
    mission = find_mission(work, number)
    body, person = mission.body, mission.person
    first = mission.period.lower
    begun = first is None or first <= work.today
    form = EndSeatForm(work.sent, initial={"last": work.today if begun else last_of(first)})

    def act() -> str:
        actions.end_mission(mission.pk, until=form.until, by=work.by, now=work.now)
        if form.until <= work.today:
            return f"Uppdraget för {person.name} är avslutat."
        last = date_format(typed(form, "last"), DAY)
        return f"Uppdraget för {person.name} slutar. Sista dagen är den {last}."

    not_begun = "Uppdraget har inte börjat. En sista dag före den första tar tillbaka det."
    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Avsluta uppdraget för {person.name}",
            over=_over(mission),
            lead="" if begun else not_begun,
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Avsluta"),
            back=work.url("structure_body", body.slug),
        ),
    )


@step
def correct(work: Workspace, number: int) -> HttpResponse:
    mission = find_mission(work, number)
    names = ("is_main", "line_function", "appointed_by", "appointed_on", "paragraph")
    form = CorrectForm(
        work.sent,
        initial={name: getattr(mission, name) for name in names},
    )

    def act() -> str:
        actions.correct_mission(
            mission.pk,
            is_main=typed(form, "is_main"),
            **form.decision(),
            by=work.by,
            now=work.now,
        )
        return f"Uppgifterna om {mission.person.name} är rättade."

    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Rätta uppgifter om {mission.person.name}",
            over=_over(mission),
            lead="Vem, för vem och när ändras med Ersätt och Avsluta.",
            act=act,
            bodies=lambda: [mission.body_id],
            crumbs=crumbs(work, mission.body, "Rätta uppgifter"),
            back=work.url("structure_body", mission.body.slug),
        ),
    )


def not_by_hand(body: Body, on: date) -> list[Obstacle]:
    """Return why nobody is given a seat in a body by hand: its seats follow offices (R072)."""
    return [Obstacle("seat_is_derived")] if only_derived(body, on) else []


def _initial(work: Workspace, body: Body) -> dict[str, Any]:
    """Fill in what the link that led here says, and the term that the seat's rule gives."""
    asked = work.request.GET
    first = day_asked(work, "fran") or max(work.today, body.period.lower or work.today)
    holder = holder_of(work, asked.get("for", ""))
    return {
        "for_whom": asked.get("for", ""),
        "kind": asked.get("plats", MissionKind.ORDINARY),
        "first": first,
        "last": term_last(body, quota_of(body, holder, first), first),
    }


def _whose(holder: Holder) -> dict[str, Any]:
    if holder is None:
        return {}
    return {"principal_id" if isinstance(holder, Principal) else "nominator_id": holder.pk}


def _meanwhile(form: SeatForm, *, but: int = 0) -> list[str]:
    person = form.chosen()
    if person is None:
        return []
    return also_sits(person.pk, typed(form, "first"), form.until, but=but)


def _over(mission: Mission) -> str:
    whose = f" för {mission.holder}" if mission.holder else ""
    return f"{mission.body.name}, {mission.get_kind_display()}{whose}"
