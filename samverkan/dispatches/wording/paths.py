"""Every sentence about the path inside a principal."""

from collections.abc import Sequence
from datetime import date

from samverkan.days import MONTHS
from samverkan.dispatches.choices import Lateness
from samverkan.dispatches.rules import LineRow, Usual

OBSTACLES = {
    "path_told_meanwhile": (
        "Någon annan ändrade vägen medan du skrev. Det du skrev finns kvar: läs hur den står nu "
        "och skicka igen om det behövs."
    ),
    "path_row_not_read": (
        "”%(row)s” gick inte att läsa. Skriv organ, dag och vad organet gör, till exempel "
        "”Socialnämnden 12 mars tillstyrker § 31”."
    ),
    "path_empty": "Skriv minst ett steg, till exempel ”Socialnämnden 12 mars”.",
    "path_too_long": "Vägen har högst %(most)s steg. Ta med dem som ärendet verkligen går igenom.",
    "step_without_day": "Skriv vilken dag det gäller för %(body)s.",
    "step_before_meeting": (
        "%(body)s den %(on)s är före mötet den %(agreed_on)s, där organet enades om "
        "rekommendationen. Kontrollera datumet."
    ),
    "step_far": "%(body)s den %(on)s ligger mer än två år bort. Kontrollera årtalet.",
    "step_ahead": (
        "%(body)s den %(on)s ligger i framtiden men har en paragraf. Kontrollera datumet."
    ),
    "step_day_passed": (
        "Mötet i %(body)s den %(on)s har varit. Skriv vad organet gjorde: tillstyrker, avstyrker, "
        "föreslår, ger i uppdrag, beslutar, återremiss eller bordlagt."
    ),
    "steps_out_of_order": (
        "%(body)s den %(on)s står efter ett senare steg. Skriv stegen i den ordning de tas."
    ),
    "two_deciding_steps": "Bara ett organ beslutar: svaret är ett. Ändra de andra stegen.",
    "step_after_deciding": (
        "%(body)s beslutar, och då är vägen slut. Ta bort stegen efter, eller skriv ”ger i uppdrag "
        "att besluta” om beslutet lämnades vidare."
    ),
    "step_against_answer": (
        "%(body)s den %(on)s stämmer inte med svaret, som säger att beslutet fattades den "
        "%(decided_on)s. Rätta svaret om det är fel, så rättas steget också."
    ),
    "answer_against_path": (
        "Enligt vägen hos er var frågan hos %(body)s den %(on)s. Det stämmer inte med beslutet den "
        "%(decided_on)s. Rätta vägen eller beslutet."
    ),
    "path_without_reason": "Skriv varför något som redan har skett ändras.",
}

VERBS = {
    "path.told": "{principal} berättade om vägen hos sig: {steps}.",
    "path.corrected": "{principal} ändrade vägen hos sig: {steps}. Skäl: {reason}",
}


def usual_words(usual: Usual) -> str:
    """Return "Socialnämnden, sedan Kommunfullmäktige (2 av 3 gånger i sådana ärenden)"."""
    chain = ", sedan ".join(usual.bodies)
    matters = "i sådana ärenden" if usual.same_matter else "i andra slags ärenden"
    if usual.times == 1:
        return f"{chain} (senast, {matters})"
    return f"{chain} ({usual.times} av {usual.of} gånger {matters})"


def step_words(row: LineRow) -> str:
    """Return what a body does or is to do, after its name and day."""
    said = row.act.label if row.act else "tar upp frågan"
    to_body = (
        f" åt {row.to_body}" if row.act and row.act.value == "delegates" else f" {row.to_body}"
    )
    parts = [f"{said}{to_body if row.to_body else ''}", row.paragraph]
    return " ".join(filter(None, parts))


def late_words(late: Sequence[Lateness]) -> str:
    """Return "svarade efter svarsdagen, antagen i efterhand"."""
    return ", ".join(one.label for one in late)


def since_words(day: date) -> str:
    """Return "svar saknas sedan 1 mars 2027"."""
    return f"svar saknas sedan {day.day} {MONTHS[day.month - 1]} {day.year}"


def at_other_level(decided: str, asked: str) -> str:
    """Return that a principal decided at another level than was asked for (X21)."""
    return f"{decided}; det som efterfrågades var {asked}"
