"""The path inside a principal: told in one act, as often as there is news."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import AlreadyRegistered, register_answer
from samverkan.dispatches.actions.path_rows import (
    decided_of,
    known_bodies,
    rows_of,
    standing_rows,
    write_path,
)
from samverkan.dispatches.choices import DECIDED, AnswerKind, DispatchState
from samverkan.dispatches.models import Dispatch, LinePath
from samverkan.dispatches.rules import Chain, Decided, LineRow, Usual
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse

LATEST = 30


@transaction.atomic
def tell_path(
    dispatch_id: int,
    text: str,
    *,
    seen: int,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> LinePath:
    """Keep the path inside a principal as it is told: every step, done or to come.

    When the last step is to come, its day is the principal's planned meeting and is told at once.
    Raises StepRefused when something stands in the way and AlreadyRegistered when the path stands
    so already.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation__body")
        .get(pk=dispatch_id)
    )
    standing = standing_rows(dispatch)
    read = read_text(dispatch, text, on=localdate(now))
    rows = rules.kept_as_planned(read, standing)
    if rows == standing and rows and not read.unread:
        raise AlreadyRegistered
    refuse(
        [
            *rules.obstacles_to_path(
                rules.ReadPath(rows, read.unread),
                standing=standing,
                decided=decided_of(dispatch),
                agreed_on=dispatch.recommendation.agreed_on,
                today=localdate(now),
                seen=seen,
                given=dispatch.paths.count(),
                reason=reason,
                from_source=bool(source),
            ),
            *obstacles_to_text(Steg=text, Skäl=reason),
        ]
    )
    _plan(dispatch, rows, by=by, now=now)
    return write_path(dispatch, rows, reason=reason, by=by, now=now, source=source)


def read_text(dispatch: Dispatch, text: str, *, on: date) -> rules.ReadPath:
    """Return what is understood of a written path on a day."""
    known = known_bodies(dispatch.principal_id, on)
    since = dispatch.recommendation.agreed_on
    return rules.read_path(text, since=since, today=on, known=known)


def usual_chain_of(dispatch: Dispatch) -> Usual | None:
    """Return how a principal usually does with such a matter, from its latest decisions."""
    earlier = (
        Dispatch.objects.filter(principal_id=dispatch.principal_id, state__in=DECIDED)
        .exclude(pk=dispatch.pk)
        .exclude(deciding_body="")
        .select_related("recommendation__case")
        .prefetch_related("paths__steps")
        .defer("proposal")
        .order_by("-decided_on", "-pk")[:LATEST]
    )
    chains = [_chain(one) for one in earlier]
    return rules.usual_chain(chains, dispatch.recommendation.case.kind)


def latest_rows(paths: Iterable[LinePath]) -> tuple[LineRow, ...]:
    """Return the standing steps of paths that are fetched already."""
    latest = max(paths, key=lambda path: path.pk, default=None)
    return rows_of(latest.steps.all()) if latest else ()


def _chain(dispatch: Dispatch) -> Chain:
    decided = Decided(dispatch.deciding_body, dispatch.decided_on, dispatch.paragraph)
    matter = dispatch.recommendation.case.kind
    return rules.chain_of(latest_rows(dispatch.paths.all()), decided, matter)


def _plan(dispatch: Dispatch, rows: tuple[LineRow, ...], *, by: Actor, now: datetime) -> None:
    last = rows[-1] if rows else None
    if last is None or last.done or last.on is None or last.on < localdate(now):
        return
    if DispatchState(dispatch.state) in DECIDED:
        return
    if (dispatch.planned_on, dispatch.deciding_body) == (last.on, last.body):
        return
    register_answer(
        dispatch.pk,
        rules.Told(AnswerKind.PLANNED, on=last.on, deciding_body=last.body),
        seen=dispatch.answers_count,
        by=by,
        now=now,
    )
