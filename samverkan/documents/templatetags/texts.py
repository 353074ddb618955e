"""Days in frozen texts are ISO dates; templates write them in Swedish."""

from datetime import date

from django import template

register = template.Library()


@register.filter
def from_iso(value: str | None) -> date | None:
    """Return the day of an ISO date, to be written by the filter "day"."""
    return date.fromisoformat(value) if value else None
