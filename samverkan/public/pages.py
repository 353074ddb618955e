"""What every public page stands on: who visits what, and that it is the same for everybody."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache, wraps
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_safe

from samverkan.days import AskedDay, asked_day
from samverkan.documents.wording import DEMONSTRATION
from samverkan.journal.head import head_of
from samverkan.journal.models import Collaboration
from samverkan.public.collaborations import visible_collaboration
from samverkan.running.front import FOR_NOBODY, PUBLIC

Crumb = tuple[str, str]
PERSONAL = (settings.SESSION_COOKIE_NAME, "messages")
P = ParamSpec("P")


@dataclass(frozen=True)
class Visit:
    """Somebody reads about a collaboration at one moment."""

    request: HttpRequest
    collaboration: Collaboration
    now: datetime

    @property
    def today(self) -> date:
        """Return the Swedish day."""
        return self.now.date()

    @cached_property
    def day(self) -> AskedDay:
        """Return the day asked for, with what was typed; pages of the structure offer it."""
        return asked_day(self.asked("datum"), self.today)

    @property
    def on(self) -> date:
        """Return the day that a page of the structure shows: the one asked for, else today."""
        return self.day.on

    @property
    def as_of(self) -> str:
        """Return what links carry to stay on that day, as in "?datum=2019-10-03"."""
        return self.day.as_of

    @property
    def notice(self) -> str:
        """Return what a paper must say at its top, so that nothing invented is taken for real."""
        return DEMONSTRATION if self.collaboration.is_demo else ""

    def url(self, name: str, *args: object) -> str:
        """Return the address of a page of this collaboration."""
        return _address(name, self.collaboration.slug, *args)

    def asked(self, name: str) -> str:
        """Return what the address asks for under a name, within reason."""
        return self.request.GET.get(name, "")[:120]

    def page(self, template: str, section: str, *crumbs: Crumb, **context: object) -> HttpResponse:
        """Answer with a page; its crumbs begin at the start page."""
        trail = [("Start", self.url("start")), *crumbs] if crumbs else []
        known = page_context(self.request, self.collaboration, section, trail)
        known |= {"on": self.on, "as_of": self.as_of, "is_today": self.day.is_today}
        known["asked_day"] = self.day
        return render(self.request, f"public/{template}.html", known | context)


@lru_cache(maxsize=2048)
def _address(name: str, *args: object) -> str:
    """Return an address; asking Django for one costs as much as drawing a row of the board."""
    return reverse(f"public:{name}", args=args)


def page_context(
    request: HttpRequest, collaboration: Collaboration, section: str, crumbs: Sequence[Crumb]
) -> dict[str, Any]:
    """Return what the frame of a page needs: header, trail and footer."""
    head = head_of(collaboration)
    return {
        "collaboration": collaboration,
        "section": section,
        "crumbs": crumbs,
        "fresh": head if head.at else None,
    }


def public_page(
    view: Callable[Concatenate[Visit, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let everybody read a page: a view that gets a Visit instead of the request and the slug."""

    @wraps(view)
    def in_collaboration(
        request: HttpRequest, collaboration: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        visit = Visit(request, visible_collaboration(collaboration), localtime())
        return view(visit, *args, **kwargs)

    return for_everybody(in_collaboration)


def public_file(
    view: Callable[Concatenate[Visit, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let everybody fetch a file of a day; for what is no day there is none, rather than today's.

    A page says in words that it shows today instead. A file would only look like the right one.
    """

    @wraps(view)
    def of_a_day(visit: Visit, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if visit.day.problem:
            said = f"”{visit.day.text}” är ingen dag att visa. Skriv som 2019-10-03."
            return HttpResponse(said, status=400, content_type="text/plain; charset=utf-8")
        return view(visit, *args, **kwargs)

    return public_page(of_a_day)


def for_everybody(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let the front keep a page for visitors without a session; nobody keeps the others'."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        anonymous = not any(name in request.COOKIES for name in PERSONAL)
        request.anonymous_page = anonymous  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        if anonymous:
            response[PUBLIC] = "1"
        else:
            response["Cache-Control"] = FOR_NOBODY
        return response

    return require_safe(answer)
