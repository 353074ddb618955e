"""What the journal tells everybody of some things, as a page shows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from samverkan.agreements.models import Agreement
from samverkan.agreements.queries import anchor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration, Entry
from samverkan.public.templatetags.swedish import day
from samverkan.sentences import VERBS, Told, told

_SECTION = re.compile(r"överenskommelsen § (\d+(?:\.\d+)*)")


@dataclass(frozen=True)
class Event:
    """An entry in words, with the section of the agreement that it rested on."""

    told: Told
    url: str = ""

    @property
    def when(self) -> str:
        """Return the day, or that it is not known."""
        return self.told.about or day(self.told.at)


def timeline(collaboration: Collaboration, *subjects: str) -> list[Event]:
    """Return what has happened with some things, the first first."""
    found = public_entries(collaboration.pk).filter(subject__in=subjects)
    return events(found.order_by("at", "sequence"), agreement=_agreement_of(collaboration))


def public_entries(collaboration_id: int) -> QuerySet[Entry]:
    """Return the entries that everybody may read and that there are sentences for."""
    return Entry.objects.filter(
        collaboration_id=collaboration_id, visibility=Visibility.PUBLIC, verb__in=list(VERBS)
    )


def events(entries: Iterable[Entry], *, agreement: str = "") -> list[Event]:
    """Return entries in words; sources in the agreement lead to its page."""
    return [_event(told(entry), agreement) for entry in entries]


def _event(one: Told, agreement: str) -> Event:
    section = _SECTION.search(one.source)
    return Event(one, f"{agreement}#{anchor(section[1])}" if agreement and section else "")


def _agreement_of(collaboration: Collaboration) -> str:
    found = Agreement.objects.filter(collaboration=collaboration).order_by("pk")
    slug = found.values_list("slug", flat=True).first()
    return reverse("public:agreement", args=[collaboration.slug, slug]) if slug else ""
