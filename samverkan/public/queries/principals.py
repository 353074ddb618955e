"""What the list of principals and the page of one principal show."""

from datetime import date
from typing import Any

from django.db.models import Count, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.http import Http404

from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import DECIDED, DispatchState, ShownState
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import shown_state
from samverkan.principals.models import GroupingMembership, Principal
from samverkan.public.paging import Order, Row, Rows
from samverkan.public.queries.structure.around import former_names
from samverkan.public.queries.structure.seats import (
    Seats,
    missions_between,
    missions_elsewhere,
    quotas_of,
    seats_of,
    vacancies_by_principal,
)

ORDER = Order("agreed_on", "number")
MOST_WAITING = 100


def principals_on(collaboration_id: int, on: date) -> list[Row]:
    """Return the principals of a day by the names they had, with what waits and what is vacant."""
    waiting = dict(
        Dispatch.objects.filter(awaited(), recommendation__collaboration_id=collaboration_id)
        .values_list("principal")
        .annotate(waiting=Count("pk"))
        .order_by()
    )
    vacant = vacancies_by_principal(collaboration_id, on)
    former = former_names(collaboration_id, on)
    found = Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on).values(
        "pk", "slug", "name", "kind", "side"
    )
    return [
        {
            **row,
            "name": former.get(row["pk"], row["name"]),
            "waiting": waiting.get(row["pk"], 0),
            "vacant": vacant[row["pk"]],
        }
        for row in found
    ]


def names_on(collaboration_id: int, on: date) -> list[tuple[str, str]]:
    """Return the principals of a day, as address and short name."""
    found = Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return list(found.values_list("slug", "short_name"))


def principal_of(collaboration_id: int, slug: str) -> Principal:
    """Return a principal by its address.

    Raises Http404 when there is none.
    """
    found = Principal.objects.filter(collaboration_id=collaboration_id, slug=slug)
    principal = found.prefetch_related("former_names").first()
    if principal is None:
        raise Http404
    return principal


def groupings_of(principal: Principal, on: date) -> list[GroupingMembership]:
    """Return the groupings that a principal belongs to on a day."""
    found = GroupingMembership.objects.filter(principal=principal, period__contains=on)
    return list(found.select_related("grouping").order_by("grouping__name"))


def waiting_at(principal: Principal, today: date) -> list[Row]:
    """Return the recommendations that a principal has to decide on, the oldest first."""
    found = _told(principal).filter(awaited()).order_by("agreed_on", "number")
    return [{**row, "shown": _shown(row, today)} for row in found[:MOST_WAITING]]


def decisions_of(principal: Principal) -> Rows:
    """Return what a principal has decided on recommendations, as rows of a list."""
    return _told(principal).filter(state__in=DECIDED)


def seats_held(principal: Principal, on: date) -> list[Seats]:
    """Return a principal's seats by body on a day: how many, who sits there, what is vacant."""
    missions = missions_between(_in_bodies(principal.missions, on), on)
    others = missions_elsewhere((one["person"] for one in missions), on)
    seats = seats_of(quotas_of(_in_bodies(principal.quotas, on), on), missions, others, {})
    return sorted(seats, key=lambda one: (one.about["body__position"], one.about["body__name"]))


def _in_bodies(found: Any, on: date) -> Any:
    return found.filter(body__period__contains=on)


def _shown(row: Row, today: date) -> ShownState:
    return shown_state(
        DispatchState(row["state"]),
        reply_by=row["reply_by"],
        planned_on=row["planned_on"],
        today=today,
        withdrawn=row["withdrawn_on"] is not None,
    )


def _told(principal: Principal) -> Rows:
    return (
        Dispatch.objects.filter(
            principal=principal, recommendation__collaboration_id=principal.collaboration_id
        )
        .annotate(
            agreed_on=F("recommendation__agreed_on"),
            number=F("recommendation__number"),
            title=F("recommendation__title"),
            reply_by=F("recommendation__reply_by"),
            withdrawn_on=F("recommendation__withdrawn_on"),
            body_name=Coalesce(
                NullIf(F("recommendation__body__short_name"), Value("")),
                F("recommendation__body__name"),
            ),
        )
        .values(
            "agreed_on",
            "number",
            "title",
            "reply_by",
            "withdrawn_on",
            "answers_earlier",
            "decided_version",
            "body_name",
            "state",
            "received_on",
            "planned_on",
            "decided_on",
            "decided_about",
            "deciding_body",
            "paragraph",
            "extract__key",
            "extract__name",
            "extract__size",
            "extract__visibility",
        )
    )
