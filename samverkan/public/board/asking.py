"""What an address asks of the board: the choices, checked, and which columns they leave."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlencode

from samverkan.dispatches.subjects import SUBJECTS
from samverkan.public.board.groups import MOST_COLUMNS, Group, groups_of, partition
from samverkan.public.filters import Filter, filter_of
from samverkan.public.pages import Visit
from samverkan.public.queries import board as queries
from samverkan.public.queries.board import Choice, Column

# What a saved view, and a link to the same choice in another form, carries of an address.
CHOICES = ("huvudman", "grupp", "organ", "lage", "ar", "amne", "ord")
LONGEST_WORD = 60


@dataclass(frozen=True)
class Asked:
    """The choices of an address, the principals that are columns, and the groups of them."""

    filters: list[Filter]
    choice: Choice
    word: str
    group: Group | None
    groups: list[Group]
    present: list[Column]
    kept: dict[str, str] = field(default_factory=dict)

    @property
    def narrowed(self) -> bool:
        """Return whether some rows are left out."""
        return any(self.choice)

    @property
    def query(self) -> str:
        """Return the choices as they stand in an address, with its question mark."""
        return f"?{urlencode(self.kept)}" if self.kept else ""

    def but(self, **changes: str) -> str:
        """Return the same address with something changed; "" takes it away."""
        kept = {name: value for name, value in {**self.kept, **changes}.items() if value}
        return f"?{urlencode(kept)}" if kept else "?"

    def shown(self, columns: Collection[Column]) -> list[Column]:
        """Return the columns that the choice of a principal and a group leaves."""
        members = self.group.members if self.group else None
        return [
            column
            for column in columns
            if self.choice.principal in ("", column.slug)
            and (members is None or column.pk in members)
        ]

    def parts(self, shown: list[Column]) -> list[Group]:
        """Return the groups to show instead of columns, when these are too many to read."""
        if len(shown) <= MOST_COLUMNS:
            return []
        inside = [one for one in self.groups if self.group is None or one.key != self.group.key]
        return partition(shown, inside)


def asked_of(visit: Visit) -> Asked:
    """Return what a visitor asks for; what is not among the options is left out."""
    here = visit.collaboration.pk
    present = queries.columns(here, visit.today)
    known = queries.options(here, visit.today)
    groups = groups_of(present, known.groupings)
    principals = [(column.slug, column.name) for column in present]
    subjects = [(one.slug, one.name) for one in SUBJECTS.values()]
    options = [
        filter_of(
            "huvudman", "Huvudman", f"Alla {len(principals)}", principals, visit.asked("huvudman")
        ),
        filter_of(
            "grupp",
            "Grupp av huvudmän",
            "Alla",
            [(one.key, one.name) for one in groups],
            visit.asked("grupp"),
        ),
        filter_of("organ", "Organ", "Alla organ", known.bodies, visit.asked("organ")),
        filter_of("lage", "Läge", "Alla", queries.STATES.items(), visit.asked("lage")),
        filter_of("ar", "År", "Alla år", known.years, visit.asked("ar")),
        filter_of("amne", "Ämne", "Alla ämnen", subjects, visit.asked("amne")),
    ]
    chosen = {one.name: one.chosen for one in options}
    word = " ".join(visit.asked("ord").replace("\0", "").split())[:LONGEST_WORD]
    kept = {name: value for name, value in {**chosen, "ord": word}.items() if value}
    choice = Choice(
        chosen["huvudman"], chosen["organ"], chosen["lage"], chosen["ar"], chosen["amne"], word
    )
    group = next((one for one in groups if one.key == chosen["grupp"]), None)
    filters = [one for one in options if one.name != "grupp" or groups]
    return Asked(filters, choice, word, group, groups, present, kept)
