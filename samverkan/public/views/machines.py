"""What machines ask for: whether all is well, what may be indexed, whom to tell of faults."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

ROBOTS = "User-agent: *\nDisallow: /l/\nDisallow: /konto/\nDisallow: /*/arbeta/\n"
TEXT = "text/plain; charset=utf-8"


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("databasen svarar inte\n", status=503, content_type=TEXT)
    return HttpResponse("ok\n", content_type=TEXT)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type=TEXT)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Answer by RFC 9116; it is renewed with every new year."""
    expires = datetime(localdate().year + 1, 12, 31, tzinfo=UTC)
    lines = [
        f"Contact: mailto:{settings.SERVER_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: sv, en",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=TEXT)
