"""What can be done with the chair: elect, let a term run on, end it."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from samverkan.bodies.actions.leading import end_term
from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body, ChairExtension, ChairTerm, Mission
from samverkan.bodies.queries import derived_people
from samverkan.bodies.queries.elections import election, sides_against
from samverkan.bodies.queries.orders import as_order, order_on
from samverkan.bodies.rules.chairs import (
    obstacles_to_end_term,
    obstacles_to_extend,
)
from samverkan.bodies.rules.seats import obstacles_to_period
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.fields import Period, from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.periods import first_day_without, last_of
from samverkan.journal.record import record
from samverkan.principals.choices import Side


@transaction.atomic
def elect(
    body_id: int,
    office: Office,
    *,
    person_id: int,
    first: date,
    until: date | None,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> ChairTerm:
    """Let a member lead a body, as chair or vice chair, as long as its order says.

    Raises StepRefused when the person is no member, the side is not the right one, the term is
    not the order's, or the office is held. A substitute may chair with a written reason.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    if until is not None and until <= first:
        refuse([Obstacle("term_ends_first")])  # the database knows no such period
    asked = election(body, office, first, until)
    period = from_day(first, until)
    refuse(asked.obstacles_to(person_id) + _outside_or_taken(body, office, period), reason=reason)
    term = ChairTerm.objects.create(
        body=body,
        person_id=person_id,
        office=office,
        side=asked.side_of(person_id) or "",
        period=period,
    )
    facts = {"first": first, "last": last_of(until), "reason": reason}
    _tell(
        "chair.elected",
        term,
        by=by,
        now=now,
        source=asked.rule.source if asked.rule else "",
        **facts,
    )
    return term


@transaction.atomic
def extend_chair(
    term_id: int,
    *,
    until: date,
    unanimous: bool,
    reasons: str,
    decided_on: date,
    point: int | None = None,
    by: Actor,
    now: datetime,
) -> ChairTerm:
    """Let a chair's term run on, as the body's own order asks (R069, R101).

    Raises StepRefused when the decision is not of the kind that is asked for, has no reasons,
    or someone else is elected for the time.
    """
    term = _locked(term_id)
    rule = order_on(term.body, last_of(term.period.upper) or decided_on)
    was_until = term.period.upper
    after = from_day(was_until or until, max(until, was_until or until))
    same_office = term.body.chair_terms.filter(office=term.office).exclude(pk=term.pk)
    refuse(
        obstacles_to_extend(
            order=as_order(rule),
            was_until=was_until,
            until=until,
            unanimous=unanimous,
            reasons=reasons,
            decided_on=decided_on,
            today=now.date(),
            successor=same_office.filter(period__overlap=after).exists(),
            leaves_on=_leaves_on(term.body, term.person_id, was_until or until, until),
            side=Side(term.side) if term.side else None,
            sides_against=sides_against(term.body, Office(term.office), after),
        )
        + obstacles_to_text(Skäl=reasons)
    )
    refuse(_outside_or_taken(term.body, Office(term.office), after))
    ChairExtension.objects.create(
        term=term,
        was_until=was_until,
        until=until,
        unanimous=unanimous,
        reasons=reasons,
        decided_on=decided_on,
        point=point,
    )
    term.period = from_day(term.period.lower, until)
    term.save(update_fields=["period"])
    facts = {"last": last_of(until), "unanimous": unanimous, "reasons": reasons, "point": point}
    source = rule.source if rule else ""
    _tell("chair.extended", term, by=by, now=now, source=source, decided_on=decided_on, **facts)
    return term


@transaction.atomic
def end_chair(term_id: int, *, until: date, by: Actor, now: datetime) -> ChairTerm:
    """End a chair's term before its time: the day is the first without it.

    A term that has not begun by then is taken back.

    Raises StepRefused when it would end before it began, or has already ended.
    """
    term = _locked(term_id)
    period = term.period
    refuse(
        obstacles_to_end_term(
            first=period.lower, until=period.upper, wanted=until, today=now.date()
        )
    )
    begun = period.lower < until
    end_term(term, until)
    verb = "chair.ended" if begun else "chair.withdrawn"
    _tell(verb, term, by=by, now=now, last=last_of(until))
    return term


def _locked(term_id: int) -> ChairTerm:
    body_id = ChairTerm.objects.values_list("body_id", flat=True).get(pk=term_id)
    Body.objects.select_for_update(no_key=True).get(pk=body_id)
    return ChairTerm.objects.select_related("body", "person").get(pk=term_id)


def _leaves_on(body: Body, person_id: int, first: date, until: date | None) -> date | None:
    """Return the first day of a term when a person no longer sits in a body."""
    if person_id in derived_people(body.pk, first):
        return None  # the seat follows another office
    held = Mission.objects.filter(body=body, person=person_id).values_list("period", flat=True)
    return first_day_without(held, first, until)


def _outside_or_taken(body: Body, office: Office, period: Period) -> list[Obstacle]:
    first, until = period.lower, period.upper
    if first is None or (until is not None and until <= first):
        return []  # said by the rule about the term
    outside = obstacles_to_period(first, until, within=body.period)
    if body.chair_terms.filter(office=office, period__overlap=period).exists():
        return [*outside, Obstacle("office_taken", {"office": office.label})]
    return outside


def _tell(
    verb: str, term: ChairTerm, *, by: Actor, now: datetime, source: str = "", **facts: Any
) -> None:
    body = term.body
    record(
        body.collaboration_id,
        verb,
        f"body/{body.slug}",
        by=by,
        at=now,
        source=source,
        body=body.name,
        person=term.person.name,
        office=Office(term.office).label,
        **facts,
    )
