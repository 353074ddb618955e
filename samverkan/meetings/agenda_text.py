"""The agenda of a meeting as a text that can be frozen, compared, shown and printed."""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import ChairTerm, DerivedSeat
from samverkan.cases.choices import Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.documents.texts import TableText, digest
from samverkan.meetings import rules
from samverkan.meetings.choices import ItemKind, Reply
from samverkan.meetings.models import Adjunction, Item, ItemPaper, Meeting
from samverkan.people.models import Person


class SheetText(TypedDict):
    """Ärendeblad: what the body reads before it treats a case; an empty part is left out."""

    number: str
    title: str
    parts: list[list[str]]


class PaperText(TypedDict):
    """Möteshandling: a file by its name on the agenda, and by its bytes."""

    name: str
    file: str
    key: str
    type: str
    size: int
    sha256: str
    members_only: bool


class AgendaPointText(TypedDict):
    """Punkt: one point as it is sent; `id` tells it apart when two copies are compared."""

    id: int
    heading: str
    kind: str
    text: str
    table: NotRequired[TableText]
    proposal: str
    minutes: int | None
    begins: str
    rapporteur: str
    guests: list[str]
    case_number: str
    case: SheetText | None
    papers: list[PaperText]


class AgendaText(TypedDict):
    """Dagordning: the whole agenda with what belongs to each point."""

    body: str
    on: str
    time: str
    place: str
    points: list[AgendaPointText]


@dataclass(frozen=True)
class Reporting:
    """Who reports cases by the bodies' own order, in what capacity, and who is absent (R061)."""

    chair: Person | None = None
    vice_chair: Person | None = None
    body: str = ""
    absent: frozenset[int] = frozenset()

    def of(self, item: Item) -> rules.Reporter | None:
        """Return who reports a point."""
        return self._of(item, item.rapporteur_id)

    def by_order(self, item: Item) -> rules.Reporter | None:
        """Return who reports a point when nobody is named."""
        return self._of(item, None)

    def _of(self, item: Item, named: int | None) -> rules.Reporter | None:
        return rules.rapporteur_of(
            named=named,
            brings_case=item.case_id is not None and item.kind == ItemKind.DECISION,
            chair=self.chair.pk if self.chair else None,
            vice_chair=self.vice_chair.pk if self.vice_chair else None,
            absent=self.absent,
        )

    def said_of(self, item: Item) -> str:
        """Return who reports a point, in words: the name, and by what office."""
        found = self.of(item)
        if found is None:
            return ""
        if not found.by_order:
            return item.rapporteur.name if item.rapporteur else ""
        office = Office.VICE_CHAIR if found.instead else Office.CHAIR
        person = self.vice_chair if found.instead else self.chair
        return f"{person.name}, {office.label} i {self.body}" if person else ""


def reporting_in(meeting: Meeting) -> Reporting:
    """Return who reports cases in a meeting by the office that the bodies' order gives it."""
    seat = (
        DerivedSeat.objects.filter(
            body=meeting.body_id, part=DerivedPart.RAPPORTEUR, period__contains=meeting.on
        )
        .select_related("of_body")
        .first()
    )
    if seat is None:
        return Reporting()
    terms = ChairTerm.objects.filter(body=seat.of_body_id, period__contains=meeting.on)
    held = {term.office: term.person for term in terms.select_related("person")}
    away = meeting.calls.filter(reply=Reply.ABSENT).values_list("person_id", flat=True)
    return Reporting(
        chair=held.get(seat.office),
        vice_chair=held.get(Office.VICE_CHAIR),
        body=seat.of_body.name,
        absent=frozenset(away),
    )


def agenda_text(meeting: Meeting) -> AgendaText:
    """Return the agenda of a meeting as it stands now."""
    items = list(
        meeting.items.select_related("case", "rapporteur")
        .prefetch_related("adjunctions__person", "papers__document")
        .order_by("position")
    )
    reporting = reporting_in(meeting)
    begins = rules.clock_times(meeting.starts_at, [item.planned_minutes for item in items])
    return {
        "body": meeting.body.name,
        "on": str(meeting.on),
        "time": hours_of(meeting),
        "place": meeting.place,
        "points": [
            _point(item, reporting.said_of(item), begun.strftime("%H.%M") if begun else "")
            for item, begun in zip(items, begins, strict=True)
        ],
    }


def agenda_stamp(meeting: Meeting) -> str:
    """Return the sum of what the working committee agrees on: which points, and their order."""
    points = meeting.items.order_by("position").values_list("pk", "heading", "kind")
    return digest({"points": [list(point) for point in points]})


def hours_of(meeting: Meeting) -> str:
    """Return a meeting's hours: "09.30–12.00"; empty when no hour is set."""
    hours = [one.strftime("%H.%M") for one in (meeting.starts_at, meeting.ends_at) if one]
    return "–".join(hours)


def _point(item: Item, rapporteur: str, begins: str) -> AgendaPointText:
    shown: dict[str, TableText] = {"table": item.table} if item.table else {}
    return {
        "id": item.pk,
        "heading": item.heading,
        "kind": str(item.kind),
        "text": item.text,
        "proposal": item.proposal,
        "minutes": item.planned_minutes,
        "begins": begins,
        "rapporteur": rapporteur,
        "guests": [adjoined(one) for one in item.adjunctions.all()],
        "case_number": item.case.number if item.case else "",
        "case": _sheet(item.case) if item.case and item.kind != ItemKind.REPORT_BACK else None,
        "papers": [_paper(one) for one in item.papers.all()],
        **shown,  # type: ignore[typeddict-item]
    }


def adjoined(one: Adjunction) -> str:
    """Return who is adjoined, and in what capacity."""
    return f"{one.person.name}, {one.capacity}" if one.capacity else one.person.name


def _sheet(case: Case) -> SheetText:
    groups = [str(TargetGroup(group).label) for group in case.target_groups]
    parts = [
        ["Fråga", case.question],
        ["Bakgrund", case.background],
        ["Värde för invånaren", case.value_inhabitants],
        ["Värde för verksamheterna", case.value_operations],
        ["Målgrupp", ", ".join(groups)],
        ["Område", str(Scope(case.scope).label) if case.scope else ""],
        ["Vilka mer berörs", case.touched],
        ["Ansvarig ledning", case.responsible_management],
        ["Berörda sakkunniga", case.experts],
    ]
    return {
        "number": case.number,
        "title": case.title,
        "parts": [part for part in parts if part[1].strip()],
    }


def _paper(one: ItemPaper) -> PaperText:
    document = one.document
    return {
        "name": one.name,
        "file": document.name,
        "key": str(document.key),
        "type": document.content_type,
        "size": document.size,
        "sha256": document.content_id,
        "members_only": one.members_only,
    }
