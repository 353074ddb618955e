"""What the journal says has changed of the board since a moment."""

from collections.abc import Sequence

from django.db.models import QuerySet

from samverkan.journal.models import Collaboration, Entry
from samverkan.principals.models import FormerName, Principal
from samverkan.public.board.cells import Line
from samverkan.public.board.since import Changes, Since, marked
from samverkan.public.queries.board import Column
from samverkan.public.queries.news import items_of
from samverkan.public.timeline import public_entries

ANSWERS = (
    "answer.received",
    "answer.planned",
    "answer.approved",
    "answer.rejected",
    "answer.corrected",
    "answer.confirmed",
)
VERBS = (
    "recommendation.drawn_up",
    "recommendation.dispatched",
    "recommendation.reported_back",
    "recommendation.outcome_noted",
    "recommendation.withdrawn",
    "recommendation.text_corrected",
    "concern.noted",
    "concern.taken_back",
    "dispatch.added_later",
    "dispatch.taken_over",
    "federation.recommended_on",
    "federation.passed",
    *ANSWERS,
)
LISTED = 30
# The list of what has happened goes so far back in the journal, however old the day asked for.
FARTHEST = 5000


def changes_since(
    collaboration: Collaboration,
    since: Since,
    lines: Sequence[Line],
    columns: Sequence[Column],
) -> Changes:
    """Return what has changed: cells and rows of this page, and the latest of everything."""
    if not since.asked:
        return Changes()
    here = public_entries(collaboration.pk)
    subjects = [f"recommendation/{line['number']}" for line in lines]
    of_rows = _after(here.filter(subject__in=subjects), since)
    happened = [
        (entry.verb, entry.subject.partition("/")[2], entry.content["facts"].get("principal", ""))
        for entry in of_rows.filter(verb__in=["recommendation.drawn_up", *ANSWERS])
    ]
    cells, new = marked(lines, columns, happened, names_of(collaboration.pk))
    latest = _after(here.filter(verb__in=VERBS), since)
    latest = latest.filter(sequence__gt=collaboration.head_sequence - FARTHEST)
    found = list(latest.order_by("-sequence")[: LISTED + 1])
    return Changes(cells, new, items_of(collaboration, found[:LISTED]), len(found) > LISTED)


def names_of(collaboration_id: int) -> dict[str, int]:
    """Return the principals by every name that entries have for them."""
    former = FormerName.objects.filter(principal__collaboration_id=collaboration_id)
    now = Principal.objects.filter(collaboration_id=collaboration_id)
    return {
        **dict(former.values_list("name", "principal_id")),
        **dict(now.values_list("name", "pk")),
    }


def _after(found: QuerySet[Entry], since: Since) -> QuerySet[Entry]:
    if since.sequence is not None:
        return found.filter(sequence__gt=since.sequence)
    return found.filter(at__gte=since.at)
