"""Västerbotten on its real structure, with invented people in its seats."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.management import call_command
from django.utils.timezone import localdate

from samverkan.demo.history import tell_history
from samverkan.demo.seats import chairs_change, people_take_their_seats
from samverkan.demo.story import tell_story
from samverkan.demo.telling import ACCOUNTS, LSG, Story
from samverkan.journal.models import Collaboration

PASSWORD = "tre gula hundar på en sten"
COORDINATOR = ACCOUNTS["koordinator"]
CHAIR = ACCOUNTS["ordförande i Länssamverkansgruppen"]
MEMBER = ACCOUNTS["representant (tjänsteperson)"]


@dataclass(frozen=True)
class County:
    """The collaboration, and the address where its site is served."""

    collaboration: Collaboration
    site: str

    @property
    def today(self) -> date:
        return localdate()

    def day(self, days: int) -> str:
        """Return a day so many days from today, as it is typed in a form."""
        return (self.today + timedelta(days=days)).isoformat()

    @property
    def head(self) -> int:
        """Return how far the journal has come."""
        self.collaboration.refresh_from_db(fields=["head_sequence"])
        return self.collaboration.head_sequence


def seated_county(site: str) -> County:
    """Return the county with people in the seats of LSG, before any question is raised."""
    county = _structure(site)
    story = Story(county.collaboration, county.today, PASSWORD)
    story.on(-40, people_take_their_seats)
    for year in sorted({story.day(-39).year, county.today.year}):
        story.on(-39, chairs_change, LSG, year)
    story.tell()
    return county


def told_county(site: str) -> County:
    """Return the county with its history and the demonstration's year."""
    county = _structure(site)
    tell_history(county.collaboration)
    tell_story(county.collaboration, today=county.today, password=PASSWORD)
    return county


def _structure(site: str) -> County:
    call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
    return County(Collaboration.objects.get(slug="vasterbotten"), site)
