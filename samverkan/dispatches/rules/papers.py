"""What a decision proposal says of who decides, and what a principal's form must hold."""

import re
from collections.abc import Collection
from datetime import date

from samverkan.documents.rules import obstacles_to_file
from samverkan.documents.word.checking import WORD, Form
from samverkan.documents.word.fields import IMPORTANT, nearest
from samverkan.journal.obstacles import Obstacle, Remark

TEMPLATE_LIMIT = 3_000_000
UNKNOWN_DECIDER = "Beslutande organ"
MOST_NAMED = 10


def lead_of(decider: str, *, proposes_to: str = "") -> str:
    """Return how a proposal begins, before its att-clauses.

    Proposals of 2018 and 2020 (R312): it names the deciding body. Proposal of 2020 (R321, R322): a
    committee that does not decide itself puts it before its council.
    """
    who = decider or UNKNOWN_DECIDER
    return f"{who} föreslår {proposes_to} besluta" if proposes_to else f"{who} beslutar"


def decider_in(lead: str) -> str:
    """Return who is to decide by how a proposal begins; nothing when that was unknown."""
    if proposed := re.fullmatch(r".* föreslår (.+) besluta", lead):
        return f"{proposed[1][0].upper()}{proposed[1][1:]}"
    who = lead.removesuffix(" beslutar")
    return "" if who == UNKNOWN_DECIDER else who


def obstacles_to_template(
    form: Form, *, name: str, size: int, detected: str | None, flaws: Collection[str]
) -> list[Obstacle]:
    """List what stands in the way of taking a form in for a principal's papers.

    Main points (R155): preparation at each principal may be made easier; a field that nobody can
    fill in would stand there as it is. Proposals of 2018 and 2020 (R311): what a proposal holds.
    """
    found = obstacles_to_file(
        name=name, size=size, detected=detected, flaws=flaws, limit=TEMPLATE_LIMIT
    )
    if found:
        return found
    if detected != WORD:
        return [Obstacle("template_not_word", {"name": name})]
    if form.flaws:
        return [Obstacle(flaw, {"name": name}) for flaw in form.flaws]
    obstacles: list[Obstacle] = []
    obstacles += [_unknown(field) for field in form.unknown[:MOST_NAMED]]
    if left := len(form.unknown[MOST_NAMED:]):
        obstacles.append(Obstacle("more_fields_unknown", {"count": left}))
    obstacles += [Obstacle("field_not_ended", {"text": text}) for text in form.stray[:MOST_NAMED]]
    if not form.fields:
        obstacles.append(Obstacle("template_without_fields"))
    return obstacles or list(remarks_on_template(form))


def _unknown(field: str) -> Obstacle:
    if likest := nearest(field):
        return Obstacle("field_like_another", {"field": field, "likest": likest})
    return Obstacle("field_unknown", {"field": field})


def remarks_on_template(form: Form) -> list[Remark]:
    """List what a form ought to hold (R311), and what is left in it of its own making."""
    remarks = []
    if missing := [name for name in IMPORTANT if name not in form.known]:
        remarks.append(Remark("fields_missing", {"fields": missing}))
    if form.changes:
        remarks.append(Remark("template_has_changes"))
    return remarks


def obstacles_to_put_in_use(*, first: date, present_first: date | None) -> list[Obstacle]:
    """List what stands in the way of using a form from a day on, after the one in use."""
    if present_first is not None and first < present_first:
        return [Obstacle("template_before_present", {"first": present_first})]
    return []


def obstacles_to_retire(*, in_use: bool) -> list[Obstacle]:
    """List what stands in the way of using a form no longer."""
    return [] if in_use else [Obstacle("template_not_in_use")]
