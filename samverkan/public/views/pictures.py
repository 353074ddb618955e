"""The schematic pictures of the structure: on the page, as files, and old beside new."""

from datetime import date

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.safestring import SafeString, mark_safe

from samverkan.bodies.choices import Sphere
from samverkan.days import asked_day
from samverkan.documents import pdf
from samverkan.public.pages import Visit, public_file, public_page
from samverkan.public.pictures import changes, words
from samverkan.public.pictures.picture import picture_of
from samverkan.public.pictures.register import register_on
from samverkan.public.pictures.shown import Places, Shown, shown, shown_on
from samverkan.public.pictures.text import picture_text

MOST_IN_A_FILE = 3000
SPHERES = {name: sphere for sphere, name in words.FILES.items()}


@public_page
def picture(visit: Visit) -> HttpResponseBase:
    against = asked_day(visit.asked("mot"), visit.on)
    days = sorted({visit.on, against.on})
    here = visit.collaboration.pk
    pictures = [shown_on(here, on, _places(visit, on)) for on in days]
    return visit.page(
        "picture",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Bild", ""),
        parts=[[(one, _safe(one)) for one in same] for same in zip(*pictures, strict=True)],
        against=against,
        differences=changes.differences(here, *days) if len(days) > 1 else None,
        turns=changes.turns(here, visit.on),
    )


@public_file
def picture_svg(visit: Visit, which: str) -> HttpResponseBase:
    if which not in SPHERES:
        raise Http404
    found = picture_of(register_on(visit.collaboration.pk, visit.on), Sphere(SPHERES[which]))
    places = _places(visit, visit.on, whole=True)
    one = shown(found, visit.on, places, headed=True, most=MOST_IN_A_FILE)
    if not one.svg:
        raise Http404
    response = HttpResponse(one.svg, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{which}-{visit.on}.svg"'
    return response


@public_file
def picture_pdf(visit: Visit) -> HttpResponseBase:
    pictures = shown_on(visit.collaboration.pk, visit.on, Places())
    text = picture_text(visit.collaboration, visit.on, pictures)
    printed = pdf.picture_pdf({**text, "notice": visit.notice})
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="struktur-bild-{visit.on}.pdf"'
    return response


def _places(visit: Visit, on: date, *, whole: bool = False) -> Places:
    """Return where boxes lead, on the same day; whole addresses for a file that is taken away."""
    as_of = "" if on == visit.today else f"?datum={on}"
    first = visit.request.build_absolute_uri("/").rstrip("/") if whole else ""
    return Places(
        body_url=lambda slug: f"{first}{visit.url('body', slug)}{as_of}",
        principals_url=f"{first}{visit.url('principals')}{as_of}",
    )


def _safe(one: Shown) -> SafeString:
    return mark_safe(one.svg)  # noqa: S308  (written by ElementTree, which escapes)
