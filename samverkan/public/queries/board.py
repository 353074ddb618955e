"""What the board shows: recommendations, principals, and where each pair stands."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db import connection
from django.db.models import Exists, OuterRef

from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.effects import EFFECT_FIELDS
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.subjects import SUBJECTS
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
MOST_WORDS = 5


# The board is the page most read, and these are the same for every reader: written as SQL, since
# putting them together anew for each reading costs more than asking them.
COLUMNS = """
    SELECT id, slug, short_name, side, code FROM principals_principal
    WHERE collaboration_id = %s AND (period @> %s::date OR id = ANY(%s))
    ORDER BY position, name
"""
# What there is to choose among, in one statement: four would cost as much as the board itself.
CHOICES = """
    SELECT
        ARRAY(
            SELECT ARRAY[slug::text, COALESCE(NULLIF(short_name, ''), name)::text]
            FROM bodies_body body
            WHERE collaboration_id = %(here)s
            AND EXISTS (SELECT FROM dispatches_recommendation WHERE body_id = body.id)
            ORDER BY position, name
        ),
        ARRAY(
            SELECT ARRAY[slug::text, name::text, array_to_string(ARRAY(
                SELECT principal_id FROM principals_groupingmembership
                WHERE grouping_id = found.id AND period @> %(on)s::date
            ), ' ')]
            FROM principals_grouping found
            WHERE collaboration_id = %(here)s AND period @> %(on)s::date ORDER BY name
        ),
        (SELECT agreed_on FROM dispatches_recommendation WHERE collaboration_id = %(here)s
            ORDER BY agreed_on LIMIT 1),
        (SELECT agreed_on FROM dispatches_recommendation WHERE collaboration_id = %(here)s
            ORDER BY agreed_on DESC LIMIT 1)
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
    side: str = ""
    code: str = ""


class GroupingRow(NamedTuple):
    """A grouping of a day, with its members."""

    slug: str
    name: str
    members: list[int]


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
    """What a reader wants to see of the board: words of the address, checked; "" is all.

    A group chooses columns and not rows; it is no part of this.
    """

    principal: str = ""
    body: str = ""
    state: str = ""
    years: str = ""
    subject: str = ""
    word: str = ""


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
    if choice.years:
        first, last = span_of(choice.years)
        found = found.filter(agreed_on__range=(date(first, 1, 1), date(last, 12, 31)))
    if choice.subject:
        found = found.filter(SUBJECTS[choice.subject].cases)
    if words := words_of(choice.word):
        found = found.annotate(words=SearchVector("title", config="simple")).filter(
            words=_beginning_with(words)
        )
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


def words_of(text: str) -> list[str]:
    """Return the words of what was typed, so many as are looked for."""
    return re.findall(r"\w+", text.lower())[:MOST_WORDS]


def _beginning_with(words: list[str]) -> SearchQuery:
    """Return a search for titles that have words beginning like each of these."""
    asked = " & ".join(f"{word}:*" for word in words)
    return SearchQuery(asked, config="simple", search_type="raw")


def span_of(years: str) -> tuple[int, int]:
    """Return the first and last year of "2025" or of "2023-2026"."""
    first, _, last = years.partition("-")
    return int(first), int(last or first)


class Options(NamedTuple):
    """What there is to choose among: bodies and years, and the groupings of a day."""

    bodies: list[tuple[str, str]]
    groupings: list[GroupingRow]
    years: list[tuple[str, str]]


def options(collaboration_id: int, on: date) -> Options:
    """Return the bodies that have agreed on a recommendation, the groupings, and the years."""
    ((bodies, groupings, first, last),) = _rows(CHOICES, {"here": collaboration_id, "on": on})
    return Options(
        [(slug, name) for slug, name in bodies],
        [GroupingRow(slug, name, [*map(int, pks.split())]) for slug, name, pks in groupings],
        _years(first, last),
    )


def _years(first: date | None, last: date | None) -> list[tuple[str, str]]:
    """Return years and terms of office, the newest first."""
    if first is None or last is None:
        return []
    years = range(last.year, first.year - 1, -1)
    terms = dict.fromkeys(_term_of(year) for year in years)
    return [(str(year), str(year)) for year in years] + [
        (f"{term}-{term + 3}", f"{term}–{term + 3}, mandatperiod") for term in terms
    ]


def _term_of(year: int) -> int:
    """Return the first year of the elected term that a year lies in: 2023 for 2023 to 2026."""
    return year - (year - 2023) % 4


def columns(collaboration_id: int, on: date, addressed: Iterable[int] = ()) -> list[Column]:
    """Return the principals of a day, and those that were addressed on another, in their order."""
    return [Column(*row) for row in _rows(COLUMNS, [collaboration_id, on, list(addressed)])]


def answers(recommendations: Collection[int]) -> list[Answered]:
    """Return where every principal stands with some recommendations."""
    return [Answered(*row) for row in _rows(ANSWERS, [list(recommendations)])]


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


def _rows(statement: str, values: list[Any] | dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
