"""Files as answers: named, never guessed at by a browser, and never kept by others."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

SHOWN = {"application/pdf", "image/png", "image/jpeg", "text/plain"}
NOTHING = "default-src 'none'; frame-ancestors 'none'"


def given(data: bytes, name: str, content_type: str) -> HttpResponse:
    """Return a file, shown when a browser can show it safely, else to be saved."""
    kind = "text/plain; charset=utf-8" if content_type == "text/plain" else content_type
    response = HttpResponse(data, content_type=kind)
    attached = content_type not in SHOWN
    response["Content-Disposition"] = content_disposition_header(attached, name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    sandbox = "" if content_type == "application/pdf" else "; sandbox"
    response["Content-Security-Policy"] = NOTHING + sandbox
    return response
