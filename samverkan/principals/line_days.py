"""What can be done with the days when a principal's own bodies meet: note, confirm, read in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.line_rules import (
    DayChanges,
    LineDay,
    day_changes,
    obstacles_to_line_body,
    obstacles_to_line_days,
    obstacles_to_line_leads,
)
from samverkan.principals.models import LineBody, LineMeeting, Principal
from samverkan.principals.rules import NAME_LIMIT

SUBJECT = "line-days"
LEADS = ("papers_days", "approval_days", "appeal_days")


@transaction.atomic
def set_line_days(
    line_body_id: int,
    days: Sequence[LineDay],
    *,
    confirmed: bool,
    source: str = "",
    seen: str | None = None,
    by: Actor,
    now: datetime,
) -> DayChanges:
    """Let the coming days of a line body be those that are told, and no others.

    `seen` is what `mark_of` said of the days that the sender saw. Days that have been stay.

    Raises StepRefused for a day that cannot be meant, when somebody else changed the days
    meanwhile, or when nothing would change.
    """
    body = _locked(line_body_id)
    today = localdate(now)
    known = _known([body.pk], today).get(body.pk, {})
    if seen is not None and seen != mark_of(known):
        refuse([Obstacle("line_days_changed_meanwhile")])
    refuse(obstacles_to_line_days(days, today=today, source=source, confirmed=confirmed))
    told = {body.pk: days}
    changes = _note(told, confirmed, source, replace=True, by=by, now=now)[body.pk]
    if not changes and not (confirmed and days):
        refuse([Obstacle("line_days_unchanged")])
    record(
        body.principal.collaboration_id,
        "line_days.confirmed" if confirmed and not changes else "line_days.set",
        f"principal/{body.principal.slug}",
        by=by,
        at=now,
        rule="R319",
        source=source,
        principal=body.principal.name,
        body=body.name,
        confirmed=confirmed,
        days=[one.on for one in days],
        new=len(changes.new),
        changed=len(changes.changed),
        gone=len(changes.gone),
    )
    return changes


@transaction.atomic
def confirm_line_days(
    line_body_id: int, *, source: str, by: Actor, now: datetime, seen: str | None = None
) -> DayChanges:
    """Note that the coming days of a line body are right, all of them.

    Raises StepRefused when none are known, without a source, or when they were changed meanwhile.
    """
    body = _locked(line_body_id)
    known = _known([body.pk], localdate(now)).get(body.pk, {})
    if not known:
        refuse([Obstacle("no_line_days_to_confirm")])
    days = [LineDay(on, papers_by) for on, papers_by in sorted(known.items())]
    return set_line_days(
        line_body_id, days, confirmed=True, source=source, seen=seen, by=by, now=now
    )


@transaction.atomic
def read_in_line_days(
    collaboration_id: int,
    told: Mapping[int, Sequence[LineDay]],
    *,
    confirmed: bool,
    source: str,
    replace: bool = False,
    by: Actor,
    now: datetime,
) -> dict[int, DayChanges]:
    """Note the days of several line bodies from a file, all in one act or none.

    With `replace` the file is the whole calendar of the bodies in it: coming days that it does
    not have are taken away.

    Raises StepRefused when a day cannot be meant, or nothing would change.
    """
    bodies = LineBody.objects.filter(pk__in=told, principal__collaboration_id=collaboration_id)
    locked = list(bodies.select_for_update(of=("self",), no_key=True).order_by("pk"))
    refuse(
        [
            one
            for body in locked
            for one in obstacles_to_line_days(
                told[body.pk], today=localdate(now), source=source, confirmed=confirmed
            )
        ]
    )
    ours = {body.pk: told[body.pk] for body in locked}
    done = _note(ours, confirmed, source, replace=replace, by=by, now=now)
    if not any(done.values()) and not (confirmed and ours):
        refuse([Obstacle("line_days_unchanged")])
    record(
        collaboration_id,
        "line_days.read",
        SUBJECT,
        by=by,
        at=now,
        rule="R319",
        source=source,
        bodies=len(done),
        confirmed=confirmed,
        new=sum(len(one.new) for one in done.values()),
        changed=sum(len(one.changed) for one in done.values()),
        gone=sum(len(one.gone) for one in done.values()),
    )
    return done


@transaction.atomic
def set_line_leads(
    line_body_id: int,
    *,
    papers_days: int | None,
    approval_days: int | None,
    appeal_days: int | None,
    by: Actor,
    now: datetime,
) -> LineBody:
    """Note how long before a meeting papers are due, and how long approval and appeal take.

    What is left out follows from the county's rhythm, and last from the law.

    Raises StepRefused for days that cannot be meant, or when nothing would change.
    """
    body = _locked(line_body_id)
    told = dict(zip(LEADS, (papers_days, approval_days, appeal_days), strict=True))
    refuse(obstacles_to_line_leads(told=told, present={one: getattr(body, one) for one in LEADS}))
    for name, days in told.items():
        setattr(body, name, days)
    body.save(update_fields=LEADS)
    record(
        body.principal.collaboration_id,
        "line_body.leads_set",
        f"principal/{body.principal.slug}",
        by=by,
        at=now,
        principal=body.principal.name,
        body=body.name,
        papers_days=papers_days,
        approval_days=approval_days,
        appeal_days=appeal_days,
    )
    return body


@transaction.atomic
def add_line_body(
    principal_id: int,
    *,
    name: str,
    kind: LineBodyKind,
    first: date | None = None,
    by: Actor,
    now: datetime,
) -> LineBody:
    """Note one more of a principal's own deciding bodies, such as its council.

    Raises StepRefused without a name, or when the principal has one with the name.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    known = principal.line_bodies.values_list("name", flat=True)
    refuse(obstacles_to_line_body(name=name, limit=NAME_LIMIT, namesakes=list(known)))
    body = LineBody.objects.create(
        principal=principal, name=name, kind=kind, period=from_day(first)
    )
    record(
        principal.collaboration_id,
        "line_body.added",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        rule="R007",
        principal=principal.name,
        body=name,
        kind=kind.label,
    )
    return body


