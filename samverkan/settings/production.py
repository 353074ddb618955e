"""Production: refuses to start without what must be set; everything over https."""

from django.core.exceptions import ImproperlyConfigured

from samverkan.settings.base import *  # noqa: F403
from samverkan.settings.base import environment

_missing = [
    name
    for name, value in {
        "SAMVERKAN_SECRET_KEY": environment.secret_key.get_secret_value(),
        "SAMVERKAN_DATABASE_URL": environment.database_url,
        "SAMVERKAN_EMAIL_URL": environment.email_url,
    }.items()
    if not value
]
if _missing:
    raise ImproperlyConfigured(
        f"Sätt {', '.join(_missing)} i miljön. docs/operations.md säger hur, och hur en "
        "hemlig nyckel skapas."
    )
if not environment.address.startswith("https://"):
    raise ImproperlyConfigured(
        "Sätt SAMVERKAN_ADDRESS till tjänstens adress. Den ska börja med https://."
    )
if len(environment.secret_key.get_secret_value()) < 50:
    raise ImproperlyConfigured("SAMVERKAN_SECRET_KEY ska ha minst 50 tecken.")

DEBUG = False
ALLOWED_HOSTS = [environment.address.removeprefix("https://").split("/")[0].split(":")[0]]
CSRF_TRUSTED_ORIGINS = [environment.address]
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
if environment.proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
