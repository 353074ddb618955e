"""Rules for governing documents: who adopts them, what they hold, which version holds."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypedDict, TypeVar

from samverkan.bodies.choices import BodyKind, SectionKind, TextKind, TextStage
from samverkan.journal.obstacles import Obstacle, Remark

TITLE_LIMIT = 200
SECTION_LIMIT = 20_000
MOST_SECTIONS = 40
MOST_FEEDBACK_MONTHS = 60
# What an assignment regulates at the least, whatever more its body is required to have (R231).
BASICS = (SectionKind.TASK, SectionKind.MANDATE, SectionKind.REPORTING)
FORMED_AT_SEMINAR = (TextKind.VALUES, TextKind.TARGET)
OF_BEREDNINGAR = (BodyKind.PREPARATORY, BodyKind.COUNCIL, BodyKind.WORKING_GROUP)
TO_BE_FORMULATED = "formuleras vid"
_GOAL = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)])\s+\S")


class SectionText(TypedDict):
    """Avsnitt: one part of a governing document as it reads (Markdown)."""

    kind: str
    heading: str
    text: str


class Dated(Protocol):
    """What is needed of a version to know on which days it holds."""

    number: int
    stage: str
    adopted_on: date | None
    valid_from: date | None


V = TypeVar("V", bound=Dated)


# --- Which version holds -------------------------------------------------------------------------


def first_day(version: Dated) -> date:
    """Return the day from which a version holds; a draft never does."""
    return version.valid_from or version.adopted_on or date.max


def in_force(versions: Iterable[V], on: date) -> V | None:
    """Return the version that holds on a day: the newest adopted, until then what is proposed.

    Agreement § 5.1.4, § 6.1.5, § 6.2.1, § 6.2.2 and § 6.2.4 (R070, R102, R124, R132, R143): work
    begins by the work order that is proposed, until the body has adopted one of its own.
    """
    known = [one for one in versions if one.stage != TextStage.DRAFT and first_day(one) <= on]
    return max(
        known,
        key=lambda one: (one.stage == TextStage.ADOPTED, first_day(one), one.number),
        default=None,
    )


def values_are_older(carried: int, current: int | None) -> bool:
    """Return whether an assignment carries another version of the values than the one in force.

    Agreement § 6.1.1 (R044): the values are part of LSG's assignment, so it follows when the
    seminar revises them.
    """
    return current is not None and carried < current


# --- What a text holds ---------------------------------------------------------------------------


def sections_wanted(kind: TextKind, required: Collection[str]) -> list[SectionKind]:
    """Return the sections that a text ought to have, in the order that they are written."""
    if kind in FORMED_AT_SEMINAR:
        return [SectionKind.VALUES]
    if kind is not TextKind.ASSIGNMENT:
        return []
    return [one for one in SectionKind if one.value in required or one in BASICS]


def sections_missing(
    kind: TextKind, required: Collection[str], sections: Sequence[SectionText]
) -> list[SectionKind]:
    """Return the sections that an assignment must have and that nothing is written in.

    Agreement § 6.2 (R113, R114, R115), § 6.2.1–6.2.4 (R125, R133, R138, R144) and § 6.1.1 (R044):
    which functions take part, how they are appointed, feedback, reporting and follow-up, and for
    LSG the values. Which of them a body must have is data.
    """
    if kind is not TextKind.ASSIGNMENT:
        return []
    return not_written(required, {one["kind"] for one in sections if one["text"].strip()})


def not_written(required: Collection[str], written: Collection[str]) -> list[SectionKind]:
    """Return the sections that are required and not written, in the order that they stand."""
    return [one for one in SectionKind if one.value in required and one.value not in written]


def goals_in(sections: Sequence[SectionText]) -> list[str]:
    """Return the goals that an assignment states: one a row of its list, else one a paragraph."""
    text = "\n\n".join(one["text"] for one in sections if one["kind"] == SectionKind.GOALS)
    listed = [row.strip() for row in text.splitlines() if _GOAL.match(row)]
    return listed or [part.strip() for part in text.split("\n\n") if part.strip()]


# --- Starting and writing ------------------------------------------------------------------------


def obstacles_to_start(
    *,
    kind: TextKind,
    title: str,
    of_body: BodyKind | None,
    body_until: date | None,
    on: date,
    taken: Collection[str],
) -> list[Obstacle]:
    """List what stands in the way of starting a text; `of_body` is empty for a function's.

    Agreement § 3 (R039): the values and the target picture are formed at the seminar.
    """
    obstacles = []
    if not title:
        obstacles.append(Obstacle("no_text_title"))
    if len(title) > TITLE_LIMIT:
        obstacles.append(Obstacle("text_title_too_long", {"limit": TITLE_LIMIT}))
    if of_body is None and kind is not TextKind.ASSIGNMENT:
        obstacles.append(Obstacle("function_has_only_assignment"))
    if kind in FORMED_AT_SEMINAR and of_body not in (None, BodyKind.SEMINAR):
        obstacles.append(Obstacle("values_not_of_a_seminar", {"kind": kind.label}))
    if body_until is not None and body_until <= on:
        obstacles.append(Obstacle("text_of_ended_body"))
    if kind is not TextKind.ROUTINE and kind.value in taken:
        obstacles.append(Obstacle("text_already_there", {"kind": kind.label}))
    return obstacles


def obstacles_to_write(
    *, sections: Sequence[SectionText], feedback_months: int | None, changed: bool
) -> list[Obstacle]:
    """List what stands in the way of keeping a draft as it is written."""
    obstacles: list[Obstacle] = []
    if not any(one["text"].strip() for one in sections):
        obstacles.append(Obstacle("draft_is_empty"))
    elif not changed:
        obstacles.append(Obstacle("draft_unchanged"))
    if len(sections) > MOST_SECTIONS:
        obstacles.append(Obstacle("too_many_sections", {"limit": MOST_SECTIONS}))
    for one in sections:
        if not one["heading"].strip() or len(one["heading"]) > TITLE_LIMIT:
            obstacles.append(Obstacle("section_heading", {"limit": TITLE_LIMIT}))
        if len(one["text"]) > SECTION_LIMIT:
            facts = {"section": one["heading"][:80], "limit": SECTION_LIMIT}
            obstacles.append(Obstacle("section_too_long", facts))
    kinds = [one["kind"] for one in sections if one["kind"] != SectionKind.OTHER]
    twice = [SectionKind(one).label for one in dict.fromkeys(kinds) if kinds.count(one) > 1]
    obstacles += [Obstacle("section_twice", {"section": label}) for label in twice]
    if feedback_months is not None and not 1 <= feedback_months <= MOST_FEEDBACK_MONTHS:
        obstacles.append(Obstacle("feedback_interval", {"most": MOST_FEEDBACK_MONTHS}))
    return obstacles


def obstacles_to_propose(
    *, kind: TextKind, earlier: int, written: bool, source: str
) -> list[Obstacle]:
    """List what stands in the way of letting work begin by a draft, without anybody adopting it.

    Agreement § 5.1.4 (R070) and the like in § 6.1.5 (R102), § 6.2.1 (R124), § 6.2.2 (R132) and
    § 6.2.4 (R143): only a work order begins so, and only its first version.
    """
    obstacles = []
    if kind is not TextKind.WORK_ORDER:
        obstacles.append(Obstacle("only_work_orders_are_proposed"))
    if earlier:
        obstacles.append(Obstacle("proposal_is_not_first"))
    if not written:
        obstacles.append(Obstacle("text_is_empty"))
    if not source.strip():
        obstacles.append(Obstacle("proposal_without_source"))
    return obstacles


# --- Adopting ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Owner:
    """Whose text it is: a body with what is said of it, or a function (no id, no kind)."""

    body: int | None = None
    kind: BodyKind | None = None
    setter: int | None = None
    name: str = ""
    setter_name: str = ""
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adoption:
    """By whom a text is adopted, when and where, and from when it holds; None is no body here."""

    by: int | None
    by_name: str
    on: date
    valid_from: date
    at_point: bool
    met: bool | None  # whether the body met that day; None when nobody has asked
    first: date | None  # when the adopting body began, and the day after its last
    until: date | None
    source: str = ""
    adopted_there: str = ""  # another text that was adopted at the same point


@dataclass(frozen=True)
class Carried:
    """The version of the values that an assignment points to, and what there is to point to."""

    number: int | None = None
    current: int | None = None
    any_in_force: bool = False


def may_adopt(kind: TextKind, owner: Owner) -> int | None:
    """Return the body that alone adopts a text of a kind; None when the sources name nobody.

    An assignment is set from above: LSG's by Samråd (§ 6.1.2, R076), those of beredningar and
    councils by LSG (§ 6.2, R112, R125, R133, R138, R144). A body shapes its own work order
    (R071, R103, R126, R134, R139, R145) and its own routines (§ 7). The values and the target
    picture are the seminar's (§ 3, R040). Of a coordinator function nobody is named (R168).
    """
    return owner.setter if kind is TextKind.ASSIGNMENT else owner.body


def obstacles_to_adopt(
    *,
    kind: TextKind,
    stage: TextStage,
    owner: Owner,
    sections: Sequence[SectionText],
    adoption: Adoption,
    former: date | None,
    values: Carried,
    today: date,
) -> list[Obstacle]:
    """List what stands in the way of adopting a version; `former` is when the last one began."""
    if stage is not TextStage.DRAFT:
        return [Obstacle("version_not_draft", {"stage": stage.label})]
    return [
        *_adopter(kind, owner, adoption),
        *_point(adoption),
        *obstacles_to_days(adoption, former, today),
        *obstacles_to_content(kind=kind, owner=owner, sections=sections, values=values),
    ]


def obstacles_to_content(
    *, kind: TextKind, owner: Owner, sections: Sequence[SectionText], values: Carried
) -> list[Obstacle]:
    """List what a draft lacks, whoever is to adopt it."""
    return [*_content(kind, owner, sections), *_values(kind, owner, sections, values)]


def _point(adoption: Adoption) -> list[Obstacle]:
    """One point may set several assignments, but is more often taken for another's by mistake."""
    if not adoption.adopted_there:
        return []
    return [Remark("point_of_another_text", {"title": adoption.adopted_there})]


