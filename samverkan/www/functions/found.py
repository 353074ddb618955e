"""How the pages about support find things, and say where they are."""

from django.shortcuts import get_object_or_404

from samverkan.bodies.models import CoordinatorFunction, FunctionHolder
from samverkan.principals.models import OutsideActor
from samverkan.www.pages import Crumb, Workspace
from samverkan.www.structure.found import keep


def find_function(work: Workspace, slug: str) -> CoordinatorFunction:
    """Return a function of this collaboration to one who keeps the structure; 404 for others'."""
    keep(work)
    ours = CoordinatorFunction.objects.filter(collaboration=work.collaboration)
    return get_object_or_404(ours.select_related("host"), slug=slug)


def find_holder(work: Workspace, number: int) -> FunctionHolder:
    """Return a holding in this collaboration to one who keeps the structure; 404 for others'."""
    keep(work)
    ours = FunctionHolder.objects.filter(function__collaboration=work.collaboration)
    return get_object_or_404(ours.select_related("function", "person", "role"), pk=number)


def find_actor(work: Workspace, slug: str) -> OutsideActor:
    """Return an actor outside to one who keeps the structure; 404 for another collaboration's."""
    keep(work)
    ours = OutsideActor.objects.filter(collaboration=work.collaboration)
    return get_object_or_404(ours.select_related("principal"), slug=slug)


def crumbs(work: Workspace, label: str = "", *, outside: bool = False) -> list[Crumb]:
    """Return the trail to the page about support, the one about actors, or a step from one."""
    trail = [("Struktur", work.url("structure")), ("Stöd", work.url("functions"))]
    if outside:
        trail.append(("Aktörer utanför", work.url("outside")))
    if label:
        return [*trail, (label, "")]
    return [*trail[:-1], (trail[-1][0], "")]
