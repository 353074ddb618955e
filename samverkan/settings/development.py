"""`make run`: one machine, the embedded database, mail as files, a throw-away secret."""

from samverkan.settings.base import *  # noqa: F403
from samverkan.settings.base import environment

DEBUG = False
ALLOWED_HOSTS = ["*"]
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if environment.email_url
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = environment.state / "mail"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
