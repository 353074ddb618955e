"""Rules for the papers of a meeting. Pure: no database, no clock."""

from collections.abc import Collection

from samverkan.documents.rules import megabytes
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules.agenda import agenda_open

MOST_PAPERS = 20
MOST_BYTES = 150_000_000
NAME_LIMIT = 200


def obstacles_to_attach(
    *, stage: MeetingStage, name: str, names: Collection[str], bytes_before: int, size: int
) -> list[Obstacle]:
    """List what stands in the way of putting a paper to a point.

    Minutes of 2018 (R299): what is pointed to is there, under its name. All of a meeting's papers
    together are kept small enough to be fetched as one file.
    """
    obstacles = agenda_open(stage)
    if not name.strip():
        obstacles.append(Obstacle("no_paper_name"))
    elif len(name) > NAME_LIMIT:
        obstacles.append(Obstacle("paper_name_too_long", {"limit": NAME_LIMIT}))
    elif name in names:
        obstacles.append(Obstacle("paper_name_taken", {"name": name}))
    if len(names) >= MOST_PAPERS:
        obstacles.append(Obstacle("too_many_papers", {"most": MOST_PAPERS}))
    if bytes_before + size > MOST_BYTES:
        obstacles.append(Obstacle("papers_too_large", {"limit": megabytes(MOST_BYTES)}))
    return obstacles
