"""Files that everybody may read, as they came in."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from samverkan.documents.queries import content_of, public_document
from samverkan.public.pages import Visit, public_page

SHOWN = {"application/pdf", "image/png", "image/jpeg", "text/plain"}
NOTHING = "default-src 'none'; frame-ancestors 'none'"


@public_page
def document(visit: Visit, key: UUID, name: str) -> HttpResponseBase:
    found = public_document(visit.collaboration.pk, key)
    if found is None or found.name != name:
        raise Http404
    kind = "text/plain; charset=utf-8" if found.content_type == "text/plain" else found.content_type
    response = HttpResponse(content_of(found), content_type=kind)
    attached = found.content_type not in SHOWN
    response["Content-Disposition"] = content_disposition_header(attached, found.name) or ""
    response["X-Content-Type-Options"] = "nosniff"
    # Browsers do not open a PDF in a sandbox; it gets no scripts or addresses of ours either way.
    sandbox = "" if found.content_type == "application/pdf" else "; sandbox"
    response["Content-Security-Policy"] = NOTHING + sandbox
    return response
