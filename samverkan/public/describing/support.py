"""The coordinators, what they cost and who pays, and those outside the collaboration."""

from collections.abc import Iterator
from decimal import Decimal

from samverkan.bodies.models import CoordinatorFunction
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import BlockText
from samverkan.principals.choices import OutsideKind, Standing
from samverkan.public.describing.blocks import UNKNOWN, assumed, facts, paragraphs, table
from samverkan.public.paging import Row
from samverkan.public.pictures.words import capitalised
from samverkan.public.queries.description import Frame
from samverkan.public.templatetags.swedish import thousands

NO_KEY = "Hur kommunernas del fördelas mellan dem framgår inte av källorna."


def support(row: Row) -> list[BlockText]:
    """Return a coordinators' function: its size, its holders, and how its cost is split."""
    one = row["one"]
    return facts(
        [
            ("Omfattning", f"{_decimal(one.full_time_equivalents)} årsarbetare"),
            ("Anställda hos", one.host.name),
            ("Innehas av", "\n".join(_holders(row)) or "Ingen är antecknad."),
            ("Kostnaden delas", _split(one)),
            ("Regionens del betalas av", one.region_payer),
            ("Kommunernas del", _key(row)),
            ("Kostnad", "\n".join(f"{c['year']}: {_kronor(c['amount'])}" for c in row["costs"])),
        ]
    )


def outside(frame: Frame) -> list[BlockText]:
    """Return those whom the collaboration meets, who are no parties."""
    rows = [
        (
            row["name"],
            capitalised(OutsideKind(row["kind"]).label)
            + (f", {row['principal__short_name']}" if row["principal__short_name"] else ""),
            row["topics"] or "–",
        )
        for row in frame.outside
    ]
    empty = "Inga aktörer utanför samverkan är antecknade."
    return table("De som samverkan möter", ("Vem", "Slag", "Frågor"), rows) or paragraphs(empty)


def _holders(row: Row) -> Iterator[str]:
    for one in row["holders"]:
        share = f"{_decimal(one['share'] * 100)} procent av heltid"
        yield f"{one['person__name']}, {share}, anställd hos {one['employer__name']}"


def _split(one: CoordinatorFunction) -> str:
    share = one.municipalities_percent
    if share is None or one.region_percent is None:
        return UNKNOWN
    region = one.region_percent
    said = f"Kommunerna {_decimal(share)} procent, regionen {_decimal(region)} procent"
    sure = one.split_standing == Standing.ASSUMED
    return f"{said}{assumed(sure)}."


def _key(row: Row) -> str:
    if not row["shares"]:
        return NO_KEY if row["one"].municipalities_percent else ""
    return "Efter vikter: " + listed([f"{s['name']} {s['weight']}" for s in row["shares"]])


def _decimal(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _kronor(amount: Decimal) -> str:
    return f"{thousands(round(amount))} kronor"
