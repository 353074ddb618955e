"""The texts that are shown as HTML and printed as PDF, two of them frozen; and their checksum."""

import hashlib
from collections.abc import Mapping
from typing import NotRequired, TypedDict, cast

from samverkan.journal.canonical import Plain, canonical


class LetterheadText(TypedDict):
    """Brevhuvud: a principal's sender details as they were; what is unknown is empty (R323)."""

    name: str
    address: str
    phone: str
    email: str
    organisation_number: str
    vat_number: str
    bankgiro: str


class ConsequencesText(TypedDict):
    """Konsekvenser: what a proposal means; what nobody has weighed is empty."""

    economy: str
    children: str
    minority: str
    staff: str


class ProposalText(TypedDict):
    """Förslag till beslut: a recommendation as one principal's decision proposal (D1).

    Days are ISO dates, clauses are as they are printed, and an empty text is left out in print,
    except the reference number, which then is a line to fill in. Proposals sent before there were
    consequences and letterheads lack both.
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
    decider: NotRequired[str]
    consequences: NotRequired[ConsequencesText]
    letterhead: NotRequired[LetterheadText | None]
    level: NotRequired[str]


class PresentText(TypedDict):
    """Beslutande: someone who took part, with party, and for whom when not for themselves.

    Minutes approved before presence in part was noted lack that part.
    """

    name: str
    party: str
    principal: str
    stands_for: str
    presence: NotRequired[str]


class VoiceText(TypedDict):
    """Yttrande: what someone put forward beside what was agreed."""

    kind: str
    whose: str
    text: str


class TaskText(TypedDict):
    """Uppgift: what a point orders, by whom, and when it is due, in words."""

    what: str
    whom: str
    due: str


class ApprovalText(TypedDict):
    """Justering: who approved, by name and title, and the day when it is known."""

    name: str
    title: str
    on: str | None


class NextMeetingText(TypedDict):
    """Nästa möte: its day and place, as known when this one was closed."""

    on: str
    place: str


class TableText(TypedDict):
    """Tabell: what a point shows in rows; the first cell of a row is its heading.

    `until` is the moment of the last that was told in it.
    """

    caption: str
    head: list[str]
    rows: list[list[str]]
    until: str


class PointText(TypedDict):
    """Punkt: one numbered point; with clauses it has a heading of its own for the outcome.

    What may be left out is what minutes lack that were approved before it could be noted.
    """

    number: int | None
    heading: str
    kind: str
    text: str
    adjoined: NotRequired[list[str]]
    asides: NotRequired[list[str]]
    decision_heading: str
    lead: str
    clauses: list[str]
    annexes: list[str]
    outcome: str
    table: NotRequired[TableText]
    inline: NotRequired[bool]
    inner_kind: NotRequired[str]
    voices: NotRequired[list[VoiceText]]
    tasks: NotRequired[list[TaskText]]


class MinutesText(TypedDict):
    """Sammanträdesanteckningar: a held meeting, as approved when `approved_by` is filled (D3).

    `approved_sha256` is the sum of the text as those who approved it read it: the same without
    anything of the approval.
    """

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
    approvals: NotRequired[list[ApprovalText]]
    approved_sha256: NotRequired[str]
    next_meeting: NotRequired[NextMeetingText | None]
    source: str


class ListedText(TypedDict):
    """A body as a row of a nested list: how deep, its name, and what is said of it."""

    depth: int
    name: str
    said: str


class DrawnText(TypedDict):
    """A picture as SVG (empty when it is too large to print), and the same as lists."""

    heading: str
    svg: str
    width: float
    height: float
    alternative: str
    standing: list[ListedText]
    apart: list[ListedText]
    working_groups: list[ListedText]


class PictureText(TypedDict):
    """Strukturen i bild: the schematic pictures of a day (R019)."""

    collaboration: str
    on: str
    journal: int
    changed: str
    pictures: list[DrawnText]


class BlockText(TypedDict):
    """A piece of a description: paragraphs, points, facts or a table; the kind says which.

    The cells of facts and tables are plain text; the first cell of a row is its heading.
    """

    kind: str
    caption: str
    lines: list[str]
    head: list[str]
    rows: list[list[str]]


class ChapterText(TypedDict):
    """A numbered chapter, such as one body: what it is about, and its pieces in order."""

    number: str
    anchor: str
    heading: str
    body: str
    blocks: list[BlockText]


class PartText(TypedDict):
    """A numbered part of a description: an introduction, then its chapters."""

    number: str
    anchor: str
    heading: str
    blocks: list[BlockText]
    chapters: list[ChapterText]


class DescriptionText(TypedDict):
    """Beskrivningen: the whole structure of a day as one document (R014, R015)."""

    collaboration: str
    county: str
    parties: str
    on: str
    journal: int
    changed: str
    parts: list[PartText]


def digest(text: Mapping[str, object]) -> str:
    """Return the SHA-256, in hex, of a text written as JSON by RFC 8785."""
    return hashlib.sha256(canonical(cast("Mapping[str, Plain]", text)).encode()).hexdigest()
