"""Every sentence of the secretary's screen, and the usual texts of points that always come."""

from collections.abc import Callable
from dataclasses import dataclass

OBSTACLES = {
    "point_written_meanwhile": (
        "Någon annan har skrivit i punkten sedan du öppnade den. Det du skrev finns kvar. Läs "
        "båda texterna och spara sedan den som ska gälla."
    ),
    "raised_to_decide": (
        "En fråga som väcks på mötet kan inte leda till ett ställningstagande. Välj information "
        "eller diskussion, och ta upp den som ärende till nästa möte."
    ),
    "no_usual_texts_left": "Alla stående punkter har redan en text.",
}

VERBS = {
    "point.noted": "{writer} skrev i punkten ”{heading}” den {on}.",
    "point.raised": "Frågan ”{heading}” väcktes under övriga frågor den {on}.",
    "meeting.usual_texts_written": (
        "De stående punkter som ingen skrev i fick sin vanliga text: {points}."
    ),
}


@dataclass(frozen=True)
class Known:
    """What the usual texts are made of; days are written as people read them."""

    chair: str = ""
    previous: str = ""
    previous_approved: bool = False
    coming: str = ""
    raised: tuple[str, ...] = ()


def _opens(known: Known) -> str:
    return f"{known.chair or 'Ordföranden'} öppnar mötet."


def _agenda(known: Known) -> str:
    return "Agendan fastställs."


def _previous(known: Known) -> str:
    if not known.previous:
        return "Det finns inga anteckningar från något tidigare möte."
    if known.previous_approved:
        return f"Anteckningarna från mötet den {known.previous} läggs till handlingarna."
    return (
        f"Anteckningarna från mötet den {known.previous} är inte justerade än och läggs till "
        "handlingarna på ett senare möte."
    )


def _coming(known: Known) -> str:
    return f"Nästa möte är {known.coming}." if known.coming else "Nästa möte är inte planerat än."


def _raised(known: Known) -> str:
    if not known.raised:
        return "Inga övriga frågor."
    return "Övriga frågor: " + "; ".join(known.raised) + "."


def _closes(known: Known) -> str:
    return f"{known.chair or 'Ordföranden'} avslutar mötet."


USUAL: dict[str, Callable[[Known], str]] = {
    "Ordföranden öppnar mötet": _opens,
    "Fastställande av agenda": _agenda,
    "Anteckningar från föregående möte": _previous,
    "Kommande möte": _coming,
    "Övriga frågor": _raised,
    "Ordföranden avslutar mötet": _closes,
}
OTHER_QUESTIONS = "Övriga frågor"


def said_coming(day: str, time: str, place: str) -> str:
    """Return when and where the next meeting is: "den 12 mars 2026 kl. 9.30, Umeå"."""
    return f"den {day}" + (f" kl. {time}" if time else "") + (f", {place}" if place else "")


def usual_text(heading: str, known: Known) -> str:
    """Return what a standing point says when nothing else was said (R292-R294, R301-R303)."""
    say = USUAL.get(heading)
    return say(known) if say else ""
