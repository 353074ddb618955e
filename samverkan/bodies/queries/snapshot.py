"""Reads a collaboration's structure on a day, for the finders: as many questions however large."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import F, Func, JSONField, Max, Min, Q, QuerySet

from samverkan.bodies.choices import Relation
from samverkan.bodies.models import (
    Body,
    ChairRule,
    ChairTerm,
    ClosingNote,
    CoordinatorFunction,
    DerivedSeat,
    FunctionHolder,
    GoverningText,
    Mission,
    Nominator,
    Parentage,
    Quota,
    Review,
    Succession,
    TextVersion,
    UncoveredLevel,
)
from samverkan.bodies.rules.chairs import Order
from samverkan.bodies.rules.findings import facts
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.fields import not_over
from samverkan.principals.choices import Side
from samverkan.principals.models import GroupingMembership, OutsideActor, Principal

PERIOD = ("period__startswith", "period__endswith")
# So far back chairs are read, to know whose turn it is.
REMEMBERED = timedelta(days=6 * 366)
# The kinds of the sections in which something is written.
WRITTEN = '$[*] ? (@.text like_regex "[^[:space:]]").kind'

Row = TypeVar("Row")


def snapshot_of(collaboration_id: int, on: date) -> Snapshot:
    """Return everything about the structure on a day that the finders ask for."""
    here = Q(collaboration_id=collaboration_id)
    of_body = Q(body__collaboration_id=collaboration_id)
    that_day = Q(period__contains=on)
    outside = OutsideActor.objects.filter(here)
    return Snapshot(
        on=on,
        **_parties(collaboration_id, on),
        bodies=_bodies(here),
        parents=_rows(
            facts.Above,
            Parentage.objects.filter(
                that_day, child__collaboration_id=collaboration_id, relation=Relation.UNDER
            ).order_by("child__position", "child__name", "parent__position"),
            ("child_id", "parent_id"),
        ),
        seatings=_seatings(of_body & that_day),
        sittings=_sittings(of_body & not_over(on)),
        terms=_terms(of_body, on),
        orders=_orders(of_body & that_day),
        given=_rows(
            facts.Given,
            DerivedSeat.objects.filter(of_body, that_day, part="seat"),
            ("body_id", "of_body_id", "office"),
        ),
        texts=_texts(here),
        versions=_versions(collaboration_id),
        reviews=_reviews(of_body, on),
        functions=_functions(here & that_day),
        holdings=_holdings(collaboration_id, on),
        outsiders=_outsiders(outside, on),
        keeps_outsiders=outside.exists(),
        heirs=_rows(
            facts.Heir,
            Succession.objects.filter(predecessor__collaboration_id=collaboration_id).order_by(
                "predecessor__position", "heir__position"
            ),
            ("predecessor_id", "heir_id", "standing"),
        ),
        closed=_rows(
            facts.Closed, ClosingNote.objects.filter(of_body, on__lte=on), ("body_id", "step")
        ),
        uncovered=_uncovered(here),
        unknown=_unknown(of_body, on),
    )


def seats_of(collaboration_id: int, on: date) -> Snapshot:
    """Return so much of a snapshot as tells who has seats where on a day."""
    here, of_body = Q(collaboration_id=collaboration_id), Q(body__collaboration_id=collaboration_id)
    that_day = Q(period__contains=on)
    return Snapshot(
        on=on,
        **_parties(collaboration_id, on),
        bodies=_bodies(here & that_day),
        seatings=_seatings(of_body & that_day),
        sittings=_sittings(of_body & that_day),
        uncovered=_uncovered(here),
        unknown=_unknown(of_body, on),
    )


def chairs_of(body_id: int, on: date) -> Snapshot:
    """Return so much of a snapshot as tells who leads one body, and by which order."""
    own, of_body = Q(pk=body_id), Q(body_id=body_id)
    return Snapshot(
        on=on,
        bodies=_bodies(own),
        terms=_terms(of_body, on),
        orders=_orders(of_body & Q(period__contains=on)),
    )


def _rows(
    make: Callable[..., Row], found: QuerySet[Any], columns: tuple[str, ...]
) -> tuple[Row, ...]:
    return tuple(make(*row) for row in found.values_list(*columns))


def _parties(collaboration_id: int, on: date) -> dict[str, Any]:
    """Return the principals, and those who nominate in the name of some of them."""
    here, that_day = Q(collaboration_id=collaboration_id), Q(period__contains=on)
    members = GroupingMembership.objects.filter(
        that_day, grouping__collaboration_id=collaboration_id
    )
    nominators = Nominator.objects.filter(here)
    return {
        "principals": _principals(here),
        "memberships": tuple(members.values_list("grouping_id", "principal_id")),
        "nominators": _rows(facts.Nominating, nominators, ("pk", "name", "side", "grouping_id")),
    }


def _unknown(of_body: Q, on: date) -> frozenset[int]:
    first = Mission.objects.filter(of_body).order_by().values("body")
    later = first.annotate(begins=Min("period__startswith")).filter(begins__gt=on)
    return frozenset(later.values_list("body", flat=True))


def _uncovered(here: Q) -> tuple[facts.Uncovered, ...]:
    found = UncoveredLevel.objects.filter(here)
    return _rows(facts.Uncovered, found, ("responsibility", "reason", "standing", "source"))


def _principals(here: Q) -> tuple[facts.Party, ...]:
    found = Principal.objects.filter(here).order_by("position", "name")
    return _rows(facts.Party, found, ("pk", "slug", "name", "short_name", "side", *PERIOD))


def _bodies(here: Q) -> tuple[facts.Organ, ...]:
    found = Body.objects.filter(here).annotate(described=~Q(purpose="", mandate=""))
    return _rows(
        facts.Organ,
        found.order_by("position", "name"),
        (
            "pk",
            "slug",
            "name",
            "short_name",
            "kind",
            "level",
            "sphere",
            "responsibility",
            "power",
            "side",
            "parity",
            "grouping_id",
            "described",
            "assignment_set_by",
            "setter_id",
            "expected_texts",
            "required_sections",
            "review_months",
            "source",
            *PERIOD,
        ),
    )


def _seatings(wanted: Q) -> tuple[facts.Seating, ...]:
    return _rows(
        facts.Seating,
        Quota.objects.filter(wanted).order_by("principal__position", "pk"),
        (
            "body_id",
            "principal_id",
            "nominator_id",
            "ordinary_min",
            "ordinary_max",
            "substitutes_max",
            "source",
            *PERIOD,
        ),
    )


def _sittings(wanted: Q) -> tuple[facts.Sitting, ...]:
    return _rows(
        facts.Sitting,
        Mission.objects.filter(wanted).order_by("principal__position", "kind", "place", "pk"),
        (
            "pk",
            "body_id",
            "principal_id",
            "nominator_id",
            "person_id",
            "person__name",
            "kind",
            "is_main",
            "line_function",
            "appointed_by",
            "appointed_on",
            *PERIOD,
        ),
    )


def _terms(of_body: Q, on: date) -> tuple[facts.Term, ...]:
    lately = not_over(on - REMEMBERED)
    return _rows(
        facts.Term,
        ChairTerm.objects.filter(of_body & lately).order_by("period", "pk"),
        ("body_id", "person_id", "person__name", "office", "side", *PERIOD),
    )


def _orders(wanted: Q) -> tuple[facts.Leading, ...]:
    found = ChairRule.objects.filter(wanted).values_list(
        "body_id",
        "source",
        "anchor",
        "years",
        "anchored_on",
        "alternates",
        "opposite_sides",
        "chair_side",
        "vice_chairs",
        "extension",
    )
    return tuple(facts.Leading(row[0], _order(*row[2:]), row[1]) for row in found)


def _order(
    anchor: str,
    years: int,
    anchored_on: date | None,
    alternates: bool,
    opposite_sides: bool,
    chair_side: str,
    *rest: Any,
) -> Order:
    side = Side(chair_side) if chair_side else None
    return Order(anchor, years, anchored_on, alternates, opposite_sides, side, *rest)


def _texts(here: Q) -> tuple[facts.Text, ...]:
    found = GoverningText.objects.filter(here).order_by("body__position", "kind", "title")
    return _rows(facts.Text, found, ("pk", "slug", "kind", "title", "body_id", "function_id"))


def _versions(collaboration_id: int) -> tuple[facts.Version, ...]:
    written = Func(
        F("sections"),
        template=f"jsonb_path_query_array(%(expressions)s, '{WRITTEN}')",
        output_field=JSONField(),
    )
    found = TextVersion.objects.filter(text__collaboration_id=collaboration_id)
    return _rows(
        facts.Version,
        found.annotate(written=written).order_by("text", "number"),
        (
            "pk",
            "text_id",
            "number",
            "stage",
            "adopted_on",
            "valid_from",
            "feedback_months",
            "values_id",
            "written",
        ),
    )


def _reviews(of_body: Q, on: date) -> tuple[facts.Reviewing, ...]:
    found = Review.objects.filter(of_body, on__lte=on).order_by().values("body_id", "of")
    return _rows(facts.Reviewing, found.annotate(last=Max("on")), ("body_id", "of", "last"))


def _functions(wanted: Q) -> tuple[facts.Function, ...]:
    return _rows(
        facts.Function,
        CoordinatorFunction.objects.filter(wanted).order_by("name"),
        (
            "pk",
            "slug",
            "name",
            "full_time_equivalents",
            "host_id",
            "host__short_name",
            "municipalities_percent",
            "split_standing",
            "source",
        ),
    )


def _holdings(collaboration_id: int, on: date) -> tuple[facts.Holding, ...]:
    found = FunctionHolder.objects.filter(
        function__collaboration_id=collaboration_id,
        period__contains=on,
        function__period__contains=on,
    )
    return _rows(
        facts.Holding,
        found.order_by("function", "period"),
        (
            "function_id",
            "person__name",
            "share",
            "employer_id",
            "employer__short_name",
            *PERIOD,
        ),
    )


def _outsiders(outside: QuerySet[OutsideActor], on: date) -> tuple[facts.Outsider, ...]:
    noted = Max("notes__on", filter=Q(notes__on__lte=on))
    found = outside.filter(period__contains=on).annotate(noted_on=noted).order_by("kind", "name")
    columns = ("pk", "slug", "name", "kind", "principal_id", "topics", "noted_on")
    return _rows(facts.Outsider, found, columns)
