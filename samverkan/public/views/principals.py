"""The principals: what each has decided, what waits there, who sits for it."""

from django.http import HttpResponseBase

from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import principals as queries


@public_page
def principals(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "principals",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Huvudmän", ""),
        principals=queries.principals_on(visit.collaboration.pk, visit.today),
    )


@public_page
def principal(visit: Visit, slug: str) -> HttpResponseBase:
    one = queries.principal_of(visit.collaboration.pk, slug)
    return visit.page(
        "principal",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Huvudmän", visit.url("principals")),
        (one.name, ""),
        one=one,
        groupings=queries.groupings_of(one, visit.today),
        waiting=queries.waiting_at(one, visit.today),
        page=page_of(queries.decisions_of(one), queries.ORDER, visit.request.GET),
        missions=queries.missions_of(one, visit.today),
    )
