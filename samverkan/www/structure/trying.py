"""What a change would do, before it is made: the real act is tried, and taken back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.db import transaction

from samverkan.www.structure.consequences import Look, mended_in, raised_in
from samverkan.www.structure.effects import Effect

# Looks at something before an act; what it returns answers what came of the act.
Watch = Callable[[], Callable[[], list[Effect]]]
MOST_DAYS = 2  # on which the rules are asked; the first are the nearest


@dataclass(frozen=True)
class Tried:
    """What came of an act that was tried: what was said of it, and what it changes."""

    said: str
    effects: list[Effect]
    done: bool = False
    raised: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)  # what is written, a line a row

    @property
    def stamp(self) -> str:
        """Return a short sum of what it does: another one means that it is not as reviewed."""
        return hashlib.sha256(repr((self.effects, self.lines)).encode()).hexdigest()[:16]


def carry_out(
    act: Callable[[], str],
    *,
    watch: Watch,
    reviewed: str = "",
    look: Look | None = None,
    lines: Callable[[], list[str]] = list,
) -> Tried:
    """Carry an act out if its effects are those that were reviewed; else take all of it back.

    `look` answers what the rules find on a day; what was taken back is looked at with and without
    it. The same road for looking and for doing, so what is shown is what happens. Raises
    StepRefused when the act does.
    """
    with transaction.atomic():
        effects = watch()
        said = act()
        tried = Tried(said, effects(), lines=lines())
        if tried.stamp == reviewed:
            return replace(tried, done=True)
        days = [one.day for one in tried.effects if one.day is not None][:MOST_DAYS]
        after = [look(day) for day in days] if look else []
        transaction.set_rollback(True)
    without = [look(day) for day in days] if look else []
    return replace(tried, raised=raised_in(after, without), mended=mended_in(after, without))
