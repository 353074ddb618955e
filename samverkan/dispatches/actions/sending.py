"""What a registrar gets with a recommendation: personal links, a package, and a letter about both.

Whoever sends, first makes the links ready, then writes the journal, and then the letters.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.actions.packages import freeze_packages, make_packages_soon
from samverkan.dispatches.actions.principal_links import DOOR, issue_to_principals
from samverkan.dispatches.letters import letter_facts
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify


@dataclass(frozen=True)
class Ready:
    """The dispatches that a letter goes about, with the keys of their links by their ids."""

    dispatches: Collection[Dispatch]
    own: Mapping[int, str]
    everything: Mapping[int, str]


def make_ready(
    recommendation: Recommendation, dispatches: Collection[Dispatch], now: datetime
) -> Ready:
    """Issue the links and freeze the packages of what is sent; part of an act, before its entry."""
    freeze_packages(recommendation.collaboration, dispatches)
    return Ready(dispatches, issue(dispatches, now=now), issue_to_principals(dispatches, now=now))


def write_letters(
    entry: Entry,
    recommendation: Recommendation,
    ready: Ready,
    *,
    now: datetime,
    template: str = "recommendation_dispatched",
    **besides: object,
) -> None:
    """Queue a letter to each registrar, and let the packages be made after the act."""
    if not ready.dispatches:
        return
    today = localdate(now)
    letters = [
        (
            one.to,
            {
                **letter_facts(one, recommendation, ready.own[one.pk], today=today),
                "all_key": ready.everything[one.pk],
                "all_door": DOOR,
                **besides,
            },
        )
        for one in ready.dispatches
    ]
    notify(entry, template, letters, at=now)
    make_packages_soon()
