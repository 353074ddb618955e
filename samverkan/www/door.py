"""The door: who comes in by a personal link, how often, and what every answer carries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, Generic, TypeVar

from allauth.core.internal.ratelimit import consume
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.csrf import csrf_exempt

from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle
from samverkan.people.links import obstacles_now
from samverkan.people.models import PersonalLink
from samverkan.sentences import say_all
from samverkan.www.link import wording
from samverkan.www.uploads import TooMuch, take_in

LOOK = ("GET", "HEAD")
LIMITS = {
    "strange": "30/m/ip",
    "answer": "20/h/key",
    "print": "20/m/key",
    "fetch": "120/m/key",
    "confirm": "600/h/key",
}
HIDDEN = "/l/(hidden)/"
HEADERS = {
    "Cache-Control": "private, no-store",
    # Never the path, which holds the token. With "no-referrer" browsers would say that a form
    # comes from "null", and the check of where it comes from could not let any through.
    "Referrer-Policy": "strict-origin",
    "X-Robots-Tag": "noindex",
}
L = TypeVar("L", bound=PersonalLink)


@dataclass(frozen=True)
class Visit(Generic[L]):
    """Someone who came in by a link in force, at one moment."""

    request: HttpRequest
    token: str
    link: L
    now: datetime
    namespace: str
    refused_file: Obstacle | None = None

    @property
    def today(self) -> date:
        """Return the Swedish day."""
        return self.now.date()

    @property
    def by(self) -> Actor:
        """Return who comes in, as the journal names them."""
        return self.link.holder

    def url(self, name: str, *args: object) -> str:
        """Return an address behind the same link."""
        return reverse(f"{self.namespace}:{name}", args=[self.token, *args])

    def forged(self) -> bool:
        """Return whether a form lacks the proof that it was sent from our own page."""
        check = _Check(lambda request: HttpResponse())
        check.process_request(self.request)
        return check.process_view(self.request, None, (), {}) is not None  # type: ignore[arg-type]

    def stopped(self, said: tuple[str, ...], status: int) -> HttpResponse:
        """Answer with a heading and sentences, and whom to ask."""
        return stop(self.request, said, status, self.link)

    def too_often(self, action: str) -> bool:
        """Return whether something is asked for more often than people do."""
        return _too_often(self.request, action, self.link.key)


View = Callable[..., HttpResponseBase]


def stop(
    request: HttpRequest,
    said: tuple[str, ...],
    status: int,
    link: PersonalLink | None = None,
    typed: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    """Answer with a heading and sentences, and whom to ask when the link is one of ours."""
    heading, *sentences = said
    context = {
        "heading": heading,
        "sentences": sentences,
        "collaboration": link.collaboration if link else None,
        "typed": typed or [],
    }
    return render(request, "www/link/stop.html", context, status=status)


@dataclass(frozen=True)
class Door(Generic[L]):
    """One kind of link: how it is found by its token, and where its addresses are."""

    find: Callable[[str], L | None]
    namespace: str
    # What the fields of its forms are called, so that what was typed is shown if the link ended.
    labels: Callable[[], Mapping[str, str]] = dict
    # How it says that nobody comes in; a door for machines answers them in their own way.
    stop: Callable[..., HttpResponse] = stop

    def open(self, *methods: str) -> Callable[[View], View]:
        """Let only those in who hold a link in force; every answer is theirs alone."""

        def with_door(view: View) -> View:
            # The door reads the form itself, within its limits, and then asks `Visit.forged`.
            @csrf_exempt
            @wraps(view)
            def door(request: HttpRequest, token: str, **arguments: Any) -> HttpResponseBase:
                response: HttpResponseBase = HttpResponseNotAllowed(methods)
                try:
                    if request.method in methods:
                        response = self._let_in(request, token, view, arguments)
                finally:
                    request.path = HIDDEN  # what Django writes in its log
                for name, value in HEADERS.items():
                    response[name] = value
                return response

            return door

        return with_door

    def _let_in(
        self, request: HttpRequest, token: str, view: View, arguments: dict[str, Any]
    ) -> HttpResponseBase:
        now = localtime()
        link = self.find(token)
        if link is None:
            if _too_often(request, "strange", None):
                return self.stop(request, wording.STRANGE_TOO_OFTEN, 429)
            return self.stop(request, wording.UNKNOWN, 404)
        refused_file = None
        if request.method == "POST":
            try:
                refused_file = take_in(request).refused
            except TooMuch:
                return self.stop(request, wording.TOO_MUCH, 413, link)
        if obstacles := obstacles_now(link, now):
            said = (wording.CLOSED, *say_all(obstacles))
            return self.stop(request, said, 410, link, self._typed(request))
        try:
            visit = Visit(request, token, link, now, self.namespace, refused_file)
            return view(visit, **arguments)
        except Http404:
            return self.stop(request, wording.NOT_HERE, 404, link)

    def _typed(self, request: HttpRequest) -> list[tuple[str, str]]:
        known = self.labels()
        return [
            (known[name], value[:2000])
            for name, value in request.POST.items()
            if name in known and isinstance(value, str) and value
        ]


def _too_often(request: HttpRequest, action: str, key: str | None) -> bool:
    usage = consume(
        request, app="samverkan.www.link", action=action, config=LIMITS, key=key, limit_get=True
    )
    return usage is None


class _Check(CsrfViewMiddleware):
    """Django's own check, which here only says that a form is refused."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(status=403)
