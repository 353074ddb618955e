"""Whose mission ends, and what is not said, or worth a thought, of those who sit."""

from collections.abc import Iterator

from samverkan.bodies.choices import BodyKind, Power, Sphere
from samverkan.bodies.rules.findings.facts import Organ, grouped, runs
from samverkan.bodies.rules.findings.found import AHEAD, Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Remark
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side

# What an office is named after is the same in "socialnämnden" and "socialförvaltningen".
LINE_WORDS = (
    "nämnden",
    "nämnd",
    "förvaltningen",
    "förvaltning",
    "tjänsten",
    "tjänst",
    "kontoret",
    "kontor",
    "utskottet",
    "utskott",
)


def missions_ending(day: Snapshot) -> Iterator[Finding]:
    """Whose mission ends within ninety days with nobody to follow (R013)?

    Somebody follows who comes by the day after, in the same body and capacity and on the same
    behalf. Where the body ends then too, nothing is to be done.
    """
    horizon = day.on + AHEAD
    ending = [
        (one.until, one)
        for one in day.sittings
        if one.until is not None and one.until <= horizon and day.runs(one)
    ]
    ending.sort(key=lambda pair: pair[0])
    coming = {key: list(some) for key, some in day.coming.items()} if ending else {}
    for until, one in ending:
        body = day.body[one.body]
        next_ones = coming.get((one.body, one.holder, one.kind), [])
        follower = next(
            (other for other in next_ones if runs(other.first, other.until, until)), None
        )
        if follower is not None:
            next_ones.remove(follower)
        elif body.until is None or body.until > until:
            last = last_of(until)
            facts = {"person": one.name, "body": body.short, "last": last}
            whose = day.address_of(one.holder)
            found = Remark("mission_ends", facts)
            yield Finding(found, "R013", Weight.DUE, body.slug, whose, last, about=str(one.pk))


def without_line(day: Snapshot) -> Iterator[Finding]:
    """For whom is it not said which committee, or which part of the line, stands behind the seat?

    Agreement § 5.1 (R055): elected people meet at committee level. Main points in § 1 (R012): a
    clearer tie to the line, at every level of responsibility.
    """
    for body in day.there:
        elected = body.sphere == Sphere.POLITICAL
        lacking = [one for one in day.sits.get(body.pk, ()) if not one.line_function.strip()]
        for holder, some in grouped(lacking, lambda one: one.holder).items():
            if holder[0] is None:
                continue
            facts = {
                "people": [one.name for one in some],
                "holder": day.name_of(holder),
                "body": body.short,
            }
            found = Remark("no_committee", facts) if elected else Remark("no_line", facts)
            yield Finding(
                found,
                "R055" if elected else "R012",
                Weight.WARNS,
                body.slug,
                day.address_of(holder),
            )


def main_not_marked(day: Snapshot) -> Iterator[Finding]:
    """Which municipality has several representatives and none marked as the main one?

    Main points, elected representatives (R077): each municipality appoints one main
    representative to the arena at committee level.
    """
    for body in day.there:
        if body.sphere != Sphere.POLITICAL or body.power != Power.RECOMMENDS:
            continue
        sitting = [one for one in day.sits.get(body.pk, ()) if one.ordinary]
        for holder, some in grouped(sitting, lambda one: one.holder).items():
            ours = holder[0] is not None and day.side_of[holder] == Side.MUNICIPALITIES
            if ours and len(some) > 1 and not any(one.is_main for one in some):
                facts = {"holder": day.name_of(holder), "body": body.short, "count": len(some)}
                yield Finding(
                    Remark("main_not_marked", facts),
                    "R077",
                    Weight.WARNS,
                    body.slug,
                    day.address_of(holder),
                )


def other_service(day: Snapshot) -> Iterator[Finding]:
    """Which municipality's officials come from another service than its main representative?

    Main points, officials (R106): a municipality may be recommended to choose its official in LSG
    from the same service. Only what is said of both is compared.
    """
    for link in day.parents:
        group, consultation = day.body[link.child], day.body[link.parent]
        if group.kind != BodyKind.GROUP or consultation.kind != BodyKind.CONSULTATION:
            continue
        main = _main_representatives(day, consultation)
        sitting = [one for one in day.sits.get(group.pk, ()) if one.ordinary and one.line_function]
        for principal, some in grouped(sitting, lambda one: one.principal).items():
            if principal is None or principal not in main:
                continue
            theirs = main[principal]
            if any(_service(one.line_function) == _service(theirs) for one in some):
                continue
            facts = {
                "holder": day.principal[principal].short_name,
                "service": some[0].line_function,
                "body": group.short,
                "other": theirs,
                "above": consultation.short,
            }
            yield Finding(
                Remark("other_service", facts),
                "R106",
                Weight.NOTES,
                group.slug,
                day.principal[principal].slug,
            )


def for_several(day: Snapshot) -> Iterator[Finding]:
    """Who sits for more than one principal?

    Nothing forbids it, but other counties found that such people cannot carry word home to all.
    """
    current = [one for some in day.sits.values() for one in some if one.principal is not None]
    for some in grouped(current, lambda one: one.person).values():
        principals = dict.fromkeys(one.principal for one in some)
        if len(principals) > 1:
            names = [day.name_of((pk, None)) for pk in principals]
            facts = {"person": some[0].name, "holders": names}
            first = day.principal[some[0].principal or 0]
            yield Finding(Remark("sits_for_several", facts), "", Weight.WARNS, None, first.slug)


def appointment_unknown(day: Snapshot) -> Iterator[Finding]:
    """For whom is it not noted who appointed them, and when?"""
    for body in day.there:
        lacking = [
            one
            for one in day.sits.get(body.pk, ())
            if one.principal is not None and not (one.appointed_by and one.appointed_on)
        ]
        for holder, some in grouped(lacking, lambda one: one.holder).items():
            facts = {
                "people": [one.name for one in some],
                "holder": day.name_of(holder),
                "body": body.short,
            }
            yield Finding(
                Remark("appointment_unknown", facts),
                "",
                Weight.NOTES,
                body.slug,
                day.address_of(holder),
            )


def _main_representatives(day: Snapshot, body: Organ) -> dict[int, str]:
    """Return what stands behind each principal's main representative, or its only one."""
    sitting = [one for one in day.sits.get(body.pk, ()) if one.ordinary and one.principal]
    found: dict[int, str] = {}
    for principal, some in grouped(sitting, lambda one: one.principal).items():
        main = next((one for one in some if one.is_main), some[0] if len(some) == 1 else None)
        municipal = principal is not None and day.principal[principal].side == Side.MUNICIPALITIES
        if main is not None and main.line_function and principal is not None and municipal:
            found[principal] = main.line_function
    return found


def _service(line_function: str) -> str:
    name = line_function.split(",")[0].strip().casefold()
    for word in LINE_WORDS:
        if name.endswith(word) and name != word:
            name = name.removesuffix(word)
            break
    return name.strip(" -").removesuffix("s")
