"""How accounts come about: a coordinator invites; nobody signs up by themselves."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up."""

    error_messages: ClassVar[dict[str, str]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "E-postadressen och lösenordet hör inte ihop. Kontrollera båda."
        ),
        "incorrect_code": "Koden stämmer inte. Vänta på nästa kod och skriv den.",
        "incorrect_password": "Lösenordet stämmer inte.",
        "invalid_password_reset": "Länken går inte att använda. Be om en ny.",
        "too_many_login_attempts": ("Det har varit många försök. Vänta en stund och försök igen."),
    }

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return the desk of the person's own collaboration."""
        person = getattr(request.user, "person", None)
        return f"/{person.collaboration.slug}/arbeta/" if person else "/"

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: an account belongs to a person whom the coordinators have entered."""
        return False
