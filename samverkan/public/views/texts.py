"""The governing documents: what holds on a day, how each version reads, and what it changed."""

from dataclasses import dataclass

from django.http import HttpResponseBase
from django.utils.safestring import SafeString

from samverkan.bodies.choices import TextKind
from samverkan.bodies.models import TextVersion
from samverkan.bodies.queries.texts import carries_older_values
from samverkan.bodies.rules.differences import differences
from samverkan.bodies.wording.texts import interval
from samverkan.meetings.seminar_queries import seminar_of
from samverkan.public.markdown import html_of
from samverkan.public.pages import Visit, public_page
from samverkan.public.queries import texts as queries


@dataclass(frozen=True)
class Passage:
    """A section as the page shows it."""

    heading: str
    html: SafeString


@public_page
def texts(visit: Visit) -> HttpResponseBase:
    here = visit.collaboration.pk
    return visit.page(
        "texts",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Styrdokument", ""),
        shelves=queries.shelves_on(here, visit.on),
        values=queries.values_in_force(here, visit.on),
    )


@public_page
def text(visit: Visit, slug: str) -> HttpResponseBase:
    here = visit.collaboration.pk
    one, versions = queries.text_of(here, slug)
    holds = queries.current(one, versions, visit.on)
    shown = queries.chosen(versions, visit.asked("version")) or holds
    against = queries.chosen(versions, visit.asked("jamfor"))
    return visit.page(
        "text",
        "struktur",
        ("Struktur", visit.url("structure") + visit.as_of),
        ("Styrdokument", visit.url("texts") + visit.as_of),
        (one.title, ""),
        one=one,
        versions=versions,
        holds=holds,
        shown=shown,
        against=against if shown else None,
        differences=differences(against.sections, shown.sections) if against and shown else [],
        passages=_passages(shown),
        meeting_url=_meeting_url(visit, shown),
        seminar=seminar_of(shown) if shown else None,
        feedback=interval(shown.feedback_months) if shown else "",
        older=carries_older_values(shown, visit.on),
        values=queries.values_in_force(here, visit.on) if one.kind == TextKind.ASSIGNMENT else [],
    )


def _passages(version: TextVersion | None) -> list[Passage]:
    sections = version.sections if version else []
    return [Passage(one["heading"], html_of(one["text"])) for one in sections]


def _meeting_url(visit: Visit, version: TextVersion | None) -> str:
    adopter = version.adopted_by if version else None
    if version is None or adopter is None:
        return ""
    if not queries.meeting_is_public(visit.collaboration.pk, version):
        return ""
    address = visit.url("meeting", adopter.slug, version.meeting_on)
    return f"{address}#punkt-{version.point}"
