"""Every sentence about presence in part: at a distance, from and to a point, and jäv."""

from samverkan.meetings.choices import AbsenceKind

OBSTACLES = {
    "distance_not_allowed": (
        "%(person)s är antecknad på distans, men organet möts på plats. Ändra närvaron, eller "
        "anteckna i närvaroordningen att organet tillåter distans."
    ),
    "left_before_arriving": (
        "%(person)s lämnade mötet innan hen kom. Välj en senare punkt att lämna vid."
    ),
    "point_of_other_meeting": "Punkten hör till ett annat möte. Välj en punkt på dagordningen.",
    "not_deciding_at_point": (
        "Personen är inte beslutande vid punkten. Anteckna närvaron först; den som inte är med "
        "behöver ingen frånvaro."
    ),
    "already_aside": "Det är redan antecknat att personen inte deltar i punkten.",
    "stands_in_at_point": (
        "Personen är antecknad som den som träder in vid punkten. Ta bort det först."
    ),
    "stand_in_not_there": "Ersättaren är inte med vid punkten. Anteckna närvaron först.",
    "stand_in_decides_already": (
        "Ersättaren är redan beslutande vid punkten och kan inte träda in för en till."
    ),
    "stand_in_of_other_principal": (
        "Ersättaren sitter inte för samma huvudman. Välj en ersättare för samma huvudman, eller "
        "låt platsen vara tom under punkten."
    ),
    "stand_in_stands_for_other": "Ersättaren träder redan in för någon annan vid punkten.",
    "stand_in_is_aside": "Ersättaren deltar inte heller i punkten. Välj någon annan.",
    "aside_no_longer_holds": (
        "Frånvaron vid en punkt stämmer inte med den nya närvaron: %(asides)s. Ta bort den först."
    ),
    "nobody_decided": (
        "Ingen beslutande var med när organet enades: %(points)s. Rätta närvaron eller utfallet."
    ),
}

VERBS = {
    "point.aside_noted": "{person} deltog inte i punkten ”{heading}” den {on}: {kind}.",
    "point.aside_removed": "{person} deltog i punkten ”{heading}” den {on}.",
}

ASIDE = {
    AbsenceKind.CONFLICT: "{person} deltog inte på grund av jäv.",
    AbsenceKind.AWAY: "{person} deltog inte.",
}


def said_aside(person: str, kind: AbsenceKind, stood_in_by: str) -> str:
    """Return how the minutes say, at a point, that someone took no part in it."""
    said = ASIDE[kind].format(person=person)
    return f"{said} {stood_in_by} trädde in." if stood_in_by else said


def said_presence(*, at_a_distance: bool, first: str, until: str) -> str:
    """Return how the minutes say that someone was there in part, or at a distance."""
    parts = [
        "på distans" if at_a_distance else "",
        f"från {first}" if first else "",
        f"lämnade mötet före {until}" if until else "",
    ]
    return ", ".join(filter(None, parts))


def said_point(number: int | None, heading: str) -> str:
    """Return how a point is named before and after it has got its number."""
    return f"punkt {number}" if number is not None else f"”{heading}”"
