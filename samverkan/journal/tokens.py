"""Tokens for personal links: a random key with the server's signature, so none is ever stored."""

import secrets

from django.conf import settings
from django.core.signing import BadSignature, Signer

SALT = "samverkan.personal-link"


def new_key() -> str:
    """Return 128 random bits for a link, as text that an address can hold."""
    return secrets.token_urlsafe(16)


def token_of(key: str) -> str:
    """Return the token that stands in the link's address."""
    return Signer(sep=".", salt=SALT).sign(key)


def key_of(token: str) -> str | None:
    """Return the key in a token, or None when the token was altered or never ours."""
    try:
        return Signer(sep=".", salt=SALT).unsign(token[:200])
    except BadSignature:
        return None


def address_of(key: str, door: str = "") -> str:
    """Return the whole address of a personal link; a door says what kind of link it is."""
    return f"{settings.SITE_ADDRESS}/l/{f'{door}/' if door else ''}{token_of(key)}/"
