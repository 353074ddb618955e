"""Who does something: a person in a role, a registrar by personal link, or the system itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """The one who acts, as the journal names them."""

    name: str
    on_behalf_of: str = ""
    person_id: int | None = None


SYSTEM = Actor("Samverkan, automatiskt")
