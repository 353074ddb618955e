"""What is told of the whole: the parties, how a question goes, support, and what was before."""

from collections.abc import Iterator, Sequence

from samverkan.bodies.choices import Power, Responsibility
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import BlockText
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import Side, Standing
from samverkan.public.describing.blocks import UNKNOWN, assumed, facts, paragraphs, table
from samverkan.public.describing.sources import Source
from samverkan.public.pictures.words import capitalised
from samverkan.public.queries.description import Frame, Listing
from samverkan.public.queries.structure.around import ShownGrouping
from samverkan.public.structure_words import span

MOST_NAMED = 8


def parties(collaboration: Collaboration, frame: Frame) -> list[BlockText]:
    """Return what the collaboration is, and who takes part on which side."""
    sides = [
        (
            capitalised(side.label),
            listed([one["name"] for one in frame.principals if one["side"] == side]),
        )
        for side in Side
    ]
    return [
        *paragraphs(
            f"{collaboration.name} är {collaboration.parties_text} i samverkan. Huvudmännen möts "
            "i organen som beskrivs här. Samverkan är en stödprocess: ett organ kan rekommendera, "
            "men beslut fattas bara hos huvudmännen själva."
        ),
        *facts(sides),
        *table(
            "Grupperingar",
            ("Gruppering", "Huvudmän"),
            [(one.name + assumed(one.assumed), _members(one)) for one in frame.groupings],
        ),
        *table(
            "De som nominerar i en sidas namn",
            ("Vem", "Slag och sida"),
            [
                (one["name"] + assumed(one["assumed"]), _kind(one["kind"], one["side"]))
                for one in frame.nominators
            ],
        ),
        *table(
            "Ansvarsnivåer utan arena",
            ("Ansvarsnivå", "Skäl"),
            [
                (
                    capitalised(Responsibility(row["responsibility"]).label),
                    f"{row['reason'].rstrip('.')} ({Standing(row['standing']).label})",
                )
                for row in frame.uncovered
            ],
        ),
    ]


def how_a_question_goes(bodies: Sequence[Listing]) -> list[BlockText]:
    """Return in two paragraphs how a question goes; a recommendation is not a decision (R006)."""
    fixed = [one for one in bodies if one.fixed]

    def those(power: Power, verb: str, noun: str) -> str:
        names = [one.short for one in fixed if one.power == power]
        if not names:
            return ""
        who = listed(names) if len(names) <= MOST_NAMED else f"{len(names)} organ"
        return f"{who} {verb} {noun}."

    first = [
        "En fråga väcks i ett av organen.",
        those(Power.PREPARES, "bereder", "frågor åt andra organ"),
        those(Power.TALKS, "är till", "för samtal"),
        those(Power.RECOMMENDS, "kan enas om", "en rekommendation till huvudmännen"),
    ]
    second = [
        "En rekommendation är inget beslut. Den går till varje huvudman, som själv säger bifall "
        "eller avslag i sin egen linje. Svaren kommer tillbaka till organet och visas för alla.",
        "Organen avgör själva bara frågor om sina egna arbetsformer.",
        those(Power.DECIDES, "beslutar", "i egen rätt"),
    ]
    return paragraphs(*(" ".join(filter(None, said)) for said in (first, second)))


def former(frame: Frame) -> list[BlockText]:
    """Return the bodies that have ended, with those that took over (R326)."""
    rows = [
        (
            row["name"],
            span(row["period"].lower, row["period"].upper),
            "\n".join(f"{h['heir__name']} ({Standing(h['standing']).label})" for h in row["heirs"])
            or "Inget organ är angivet",
        )
        for row in frame.former
    ]
    more = (
        f"Och {frame.more_former} organ till, som upphörde tidigare." if frame.more_former else ""
    )
    told = table("Organ som har upphört", ("Organ", "Fanns", "Tog över"), rows)
    return [*(told or paragraphs("Inga organ har upphört.")), *paragraphs(more)]


def sources(frame: Frame) -> Iterator[Source]:
    """Yield where what is told of the whole is known from."""
    for row in frame.principals:
        yield row["source"], row["name"]
    for grouping in frame.groupings:
        yield grouping.source, grouping.name
    for row in frame.nominators:
        yield row["source"], row["name"]
    for row in frame.uncovered:
        yield row["source"], f"ansvarsnivån {Responsibility(row['responsibility']).label}"
    for row in frame.functions:
        yield row["one"].source, row["one"].name
        for cost in row["costs"]:
            yield cost["source"], f"{row['one'].name}: kostnad {cost['year']}"
    for row in frame.outside:
        yield row["source"], row["name"]
    for row in frame.former:
        yield row["source"], row["name"]
        for heir in row["heirs"]:
            yield heir["source"], f"{heir['heir__name']} tog över efter {row['name']}"


def _members(one: ShownGrouping) -> str:
    inside = [row["principal__short_name"] for row in one.members]
    beyond = [f"{name} (utanför länet)" for name in one.outside]
    return listed([*inside, *beyond]) or UNKNOWN


def _kind(kind: str, side: str) -> str:
    return capitalised(f"{kind}, för {side}" if side else kind)
