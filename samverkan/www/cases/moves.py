"""Whose move each case waits for, since when, and what stands in the way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Min
from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from samverkan.cases import rules, wording
from samverkan.cases.actions import obstacles_before_prepared
from samverkan.cases.actions import subject as case_subject
from samverkan.cases.choices import CaseStage, LiftState, Mover
from samverkan.cases.models import Case, Lift
from samverkan.cases.queries import cases_visible_to
from samverkan.cases.routines import open_exit, routine_of
from samverkan.cases.rules.routine import fields_before
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.models import Recommendation
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Remark
from samverkan.meetings.models import Item
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.sentences import DAY, say_all
from samverkan.www.pages import Workspace, page

MOST = 200
# What is written in a case does not make it somebody else's move.
NO_MOVE = ("case.documented", "case.ranked", "case.watched", "case.watch_finished")


@dataclass(frozen=True)
class Waiting:
    """A case, whose move it is, since which day, and what stands in the way."""

    case: Case
    move: rules.Move
    since: date | None
    today: date
    in_the_way: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """Return whose move it is, as it begins a sentence."""
        return str(self.move.who.label).capitalize()

    @property
    def sentence(self) -> str:
        """Return what is waited for, with its day."""
        if self.move.who is Mover.NOBODY:
            return wording.MOVES[self.move.what]
        by = f", senast den {date_format(self.move.by, DAY)}" if self.move.by else ""
        return f"Väntar på att {self.move.who.label} {wording.MOVES[self.move.what]}{by}."

    @property
    def is_late(self) -> bool:
        """Return whether the day has passed."""
        return self.move.by is not None and self.move.by < self.today

    @property
    def days(self) -> int | None:
        """Return for how many days it has waited."""
        return (self.today - self.since).days if self.since else None


@page
def moves(work: Workspace) -> HttpResponse:
    visible = cases_visible_to(work.user, work.collaboration.pk, work.today)
    # The oldest first: what has waited longest is what is easiest to forget.
    # What is told from a source is history, and nobody waits for it.
    still = visible.exclude(stage=CaseStage.CLOSED).filter(source="")
    found = waiting(
        list(
            still.select_related("body", "routine")
            .prefetch_related("exits__to_body", "exits__came_back")
            .order_by("raised_at", "number")[:MOST]
        ),
        work.today,
    )
    groups = [
        (str(who.label).capitalize(), own)
        for who in Mover
        if (own := sorted((one for one in found if one.move.who is who), key=_by_wait))
    ]
    return work.page(
        "cases/moves.html",
        ("Ärenden", work.url("cases")),
        ("Vems drag", ""),
        groups=groups,
        full=len(found) == MOST,
    )


def waiting(cases: list[Case], today: date) -> list[Waiting]:
    """Return whose move each case waits for; as many questions for one case as for many."""
    meetings = _meetings(cases)
    agreed = _agreed(cases)
    since = _since(cases, agreed)
    lifted = Lift.objects.filter(case__in=cases, state=LiftState.OPEN)
    lifting = set(lifted.values_list("case", flat=True))
    return [
        Waiting(
            case,
            rules.next_move(
                replace(
                    _standing(case, meetings.get(case.pk), agreed.get(case.pk), today),
                    lifting=case.pk in lifting,
                    away=open_exit(case) is not None,
                )
            ),
            since.get(case.pk),
            today,
            _in_the_way(case),
        )
        for case in cases
    ]


def _standing(
    case: Case, meets_on: date | None, agreed: Recommendation | None, today: date
) -> rules.Standing:
    facts: dict[str, Any] = {}
    if agreed is not None:
        facts = {"unanswered": agreed.unanswered, "reply_by": agreed.reply_by}  # type: ignore[attr-defined]
    return rules.Standing(
        CaseStage(case.stage),
        documented=all(
            getattr(case, name) for name in fields_before(routine_of(case), CaseStage.PREPARED)
        ),
        meets_on=meets_on,
        met=meets_on is not None and meets_on < today,
        agreed=agreed is not None,
        **facts,
    )


def _meetings(cases: Iterable[Case]) -> dict[int, date]:
    """Return the day on which each case is to be treated, of those that are on an open agenda."""
    open_items = Item.objects.filter(case__in=cases, outcome="", meeting__stage__in=BEFORE_HELD)
    found = open_items.values("case").annotate(first=Min("meeting__on"))
    return {row["case"]: row["first"] for row in found}


def _agreed(cases: Iterable[Case]) -> dict[int, Recommendation]:
    """Return the latest recommendation of each case, with how many have not answered."""
    silent = Count("dispatches", filter=awaited("dispatches__"))
    found = Recommendation.objects.filter(case__in=cases).annotate(unanswered=silent)
    return {one.case_id: one for one in found.order_by("agreed_on", "pk")}


def _since(cases: Iterable[Case], agreed: dict[int, Recommendation]) -> dict[int, date]:
    """Return since when each case waits, from the journal: its last step."""
    by_subject = {case_subject(case): case for case in cases}
    days: dict[int, date] = {}
    if by_subject:
        collaborations = {case.collaboration_id for case in by_subject.values()}
        steps = Entry.objects.filter(
            collaboration__in=collaborations, subject__in=by_subject
        ).exclude(verb__in=NO_MOVE)
        for subject, at in steps.order_by("sequence").values_list("subject", "at"):
            days[by_subject[subject].pk] = localtime(at).date()
    for pk, one in agreed.items():
        if one.dispatched_at:
            days[pk] = max(days.get(pk, date.min), localtime(one.dispatched_at).date())
    return days


def _in_the_way(case: Case) -> tuple[str, ...]:
    if case.stage != CaseStage.RAISED:
        return ()
    found = defaultdict(list)
    for one in obstacles_before_prepared(case, handler_known=case.handler_id is not None):
        found[isinstance(one, Remark)].append(one)
    return tuple(say_all(found[False]))


def _by_wait(one: Waiting) -> tuple[bool, date]:
    return (not one.is_late, one.since or date.min)
