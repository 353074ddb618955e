"""Every sentence about the outcome."""

from collections.abc import Sequence

from samverkan.dispatches.rules import Tally

OBSTACLES = {
    "note_without_source": "Skriv både vad som är känt och varifrån det är känt.",
}

VERBS = {
    "recommendation.reported_back": "Utfallet återrapporterades till {body} den {on}. {outcome}",
    "recommendation.outcome_noted": "Om utfallet antecknades: {note}",
}


def outcome(tally: Tally, silent: Sequence[str]) -> str:
    """Return "14 av 16 har beslutat: 13 bifall, 1 avslag. Svar saknas från Malå och Sorsele."."""
    if not tally.decided:
        return f"Ingen av {tally.addressed} huvudmän har beslutat än."
    parts = [f"{tally.approved} bifall"] if tally.approved else []
    parts += [f"{tally.rejected} avslag"] if tally.rejected else []
    said = f"{tally.decided} av {tally.addressed} har beslutat: {', '.join(parts)}."
    return f"{said} Beslut saknas från {listed(silent)}." if silent else said


def listed(names: Sequence[str]) -> str:
    """Return names as a Swedish list: "Malå, Sorsele och Åsele"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"


def report_back_heading(title: str) -> str:
    """Return the heading of a report-back point."""
    return f"Återrapportering: {title}"[:300]
