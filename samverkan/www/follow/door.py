"""The door of those who follow the board: one subscription; one that has ended says so."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from samverkan.dispatches.actions import subscription_of
from samverkan.dispatches.models import Subscription
from samverkan.www import door
from samverkan.www.door import Door, View, stop

Visit = door.Visit[Subscription]
ENDED = (
    "Bevakningen är avslutad",
    "Inga fler mejl sänds, och adressen är borttagen. Vill du följa tavlan igen gör du en ny "
    "bevakning på den.",
)


@dataclass(frozen=True)
class Followers(Door[Subscription]):
    """Lets in whoever holds the link of a subscription that has not ended."""

    def _let_in(
        self, request: HttpRequest, token: str, view: View, arguments: dict[str, Any]
    ) -> HttpResponseBase:
        link = self.find(token)
        if link is not None and link.ended_at is not None:
            # One click may come twice, and has then done what it should.
            return stop(request, ENDED, 200 if request.method == "POST" else 410, link)
        return super()._let_in(request, token, view, arguments)


followers = Followers(subscription_of, "follow")
