"""The board as JSON, some recommendations at a time; its fields are told on a page and tested."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from samverkan.journal.models import Collaboration
from samverkan.public.board.asking import Asked
from samverkan.public.board.rows import (
    Answer,
    day_of,
    extract_of,
    shown,
    to_whom,
    told,
    version_of,
)
from samverkan.public.paging import Row

TOP = {
    "collaboration": "samverkans adress, till exempel vasterbotten",
    "name": "samverkans namn",
    "url": "tavlans adress med samma urval",
    "choice": "urvalet, så som det står i adressen",
    "journal_sequence": "journalens läge när filen gjordes",
    "changed_at": "när journalen senast ändrades, i UTC",
    "recommendations": "rekommendationerna, den senaste först",
}
RECOMMENDATION = {
    "number": "rekommendationens nummer",
    "title": "rubriken",
    "url": "sidans adress",
    "body": "organet som enades",
    "agreed_on": "dagen då organet enades",
    "point": "punkten i anteckningarna",
    "dispatched_at": "när den sändes till huvudmännen, i UTC; null om den inte är sänd",
    "reply_by": "svar senast; null om ingen dag är satt",
    "withdrawn_on": "dagen då organet återtog den; null om den står fast",
    "to_whom": "till vilka den gick, i ord; tom om den inte är sänd",
    "follows": "det som följer av svaren, i en mening",
    "answers": "ett svar för varje huvudman som den sändes till",
}
ANSWER = {
    "principal": "huvudmannens adress, till exempel mala",
    "principal_name": "huvudmannens namn",
    "principal_code": "kommunkod eller länskod",
    "state": (
        "dispatched, received, planned, approved, rejected, unanswered, not_awaited, "
        "not_dispatched, not_concerned eller taken_over"
    ),
    "state_label": "samma sak på svenska, till exempel bifall",
    "day": "dagen som hör till läget; null när den är okänd",
    "about": "ungefärlig tid, när dagen är okänd",
    "deciding_body": "huvudmannens beslutande organ",
    "paragraph": "beslutets paragraf",
    "reference_number": "huvudmannens diarienummer",
    "condition": "villkor eller tillägg till ett bifall",
    "version": "vilken version av texten beslutet gäller; null utan beslut",
    "comment": "huvudmannens kommentar till beslutet",
    "extract_url": "protokollsutdragets adress; tom när det inte är offentligt",
}


def parts_of(collaboration: Collaboration, asked: Asked, today: date) -> Iterator[str]:
    """Yield the file in parts that make one JSON object together."""
    site = settings.SITE_ADDRESS
    about = {
        "collaboration": collaboration.slug,
        "name": collaboration.name,
        "url": site + reverse("public:board", args=[collaboration.slug]) + asked.query,
        "choice": asked.kept,
        "journal_sequence": collaboration.head_sequence,
        "changed_at": _utc(collaboration.head_at),
    }
    yield f'{_written(about)[:-1]},"recommendations":['
    between = ""
    for some in told(collaboration, asked, today):
        yield between + ",".join(_written(_one(*one, collaboration, today)) for one in some)
        between = ","
    yield "]}\n"


def _one(line: Row, answers: list[Answer], here: Collaboration, today: date) -> dict[str, Any]:
    address = reverse("public:recommendation", args=[here.slug, line["number"]])
    return {
        "number": line["number"],
        "title": line["title"],
        "url": settings.SITE_ADDRESS + address,
        "body": line["body__name"],
        "agreed_on": line["agreed_on"].isoformat(),
        "point": line["point"],
        "dispatched_at": _utc(line["dispatched_at"]),
        "reply_by": _iso(line["reply_by"]),
        "withdrawn_on": _iso(line["withdrawn_on"]),
        "to_whom": to_whom(line),
        "follows": line["follows"],
        "answers": [_answer(line, answer, here, today) for answer in answers],
    }


def _answer(line: Row, answer: Answer, here: Collaboration, today: date) -> dict[str, Any]:
    state = shown(line, answer, today)
    return {
        "principal": answer["principal__slug"],
        "principal_name": answer["principal__name"],
        "principal_code": answer["principal__code"],
        "state": state.value,
        "state_label": str(state.label),
        "day": _iso(day_of(answer)),
        "about": answer["decided_about"],
        "deciding_body": answer["deciding_body"],
        "paragraph": answer["paragraph"],
        "reference_number": answer["reference_number"],
        "condition": answer["condition"],
        "version": version_of(answer),
        "comment": answer["comment"],
        "extract_url": extract_of(answer, here),
    }


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _utc(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None
