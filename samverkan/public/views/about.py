"""About the service: what it is, how it can be checked, accessibility, personal data, contact."""

from collections.abc import Callable

from django.http import HttpResponseBase

from samverkan.public.board.as_json import ANSWER, RECOMMENDATION, TOP
from samverkan.public.board.rows import HEADINGS
from samverkan.public.pages import Visit, public_page


def _page(template: str, heading: str) -> Callable[..., HttpResponseBase]:
    @public_page
    def show(visit: Visit) -> HttpResponseBase:
        return visit.page(f"about/{template}", "om", ("Om", visit.url("about")), (heading, ""))

    return show


@public_page
def about(visit: Visit) -> HttpResponseBase:
    return visit.page("about/about", "om", ("Om", ""))


@public_page
def data(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "about/data",
        "om",
        ("Om", visit.url("about")),
        ("Öppna data", ""),
        headings=HEADINGS,
        parts=[
            ("Filen", TOP.items()),
            ("Varje rekommendation", RECOMMENDATION.items()),
            ("Varje svar", ANSWER.items()),
        ],
    )


accessibility = _page("accessibility", "Tillgänglighet")
privacy = _page("privacy", "Personuppgifter")
contact = _page("contact", "Kontakt")
verify = _page("verify", "Så kan du lita på det här")
