"""The state of one recommendation computed afresh from its journal entries and nothing else.

A reader for tests: it imports no rule, no query and no action. A new act that changes where a
principal stands gets a function here and a line in READS.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

UNCONCERNED = "berörs inte"
STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass
class Row:
    """What one principal has told, in the order it was told; corrected answers are gone."""

    told: list[dict] = field(default_factory=list)
    confirmed: int = 0
    concerned: bool = True

    def _last(self, *kinds):
        return next((one for one in reversed(self.told) if one["kind"] in kinds), None)

    def _state(self, furthest):
        if not self.concerned:
            return UNCONCERNED
        return furthest["kind"] if furthest else "expedierad"

    def standing(self, answers_from):
        """Return the row as the board should have it."""
        decision = self._last("bifall", "avslag")
        planned, received = self._last("planerad"), self._last("mottagen")
        furthest = decision or planned or received
        numbers = [one["reference_number"] for one in self.told if one["reference_number"]]
        version = max(decision["version"], self.confirmed) if decision else None
        return {
            "state": self._state(furthest),
            "decided_on": decision["on"] if decision else None,
            "deciding_body": (decision or planned or {"deciding_body": ""})["deciding_body"],
            "paragraph": decision["paragraph"] if decision else "",
            "planned_on": planned["on"] if planned else None,
            "received_on": received["at"] if received else None,
            "reference_number": numbers[-1] if numbers else "",
            "decided_version": version,
            "answers_earlier": version is not None and version < answers_from,
        }


@dataclass
class Whole:
    """A recommendation as its entries tell it."""

    rows: dict[str, Row] = field(default_factory=dict)
    version: int = 1
    answers_from: int = 1
    withdrawn_on: date | None = None
    effect: dict = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)
    conclusion: str = ""

    def standings(self):
        """Return every principal's row by its address."""
        return {slug: row.standing(self.answers_from) for slug, row in self.rows.items()}


def _day(text):
    return date.fromisoformat(text) if text else None


def _answer(entry, facts):
    at = datetime.fromisoformat(entry["at"]).astimezone(STOCKHOLM).date()
    return {**facts, "on": _day(facts["on"]), "at": at}


def _dispatched(whole, entry, facts):
    whole.rows = {slug: Row() for slug in facts["addressees"]}
    whole.sums = facts["addressees"]
    whole.effect = facts["effect"]


def _told(whole, entry, facts):
    row = whole.rows[facts["address"]]
    if facts["kind"] in ("bifall", "avslag"):
        row.confirmed = 0
    row.told.append(_answer(entry, facts))


def _corrected(whole, entry, facts):
    """What is corrected is always what was told last; the correction tells which text it means."""
    row = whole.rows[facts["address"]]
    gone = row.told.pop()
    if gone["kind"] in ("bifall", "avslag"):
        row.confirmed = 0
    row.told.append(_answer(entry, facts))


def _confirmed(whole, entry, facts):
    whole.rows[facts["address"]].confirmed = facts["version"]


def _new_text(whole, entry, facts):
    whole.version, whole.answers_from = facts["version"], facts["answers_from"]
    whole.sums = facts["addressees"]


def _withdrawn(whole, entry, facts):
    whole.withdrawn_on = _day(facts["on"])


def _unconcerned(whole, entry, facts):
    whole.rows[facts["slug"]].concerned = False


def _concerned(whole, entry, facts):
    whole.rows[facts["slug"]].concerned = True


def _joined(whole, entry, facts):
    whole.rows[facts["slug"]] = Row()
    whole.sums = {**whole.sums, facts["slug"]: facts["sha256"]}


def _concluded(whole, entry, facts):
    whole.conclusion = facts["conclusion"]


READS = {
    "recommendation.dispatched": _dispatched,
    "answer.received": _told,
    "answer.planned": _told,
    "answer.approved": _told,
    "answer.rejected": _told,
    "answer.more_time": _told,
    "concern.noted": _unconcerned,
    "concern.taken_back": _concerned,
    "dispatch.added_later": _joined,
    "answer.corrected": _corrected,
    "answer.confirmed": _confirmed,
    "recommendation.text_corrected": _new_text,
    "recommendation.withdrawn": _withdrawn,
    "recommendation.concluded": _concluded,
}


def read(contents):
    """Return a recommendation from the contents of its entries, the first first."""
    whole = Whole()
    for entry in contents:
        if reads := READS.get(entry["verb"]):
            reads(whole, entry, entry["facts"])
    return whole
