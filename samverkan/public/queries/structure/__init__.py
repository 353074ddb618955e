"""What the pages about the structure and one body show, on any day."""

from samverkan.public.queries.structure.around import (
    former_names,
    groupings_on,
    nominators_on,
)
from samverkan.public.queries.structure.changes import Timeline, timeline_of
from samverkan.public.queries.structure.former import Former, former_bodies
from samverkan.public.queries.structure.names import bodies_named
from samverkan.public.queries.structure.sheet import Sheet, find_body, life_of, sheet_of
from samverkan.public.queries.structure.trees import Branch, Part, structure_on

__all__ = [
    "Branch",
    "Former",
    "Part",
    "Sheet",
    "Timeline",
    "bodies_named",
    "find_body",
    "former_bodies",
    "former_names",
    "groupings_on",
    "life_of",
    "nominators_on",
    "sheet_of",
    "structure_on",
    "timeline_of",
]
