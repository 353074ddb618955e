"""The two texts that are frozen, shown as HTML and printed as PDF, and their checksum."""

import hashlib
from collections.abc import Mapping
from typing import TypedDict, cast

from samverkan.journal.canonical import Plain, canonical


class ProposalText(TypedDict):
    """Förslag till beslut: a recommendation as one principal's decision proposal (D1).

    Days are ISO dates, clauses are as they are printed, and an empty text is left out in print,
    except the reference number, which then is a line to fill in.
    """

    principal: str
    addressee: str
    reference_number: str
    title: str
    recommendation_number: str
    body: str
    agreed_on: str
    point: int | None
    summary: str
    background: str
    resources: str
    lead: str
    clauses: list[str]
    annexes: list[str]
    reply_by: str | None
    source: str


class PresentText(TypedDict):
    """Beslutande: someone who took part, with party, and for whom when not for themselves."""

    name: str
    party: str
    principal: str
    stands_for: str


class PointText(TypedDict):
    """Punkt: one numbered point; with clauses it has a heading of its own for the outcome."""

    number: int | None
    heading: str
    kind: str
    text: str
    decision_heading: str
    lead: str
    clauses: list[str]
    annexes: list[str]
    outcome: str


class MinutesText(TypedDict):
    """Sammanträdesanteckningar: a held meeting, as approved when `approved_by` is filled (D3)."""

    body: str
    subject: str
    on: str
    time: str
    place: str
    first_point: int | None
    last_point: int | None
    deciding: list[PresentText]
    rapporteurs: list[str]
    secretaries: list[str]
    guests: list[str]
    points: list[PointText]
    approved_by: str
    approver_title: str
    approved_on: str | None
    approved_note: str
    source: str


def digest(text: Mapping[str, object]) -> str:
    """Return the SHA-256, in hex, of a text written as JSON by RFC 8785."""
    return hashlib.sha256(canonical(cast("Mapping[str, Plain]", text)).encode()).hexdigest()
