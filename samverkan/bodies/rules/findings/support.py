"""What is amiss with the coordinators' support and the ties to actors outside."""

from collections.abc import Iterator
from decimal import Decimal

from samverkan.bodies.choices import TextKind, TextStage
from samverkan.bodies.rules.findings.facts import Function, grouped
from samverkan.bodies.rules.findings.found import Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.bodies.rules.functions import FULL_TIME, Held, remarks_on_function, said, vacant_on
from samverkan.bodies.rules.overlaps import is_sync_due, next_sync
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.principals.choices import OutsideKind, Side, Standing

WEIGHTS = {
    "function_without_holder": ("R166", Weight.STOPS),
    "function_partly_vacant": ("R162", Weight.STOPS),
    "function_without_assignment": ("R168", Weight.STOPS),
}


def functions_lacking(day: Snapshot) -> Iterator[Finding]:
    """What do the coordinator functions of the day lack: holders, part of them, an assignment?

    Agreement § 1 (R016) and § 8 (R162, R163); main points, common structure (R166, R168).
    """
    assigned = {
        text.function
        for text, version in day.holds
        if text.kind == TextKind.ASSIGNMENT and version.stage == TextStage.ADOPTED
    }
    holdings = grouped(day.holdings, lambda one: one.function)
    for one in day.functions:
        held = [Held(some.share, some.first, some.until) for some in holdings[one.pk]]
        vacant = vacant_on(one.size, held, day.on)
        for remark in remarks_on_function(
            size=one.size, vacant=vacant, has_assignment=one.pk in assigned
        ):
            rule, weight = WEIGHTS[remark.code]
            if rule == "R162":
                rule = _rule_of_size(one)
            yield _finding(remark, one, rule, weight)


def functions_overfull(day: Snapshot) -> Iterator[Finding]:
    """Which functions have more holders than their size (R162, R163)?"""
    holdings = grouped(day.holdings, lambda one: one.function)
    for one in day.functions:
        held = sum((some.share for some in holdings[one.pk]), Decimal(0))
        if held > one.size:
            facts = {"name": one.name, "held": said(held), "size": said(one.size)}
            yield _finding(
                Obstacle("function_overfull", facts), one, _rule_of_size(one), Weight.STOPS
            )


def holders_elsewhere(day: Snapshot) -> Iterator[Finding]:
    """Who holds a function and is employed by another than its host (R161)?"""
    functions = {one.pk: one for one in day.functions}
    for some in day.holdings:
        one = functions[some.function]
        if some.employer != one.host:
            facts = {"person": some.name, "employer": some.employer_name, "host": one.host_name}
            yield _finding(Remark("holder_elsewhere", facts), one, "R161", Weight.WARNS)


def splits_unsure(day: Snapshot) -> Iterator[Finding]:
    """For which functions is it assumed, or not said, how the cost is split (R164)?

    Agreement § 8: the sentence about fifty per cent may cover one function or both.
    """
    for one in day.functions:
        facts = {"name": one.name}
        if one.municipalities_percent is None:
            found = Remark("split_unknown", facts)
        elif one.split_standing == Standing.ASSUMED:
            found = Remark("split_assumed", facts)
        else:
            continue
        yield _finding(found, one, "R164", Weight.NOTES)


def without_school_channel(day: Snapshot) -> Iterator[Finding]:
    """For which municipalities is no channel to private schools noted?

    Agreement § 2 (R024): the local cooperation with independent actors is still used. Asked only
    where the collaboration keeps a register of actors outside.
    """
    if not day.keeps_outsiders:
        return
    known = {one.principal for one in day.outsiders if one.kind == OutsideKind.SCHOOL_CHANNEL.value}
    for party in day.parties:
        if party.side == Side.MUNICIPALITIES and party.pk not in known:
            found = Remark("no_school_channel", {"holder": party.short_name})
            yield Finding(found, "R024", Weight.WARNS, principal=party.slug)


def not_synchronised(day: Snapshot) -> Iterator[Finding]:
    """With which associations and state initiatives has no body gone through its work in a year?

    Agreement § 6.1.2 (R090) and § 6.2 (R118). No interval is stated; a year is the reading.
    """
    for one in day.outsiders:
        if not is_sync_due(one.kind, one.noted_on, day.on):
            continue
        facts = {"name": one.name, "topics": one.topics}
        if one.kind == OutsideKind.STATE_INITIATIVE:
            found, rule = Remark("initiative_not_coordinated", facts), "R118"
        else:
            found, rule = Remark("association_not_synchronised", facts), "R090"
        due = next_sync(one.kind, one.noted_on)
        yield Finding(found, rule, Weight.WARNS, due=due, about=one.slug)


def _rule_of_size(one: Function) -> str:
    """§ 8 has two functions: the regional one of 2.0 (R162), and one of one full time (R163)."""
    return "R163" if one.size == FULL_TIME else "R162"


def _finding(found: Obstacle, one: Function, rule: str, weight: Weight) -> Finding:
    return Finding(found, rule, weight, about=one.slug, source=one.source)
