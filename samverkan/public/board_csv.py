"""The board as a table for spreadsheets: one row for each recommendation and principal."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from samverkan.dispatches.choices import DECIDED, DispatchState, ShownState
from samverkan.dispatches.effects import effect_sentences
from samverkan.dispatches.models import Dispatch, LineStep
from samverkan.dispatches.rules import shown_state
from samverkan.dispatches.wording import EVERYONE
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration
from samverkan.public.board_csv_paths import OF_THE_PATH, PATH_FIELDS, path_columns, steps_of
from samverkan.public.paging import Row, batches
from samverkan.public.queries.board import ORDER, Choice, lines
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Nummer",
    "Rekommendation",
    "Organ",
    "Organet enades",
    "Punkt",
    "Till",
    "Huvudman",
    "Kommunkod",
    "Läge",
    "Dag",
    "Ungefärlig tid",
    "Beslutande organ",
    "Paragraf",
    "Diarienummer",
    "Protokollsutdrag",
    *OF_THE_PATH,
    "Svaret gäller version",
    "Det som följer av svaren",
)
AT_A_TIME = 200


def rows_of(collaboration: Collaboration, choice: Choice, today: date) -> Iterator[str]:
    """Yield the file some rows at a time, as Swedish spreadsheets read it: semicolons, UTF-8."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    for some in batches(lines(collaboration.pk, choice), ORDER, AT_A_TIME):
        by_key = {line["pk"]: line for line in some}
        sent = Dispatch.objects.filter(recommendation__in=by_key)
        if choice.principal:
            sent = sent.filter(principal__slug=choice.principal)
        told: dict[int, list[dict[str, Any]]] = {}
        for answer in sent.order_by("principal__position").values(*_FIELDS):
            told.setdefault(answer["recommendation_id"], []).append(answer)
        paths = steps_of(some)
        follows = effect_sentences(some, today=today)
        yield written(
            [*row, follows[line["pk"]]]
            for line in some
            for row in _rows(line, told.get(line["pk"], []), collaboration, today, paths)
        )


_FIELDS = (
    "pk",
    "recommendation_id",
    "principal__name",
    "principal__code",
    "state",
    "received_on",
    "planned_on",
    "decided_on",
    "decided_about",
    "deciding_body",
    "paragraph",
    "reference_number",
    "extract__key",
    "extract__name",
    "extract__visibility",
    *PATH_FIELDS,
    "decided_version",
)


def _rows(
    line: Row,
    answers: list[dict[str, Any]],
    collaboration: Collaboration,
    today: date,
    paths: Mapping[int, list[LineStep]],
) -> Iterator[list[object]]:
    about = [
        line["number"],
        line["title"],
        line["body__name"],
        line["agreed_on"],
        line["point"],
        (line["addressing__said"] or EVERYONE) if line["dispatched_at"] else "",
    ]
    if not answers:
        unanswered = [*about, "", "", ShownState.NOT_DISPATCHED.label]
        yield unanswered + [""] * (len(HEADINGS) - 1 - len(unanswered))
    for answer in answers:
        state = DispatchState(answer["state"])
        shown = shown_state(
            state,
            reply_by=line["reply_by"],
            planned_on=answer["planned_on"],
            today=today,
            withdrawn=line["withdrawn_on"] is not None,
        )
        yield [
            *about,
            answer["principal__name"],
            answer["principal__code"],
            shown.label,
            _day(state, answer),
            answer["decided_about"],
            answer["deciding_body"],
            answer["paragraph"],
            answer["reference_number"],
            _extract(answer, collaboration),
            *path_columns(answer, line["reply_by"], paths.get(answer["pk"], []), today),
            (answer["decided_version"] or 1) if state in DECIDED else "",
        ]


def _day(state: DispatchState, answer: dict[str, Any]) -> date | None:
    on: date | None = {
        DispatchState.RECEIVED: answer["received_on"],
        DispatchState.PLANNED: answer["planned_on"],
        DispatchState.APPROVED: answer["decided_on"],
        DispatchState.REJECTED: answer["decided_on"],
    }.get(state)
    return on


def _extract(answer: dict[str, Any], collaboration: Collaboration) -> str:
    if answer["extract__visibility"] != Visibility.PUBLIC:
        return ""
    where = [collaboration.slug, answer["extract__key"], answer["extract__name"]]
    return settings.SITE_ADDRESS + reverse("public:document", args=where)
