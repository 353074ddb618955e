"""The door to all that waits at a principal, for its registrar and for its own system."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from samverkan.dispatches.actions import principal_link_of
from samverkan.dispatches.models import PrincipalLink
from samverkan.people.models import PersonalLink
from samverkan.www import door
from samverkan.www.door import Door

Visit = door.Visit[PrincipalLink]


def stop_as_data(
    request: HttpRequest,
    said: tuple[str, ...],
    status: int,
    link: PersonalLink | None = None,
    typed: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    """Answer a machine that it may not come in, with the sentences that people get."""
    obstacles = [{"code": "stopped", "sentence": " ".join(said)}]
    return JsonResponse({"obstacles": obstacles}, status=status)


registries: Door[PrincipalLink] = Door(principal_link_of, "registry")
systems: Door[PrincipalLink] = Door(principal_link_of, "registry", stop=stop_as_data)
