"""What the board shows: recommendations, principals, and where each pair stands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef

from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.effects import EFFECT_FIELDS
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.public.paging import Order, Rows

ORDER = Order("agreed_on", "number")
OUT = "ute"
DECIDED_BY_ALL = "beslutat"
NOT_SENT = "ej-expedierade"
WITHDRAWN = "atertagna"
STATES = {
    OUT: "Ute för beslut",
    DECIDED_BY_ALL: "Alla har beslutat",
    NOT_SENT: "Inte expedierade",
    WITHDRAWN: "Återtagna",
}
# So many recommendations out at once that more of them would not make the sentence truer.
MOST_COUNTED = 200


# The board is the page most read, and these are the same for every reader: written as SQL, since
# putting them together anew for each reading costs more than asking them.
COLUMNS = """
    SELECT id, slug, short_name FROM principals_principal
    WHERE collaboration_id = %s AND (period @> %s::date OR id = ANY(%s))
    ORDER BY position, name
"""
BODIES = """
    SELECT slug, COALESCE(NULLIF(short_name, ''), name) FROM bodies_body body
    WHERE collaboration_id = %s
    AND EXISTS (SELECT FROM dispatches_recommendation WHERE body_id = body.id)
    ORDER BY position, name
"""
ANSWERS = """
    SELECT recommendation_id, principal_id, state, decided_on, decided_about, planned_on,
        received_on, condition <> '', extract.key::text, extract.name,
        CASE WHEN answers_earlier THEN decided_version END
    FROM dispatches_dispatch
    LEFT JOIN documents_document extract
        ON extract.id = extract_id AND extract.visibility = 'public'
    WHERE recommendation_id = ANY(%s)
"""
STANDING = """
    WITH out AS (
        SELECT id, agreed_on, number FROM dispatches_recommendation recommendation
        WHERE collaboration_id = %s AND dispatched_at IS NOT NULL AND withdrawn_on IS NULL
        AND EXISTS (
            SELECT FROM dispatches_dispatch WHERE recommendation_id = recommendation.id
            AND NOT (state IN ('approved', 'rejected', 'not_concerned', 'taken_over'))
        )
        ORDER BY agreed_on DESC, number DESC LIMIT %s
    )
    SELECT (SELECT count(*) FROM out), principal.short_name, count(*),
        count(*) FILTER (
            WHERE NOT (state IN ('approved', 'rejected', 'not_concerned', 'taken_over'))
        )
    FROM dispatches_dispatch JOIN principals_principal principal ON principal.id = principal_id
    WHERE recommendation_id IN (
        SELECT id FROM out ORDER BY agreed_on DESC, number DESC LIMIT %s
    ) AND NOT (state IN ('not_concerned', 'taken_over'))
    GROUP BY principal.id ORDER BY principal.position, principal.name
"""


class Column(NamedTuple):
    """A principal, as the board's column."""

    pk: int
    slug: str
    name: str


class Answered(NamedTuple):
    """Where one principal stands with one recommendation, as far as the board needs it."""

    recommendation: int
    principal: int
    state: str
    decided_on: date | None
    decided_about: str
    planned_on: date | None
    received_on: date | None
    conditional: bool
    extract_key: str | None
    extract_name: str | None
    earlier_version: int | None = None


class Choice(NamedTuple):
    """What a reader wants to see of the board: addresses of a principal and a body, and a state."""

    principal: str = ""
    body: str = ""
    state: str = ""


def lines(collaboration_id: int, choice: Choice) -> Rows:
    """Return the recommendations that a choice leaves, as rows of the board."""
    found = Recommendation.objects.filter(collaboration_id=collaboration_id)
    sent = Dispatch.objects.filter(recommendation=OuterRef("pk"))
    if choice.body:
        found = found.filter(body__slug=choice.body)
    if choice.principal:
        sent = sent.filter(principal__slug=choice.principal)
        if choice.state != NOT_SENT:
            found = found.filter(Exists(sent))
    if choice.state in (OUT, DECIDED_BY_ALL):
        undecided = Exists(sent.filter(awaited()))
        found = found.filter(undecided if choice.state == OUT else ~undecided)
        found = found.filter(dispatched_at__isnull=False, withdrawn_on=None)
    if choice.state == NOT_SENT:
        found = found.filter(dispatched_at=None, withdrawn_on=None)
    if choice.state == WITHDRAWN:
        found = found.filter(withdrawn_on__isnull=False)
    rows: Rows = found.values(
        "pk",
        "number",
        "title",
        "agreed_on",
        "point",
        "dispatched_at",
        "reply_by",
        "body__name",
        "body__short_name",
        "addressing__said",
        *EFFECT_FIELDS,
    )
    return rows


def columns(collaboration_id: int, on: date, addressed: Iterable[int] = ()) -> list[Column]:
    """Return the principals of a day, and those that were addressed on another, in their order."""
    return [Column(*row) for row in _rows(COLUMNS, [collaboration_id, on, list(addressed)])]


def answers(recommendations: Collection[int]) -> list[Answered]:
    """Return where every principal stands with some recommendations."""
    return [Answered(*row) for row in _rows(ANSWERS, [list(recommendations)])]


def body_options(collaboration_id: int) -> list[tuple[str, str]]:
    """Return the bodies that have agreed on a recommendation, as address and name."""
    return _rows(BODIES, [collaboration_id])


@dataclass(frozen=True)
class Standing:
    """How it is just now: recommendations out, decisions taken of all, who has some to take."""

    out: int
    decided: int
    addressed: int
    missing: list[tuple[str, int]]

    @property
    def more(self) -> bool:
        """Return whether there are more out than were counted."""
        return self.out > MOST_COUNTED


def standing(collaboration_id: int) -> Standing:
    """Return how it is just now, from the latest recommendations that are out for decision."""
    rows = _rows(STANDING, [collaboration_id, MOST_COUNTED + 1, MOST_COUNTED])
    if not rows:
        return Standing(0, 0, 0, [])
    addressed = sum(count for _, _, count, _ in rows)
    missing = [(name, count) for _, name, _, count in rows if count]
    return Standing(rows[0][0], addressed - sum(count for _, count in missing), addressed, missing)


def _rows(statement: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
