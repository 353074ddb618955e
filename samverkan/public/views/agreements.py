"""The agreements: what the principals have agreed on about their cooperation."""

from dataclasses import dataclass

from django.http import Http404, HttpResponseBase
from django.utils.safestring import SafeString

from samverkan.agreements.models import Agreement, Section
from samverkan.agreements.queries import agreements_of, anchor
from samverkan.public.markdown import html_of
from samverkan.public.pages import Visit, public_page

DEEPEST = 5


@dataclass(frozen=True)
class Passage:
    """A section as the page shows it."""

    number: str
    heading: str
    anchor: str
    level: int
    html: SafeString


@public_page
def agreements(visit: Visit) -> HttpResponseBase:
    found = Agreement.objects.filter(collaboration=visit.collaboration).order_by("title")
    return visit.page(
        "agreements",
        "overenskommelser",
        ("Överenskommelser", ""),
        agreements=found.values("slug", "title", "parties", "period", "period_note"),
    )


@public_page
def agreement(visit: Visit, slug: str) -> HttpResponseBase:
    one = agreements_of(visit.collaboration.pk).filter(slug=slug).first()
    if one is None:
        raise Http404
    passages = [_passage(section) for section in one.sections.all()]
    return visit.page(
        "agreement",
        "overenskommelser",
        ("Överenskommelser", visit.url("agreements")),
        ("Överenskommelse", ""),
        one=one,
        passages=passages,
        contents=[passage for passage in passages if passage.level <= 3],
    )


def _passage(section: Section) -> Passage:
    return Passage(
        number=section.number,
        heading=section.heading,
        anchor=anchor(section.number),
        level=min(section.number.count(".") + 2, DEEPEST),
        html=html_of(section.text),
    )
