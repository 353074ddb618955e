"""One body in words: what it is for, who sits there, to whom it reports."""

from collections.abc import Iterator

from samverkan.bodies.choices import (
    BodyKind,
    Level,
    Power,
    Responsibility,
    Sphere,
    TextKind,
    TextStage,
)
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import BlockText
from samverkan.principals.choices import Side, Standing
from samverkan.public.describing.blocks import UNKNOWN, facts, known, paragraphs, table
from samverkan.public.describing.seating import leading, people, seat_counts
from samverkan.public.describing.sources import Source
from samverkan.public.paging import Row
from samverkan.public.pictures.words import capitalised
from samverkan.public.queries.description import Details
from samverkan.public.structure_words import chair_rule, span
from samverkan.public.templatetags.swedish import day
from samverkan.public.words import POWER

PEOPLE = ("För vem", "Ordinarie", "Ersättare")


def chapter(one: Details) -> list[BlockText]:
    """Return all about a body; what the sources leave unsaid is said to be so (R015)."""
    row = one.row
    return [
        *paragraphs(POWER[row["power"]]),
        *facts(
            [
                ("Syfte", known(row["purpose"])),
                ("Uppdrag", known(row["mandate"])),
                ("Uppdraget fastställs av", _setter(row)),
                ("Rapporterar till", _reports_to(one)),
                ("Bereder frågor för", _prepares_for(one)),
                ("Möts före", listed(one.meets_before)),
                ("Har under sig", listed(one.children)),
                ("Avgör själv", capitalised("; ".join(row["inner_decisions"]))),
                ("Vilka som möts", _who_meet(row)),
                ("Platser", seat_counts(one)),
                ("Ordförandeskap", " ".join(chair_rule(one.rule)) if one.rule else ""),
                ("Leder nu", "\n".join(leading(one))),
                ("Styrdokument", "\n".join(_texts(one))),
                ("Finns", capitalised(_life(row))),
                ("Kallas också", listed(_other_names(one))),
                ("Tog över efter", "\n".join(_before(one))),
            ]
        ),
        *table(f"Vilka som sitter i {row['name']}", PEOPLE, people(one)),
    ]


def sources(one: Details) -> Iterator[Source]:
    """Yield where each fact about a body is known from."""
    name = one.row["name"]
    yield one.row["source"], name
    for seats in one.seats:
        if seats.quota:
            yield seats.quota["source"], f"{name}: platser"
    if one.rule:
        yield one.rule["source"], f"{name}: ordförandeskap"
    for gift in one.derived:
        yield gift["source"], f"{name}: det som följer av ett uppdrag i {gift['of_body__name']}"
    for text in one.texts:
        yield text["source"], text["text__title"]
    for succession in one.predecessors:
        told = f"{name} tog över efter {succession['predecessor__name']}"
        yield succession["source"], told


def _other_names(one: Details) -> list[str]:
    return list(dict.fromkeys(filter(None, [one.row["short_name"], *one.aliases])))


def _setter(row: Row) -> str:
    return known(capitalised(row["setter__name"] or row["assignment_set_by"]))


def _reports_to(one: Details) -> str:
    return listed(one.parents) or UNKNOWN


def _prepares_for(one: Details) -> str:
    return listed(one.parents) if one.row["power"] == Power.PREPARES else ""


def _who_meet(row: Row) -> str:
    said = [Sphere(row["sphere"]).label, f"på {Level(row['level']).label}"]
    if row["responsibility"]:
        said.append(f"i ansvarsnivån {Responsibility(row['responsibility']).label}")
    if row["side"]:
        said.append(f"bara {Side(row['side']).label}")
    if row["parity"]:
        said.append("lika många från vardera sidan")
    if row["grouping__name"]:
        said.append(f"i {row['grouping__name']}")
    if row["host__name"]:
        said.append(f"med {row['host__name']} som värd")
    return f"{capitalised(', '.join(said))} ({BodyKind(row['kind']).label})"


def _texts(one: Details) -> Iterator[str]:
    for text in one.texts:
        if text["stage"] == TextStage.ADOPTED:
            by = f"av {text['adopted_by__name']}" if text["adopted_by__name"] else ""
            how = " ".join(filter(None, ("antagen", by, day(text["adopted_on"]))))
        else:
            how = "föreslagen"
        yield f"{text['text__title']}, version {text['number']}, {how}"
    there = {text["text__kind"] for text in one.texts}
    for kind in one.row["expected_texts"]:
        if kind not in there:
            yield f"{capitalised(TextKind(kind).label)} saknas"


def _life(row: Row) -> str:
    period = row["period"]
    days = span(period.lower, period.upper)
    return days if period.lower else f"{days} (startdagen är okänd)".strip()


def _before(one: Details) -> Iterator[str]:
    for row in one.predecessors:
        yield f"{row['predecessor__name']} ({Standing(row['standing']).label})"
