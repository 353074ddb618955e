"""What a meeting means for one principal, in plain words. Pure: no database, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.meetings.wording import digests as wording

AGREED = (Outcome.RECOMMENDED, Outcome.PROPOSED, Outcome.INNER_DECISION)


@dataclass(frozen=True)
class Due:
    """Something to do after a meeting: by a principal, or by all; a day, or when in words."""

    what: str
    by: date | None = None
    when: str = ""
    principal: int | None = None


@dataclass(frozen=True)
class TreatedPoint:
    """A point as it was treated; of a case that is not public, only that there was one."""

    number: int | None
    heading: str
    kind: ItemKind
    outcome: Outcome | None = None
    text: str = ""
    lead: str = ""
    clauses: tuple[str, ...] = ()
    value_inhabitants: str = ""
    value_operations: str = ""
    path: str = ""
    is_public: bool = True


@dataclass(frozen=True)
class HeldMeeting:
    """A meeting that has been held, as a digest tells of it."""

    body: str
    on: date
    path: str
    points: tuple[TreatedPoint, ...]
    place: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class Home:
    """For whom a digest is: a principal, a nominator (which decides nothing), or nobody's."""

    name: str = ""
    principal: int | None = None

    @property
    def decides(self) -> bool:
        """Return whether recommendations are decided on here (R005)."""
        return self.principal is not None


class SaidText(TypedDict):
    """Sagt: what was said on a point."""

    number: int | None
    heading: str
    text: str


class AgreedText(TypedDict):
    """Enats om: what the body agreed on, and the two values of its case (X05)."""

    number: int | None
    heading: str
    sort: str
    lead: str
    clauses: list[str]
    value_inhabitants: str
    value_operations: str


class DueText(TypedDict):
    """Att göra: what, by which day (ISO) or when in words."""

    what: str
    by: str | None
    when: str


class LinkText(TypedDict):
    """Källa: where more is read, within the installation."""

    label: str
    path: str


class DigestText(TypedDict):
    """Rapport: a meeting for one principal, frozen when it is sent."""

    body: str
    on: str
    place: str
    principal: str
    means: list[str]
    agreed: list[AgreedText]
    said: list[SaidText]
    closed_points: int
    to_do: list[DueText]
    links: list[LinkText]
    next_on: str | None


def digest_of(
    meeting: HeldMeeting, home: Home, *, dues: Iterable[Due] = (), means: str = ""
) -> DigestText:
    """Return what a meeting means for one principal; `means` replaces what is said by itself.

    Agreement § 6.1.3 (R097, R158): those concerned at home are involved, also those who sit in no
    body, so the text can be carried on as it is. Nothing of a case that is not public is in it.
    """
    shown = [point for point in meeting.points if point.is_public]
    written = [part.strip() for part in means.split("\n\n") if part.strip()]
    return {
        "body": meeting.body,
        "on": str(meeting.on),
        "place": meeting.place,
        "principal": home.name,
        "means": written or means_for(shown, home),
        "agreed": [_agreed(point) for point in shown if point.outcome in AGREED],
        "said": [_said(point) for point in shown if point.text.strip()],
        "closed_points": len(meeting.points) - len(shown),
        "to_do": [*_to_do(shown, home), *_dues(dues, home)],
        "links": _links(meeting, shown),
        "next_on": str(meeting.next_on) if meeting.next_on else None,
    }


def means_for(points: Sequence[TreatedPoint], home: Home) -> list[str]:
    """Return what the outcomes mean at home; a recommendation is never a decision (R006)."""
    said = []
    for point in points:
        facts = {"heading": point.heading, "home": home.name}
        if point.outcome is Outcome.RECOMMENDED:
            known = wording.RECOMMENDED_TO if home.decides else wording.RECOMMENDED_TO_ALL
            said.append(known % facts)
        elif point.outcome in wording.MEANS:
            said.append(wording.MEANS[point.outcome] % facts)
    if not any(point.outcome is Outcome.RECOMMENDED for point in points):
        said.append(wording.NOTHING_TO_DECIDE)
    return said


