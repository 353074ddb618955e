"""How dates, times, numbers and sizes are written in Swedish; a builtin of every template."""

from datetime import date, datetime, time

from django import template
from django.utils.timezone import is_aware, localdate, localtime

from samverkan.days import MONTHS

register = template.Library()

NBSP = "\N{NO-BREAK SPACE}"
SHORT_MONTHS = (
    "jan",
    "feb",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "aug",
    "sept",
    "okt",
    "nov",
    "dec",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
SIZES = ("kB", "MB", "GB", "TB")


@register.filter
def day(value: date | None) -> str:
    """Return "12 mars 2026"; nothing for nothing."""
    if not value:
        return ""
    local = _local_day(value)
    return f"{local.day}{NBSP}{MONTHS[local.month - 1]} {local.year}"


@register.filter
def short_day(value: date | None) -> str:
    """Return "12 okt", with the year when it is not this year."""
    if not value:
        return ""
    local = _local_day(value)
    short = f"{local.day}{NBSP}{SHORT_MONTHS[local.month - 1]}"
    return short if local.year == localdate().year else f"{short} {local.year}"


@register.filter
def weekday(value: date | None) -> str:
    """Return "torsdag"."""
    return WEEKDAYS[_local_day(value).weekday()] if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """Return "09.14" in Swedish local time."""
    return f"{_local(value):%H.%M}" if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Return "22 november 2026 kl. 09.14" in Swedish local time.

    Midnight sharp is a day whose hour nobody knows: history is loaded so.
    """
    if value is None or localtime(value).time() == time.min:
        return day(value)
    return f"{day(value)} kl.{NBSP}{clock(value)}"


@register.filter
def thousands(value: int | None) -> str:
    """Return "4 812"."""
    return "" if value is None else f"{value:,}".replace(",", NBSP)


@register.filter
def file_size(value: int | None) -> str:
    """Return "345 byte", "12 kB" or "1,4 MB"."""
    if value is None:
        return ""
    if value < 1000:
        return f"{value}{NBSP}byte"
    size = float(value)
    for unit in SIZES:
        size /= 1000
        if round(size, 1) < 1000 or unit == SIZES[-1]:
            break
    figures = f"{size:.1f}" if round(size, 1) < 10 else f"{size:.0f}"
    return f"{figures.removesuffix('.0').replace('.', ',')}{NBSP}{unit}"


def _local(value: datetime) -> datetime:
    return localtime(value) if is_aware(value) else value


def _local_day(value: date) -> date:
    return _local(value).date() if isinstance(value, datetime) else value
