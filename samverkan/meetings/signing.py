"""The place for a signing service: how it is shown that an adjuster has approved.

Our own confirmation is enough: the adjuster presses a button on a page that shows the text and
its sum. A service puts itself last in `SIGNING` when the application starts; the last one
is asked in the transaction that keeps the approval, and what it answers is kept with it.
"""

from datetime import datetime
from typing import Protocol

from samverkan.journal.actors import Actor
from samverkan.meetings.models import MinutesApproval


class Signing(Protocol):
    """A way to show that an adjuster has approved exactly a draft."""

    def confirm(self, approval: MinutesApproval, *, by: Actor, now: datetime) -> str:
        """Return what proves it, at most 300 characters; raise StepRefused to refuse."""
        ...


class OwnConfirmation:
    """Bekräftelse i systemet: the press of the button, the link or account, and the journal."""

    def confirm(self, approval: MinutesApproval, *, by: Actor, now: datetime) -> str:
        """Return nothing more: the journal's entry is the proof."""
        return ""


SIGNING: list[Signing] = [OwnConfirmation()]
