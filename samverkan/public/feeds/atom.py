"""News as Atom (RFC 4287): the same entries of the journal give the same bytes."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings

from samverkan.journal.models import Collaboration, Entry
from samverkan.public.feeds.scope import Scope
from samverkan.public.queries.news import Item, items_of

ATOM = "http://www.w3.org/2005/Atom"
BEGINNING = datetime(2020, 9, 1, tzinfo=UTC)


def feed_of(scope: Scope) -> bytes:
    """Return the latest of what has happened, as a feed."""
    here = scope.collaboration
    entries = scope.entries()
    items = items_of(here, entries)
    return _written(scope, here, list(zip(entries, items, strict=True)))


def _written(scope: Scope, here: Collaboration, told: Sequence[tuple[Entry, Item]]) -> bytes:
    site = settings.SITE_ADDRESS
    page = f"{site}/{here.slug}/{scope.path}/"
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    SubElement(feed, "id").text = _urn(f"{here.pk}/{here.slug}/{scope.path}")
    SubElement(feed, "title").text = f"{scope.name} – {here.name}"
    # The latest to have been written, so that the feed has moved whenever an entry has come.
    times = [entry.at for entry, _ in told]
    SubElement(feed, "updated").text = _moment(max(times, default=BEGINNING))
    author = SubElement(feed, "author")
    SubElement(author, "name").text = here.name
    SubElement(feed, "link", {"rel": "self", "href": f"{page[:-1]}.atom"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for entry, item in told:
        _add(feed, entry, item, site)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _add(feed: Element, entry: Entry, item: Item, site: str) -> None:
    one = SubElement(feed, "entry")
    # The sum is of this entry and no other, and never changes.
    SubElement(one, "id").text = _urn(entry.hash)
    SubElement(one, "title").text = _clean(f"{item.label}: {item.event.told.sentence}"[:300])
    SubElement(one, "updated").text = _moment(entry.at)
    SubElement(one, "published").text = _moment(entry.at)
    address = f"{site}{item.url}"
    SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": address})
    said = f"{item.event.when}. {item.event.told.sentence}"
    SubElement(one, "summary").text = _clean(said)


def _urn(name: str) -> str:
    return UUID(int=uuid5(NAMESPACE_URL, f"samverkan:{name}").int).urn


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _clean(text: str) -> str:
    """Return text without the characters that XML has no way to write."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
