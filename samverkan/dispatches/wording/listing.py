"""How names are put into a sentence."""

from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """Return names as a Swedish list: "Malå, Sorsele och Åsele"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"
