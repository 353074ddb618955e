"""What every signed-in page stands on: who asks, in which collaboration, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_safe

from samverkan.cases.queries import is_member
from samverkan.journal.actors import Actor
from samverkan.journal.head import head_of
from samverkan.journal.models import Collaboration
from samverkan.meetings.queries import has_minutes_to_approve
from samverkan.people.choices import RoleKind
from samverkan.people.models import User
from samverkan.people.permissions import actor_of, has_role, is_coordinator

Crumb = tuple[str, str]
P = ParamSpec("P")


class SignedInRequest(HttpRequest):
    """A request whose user is a person with an account."""

    user: User


@dataclass(frozen=True)
class Workspace:
    """A signed-in person in one collaboration, at one moment."""

    request: SignedInRequest
    collaboration: Collaboration
    now: datetime

    @property
    def user(self) -> User:
        """Return the account that is signed in."""
        return self.request.user

    @property
    def person_id(self) -> int:
        """Return the person behind the account."""
        return cast("int", self.user.person_id)

    @property
    def today(self) -> date:
        """Return the Swedish day."""
        return self.now.date()

    @property
    def by(self) -> Actor:
        """Return the person as the journal names them."""
        return actor_of(self.user)

    @property
    def posted(self) -> bool:
        """Return whether something was sent in."""
        return self.request.method == "POST"

    @property
    def sent(self) -> QueryDict | None:
        """Return what was sent in, for a form; None when nothing was."""
        return self.request.POST if self.posted else None

    @property
    def scope(self) -> "Scope":
        """Return the collaboration as a thing that rights are asked about."""
        return Scope(self.collaboration.pk)

    @cached_property
    def coordinates(self) -> bool:
        """Return whether the person coordinates the collaboration today."""
        return is_coordinator(self.user, self.scope, self.today)

    @cached_property
    def carries_out(self) -> bool:
        """Return whether the person is a line manager who carries out what is approved."""
        return has_role(self.user, RoleKind.LINE_MANAGER, self.collaboration.pk, self.today)

    def url(self, name: str, *args: object) -> str:
        """Return the address of a signed-in page of this collaboration."""
        return reverse(f"www:{name}", args=[self.collaboration.slug, *args])

    def public_url(self, name: str, *args: object) -> str:
        """Return the address of a public page of this collaboration."""
        return reverse(f"public:{name}", args=[self.collaboration.slug, *args])

    def page(self, template: str, *crumbs: Crumb, **context: Any) -> HttpResponse:
        """Answer with a page; its crumbs begin at the desk."""
        trail = [("Arbeta", self.url("desk") if crumbs else ""), *crumbs]
        known = {
            "collaboration": self.collaboration,
            "section": "arbeta",
            "fresh": head_of(self.collaboration),
            "crumbs": trail,
            "work": self,
        }
        return render(self.request, f"www/{template}", known | context)

    def done(self, sentence: str, url: str) -> HttpResponse:
        """Say what was done and go on to the page where it is seen."""
        messages.success(self.request, sentence)
        return redirect(url)


@dataclass(frozen=True)
class Scope:
    """A whole collaboration, for rights that concern no single thing in it."""

    collaboration_id: int


def page(view: Callable[Concatenate[Workspace, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view that only shows something be asked by those who take part."""
    return login_required(require_safe(_in_workspace(view)))


def step(view: Callable[Concatenate[Workspace, P], HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view that also takes something in be asked by those who take part."""
    return login_required(require_http_methods(["GET", "HEAD", "POST"])(_in_workspace(view)))


def _in_workspace(
    view: Callable[Concatenate[Workspace, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    @wraps(view)
    def answer(
        request: SignedInRequest, collaboration: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        return view(workspace(request, collaboration), *args, **kwargs)

    return answer


def workspace(request: SignedInRequest, slug: str) -> Workspace:
    """Return where the person works; 404 for one who has nothing to do there today."""
    now = localtime()
    collaboration = Collaboration.objects.filter(slug=slug).first()
    if collaboration is None or not _takes_part(request.user, collaboration.pk, now.date()):
        raise Http404
    return Workspace(request, collaboration, now)


def _takes_part(user: User, collaboration_id: int, on: date) -> bool:
    if user.person_id is None:
        return False
    return is_member(user, collaboration_id, on) or has_minutes_to_approve(
        user.person_id, collaboration_id
    )
