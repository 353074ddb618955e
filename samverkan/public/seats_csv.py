"""Who sits where on a day, as a table for spreadsheets: one row for each seat, held or vacant."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from django.db.models import Q

from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission
from samverkan.journal.models import Collaboration
from samverkan.journal.periods import last_of
from samverkan.public.paging import Row
from samverkan.public.queries.structure.seats import HOLDERS, MISSIONS, holder_name, vacancies
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Organ",
    "Huvudman eller nominerande",
    "Slag",
    "Plats",
    "Namn",
    "Parti",
    "Uppdrag i organet",
    "Huvudsaklig representant",
    "Nämnd eller verksamhet",
    "Från och med",
    "Till och med",
    "Utsedd av",
    "Utsedd den",
    "Paragraf",
)
AT_A_TIME = 500
VACANT = "vakant"


def rows_of(collaboration: Collaboration, on: date, body: Body | None = None) -> Iterator[str]:
    """Yield the file some rows at a time: the seats of one body, or of all on the day."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    rows = chain(
        _held(collaboration.pk, on, body),
        _derived(collaboration.pk, on, body),
        _vacant(collaboration.pk, on, body),
    )
    while some := list(islice(rows, AT_A_TIME)):
        yield written(some)


def _within(collaboration_id: int, on: date, body: Body | None) -> Q:
    here = Q(body__collaboration_id=collaboration_id, body__period__contains=on)
    return here & Q(period__contains=on) & (Q(body=body) if body else Q())


def _held(collaboration_id: int, on: date, body: Body | None) -> Iterator[list[object]]:
    within = _within(collaboration_id, on, body)
    offices: dict[tuple[int, int], str] = {}
    for body_id, person, office in ChairTerm.objects.filter(within).values_list(
        "body", "person", "office"
    ):
        offices[body_id, person] = Office(office).label
    missions = Mission.objects.filter(within).order_by(
        "body__position", "body__name", "principal__position", "nominator__name", "kind", "place"
    )
    for row in missions.values(*MISSIONS).iterator(chunk_size=AT_A_TIME):
        yield [
            row["body__name"],
            holder_name(row),
            MissionKind(row["kind"]).label,
            row["place"],
            row["person__name"],
            row["person__party"],
            offices.get((row["body"], row["person"]), ""),
            "ja" if row["is_main"] else "",
            row["line_function"],
            row["period"].lower,
            last_of(row["period"].upper),
            row["appointed_by"],
            row["appointed_on"],
            row["paragraph"],
        ]


def _derived(collaboration_id: int, on: date, body: Body | None) -> Iterator[list[object]]:
    seats = list(
        DerivedSeat.objects.filter(_within(collaboration_id, on, body))
        .order_by("body__position", "of_body__position", "office", "part")
        .values("body__name", "of_body", "of_body__name", "office", "part")
    )
    terms = ChairTerm.objects.filter(
        body__in={seat["of_body"] for seat in seats}, period__contains=on
    ).values("body", "office", "person__name", "person__party")
    holders = {(row["body"], row["office"]): row for row in terms}
    for seat in seats:
        held: Row = holders.get((seat["of_body"], seat["office"]), {})
        whose = f"{Office(seat['office']).label} i {seat['of_body__name']}"
        part = DerivedPart(seat["part"]).label
        name, party = held.get("person__name", VACANT), held.get("person__party", "")
        yield _filled(seat["body__name"], whose, part, "", name, party)


def _vacant(collaboration_id: int, on: date, body: Body | None) -> Iterator[list[object]]:
    for row, missing in vacancies(collaboration_id, on, body, shown=HOLDERS):
        for _ in range(missing):
            yield _filled(
                row["body__name"], holder_name(row), MissionKind.ORDINARY.label, "", VACANT
            )


def _filled(*cells: object) -> list[object]:
    return [*cells, *[""] * (len(HEADINGS) - len(cells))]