def plain_text(text: DigestText, *, site: str, preliminary: bool) -> str:
    """Return a digest as plain text, to be carried on in an e-mail or on a noticeboard."""
    about = wording.TITLE % {"body": text["body"], "on": in_words(text["on"])}
    parts = [about + (f"\n{wording.FOR % text['principal']}" if text["principal"] else "")]
    if preliminary:
        parts.append(wording.PRELIMINARY)
    parts.append(_section(wording.MEANS_HEADING, text["means"]))
    parts.append(_section(wording.TO_DO_HEADING, [f"– {due_line(one)}" for one in text["to_do"]]))
    parts.append(_section(wording.AGREED_HEADING, [_agreed_lines(one) for one in text["agreed"]]))
    parts.append(_section(wording.SAID_HEADING, [_said_lines(one) for one in text["said"]]))
    if text["closed_points"]:
        parts.append(wording.closed_points(text["closed_points"]))
    if text["next_on"]:
        parts.append(wording.NEXT % in_words(text["next_on"]))
    sources = [f"{one['label']}\n{site}{one['path']}" for one in text["links"]]
    parts.append(_section(wording.SOURCES_HEADING, sources))
    return "\n\n".join(part for part in parts if part) + "\n"


def due_line(one: DueText) -> str:
    """Return something to do with its time, as one line."""
    when = wording.BY % in_words(one["by"]) if one["by"] else one["when"]
    return f"{one['what']} {when}".strip()


def in_words(day: str) -> str:
    """Return "12 mars 2026" of an ISO day."""
    return wording.in_words(date.fromisoformat(day))


def _agreed(point: TreatedPoint) -> AgreedText:
    assert point.outcome is not None  # noqa: S101  (the caller has chosen among outcomes)
    return {
        "number": point.number,
        "heading": point.heading,
        "sort": wording.SORTS[point.outcome],
        "lead": point.lead,
        "clauses": list(point.clauses),
        "value_inhabitants": point.value_inhabitants,
        "value_operations": point.value_operations,
    }


def _said(point: TreatedPoint) -> SaidText:
    return {"number": point.number, "heading": point.heading, "text": point.text.strip()}


def _to_do(points: Sequence[TreatedPoint], home: Home) -> list[DueText]:
    """Return what follows by itself: prepare a decision (R152), involve those concerned (R097)."""
    found: list[DueText] = []
    for point in points:
        facts = {"heading": point.heading}
        if point.outcome is Outcome.RECOMMENDED and home.decides:
            found.append(_due(wording.PREPARE_DECISION % facts, wording.WHEN_DISPATCHED))
            found.append(_due(wording.INVOLVE % facts, wording.BEFORE_DECISION))
        if point.outcome is Outcome.RETURNED:
            found.append(_due(wording.INVOLVE % facts, wording.BEFORE_NEXT_TIME))
    return [*found, _due(wording.CARRY_ON, wording.SOON)]


def _due(what: str, when: str) -> DueText:
    return {"what": what, "by": None, "when": when}


def _dues(dues: Iterable[Due], home: Home) -> list[DueText]:
    theirs = [one for one in dues if one.principal in (None, home.principal)]
    theirs.sort(key=lambda one: (one.by is None, one.by or date.max))
    return [
        {"what": one.what, "by": str(one.by) if one.by else None, "when": one.when}
        for one in theirs
    ]


def _links(meeting: HeldMeeting, points: Sequence[TreatedPoint]) -> list[LinkText]:
    about = wording.MEETING_LINK % {"body": meeting.body, "on": wording.in_words(meeting.on)}
    found: list[LinkText] = [{"label": about, "path": meeting.path}]
    found += [{"label": point.heading, "path": point.path} for point in points if point.path]
    return found


def _section(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([heading.upper(), *lines]) if lines else ""


def _agreed_lines(one: AgreedText) -> str:
    lines = [f"{_numbered(one['number'], one['heading'])} ({one['sort']})"]
    if one["clauses"]:
        lines += [one["lead"], *(f"– {clause}" for clause in one["clauses"])]
    values = [
        (wording.VALUE_INHABITANTS, one["value_inhabitants"]),
        (wording.VALUE_OPERATIONS, one["value_operations"]),
    ]
    lines += [f"{label}: {value}" for label, value in values if value]
    return "\n".join(lines)


def _said_lines(one: SaidText) -> str:
    return f"{_numbered(one['number'], one['heading'])}\n{one['text']}"


def _numbered(number: int | None, heading: str) -> str:
    return heading if number is None else f"{number}. {heading}"
