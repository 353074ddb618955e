"""The structure of the day, what it was before, and each body."""

from django.http import HttpResponseBase

from samverkan.bodies.choices import Power
from samverkan.bodies.models import Body
from samverkan.public.pages import Visit, public_page
from samverkan.public.queries import structure as queries
from samverkan.public.words import POWER


@public_page
def structure(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    return visit.page(
        "structure",
        "struktur",
        ("Struktur", ""),
        parts=queries.structure_on(here, visit.today),
        former=queries.former_bodies(here, visit.today),
        functions=queries.functions_on(here, visit.today),
        today=visit.today,
    )


@public_page
def body(visit: Visit, slug: str) -> HttpResponseBase:
    one = queries.body_of(visit.collaboration.pk, slug)
    return visit.page(
        "body",
        "struktur",
        ("Struktur", visit.url("structure")),
        (one.short, ""),
        one=one,
        sheet=queries.sheet_of(one, visit.today),
        power=POWER[one.power],
        no_recommendations=_no_recommendations(one),
    )


def _no_recommendations(one: Body) -> str:
    if one.power == Power.RECOMMENDS:
        return "Här visas organets rekommendationer när anteckningarna från mötet är justerade."
    return "Organet lämnar inga rekommendationer till huvudmännen."
