"""All papers of a meeting together: one PDF with bookmarks, or the files as they are in a zip."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from samverkan.documents.binding import bound, looked_at
from samverkan.documents.models import Content, Document
from samverkan.documents.pdf import papers_pdf
from samverkan.documents.rules import safe_name
from samverkan.meetings.agenda_text import AgendaPointText, AgendaText, PaperText, agenda_text
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Meeting, Summons

PDF = "application/pdf"
# More than this is not bound: a file that mail and phones cannot open helps nobody.
MOST_BYTES = 60_000_000
MOST_PAGES = 1500
# Files in a zip have a day; the same papers are to be the same bytes whenever they are fetched.
ONCE = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = {
    "locked": "är låst med lösenord och finns för sig",
    "broken": "går inte att foga in och finns för sig",
    "large": "får inte plats här och finns för sig",
    "other": "är ingen PDF och finns för sig",
}


@dataclass(frozen=True)
class Bundle:
    """A meeting's papers as they were sent, or as they are in the making."""

    name: str
    subject: str
    content: AgendaText

    def files(self) -> Iterator[tuple[int, AgendaPointText, PaperText]]:
        """Return every file with the number of its point."""
        for number, point in enumerate(self.content["points"], start=1):
            for paper in point["papers"]:
                yield number, point, paper


def bundle_of(meeting: Meeting, *, as_sent: bool) -> Bundle:
    """Return the papers of a meeting: those of the last copy that was sent, or as they are now."""
    name = f"handlingar-{meeting.body.slug}-{meeting.on}"
    last = _last_sent(meeting) if as_sent else None
    if last is None:
        return Bundle(name, "Utkast till dagordning med handlingar", agenda_text(meeting))
    subject = "Kallelse och handlingar"
    if last.number > 1:
        subject = f"{subject}, med komplettering {last.number}"
    return Bundle(name, subject, last.content)


def as_pdf(bundle: Bundle) -> bytes:
    """Return the agenda with what its points rest on, and after it every PDF, as one PDF.

    The same papers give the same bytes. Raises NotPrinted when it could not be made in time.
    """
    files = list(bundle.files())
    contents = _contents([paper for _, _, paper in files if paper["type"] == PDF])
    looks = dict(zip(contents, looked_at(list(contents.values())), strict=True))
    listed, annexes, after = [], [], 0
    for number, _, paper in files:
        look = looks.get(paper["sha256"])
        left_out = look.left_out if look else ("other" if paper["type"] != PDF else "large")
        if look and not left_out and after + look.pages > MOST_PAGES:
            left_out = "large"
        pages = look.pages if look and not left_out else 0
        listed.append(
            {
                "name": paper["name"],
                "point": number,
                "pages": pages,
                "after": after,
                "said": LEFT_OUT.get(left_out, ""),
            }
        )
        if pages:
            annexes.append((f"{number}. {paper['name']}", contents[paper["sha256"]]))
            after += pages
    return bound(papers_pdf(_text(bundle, listed)), annexes)


def as_zip(bundle: Bundle) -> bytes:
    """Return the agenda as a PDF and every file under its point, with a list of what is there."""
    packed, rows = BytesIO(), []
    with zipfile.ZipFile(packed, "w") as archive:
        _pack(archive, "00 Dagordning.pdf", papers_pdf(_text(bundle, [])))
        for place, (number, point, paper) in enumerate(bundle.files(), start=1):
            folder = safe_name(f"{number:02} {point['heading'][:60]}".replace("/", "-"))
            name = f"{folder}/{place:02} {safe_name(paper['file'])}"
            data = bytes(Content.objects.get(pk=paper["sha256"]).data)
            _pack(archive, name, data)
            rows.append(f"{name}\n    {paper['name']}\n    SHA-256 {paper['sha256']}\n")
        head = f"{bundle.content['body']} {bundle.content['on']}\n{bundle.subject}\n\n"
        _pack(archive, "00 Innehåll.txt", (head + "\n".join(rows)).encode())
    return packed.getvalue()


def document_of(meeting: Meeting, key: UUID, *, as_sent: bool) -> Document | None:
    """Return the file at an address when it is among the papers of a meeting."""
    files = bundle_of(meeting, as_sent=as_sent).files()
    if str(key) not in {paper["key"] for _, _, paper in files}:
        return None
    return Document.objects.filter(collaboration=meeting.collaboration_id, key=key).first()


def _last_sent(meeting: Meeting) -> Summons | None:
    return meeting.summonses.order_by("-number").first()


def _pack(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, ONCE)
    info.external_attr = 0o644 << 16
    info.create_system = 3  # else it tells which system packed it
    archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=6)


def _contents(papers: list[PaperText]) -> dict[str, bytes]:
    """Return the bytes of the first files that have room together, by checksum."""
    sizes = {paper["sha256"]: paper["size"] for paper in papers}
    wanted, total = [], 0
    for sha256, size in sizes.items():
        total += size
        if total <= MOST_BYTES:
            wanted.append(sha256)
    found = dict(Content.objects.filter(pk__in=wanted).values_list("sha256", "data"))
    return {sha256: bytes(found[sha256]) for sha256 in wanted}


def _text(bundle: Bundle, listed: list[dict[str, object]]) -> dict[str, object]:
    content = bundle.content
    return {
        "subject": bundle.subject,
        "body": content["body"],
        "on": content["on"],
        "time": content["time"],
        "place": content["place"],
        "points": [_point(point) for point in content["points"]],
        "files": listed,
    }


def _point(point: AgendaPointText) -> dict[str, object]:
    sheet = point["case"]
    parts = ("text", "proposal", "rapporteur", "guests", "papers")
    return {
        "heading": point["heading"],
        "kind": str(ItemKind(point["kind"]).label).capitalize(),
        "begins": point["begins"],
        "minutes": point["minutes"],
        "rapporteur": point["rapporteur"],
        "guests": point["guests"],
        "text": point["text"],
        "table": point.get("table"),
        "sheet": dict(sheet) if sheet else None,
        "proposal": [one.strip() for one in point["proposal"].splitlines() if one.strip()],
        "papers": [paper["name"] for paper in point["papers"]],
        # A formality without more to read stands in the list only.
        "shown": sheet is not None or any(point[part] for part in parts),  # type: ignore[literal-required]
    }
