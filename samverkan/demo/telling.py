"""How the story is kept: acts on days, told in the order of the days through the real actions."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from zoneinfo import ZoneInfo

from samverkan.bodies.models import Body
from samverkan.demo.people import invented_names
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.models import Meeting
from samverkan.people.models import Person
from samverkan.principals.models import Principal

SAMRAD = "samrad-vard-och-omsorg"
LSG = "lanssamverkansgruppen"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
TOLD = Actor("Demonstrationen")
ACCOUNTS = {
    "koordinator": "koordinator@demo.example",
    "ordförande i Länssamverkansgruppen": "ordforande@demo.example",
    "representant (tjänsteperson)": "representant@demo.example",
    "politiker i Samråd": "politiker@demo.example",
    "linjechef": "linjechef@demo.example",
}


@dataclass(frozen=True)
class Act:
    """A step of the story on a day, with what it is about."""

    days: int
    step: Callable[..., object]
    things: tuple[object, ...]
    facts: dict[str, object]


class Story:
    """The year as acts on days, told in the order of the days."""

    def __init__(self, collaboration: Collaboration, today: date, password: str) -> None:
        self.collaboration = collaboration
        self.today = today
        self.password = password
        self.names = invented_names()
        self.acts: list[Act] = []
        self.bodies = {body.slug: body for body in Body.objects.filter(collaboration=collaboration)}
        self.principals = list(
            Principal.objects.filter(collaboration=collaboration).order_by("position")
        )
        self.coordinator: Person
        self.meetings: dict[tuple[str, int], Meeting] = {}
        self.numbers: dict[str, str] = {}

    def on(self, days: int, act: Callable[..., object], *things: object, **facts: object) -> None:
        """Put an act on the day that many days from today (before it when negative)."""
        self.acts.append(Act(days, act, things, facts))

    @property
    def as_coordinator(self) -> Actor:
        """Return the coordinator as the journal names her."""
        return Actor(self.coordinator.name, "", self.coordinator.pk)

    def home_of(self, slug: str) -> Principal:
        """Return the principal with that address."""
        return next(principal for principal in self.principals if principal.slug == slug)

    def day(self, days: int) -> date:
        """Return the day that many days from today, or the Monday after when it is a weekend."""
        day = self.today + timedelta(days=days)
        return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)

    def tell(self) -> None:
        """Perform every act, the earliest first, from nine in the morning of its day."""
        told: Counter[date] = Counter()
        for act in sorted(self.acts, key=attrgetter("days")):
            day = self.day(act.days)
            now = datetime.combine(day, time(9), STOCKHOLM) + timedelta(minutes=told[day])
            told[day] += 1
            act.step(self, *act.things, now=now, **act.facts)
