"""Every area's sentences in one place: how an obstacle is said, how an entry is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Any

from django.utils.formats import date_format

from samverkan.agreements import wording as agreements
from samverkan.bodies import wording as bodies
from samverkan.cases import wording as cases
from samverkan.cases.rules import LadderStep
from samverkan.dispatches import wording as dispatches
from samverkan.documents import wording as documents
from samverkan.journal import wording as journal
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings import wording as meetings
from samverkan.people import wording as people
from samverkan.principals import wording as principals
from samverkan.structures import wording as structures

DAY = "j F Y"
DAY_UNKNOWN = "Dagen är okänd"
AREAS = (
    journal,
    principals,
    people,
    documents,
    bodies,
    cases,
    meetings,
    dispatches,
    agreements,
    structures,
)
OBSTACLES: Mapping[str, str] = {
    code: sentence for area in AREAS for code, sentence in area.OBSTACLES.items()
}
VERBS: Mapping[str, str] = {
    verb: sentence for area in AREAS for verb, sentence in area.VERBS.items()
}


def say(obstacle: Obstacle) -> str:
    """Return the sentence of an obstacle or remark, with its facts in Swedish."""
    return OBSTACLES[obstacle.code] % {key: _said(fact) for key, fact in obstacle.facts.items()}


def say_all(obstacles: Iterable[Obstacle]) -> list[str]:
    """Return the sentences of several obstacles."""
    return [say(obstacle) for obstacle in obstacles]


def say_why(step: LadderStep) -> str:
    """Return why a step of a case's ladder stands as it does, in a sentence."""
    return cases.LADDER[step.why] % {key: _said(fact) for key, fact in step.facts.items()}


@dataclass(frozen=True)
class Told:
    """A journal entry in words, as a timeline shows it."""

    at: datetime
    about: str
    sentence: str
    actor: str
    source: str
    subject: str
    verb: str
    facts: Mapping[str, Any]


def told(entry: Entry, *, by_name: bool = False) -> Told:
    """Return an entry in words; which official did it is told to members only."""
    content = entry.content
    who = [content["actor"] if by_name else "", content["on_behalf_of"]]
    return Told(
        at=entry.at,
        about=DAY_UNKNOWN if content["facts"].get("about") else "",
        sentence=tell(entry),
        actor=", ".join(filter(None, who)),
        source=content["source"],
        subject=entry.subject,
        verb=entry.verb,
        facts=content["facts"],
    )


def tell(entry: Entry) -> str:
    """Return the sentence of a journal entry; what it does not know is left out."""
    facts = {key: _said(fact) for key, fact in entry.content["facts"].items()}
    facts["decided"] = f"den {facts['on']}" if facts.get("on") else first_part(facts)
    return Formatter().vformat(VERBS[entry.verb], (), _Known(facts))


def first_part(facts: Mapping[str, str]) -> str:
    """Return what is known of a time without a date: "vid årsskiftet 2018/2019"."""
    return facts.get("about", "").partition(";")[0]


class _Known(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


def _said(fact: object) -> str:
    if fact is None:
        return ""
    if isinstance(fact, date):
        return date_format(fact, DAY)
    if isinstance(fact, list | tuple):
        known = [cases.MISSING.get(str(part), _said(part)) for part in fact]
        return dispatches.listed(known)
    text = str(fact)
    if len(text) == len("2026-03-12") and text[4:5] == text[7:8] == "-":
        try:
            return date_format(date.fromisoformat(text), DAY)
        except ValueError:
            return text
    return text
