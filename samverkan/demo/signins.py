"""How to sign in to the demonstration as each kind of user."""

from samverkan.demo.telling import ACCOUNTS
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import RegistrarLink
from samverkan.journal.models import Collaboration
from samverkan.journal.tokens import token_of


def sign_ins(collaboration: Collaboration, password: str, site: str) -> str:
    """Return the demonstration's accounts, and one registrar's personal link, a line each."""
    width = max(map(len, ACCOUNTS)) + 2
    lines = [f"{who:<{width}}{email}" for who, email in ACCOUNTS.items()]
    link = (
        RegistrarLink.objects.filter(
            dispatch__recommendation__collaboration=collaboration,
            dispatch__state=DispatchState.DISPATCHED,
            revoked_at=None,
        )
        .order_by("-issued_at", "dispatch__principal__position")
        .first()
    )
    if link:
        who = "registrator, utan konto"
        lines.append(f"{who:<{width}}{site}/l/{token_of(link.key)}/")
    lines.append(f"Lösenord för alla konton: {password}")
    return "\n".join(lines) + "\n"
