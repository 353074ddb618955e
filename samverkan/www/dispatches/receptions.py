"""How dispatches reached the principals: the list, one record, the package as it was sent."""

from django.http import Http404, HttpResponse

from samverkan.dispatches.actions import package_of
from samverkan.dispatches.packages.making import zip_name, zip_of
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.receptions import receptions_of
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation
from samverkan.www.files import given
from samverkan.www.pages import Workspace, page


@page
def receptions(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatches = list(
        found.dispatches.select_related("principal").order_by("principal__position", "pk")
    )
    rows = receptions_of(found, dispatches)
    return work.page(
        "dispatches/receptions.html",
        *crumbs(work, found, "Mottagning"),
        recommendation=found,
        rows=rows,
        arrived=sum(one.arrival is not None for one in rows),
        confirmed=sum(one.confirmed is not None for one in rows),
    )


@page
def reception(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatch = find_dispatch(found, principal)
    [one] = receptions_of(found, [dispatch])
    return work.page(
        "dispatches/reception.html",
        *crumbs(work, found, f"Mottagningsbevis, {dispatch.principal.short_name}"),
        recommendation=found,
        dispatch=dispatch,
        reception=one,
    )


@page
def package(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    one = package_of(find_dispatch(found, principal))
    if one is None or one.made_at is None:
        raise Http404
    return given(zip_of(one), zip_name(one), "application/zip")
