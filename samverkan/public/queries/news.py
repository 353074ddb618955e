"""What has happened lately, from the journal's public entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from samverkan.dispatches.models import Recommendation
from samverkan.journal.models import Collaboration, Entry
from samverkan.public.templatetags.swedish import day
from samverkan.public.timeline import Event, events, public_entries

NEWS = (
    "meeting.called",
    "minutes.approved",
    "recommendation.dispatched",
    "recommendation.reported_back",
    "recommendation.outcome_noted",
    "recommendation.withdrawn",
    "recommendation.text_corrected",
    "recommendation.concluded",
    "answer.approved",
    "answer.rejected",
    "answer.corrected",
)
SHOWN = 8


@dataclass(frozen=True)
class Item:
    """Something that happened, and where one reads on."""

    event: Event
    label: str
    url: str


def latest(collaboration: Collaboration) -> list[Item]:
    """Return the latest that everybody may read of, the newest first."""
    entries = public_entries(collaboration.pk).filter(verb__in=NEWS)
    return items_of(collaboration, entries.order_by("-sequence")[:SHOWN])


def items_of(collaboration: Collaboration, entries: Iterable[Entry]) -> list[Item]:
    """Return entries of the journal, each with what it is about and where one reads on."""
    found = events(entries)
    numbers = {one.told.facts["number"] for one in found if "number" in one.told.facts}
    titles = dict(
        Recommendation.objects.filter(collaboration=collaboration, number__in=numbers).values_list(
            "number", "title"
        )
    )
    return [_item(one, titles, collaboration.slug) for one in found]


def _item(one: Event, titles: dict[str, str], slug: str) -> Item:
    kind, _, name = one.told.subject.partition("/")
    if kind == "recommendation":
        return Item(
            one, titles.get(name, name), reverse("public:recommendation", args=[slug, name])
        )
    body, _, on = name.partition("/")
    label = f"{one.told.facts['body']} {day(date.fromisoformat(on))}"
    return Item(one, label, reverse("public:meeting", args=[slug, body, on]))