def _adopter(kind: TextKind, owner: Owner, adoption: Adoption) -> list[Obstacle]:
    right = may_adopt(kind, owner)
    if right is None:
        # Samråd's own is in the agreement; a function's may be anybody's (R168).
        unnamed = adoption.by is not None and owner.body is not None
        return [Remark("setter_not_stated", {"adopter": adoption.by_name})] if unnamed else []
    if adoption.by == right:
        return []
    adopter = {"adopter": owner.name, "owner": owner.name}
    if kind is TextKind.WORK_ORDER:
        return [Obstacle("work_order_not_by_its_body", adopter)]
    if kind is TextKind.ROUTINE:
        return [Obstacle("routine_not_by_its_body", adopter)]
    if kind in FORMED_AT_SEMINAR:
        return [Obstacle("values_not_at_the_seminar", adopter)]
    adopter["adopter"] = owner.setter_name
    if owner.kind in OF_BEREDNINGAR:
        return [Obstacle("assignment_not_from_above", adopter)]
    return [Obstacle("assignment_not_by_setter", adopter)]


def obstacles_to_days(adoption: Adoption, former: date | None, today: date) -> list[Obstacle]:
    """List what is wrong with the days of an adoption, or with where it is told."""
    obstacles = []
    told = {"adopter": adoption.by_name, "on": adoption.on}
    if adoption.on > today:
        obstacles.append(Obstacle("adopted_in_the_future", told))
    began_after = adoption.first is not None and adoption.on < adoption.first
    if began_after or (adoption.until is not None and adoption.until <= adoption.on):
        obstacles.append(Obstacle("adopter_not_there", told))
    elif adoption.met is False:
        obstacles.append(Obstacle("adopter_did_not_meet", told))
    if not adoption.at_point and not adoption.source.strip():
        obstacles.append(Obstacle("adopted_without_source"))
    if adoption.valid_from < adoption.on:
        obstacles.append(Obstacle("valid_before_adopted", told))
    elif former is not None and adoption.valid_from < former:
        obstacles.append(Obstacle("valid_before_the_former", {"former": former}))
    return obstacles


