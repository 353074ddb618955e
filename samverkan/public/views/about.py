"""About the service: what it is, how it can be checked, accessibility, personal data, contact."""

from collections.abc import Callable

from django.http import HttpResponseBase

from samverkan.public.pages import Visit, public_page


def _page(template: str, heading: str) -> Callable[..., HttpResponseBase]:
    @public_page
    def show(visit: Visit) -> HttpResponseBase:
        return visit.page(f"about/{template}", "om", ("Om", visit.url("about")), (heading, ""))

    return show


@public_page
def about(visit: Visit) -> HttpResponseBase:
    return visit.page("about/about", "om", ("Om", ""))


accessibility = _page("accessibility", "Tillgänglighet")
privacy = _page("privacy", "Personuppgifter")
contact = _page("contact", "Kontakt")
verify = _page("verify", "Så kan du lita på det här")
