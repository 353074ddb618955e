"""The letter (missiv) that comes first in a package, as a text to print."""

from collections.abc import Sequence
from typing import TypedDict

from django.utils.timezone import localdate

from samverkan.dispatches.models import Package
from samverkan.documents.models import Annex


class LetterText(TypedDict):
    """Missiv: from whom, to whom, what about, what is asked for and what comes with it."""

    sender: str
    contact: str
    email: str
    addressee: str
    on: str
    title: str
    recommendation_number: str
    body: str
    agreed_on: str
    point: int | None
    reply_by: str | None
    enclosed: list[str]


def letter_text(package: Package, annexes: Sequence[Annex]) -> LetterText:
    """Return the letter to one principal; nothing in it changes after the dispatch."""
    dispatch, sender = package.dispatch, package.sender
    proposal = dispatch.proposal
    return {
        "sender": sender["name"],
        "contact": sender["contact"],
        "email": sender["email"],
        "addressee": dispatch.addressee,
        "on": str(localdate(dispatch.dispatched_at)),
        "title": proposal["title"],
        "recommendation_number": proposal["recommendation_number"],
        "body": proposal["body"],
        "agreed_on": proposal["agreed_on"],
        "point": proposal["point"],
        "reply_by": proposal["reply_by"],
        "enclosed": ["Förslag till beslut", *(annex.name for annex in annexes)],
    }
