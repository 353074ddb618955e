"""The principals: what each has decided, what waits there, who sits for it on a day."""

from django.http import HttpResponseBase

from samverkan.public.pages import Visit, public_page
from samverkan.public.paging import page_of
from samverkan.public.queries import principals as queries
from samverkan.public.queries.structure import former_names


@public_page
def principals(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "principals",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Huvudmän", ""),
        principals=queries.principals_on(visit.collaboration.pk, visit.on),
    )


@public_page
def principal(visit: Visit, slug: str) -> HttpResponseBase:
    one = queries.principal_of(visit.collaboration.pk, slug)
    name = former_names(visit.collaboration.pk, visit.on).get(one.pk, one.name)
    seats = queries.seats_held(one, visit.on)
    return visit.page(
        "principal",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        ("Huvudmän", visit.url("principals") + visit.as_of),
        (name, ""),
        one=one,
        name=name,
        is_part=visit.on in one.period,
        groupings=queries.groupings_of(one, visit.on),
        waiting=queries.waiting_at(one, visit.today),
        page=page_of(queries.decisions_of(one), queries.ORDER, visit.request.GET),
        seats=seats,
        follow={
            "atom": visit.url("principal_atom", slug),
            "ics": visit.url("principal_ics", slug),
            "mail": f"{visit.url('follow')}?huvudman={slug}",
        },
        vacant=sum(held.vacant for held in seats),
    )
