"""Parts of addresses."""

from datetime import date

from django.urls import register_converter


class DayConverter:
    """A day as in 2026-03-12; what is not a day leads nowhere."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Return the day; ValueError makes the address one that is not ours."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as it stands in an address."""
        return str(value)


register_converter(DayConverter, "day")
