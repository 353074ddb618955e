"""A figure, the bar it is held against, and the line that says both."""

from dataclasses import dataclass

DECIMALS = {"x": 2, "s": 2, "ms": 1, "MiB": 0, "KB": 0}


class NotMeasured(Exception):
    """This machine lacks what is needed; the text says what, in Swedish."""


@dataclass(frozen=True)
class Figure:
    """One measured figure: at most its bar, or at least."""

    number: str
    value: float
    unit: str
    bar: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Return whether the figure, as it is printed, keeps to its bar."""
        shown = float(self._shown)
        return shown >= self.bar if self.at_least else shown <= self.bar

    @property
    def _shown(self) -> str:
        return f"{self.value:.{DECIMALS.get(self.unit, 0)}f}"

    def __str__(self) -> str:
        side = ">=" if self.at_least else "<="
        said = "met" if self.met else "short"
        return (
            f"{self.number}  {self._shown} {self.unit}  bar {side} {self.bar:g} {self.unit}  {said}"
        )
