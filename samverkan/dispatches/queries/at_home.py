"""What concerns a principal: what waits there, what is due, decided, and about to end."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils.formats import date_format

from samverkan.bodies.models import Mission
from samverkan.dispatches.choices import DECIDED, NOT_ASKED, DispatchState, ExecutionState
from samverkan.dispatches.models import Dispatch, Execution
from samverkan.dispatches.rules import shown_execution, shown_state
from samverkan.people.models import Role
from samverkan.principals.models import Principal

DAY = "j F Y"
SOON = timedelta(days=45)
LATELY = timedelta(days=90)
ENDS_WITHIN = timedelta(days=120)
MOST = 50


class Part(StrEnum):
    """Where on a principal's page something stands; the value is its heading."""

    WAITS = "Väntar på oss"
    CARRY_OUT = "Ska genomföras"
    DUE = "Snart"
    DECIDED = "Beslutat"
    EXPIRES = "Går ut"


@dataclass(frozen=True)
class Matter:
    """One thing that concerns a principal: what, when, and the recommendation it is about."""

    part: Part
    what: str
    said: str
    on: date | None = None
    number: str = ""


def principals_of(person_id: int, collaboration_id: int, on: date) -> QuerySet[Principal]:
    """Return the principals that a person sits for, or has a role at, on a day."""
    sits = Mission.objects.filter(
        person=person_id, body__collaboration=collaboration_id, period__contains=on
    )
    trusted = Role.objects.filter(
        person=person_id, collaboration=collaboration_id, period__contains=on
    )
    return Principal.objects.filter(
        Q(pk__in=sits.values("principal")) | Q(pk__in=trusted.values("principal")),
        collaboration=collaboration_id,
    )


def matters_at_home(principals: Collection[int], today: date) -> dict[int, list[Matter]]:
    """Return what concerns some principals on a day, the most pressing first within each part."""
    found: dict[int, list[Matter]] = defaultdict(list)
    for source in (_answers, _executions, _missions):
        for principal, matters in source(principals, today).items():
            found[principal] += matters
    for matters in found.values():
        matters.sort(key=_pressing)
    return found


def by_part(matters: Collection[Matter]) -> list[tuple[Part, list[Matter]]]:
    """Return what concerns a principal, part by part, in the order of the page."""
    return [(part, [one for one in matters if one.part is part][:MOST]) for part in Part]


def _pressing(concern: Matter) -> tuple[int, str]:
    """Order by day, what is without one last; of what is decided, the latest first."""
    day = (concern.on or date.max).toordinal()
    return -day if concern.part is Part.DECIDED else day, concern.what


def _answers(principals: Collection[int], today: date) -> dict[int, list[Matter]]:
    found: dict[int, list[Matter]] = defaultdict(list)
    told = (
        Dispatch.objects.filter(principal__in=principals)
        .exclude(state__in=(*NOT_ASKED, DispatchState.HELD))
        .filter(~Q(state__in=DECIDED) | Q(decided_on__gte=today - LATELY))
        .select_related("recommendation__body")
        .order_by("recommendation__reply_by", "recommendation__number")
    )
    for dispatch in told:
        decided = dispatch.state in DECIDED
        of_it = [_decided(dispatch)] if decided else _undecided(dispatch, today)
        found[dispatch.principal_id] += of_it
    return found


def _undecided(dispatch: Dispatch, today: date) -> list[Matter]:
    recommendation = dispatch.recommendation
    state = shown_state(
        DispatchState(dispatch.state),
        reply_by=recommendation.reply_by,
        planned_on=dispatch.planned_on,
        today=today,
    )
    said = [recommendation.body.short, state.label]
    if recommendation.reply_by:
        late = "önskades" if recommendation.reply_by < today else "önskas"
        said.append(f"svar {late} senast {date_format(recommendation.reply_by, DAY)}")
    title, number = recommendation.title, recommendation.number
    waits = Matter(Part.WAITS, title, " · ".join(said), recommendation.reply_by, number)
    days = {
        "svarsdag": recommendation.reply_by,
        "planerat möte": dispatch.planned_on,
        "dagen ni har bett om": dispatch.more_time_until,
    }
    return [waits] + [
        Matter(Part.DUE, title, f"{about}, {date_format(day, DAY)}", day, number)
        for about, day in days.items()
        if day is not None and today <= day <= today + SOON
    ]


def _decided(dispatch: Dispatch) -> Matter:
    said = [dispatch.get_state_display(), dispatch.deciding_body, dispatch.paragraph]
    day = date_format(dispatch.decided_on, DAY) if dispatch.decided_on else ""
    words = ", ".join(filter(None, [*said, day]))
    recommendation = dispatch.recommendation
    on = dispatch.decided_on
    return Matter(Part.DECIDED, recommendation.title, words, on, recommendation.number)


def _executions(principals: Collection[int], today: date) -> dict[int, list[Matter]]:
    """Return what is to be carried out after bifall, and by whom (R022)."""
    found: dict[int, list[Matter]] = defaultdict(list)
    to_do = Execution.objects.filter(
        dispatch__principal__in=principals, state=ExecutionState.TO_DO
    ).select_related("dispatch__recommendation")
    for one in to_do:
        state = shown_execution(ExecutionState(one.state), due_on=one.due_on, today=today)
        recommendation = one.dispatch.recommendation
        said = f"{one.function}, {state.label}, senast {date_format(one.due_on, DAY)}"
        found[one.dispatch.principal_id].append(
            Matter(Part.CARRY_OUT, recommendation.title, said, one.due_on, recommendation.number)
        )
    return found


def _missions(principals: Collection[int], today: date) -> dict[int, list[Matter]]:
    """Return the missions that end, unless somebody has been appointed to follow."""
    found: dict[int, list[Matter]] = defaultdict(list)
    last = today + ENDS_WITHIN
    held = Mission.objects.filter(principal__in=principals, period__contains=today)
    ending = held.filter(period__endswith__lte=last).select_related("body", "person")
    followed = set(
        Mission.objects.filter(principal__in=principals, period__startswith__gt=today).values_list(
            "principal_id", "body_id", "kind", "place"
        )
    )
    for one in ending:
        if (one.principal_id, one.body_id, one.kind, one.place) in followed:
            continue
        ends = one.period.upper - timedelta(days=1)
        what = f"{one.person}, {one.get_kind_display()} i {one.body.name}"
        said = f"till och med {date_format(ends, DAY)}. Ingen efterträdare är utsedd"
        found[one.principal_id or 0].append(Matter(Part.EXPIRES, what, said, ends))
    return found
