"""Every sentence about the outcome."""

from collections.abc import Sequence

from samverkan.dispatches.rules import Tally
from samverkan.dispatches.wording.addressees import unconcerned
from samverkan.dispatches.wording.listing import listed

# More names than this would hide what the sentence says.
SILENT_AT_MOST = 30

OBSTACLES = {
    "note_without_source": "Skriv både vad som är känt och varifrån det är känt.",
}

VERBS = {
    "recommendation.reported_back": "Utfallet återrapporterades till {body} den {on}. {outcome}",
    "recommendation.outcome_noted": "Om utfallet antecknades: {note}",
}


def outcome(tally: Tally, silent: Sequence[str], not_concerned: Sequence[str] = ()) -> str:
    """Return "14 av 16 har beslutat: 13 bifall, 1 avslag. Svar saknas från Malå och Sorsele."."""
    return " ".join(part for part in (_answered(tally, silent), unconcerned(not_concerned)) if part)


def _answered(tally: Tally, silent: Sequence[str]) -> str:
    if not tally.decided:
        return f"Ingen av {tally.addressed} huvudmän har beslutat än."
    parts = [f"{tally.approved} bifall"] if tally.approved else []
    parts += [f"{tally.rejected} avslag"] if tally.rejected else []
    said = f"{tally.decided} av {tally.addressed} har beslutat: {', '.join(parts)}."
    if len(silent) > SILENT_AT_MOST:
        return f"{said} Beslut saknas från {len(silent)} huvudmän."
    return f"{said} Beslut saknas från {listed(silent)}." if silent else said


def report_back_heading(title: str) -> str:
    """Return the heading of a report-back point."""
    return f"Återrapportering: {title}"[:300]
