"""Periods, places, offices and the rules for chairs, in Swedish words."""

from datetime import date

from samverkan.bodies.choices import Anchor, Extension
from samverkan.bodies.wording.seats import seats_counted
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side
from samverkan.public.paging import Row
from samverkan.public.templatetags.swedish import day

NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex")
EXTENSIONS = {
    Extension.NO.value: "En period förlängs inte.",
    Extension.DECISION.value: "En period kan förlängas genom beslut i gruppen, om det finns skäl.",
    Extension.UNANIMOUS.value: (
        "En period kan förlängas genom enhälligt beslut i gruppen, om det finns skäl."
    ),
}


def span(first: date | None, until: date | None) -> str:
    """Return a period as people say it; `until` is the day after the last."""
    last = last_of(until)
    if first and last:
        return f"{day(first)} – {day(last)}"
    if first:
        return f"från {day(first)}"
    return f"till och med {day(last)}" if last else ""


def seats_allowed(quota: Row) -> str:
    """Return how many seats the texts give, as in "1–2 ordinarie, 2 ersättare"."""
    return seats_counted(quota["ordinary_min"], quota["ordinary_max"], quota["substitutes_max"])


def term(anchor: str, years: int, anchored_on: date | None) -> str:
    """Return for how long somebody is chosen, as in "ett kalenderår"."""
    count = NUMBERS[years] if years < len(NUMBERS) else str(years)
    if anchor == Anchor.CALENDAR_YEAR:
        return f"{count} kalenderår"
    if anchor == Anchor.ELECTION:
        return "mandatperioden efter allmänna val"
    if anchor == Anchor.CONGRESS:
        return f"{count} år i taget, räknat från {day(anchored_on)}"
    return ""


def appointed(mission: Row) -> str:
    """Return who appointed somebody, when and in which paragraph."""
    by, on, paragraph = mission["appointed_by"], mission["appointed_on"], mission["paragraph"]
    if paragraph[:1].isdigit():
        paragraph = f"§\N{NO-BREAK SPACE}{paragraph}"
    said = " ".join(part for part in (f"av {by}" if by else "", day(on)) if part)
    told = ", ".join(part for part in (said, paragraph) if part)
    return f"utsedd {told}" if told else ""


def chair_rule(rule: Row) -> list[str]:
    """Return the rule for a body's chairs in sentences."""
    for_how_long = term(rule["anchor"], rule["years"], rule["anchored_on"])
    first = "Ordföranden utses inom gruppen"
    said = [f"{first}, för {for_how_long}." if for_how_long else f"{first}, tills vidare."]
    if rule["vice_chairs"] == 0:
        said.append("Någon vice ordförande utses inte.")
    elif rule["vice_chairs"] > 1:
        said.append("Det finns en vice ordförande och en andre vice ordförande.")
    if rule["chair_side"]:
        said.append(f"Ordföranden företräder alltid {Side(rule['chair_side']).label}.")
    if rule["opposite_sides"]:
        said.append("Ordförande och vice ordförande företräder var sin sida.")
    if rule["alternates"]:
        said.append("Sidorna turas om att ha ordföranden, en period var.")
    return [*said, EXTENSIONS[rule["extension"]]]
