"""What this year's leadership seminar needs, as the coordinators' desk says it."""

from datetime import date

from django.urls import reverse

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.queries import bodies_on
from samverkan.journal.models import Collaboration
from samverkan.meetings.rules.seminars import remark_on_years
from samverkan.meetings.seminar_queries import priorities_of, remarks_on, seminars_of
from samverkan.sentences import say_all

Row = tuple[int, str, list[str]]


def to_look_after(collaboration: Collaboration, on: date) -> list[Row]:
    """Return this year's seminar with what it lacks; that there is none is a lack too (R045)."""
    year, here = on.year, collaboration.pk
    one = seminars_of(here).filter(year=year).first()
    if one is None:
        if not bodies_on(here, on).filter(kind=BodyKind.SEMINAR).exists():
            return []
        address = reverse("www:seminars", args=[collaboration.slug])
        return [(year, address, say_all(remark_on_years([year])))]
    both = priorities_of(here, year, year - 1)
    found = remarks_on(
        one,
        on,
        priorities=[each for each in both if each.seminar_id == one.pk],
        before=[each for each in both if each.seminar_id != one.pk],
    )
    address = reverse("www:seminar", args=[collaboration.slug, year])
    return [(year, address, say_all(found))] if found else []
