"""The support from officials and what it costs, and the actors that are no parties."""

from django.http import HttpResponseBase, StreamingHttpResponse

from samverkan.principals.queries import school_channels_on
from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.queries import support as queries
from samverkan.public.support_csv import rows_of


@public_page
def support(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    return visit.page(
        "support",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Stödet", ""),
        functions=queries.functions_on(here, visit.on),
        kinds=queries.kinds_on(here, visit.on),
        channels=school_channels_on(here, visit.on),
        quotes=queries.quotes_of(here),
    )


@public_file
def support_csv(visit: Visit) -> HttpResponseBase:
    rows = rows_of(visit.collaboration.pk, visit.on)
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="stod-{visit.on}.csv"'
    return response