def _content(kind: TextKind, owner: Owner, sections: Sequence[SectionText]) -> list[Obstacle]:
    if not any(one["text"].strip() for one in sections):
        return [Obstacle("text_is_empty")]
    if kind is not TextKind.ASSIGNMENT:
        return []
    obstacles: list[Obstacle] = []
    missing = sections_missing(kind, owner.required, sections)
    # A goal is more than a section: see below.
    unwritten = [one for one in missing if one is not SectionKind.GOALS]
    if unwritten:
        facts = {"sections": [one.label for one in unwritten]}
        obstacles.append(Obstacle("sections_missing", facts))
    # Agreement § 6.2 (R112): an assignment with clear goals.
    if SectionKind.GOALS.value in owner.required and not goals_in(sections):
        obstacles.append(Obstacle("no_goal"))
    # Project directive, P3 (R231): task, mandate and reporting in every assignment of a body.
    basics = [one.value for one in BASICS if one.value not in owner.required]
    lacking = sections_missing(kind, basics, sections)
    if lacking and owner.body is not None:
        facts = {"sections": [one.label for one in lacking]}
        obstacles.append(Remark("basic_sections_missing", facts))
    return obstacles


def _values(
    kind: TextKind, owner: Owner, sections: Sequence[SectionText], values: Carried
) -> list[Obstacle]:
    """Agreement § 6.1.1 (R044); until the seminar has met, the section says so (Q13)."""
    if kind is not TextKind.ASSIGNMENT or SectionKind.VALUES.value not in owner.required:
        return []
    if values.number is not None:
        older = values_are_older(values.number, values.current)
        facts = {"carried": values.number, "current": values.current}
        return [Remark("values_are_older", facts)] if older else []
    if values.any_in_force:
        return [Obstacle("values_not_pointed_to")]
    text = " ".join(one["text"] for one in sections if one["kind"] == SectionKind.VALUES)
    if TO_BE_FORMULATED in " ".join(text.split()).casefold():
        return [Remark("values_not_yet_formulated")]
    return [Obstacle("values_to_be_formulated")] if text.strip() else []
