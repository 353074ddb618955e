"""Identity numbers that nobody has, for tests."""

from datetime import date


def check_digit(nine: str) -> str:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(nine))
    return str(-sum(value // 10 + value % 10 for value in doubled) % 10)


def number(born: date, serial: int, *, coordination: bool = False) -> tuple[str, str]:
    """Return the date and the last four digits of a number, e.g. ("850709", "9813")."""
    day = born.day + 60 * coordination
    first = f"{born:%y%m}{day:02}"
    return first, f"{serial:03}{check_digit(f'{first}{serial:03}')}"


FIRST, LAST = number(date(1985, 7, 9), 981)
