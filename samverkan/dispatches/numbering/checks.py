"""What a list of reference numbers would do, row by row, and what is wrong in its cells."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samverkan.bodies.rosters.faults import Fault
from samverkan.dispatches import rules
from samverkan.dispatches.models import Dispatch, Recommendation, RegistrarLink
from samverkan.dispatches.numbering.reading import HEADINGS, Column, Reading, Row
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.models import FormerName, Principal


@dataclass(frozen=True)
class NewNumber:
    """A row that would give a dispatch its number."""

    row: int
    dispatch: Dispatch
    number: str


@dataclass(frozen=True)
class Plan:
    """What a list would do: the new numbers, how many stand there already, and every fault."""

    new: list[NewNumber]
    unchanged: int
    empty: int
    faults: list[Fault]


def plan_of(collaboration_id: int, reading: Reading, *, principal: Principal | None = None) -> Plan:
    """Return what a list would do now; the list of one principal may only be about that one."""
    world = _World(collaboration_id, principal)
    new: list[NewNumber] = []
    faults = list(reading.faults)
    seen: dict[int, int] = {}
    unchanged = empty = 0
    for row in reading.rows:
        number = row.cells.get(Column.NUMBER, "")
        if not number:
            empty += 1
            continue
        dispatch, wrong = world.dispatch_of(row)
        if dispatch is not None:
            wrong = world.wrong_with(dispatch, number)
            if not wrong and dispatch.pk in seen:
                facts = {"row": seen[dispatch.pk]}
                wrong = [(Column.RECOMMENDATION, Obstacle("numbers_row_twice", facts))]
            seen.setdefault(dispatch.pk, row.row)
        faults += [Fault(row.row, reading.places.get(place, ""), one) for place, one in wrong]
        if dispatch is None or wrong:
            continue
        if dispatch.reference_number:
            unchanged += 1
        else:
            world.take(dispatch, number)
            new.append(NewNumber(row.row, dispatch, number))
    return Plan(new, unchanged, empty, sorted(faults, key=lambda one: one.place))


Wrong = list[tuple[Column, Obstacle]]


class _World:
    """What rows are compared with, read once: as many queries for one row as for a thousand."""

    def __init__(self, collaboration_id: int, principal: Principal | None) -> None:
        self.principal = principal
        everyone = Principal.objects.filter(collaboration=collaboration_id)
        self.principals = _by_name(everyone)
        by_letter = RegistrarLink.objects.values("dispatch")
        sent = Dispatch.objects.filter(
            recommendation__collaboration=collaboration_id, pk__in=by_letter
        )
        sent = sent.filter(principal=principal) if principal else sent
        found = list(sent.select_related("principal", "recommendation"))
        self.dispatches = {
            (_same(one.recommendation.number), one.principal_id): one for one in found
        }
        numbers = Recommendation.objects.filter(collaboration=collaboration_id)
        self.recommendations = {_same(one) for one in numbers.values_list("number", flat=True)}
        self.taken: dict[int, dict[str, str]] = {}
        for one in (
            Dispatch.objects.filter(recommendation__collaboration=collaboration_id)
            .exclude(reference_number="")
            .select_related("recommendation")
        ):
            self.take(one, one.reference_number)

    def take(self, dispatch: Dispatch, number: str) -> None:
        """Remember that a number is given, to find where it comes again."""
        whose = self.taken.setdefault(dispatch.principal_id, {})
        whose.setdefault(rules.same_number(number), dispatch.recommendation.number)

    def dispatch_of(self, row: Row) -> tuple[Dispatch | None, Wrong]:
        """Return which dispatch a row is about, or what in it leads nowhere."""
        wrong: Wrong = []
        number = row.cells.get(Column.RECOMMENDATION, "")
        if _same(number) not in self.recommendations:
            facts = {"text": number}
            wrong.append((Column.RECOMMENDATION, Obstacle("numbers_row_unknown", facts)))
        principal_id = self._principal_of(row, wrong)
        if wrong or principal_id is None:
            return None, wrong
        found = self.dispatches.get((_same(number), principal_id))
        if found is None:
            obstacle = Obstacle("numbers_row_not_sent", {"number": number})
            return None, [(Column.RECOMMENDATION, obstacle)]
        return found, []

    def _principal_of(self, row: Row, wrong: Wrong) -> int | None:
        named = row.cells.get(Column.PRINCIPAL, "")
        if self.principal is not None and not named:
            return self.principal.pk
        found = self.principals.get(_same(named))
        if found is None:
            facts = {"text": named or HEADINGS[Column.PRINCIPAL]}
            wrong.append((Column.PRINCIPAL, Obstacle("numbers_row_unknown_principal", facts)))
        elif self.principal is not None and found != self.principal.pk:
            facts = {"principal": self.principal.name}
            wrong.append((Column.PRINCIPAL, Obstacle("numbers_row_of_another", facts)))
        return found

    def wrong_with(self, dispatch: Dispatch, number: str) -> Wrong:
        """Return what stands in the way of a number, as the rule has it."""
        taken = self.taken.get(dispatch.principal_id, {})
        others = {
            one: where for one, where in taken.items() if where != dispatch.recommendation.number
        }
        found = rules.obstacles_to_numbering(number, known=dispatch.reference_number, taken=others)
        found += obstacles_to_text(Diarienummer=number)
        return [(Column.NUMBER, obstacle) for obstacle in found]


def _by_name(principals: Iterable[Principal]) -> Mapping[str, int]:
    """Return every way to name a principal; a name that two share leads to neither."""
    found: dict[str, int | None] = {}
    rows = list(principals)
    named: Sequence[tuple[int, str]] = [
        *((one.pk, text) for one in rows for text in (one.name, one.short_name, one.slug)),
        *FormerName.objects.filter(principal__in=rows).values_list("principal_id", "name"),
    ]
    for pk, text in named:
        key = _same(text)
        found[key] = pk if found.get(key, pk) == pk else None
    return {text: pk for text, pk in found.items() if pk is not None and text}


def _same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
