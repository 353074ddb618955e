"""Questions about governing documents: which there are, which version holds, what is due."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q

from samverkan.bodies.choices import Reviewed, TextKind, TextStage
from samverkan.bodies.models import (
    Body,
    CoordinatorFunction,
    GoverningText,
    Review,
    TextVersion,
)
from samverkan.bodies.rules.reviews import is_overdue, review_due
from samverkan.bodies.rules.texts import (
    FORMED_AT_SEMINAR,
    in_force,
    values_are_older,
)
from samverkan.journal.periods import contains

Noted = dict[tuple[int, str], date]


@dataclass(frozen=True)
class TextState:
    """A governing document on a day: the version that holds, and the draft of the next."""

    text: GoverningText
    version: TextVersion | None = None
    draft: TextVersion | None = None
    values_older: bool = False


@dataclass(frozen=True)
class Due:
    """When a body's assignment, or its staffing, was last looked over, and when it is next due."""

    of: Reviewed
    last: date | None
    due: date | None
    overdue: bool


@dataclass(frozen=True)
class BodyTexts:
    """A body's governing documents on a day, those it ought to have and has not, and reviews."""

    body: Body
    states: list[TextState] = field(default_factory=list)
    expected: list[TextKind] = field(default_factory=list)
    missing: list[TextKind] = field(default_factory=list)
    due: list[Due] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Return how many rows of a table the body's documents take."""
        return len(self.states) + len(self.missing)

    @property
    def anything(self) -> bool:
        """Return whether there is anything to show of the body."""
        return bool(self.rows or self.due)


@dataclass(frozen=True)
class FunctionTexts:
    """A coordinator function and its assignment on a day."""

    function: CoordinatorFunction
    states: list[TextState] = field(default_factory=list)


@dataclass(frozen=True)
class Texts:
    """All governing documents of a collaboration on a day."""

    values: list[TextState]
    bodies: list[BodyTexts]
    functions: list[FunctionTexts]


def version_on(text: GoverningText, on: date) -> TextVersion | None:
    """Return the version of a text that holds on a day."""
    return in_force(text.versions.select_related("adopted_by", "values__text"), on)


def values_on(collaboration_id: int, on: date) -> list[TextVersion]:
    """Return the values and the target picture as they hold on a day."""
    found = TextVersion.objects.filter(
        text__collaboration_id=collaboration_id,
        text__kind__in=FORMED_AT_SEMINAR,
        stage=TextStage.ADOPTED,
    ).select_related("text")
    versions = (in_force(of_text, on) for of_text in _grouped(found).values())
    order = list(FORMED_AT_SEMINAR)
    return sorted(filter(None, versions), key=lambda one: order.index(TextKind(one.text.kind)))


def carries_older_values(version: TextVersion | None, on: date) -> bool:
    """Return whether a version points to values that a newer version has replaced (R044)."""
    if version is None or version.values is None:
        return False
    current = version_on(version.values.text, on)
    return values_are_older(version.values.number, current.number if current else None)


def texts_on(collaboration_id: int, on: date) -> Texts:
    """Return every governing document that there is, or ought to be, on a day (R011)."""
    texts = list(
        GoverningText.objects.filter(collaboration_id=collaboration_id).select_related(
            "body", "function"
        )
    )
    states = _states(texts, on)
    here = Q(collaboration_id=collaboration_id)
    bodies = Body.objects.filter(
        here & (Q(period__contains=on) | Q(pk__in=[text.body_id for text in texts]))
    )
    noted = reviews_on(collaboration_id, on)
    functions = CoordinatorFunction.objects.filter(here, period__contains=on)
    found = [_of_body(body, states, noted, on) for body in bodies]
    return Texts(
        values=[one for one in states if one.text.kind in FORMED_AT_SEMINAR],
        bodies=[one for one in found if one.anything],
        functions=[
            FunctionTexts(one, [s for s in states if s.text.function_id == one.pk])
            for one in functions
        ],
    )


def texts_of(body: Body, on: date) -> BodyTexts:
    """Return one body's governing documents on a day."""
    states = _states(list(body.governing_texts.select_related("body")), on)
    return _of_body(body, states, reviews_on(body.collaboration_id, on), on)


def reviews_on(collaboration_id: int, on: date) -> Noted:
    """Return when each body's assignment and staffing were last looked over, up to a day."""
    found = Review.objects.filter(body__collaboration_id=collaboration_id, on__lte=on)
    rows = found.order_by().values("body_id", "of").annotate(last=Max("on"))
    return {(row["body_id"], row["of"]): row["last"] for row in rows}


def due_on(body: Body, noted: Noted, adopted: date | None, on: date) -> list[Due]:
    """Return when a body's assignment and staffing are to be looked over, each by itself (R116).

    To adopt a new version of the assignment is to look it over.
    """
    if body.review_months is None or not contains(body.period, on):
        return []
    found = []
    for of in Reviewed:
        days = [noted.get((body.pk, of.value))]
        days += [adopted] if of is Reviewed.ASSIGNMENT else []
        last = max((day for day in days if day), default=None)
        since = last or body.period.lower
        due = review_due(last, since, body.review_months) if since else None
        found.append(Due(of, last, due, is_overdue(due, on)))
    return found


def _of_body(body: Body, states: list[TextState], noted: Noted, on: date) -> BodyTexts:
    ours = [one for one in states if one.text.body_id == body.pk]
    there = {one.text.kind for one in ours if one.version or one.draft}
    expected = [TextKind(kind) for kind in body.expected_texts if contains(body.period, on)]
    assignment = next((one for one in ours if one.text.kind == TextKind.ASSIGNMENT), None)
    version = assignment.version if assignment else None
    return BodyTexts(
        body,
        ours,
        expected=expected,
        missing=[kind for kind in expected if kind.value not in there],
        due=due_on(body, noted, version.adopted_on if version else None, on),
    )


def _states(texts: list[GoverningText], on: date) -> list[TextState]:
    # With the values, wherever they belong: an assignment is measured against them.
    values = GoverningText.objects.filter(
        collaboration_id__in={text.collaboration_id for text in texts}, kind__in=FORMED_AT_SEMINAR
    )
    versions = TextVersion.objects.filter(Q(text__in=texts) | Q(text__in=values))
    versions = versions.select_related("adopted_by", "values")
    by_text = _grouped(versions.defer("sections", "values__sections"))
    current = {text_id: in_force(found, on) for text_id, found in by_text.items()}
    return [_state(text, by_text.get(text.pk, []), current) for text in texts]


def _state(
    text: GoverningText, versions: list[TextVersion], current: dict[int, TextVersion | None]
) -> TextState:
    version = current.get(text.pk)
    carried = version.values if version else None
    newest = current.get(carried.text_id) if carried else None
    return TextState(
        text,
        version,
        draft=next((one for one in versions if one.stage == TextStage.DRAFT), None),
        values_older=bool(
            carried and values_are_older(carried.number, newest.number if newest else None)
        ),
    )


def _grouped(versions: Iterable[TextVersion]) -> dict[int, list[TextVersion]]:
    grouped: dict[int, list[TextVersion]] = defaultdict(list)
    for one in versions:
        grouped[one.text_id].append(one)
    return grouped
