"""What the pages about the routine stand on: its versions, its draft, and how they are shown."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString, mark_safe

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Body
from samverkan.bodies.rules.texts import in_force
from samverkan.cases import routines
from samverkan.cases.drawing import drawn
from samverkan.cases.models import RoutineVersion
from samverkan.cases.permissions import Act, may, require
from samverkan.cases.routine_words import ShownRoutine, in_words
from samverkan.www.pages import Crumb, Workspace


@dataclass(frozen=True)
class Shown:
    """A version as its page shows it: drawn, and in words."""

    version: RoutineVersion
    picture: SafeString
    words: ShownRoutine


def shown(work: Workspace, version: RoutineVersion) -> Shown:
    """Return a version drawn and in words."""
    routine = routines.content(version)
    title = f"Ärendegången, version {version.number}"
    svg = drawn(routine, title=title, key="arendegang")
    return Shown(
        version,
        mark_safe(svg),  # noqa: S308  (written by ElementTree, which escapes)
        in_words(routine, body_names(work)),
    )


def body_names(work: Workspace) -> dict[str, str]:
    """Return the names of the collaboration's bodies by their addresses."""
    bodies = Body.objects.filter(collaboration=work.collaboration)
    return dict(bodies.values_list("slug", "name"))


def holds(work: Workspace) -> RoutineVersion | None:
    """Return the version that holds today."""
    return routines.routine_on(work.collaboration.pk, work.today)


def versions(work: Workspace) -> list[RoutineVersion]:
    """Return the versions that are no drafts, the newest first."""
    return list(routines.versions(work.collaboration.pk).exclude(stage=TextStage.DRAFT))


def before(work: Workspace, draft: RoutineVersion) -> RoutineVersion | None:
    """Return what holds while a draft is written, to compare it with."""
    return in_force([one for one in versions(work) if one != draft], work.today)


def keeps(work: Workspace) -> bool:
    """Return whether the person may write in the routine."""
    return may(work.user, Act.KEEP_ROUTINE, work.scope, work.today)


def keep(work: Workspace) -> None:
    """Raise NotAllowed for one who may read the routine and not write in it."""
    require(work.user, Act.KEEP_ROUTINE, work.scope, work.today)


def draft_to_keep(work: Workspace) -> RoutineVersion:
    """Return the draft, for one who may write in it; 404 when there is none."""
    keep(work)
    return find_draft(work)


def find_draft(work: Workspace) -> RoutineVersion:
    """Return the draft; 404 when there is none."""
    draft = routines.draft_of(work.collaboration.pk)
    if draft is None:
        raise Http404
    return draft


def crumbs(work: Workspace, *labels: Crumb) -> list[Crumb]:
    """Return the trail to the routine, or to a page within it."""
    if not labels:
        return [("Ärendegången", "")]
    return [("Ärendegången", work.url("routine")), *labels]


def in_draft(work: Workspace, label: str) -> list[Crumb]:
    """Return the trail to a page within the draft."""
    return crumbs(work, ("Utkastet", work.url("routine_draft")), (label, ""))
