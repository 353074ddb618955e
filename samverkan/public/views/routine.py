"""The routine that cases follow, for everyone: drawn, in words, and who has decided it."""

from django.http import HttpResponseBase
from django.utils.safestring import mark_safe

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Body
from samverkan.bodies.rules.texts import in_force
from samverkan.cases import routines
from samverkan.cases.drawing import drawn
from samverkan.cases.routine_words import in_words
from samverkan.public.pages import Visit, public_page
from samverkan.public.queries.cases import meeting_of


@public_page
def routine(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    versions = list(routines.versions(here).exclude(stage=TextStage.DRAFT))
    asked = next((one for one in versions if str(one.number) == visit.asked("version")), None)
    holds = in_force(versions, visit.today)
    shown = asked or holds
    said = routines.content(shown) if shown else None
    title = f"Ärendegången, version {shown.number}" if shown else ""
    names = Body.objects.filter(collaboration_id=here).values_list("slug", "name")
    return visit.page(
        "routine",
        "arenden",
        ("Ärenden", visit.url("cases")),
        ("Ärendegången", ""),
        holds=holds,
        shown=shown,
        versions=versions,
        picture=mark_safe(drawn(said, title=title, key="arendegang")) if said else "",  # noqa: S308
        words=in_words(said, dict(names)) if said else None,
        meeting=meeting_of(shown) if shown else None,
    )
