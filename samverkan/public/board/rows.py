"""The board row by row for files: recommendations with every answer that the choice leaves."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.conf import settings
from django.urls import reverse

from samverkan.dispatches.choices import DECIDED, DispatchState, ShownState
from samverkan.dispatches.effects import effect_sentences
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import shown_state
from samverkan.dispatches.wording import EVERYONE
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration
from samverkan.public.board.asking import Asked
from samverkan.public.board.path_columns import OF_THE_PATH, PATH_FIELDS, path_columns, steps_of
from samverkan.public.paging import Row, batches
from samverkan.public.queries.board import ORDER, lines

AT_A_TIME = 200
FIELDS = (
    "pk",
    "recommendation_id",
    "principal__slug",
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
    "decided_version",
    *PATH_FIELDS,
)
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
Answer = dict[str, Any]
Told = tuple[Row, list[Answer]]


def told(collaboration: Collaboration, asked: Asked, today: date) -> Iterator[list[Told]]:
    """Yield recommendations with their answers, some at a time, the latest first.

    A recommendation tells what follows from its answers; an answer tells of its path.
    """
    members = asked.group.members if asked.group else None
    for some in batches(lines(collaboration.pk, asked.choice), ORDER, AT_A_TIME):
        sent = Dispatch.objects.filter(recommendation__in=[line["pk"] for line in some])
        if asked.choice.principal:
            sent = sent.filter(principal__slug=asked.choice.principal)
        if members is not None:
            sent = sent.filter(principal__in=members)
        answers: dict[int, list[Answer]] = {}
        for answer in sent.order_by("principal__position", "principal__name").values(*FIELDS):
            answers.setdefault(answer["recommendation_id"], []).append(answer)
        steps = steps_of(some)
        for answer in chain.from_iterable(answers.values()):
            answer["steps"] = steps.get(answer["pk"], [])
        follows = effect_sentences(some, today=today)
        yield [
            ({**line, "follows": follows[line["pk"]]}, answers.get(line["pk"], [])) for line in some
        ]


def flat(line: Row, answers: list[Answer], here: Collaboration, today: date) -> Iterator[list[Any]]:
    """Yield a row for each answer, in the order of the headings; one where nothing is sent."""
    about = [
        line["number"],
        line["title"],
        line["body__name"],
        line["agreed_on"],
        line["point"],
        to_whom(line),
    ]
    if not answers:
        unanswered = [*about, "", "", ShownState.NOT_DISPATCHED.label]
        nothing = [""] * (len(HEADINGS) - len(unanswered) - 1)
        yield [*unanswered, *nothing, line["follows"]]
    for answer in answers:
        yield [
            *about,
            answer["principal__name"],
            answer["principal__code"],
            shown(line, answer, today).label,
            day_of(answer),
            answer["decided_about"],
            answer["deciding_body"],
            answer["paragraph"],
            answer["reference_number"],
            extract_of(answer, here),
            *path_columns(answer, line["reply_by"], answer["steps"], today),
            version_of(answer) or "",
            line["follows"],
        ]


def to_whom(line: Row) -> str:
    """Return to whom a recommendation went, in words; nothing while it has not gone."""
    return (line["addressing__said"] or EVERYONE) if line["dispatched_at"] else ""


def version_of(answer: Answer) -> int | None:
    """Return which text a decision is about; None when there is no decision."""
    return (answer["decided_version"] or 1) if answer["state"] in DECIDED else None


def shown(line: Row, answer: Answer, today: date) -> ShownState:
    """Return what the board says of an answer."""
    state = DispatchState(answer["state"])
    reply_by, planned_on = line["reply_by"], answer["planned_on"]
    return shown_state(
        state,
        reply_by=reply_by,
        planned_on=planned_on,
        today=today,
        withdrawn=line["withdrawn_on"] is not None,
    )


def day_of(answer: Answer) -> date | None:
    """Return the day that goes with the state."""
    on: date | None = {
        DispatchState.RECEIVED: answer["received_on"],
        DispatchState.PLANNED: answer["planned_on"],
        DispatchState.APPROVED: answer["decided_on"],
        DispatchState.REJECTED: answer["decided_on"],
    }.get(DispatchState(answer["state"]))
    return on


def extract_of(answer: Answer, here: Collaboration) -> str:
    """Return the whole address of the minutes extract, if everybody may read it."""
    if answer["extract__visibility"] != Visibility.PUBLIC:
        return ""
    where = [here.slug, answer["extract__key"], answer["extract__name"]]
    return settings.SITE_ADDRESS + reverse("public:document", args=where)
