"""The fields of forms for decision proposals, and the joint neutral form to begin with."""

from django.http import HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header

from samverkan.documents.word.checking import WORD
from samverkan.documents.word.fields import FIELDS, IMPORTANT
from samverkan.documents.word.neutral import neutral_form as form
from samverkan.public.pages import Visit, public_page


@public_page
def form_fields(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "about/form_fields",
        "om",
        ("Om", visit.url("about")),
        ("Mallar", ""),
        fields=[(field, field.name in IMPORTANT) for field in FIELDS],
    )


@public_page
def neutral_form(visit: Visit) -> HttpResponseBase:
    response = HttpResponse(form(), content_type=WORD)
    named = content_disposition_header(True, "neutral-mall.docx")
    response["Content-Disposition"] = named or ""
    response["X-Content-Type-Options"] = "nosniff"
    return response
