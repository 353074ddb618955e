"""Error pages: what is wrong and what to do, in one sentence each."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was sent without, or with an outdated, proof of where it came from."""
    return render(request, "errors/csrf.html", status=403)


def forbidden(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    """Answer someone who sees a thing but may not do it; the exception carries the sentence."""
    return render(request, "errors/403.html", {"sentence": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere, or to something that is not shown to this person."""
    return render(request, "errors/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when the fault is ours."""
    return render(request, "errors/500.html", status=500)
