"""A day in an address, as in moten/lsg/2026-03-12/."""

from datetime import date


class DayConverter:
    """Reads and writes ISO days; any other text leads nowhere."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Return the day, or raise ValueError, which Django takes as another address."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as it stands in the address."""
        return str(value)
