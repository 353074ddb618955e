"""Letters to those who carry out, each with a personal link of its own."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from samverkan.dispatches.choices import DispatchState, ExecutionState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Execution, ExecutionLink
from samverkan.dispatches.rules.executing import REMIND_AT_MOST_EVERY
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.people.links import fresh

DOOR = "verkstall"


@transaction.atomic
def send_execution_link(
    execution_id: int, *, to: str = "", by: Actor, now: datetime
) -> ExecutionLink:
    """Revoke the links of an execution and e-mail a new one, to the same address or another.

    Raises StepRefused when there is no address.
    """
    execution = (
        Execution.objects.select_for_update(of=("self",), no_key=True)
        .select_related("dispatch__principal", "dispatch__recommendation__body")
        .get(pk=execution_id)
    )
    execution.to = to or execution.to
    if not execution.to:
        refuse([Obstacle("execution_no_address")])
    execution.save(update_fields=["to"])
    revoke_links(execution, now)
    recommendation = execution.dispatch.recommendation
    entry = record(
        recommendation.collaboration_id,
        "execution.link_sent",
        subject(recommendation),
        by=by,
        at=now,
        rule="R022",
        number=recommendation.number,
        principal=execution.dispatch.principal.name,
        function=execution.function,
    )
    return write_to([execution], "execution_named", entry, now=now)[0]


@transaction.atomic
def remind_executions(collaboration_id: int, *, by: Actor, now: datetime) -> list[Execution]:
    """Remind those whose day has passed and who have not reported; once a week at most.

    Raises StepRefused when there is nobody to remind.
    """
    late = list(
        late_executions(collaboration_id, localdate(now), now)
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )
    if not late:
        refuse([Obstacle("nothing_to_remind_of")])
    Execution.objects.filter(pk__in=[one.pk for one in late]).update(reminded_at=now)
    entry = record(
        collaboration_id,
        "execution.reminded",
        f"collaboration/{collaboration_id}",
        by=by,
        at=now,
        rule="R022",
        source="överenskommelsen § 2",
        principals=list(dict.fromkeys(one.dispatch.principal.name for one in late)),
    )
    write_to(late, "execution_reminded", entry, now=now)
    return late


def late_executions(collaboration_id: int, today: date, now: datetime) -> QuerySet[Execution]:
    """Return what is past its day and can be reminded of now."""
    lately = Q(reminded_at__gt=now - REMIND_AT_MOST_EVERY)
    return (
        Execution.objects.filter(
            ~lately | Q(reminded_at=None),
            dispatch__recommendation__collaboration=collaboration_id,
            dispatch__state=DispatchState.APPROVED,
            state=ExecutionState.TO_DO,
            due_on__lt=today,
        )
        .exclude(to="")
        .select_related("dispatch__principal", "dispatch__recommendation__body")
        .order_by("due_on", "pk")
    )


def revoke_links(execution: Execution, now: datetime) -> None:
    """Let no earlier link of an execution hold; part of an act that tells of it."""
    execution.links.filter(revoked_at=None).update(revoked_at=now)


def write_to(
    executions: Sequence[Execution], template: str, told: Entry, *, now: datetime
) -> list[ExecutionLink]:
    """Give each of some executions a new link and e-mail it; part of an act that tells of it."""
    reached = [one for one in executions if one.to]
    links = ExecutionLink.objects.bulk_create(
        ExecutionLink(execution=one, **fresh(now)) for one in reached
    )
    if links:
        notify(told, template, [(one.execution.to, _facts(one)) for one in links], at=now)
    return links


def execution_link_of(token: str) -> ExecutionLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    return (
        ExecutionLink.objects.filter(key=key)
        .select_related(
            "execution__document",
            "execution__dispatch__principal",
            "execution__dispatch__extract",
            "execution__dispatch__recommendation__body",
            "execution__dispatch__recommendation__case",
            "execution__dispatch__recommendation__collaboration",
        )
        .first()
    )


def _facts(link: ExecutionLink) -> dict[str, object]:
    execution = link.execution
    dispatch = execution.dispatch
    return {
        "principal": dispatch.principal.name,
        "function": execution.function,
        "number": dispatch.recommendation.number,
        "title": dispatch.recommendation.title,
        "body": dispatch.recommendation.body.name,
        "clauses": dispatch.recommendation.clauses,
        "decided_on": str(dispatch.decided_on) if dispatch.decided_on else "",
        "due_on": str(execution.due_on),
        "link_key": link.key,
        "link_door": DOOR,
    }