def mark_of(days: Mapping[date, date | None]) -> str:
    """Return a mark of some coming days, so that a page can tell whether they have changed."""
    return ";".join(f"{on}/{papers_by or ''}" for on, papers_by in sorted(days.items()))


def coming_of(line_body_id: int, today: date) -> dict[date, date | None]:
    """Return the coming days of a line body, each with its last day for papers."""
    return _known([line_body_id], today).get(line_body_id, {})


def _locked(line_body_id: int) -> LineBody:
    return (
        LineBody.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal")
        .get(pk=line_body_id)
    )


def _known(bodies: Iterable[int], today: date) -> dict[int, dict[date, date | None]]:
    found: dict[int, dict[date, date | None]] = {}
    rows = _coming(bodies, today).values_list("line_body_id", "on", "papers_by")
    for body, on, papers_by in rows:
        found.setdefault(body, {})[on] = papers_by
    return found


def _coming(bodies: Iterable[int], today: date) -> QuerySet[LineMeeting]:
    return LineMeeting.objects.filter(line_body__in=list(bodies), on__gte=today)


def _note(
    told: Mapping[int, Sequence[LineDay]],
    confirmed: bool,
    source: str,
    *,
    replace: bool,
    by: Actor,
    now: datetime,
) -> dict[int, DayChanges]:
    """Let the rows follow what is told, in as many queries however many bodies and days."""
    today = localdate(now)
    known = _known(told, today)
    done = {
        body: day_changes(days, known.get(body, {}), replace=replace) for body, days in told.items()
    }
    who = ", ".join(filter(None, (by.name, by.on_behalf_of)))[:200]
    sure = {"confirmed_at": now, "confirmed_by": who} if confirmed else {}
    LineMeeting.objects.bulk_create(
        LineMeeting(line_body_id=body, on=one.on, papers_by=one.papers_by, source=source, **sure)
        for body, changes in done.items()
        for one in changes.new
    )
    rows = {(one.line_body_id, one.on): one for one in _coming(told, today)}
    gone = [rows[body, on].pk for body, changes in done.items() for on in changes.gone]
    LineMeeting.objects.filter(pk__in=gone).delete()
    touched = []
    for body, days in told.items():
        changed = {one.on for one in done[body].changed}
        for one in days:
            row = rows[body, one.on]
            if one.on in changed:
                row.papers_by = one.papers_by
            if confirmed or one.on in changed:
                row.source = source or row.source
                row.confirmed_at = now if confirmed else row.confirmed_at
                row.confirmed_by = who if confirmed else row.confirmed_by
                touched.append(row)
    LineMeeting.objects.bulk_update(
        touched, ["papers_by", "source", "confirmed_at", "confirmed_by"]
    )
    return done
