"""The structure of a day, each body in it, and bodies by whatever they are called."""

from collections.abc import Iterator

from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse

from samverkan.bodies.choices import Power
from samverkan.bodies.models import Body
from samverkan.dispatches.wording import listed
from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.paging import Row
from samverkan.public.queries import structure as queries
from samverkan.public.seats_csv import rows_of
from samverkan.public.words import POWER


@public_page
def structure(visit: Visit) -> HttpResponseBase:
    here, text = visit.collaboration.pk, visit.asked("namn").strip()
    if text:
        found = queries.bodies_named(here, text, on=visit.on, whole=False)
        return _names(visit, text, found, heading="Sök organ")
    former = queries.former_bodies(here, visit.on)
    return visit.page(
        "structure",
        "struktur",
        ("Struktur", ""),
        base=visit.url("start"),
        parts=queries.structure_on(here, visit.on),
        timeline=queries.timeline_of(here, visit.on),
        former=[one for one in former if one.heirs],
        heirless=[one for one in former if not one.heirs],
        groupings=queries.groupings_on(here, visit.on),
        nominators=queries.nominators_on(here, visit.on),
    )


@public_file
def structure_csv(visit: Visit) -> HttpResponseBase:
    return _csv(rows_of(visit.collaboration, visit.on), f"struktur-{visit.on}.csv")


@public_page
def body(visit: Visit, slug: str) -> HttpResponseBase:
    one = queries.find_body(visit.collaboration.pk, slug)
    if one is None:
        return _by_name(visit, slug)
    sheet = queries.sheet_of(one, visit.on)
    return visit.page(
        "body",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        (one.short, ""),
        one=one,
        sheet=sheet,
        elsewhen=not (sheet.life.exists or visit.day.is_today),
        timeline=queries.timeline_of(visit.collaboration.pk, visit.on, one),
        lacking=listed(sheet.lacking),
        members=listed(sheet.members_by_office),
        power=POWER[one.power],
        no_recommendations=_no_recommendations(one, ended=sheet.life.ended),
    )


@public_file
def body_csv(visit: Visit, slug: str) -> HttpResponseBase:
    one = queries.find_body(visit.collaboration.pk, slug)
    if one is None:
        return _by_name(visit, slug)
    # As on the page: one that has ended is told as it was on its last day.
    on = queries.life_of(one, visit.on).day if visit.day.is_today else visit.on
    return _csv(rows_of(visit.collaboration, on, one), f"{slug}-{on}.csv")


def _by_name(visit: Visit, slug: str) -> HttpResponse:
    """Lead from any name or old spelling to the body; an abbreviation may have meant several."""
    here = visit.collaboration.pk
    found = queries.bodies_named(here, slug, on=visit.on, whole=True)
    then = [row for row in found if visit.as_of and row["then"]]
    if len(then) == 1 or len(found) == 1:
        to = (then if len(then) == 1 else found)[0]
        return HttpResponseRedirect(visit.url("body", to["slug"]) + visit.as_of)
    text = slug.replace("-", " ")
    if found:
        return _names(visit, text, found, heading="Vilket organ menar du?")
    near = queries.bodies_named(here, slug, on=visit.on, whole=False)
    return _names(visit, text, near, heading="Det organet finns inte", status=404)


def _names(
    visit: Visit, text: str, found: list[Row], *, heading: str, status: int = 200
) -> HttpResponse:
    response = visit.page(
        "body_names",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        (heading, ""),
        heading=heading,
        text=text,
        found=found,
        missing=status == 404,
    )
    response.status_code = status
    return response


def _csv(rows: Iterator[str], name: str) -> HttpResponseBase:
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _no_recommendations(one: Body, *, ended: bool) -> str:
    if ended:
        return "Inga rekommendationer är kända."
    if one.power == Power.RECOMMENDS:
        return "Här visas organets rekommendationer när anteckningarna från mötet är justerade."
    return "Organet lämnar inga rekommendationer till huvudmännen."
