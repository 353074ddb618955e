"""How the agenda of LSG's next meeting is made: drafted, ordered, agreed on, sent, supplemented."""

from datetime import datetime, time

from samverkan.bodies.choices import Office
from samverkan.bodies.queries import officer_on
from samverkan.cases.actions import Sheet
from samverkan.demo.telling import Story
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    Written,
    add_point,
    agree_agenda,
    attach_paper,
    detach_paper,
    order_points,
    plan_time,
    send_supplement,
    take_off_point,
    take_up_waiting,
    write_point,
)
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Item, Meeting

MINUTES = {
    "Ordföranden öppnar mötet": 5,
    "Fastställande av agenda": 5,
    "Anteckningar från föregående möte": 5,
    "Koordinatorernas rapport": 20,
    "Nationell information om nära vård": 15,
    "Kommande möte": 5,
    "Övriga frågor": 10,
}


def the_committee_agrees(story: Story, meeting: Meeting, *, now: datetime) -> None:
    """The chair stands behind the agenda as it is."""
    chair = officer_on(meeting.body_id, Office.CHAIR, now.date())
    if chair is None:
        raise LookupError(meeting.body.slug)
    by = Actor(chair.name, "", chair.pk)
    agree_agenda(meeting.pk, person_id=chair.pk, by=by, now=now)


def what_waits_is_taken_up(
    story: Story, slug: str, days: int, sheets: list[Sheet], *, now: datetime
) -> None:
    """The coordinator fetches what waits, says how long each point takes, and adds papers."""
    meeting = story.meetings[slug, days]
    numbers = [story.numbers[sheet.title] for sheet in sheets]
    placed = take_up_waiting(meeting.pk, numbers, by=story.as_coordinator, now=now)
    for item in placed:
        _proposes(story, item, now=now)
    minutes = {item.pk: MINUTES.get(item.heading) for item in meeting.items.all()}
    minutes |= dict.fromkeys([item.pk for item in placed], 40)
    plan_time(meeting.pk, minutes, ends_at=time(12), by=story.as_coordinator, now=now)


def _proposes(story: Story, item: Item, *, now: datetime) -> None:
    """A proposal in clauses with its annex; a draft that came along is taken away again."""
    by = story.as_coordinator
    title = "Bilaga 1. Nattbemanning i tre kommuner"
    data = _one_page(title, "Påhittat underlag för demonstrationen.")
    attach_paper(item.pk, title=title, file="nattbemanning.pdf", data=data, by=by, now=now)
    draft = attach_paper(
        item.pk,
        title="Arbetsmaterial",
        file="arbetsmaterial.txt",
        data=b"P\xc3\xa5hittat.",
        members_only=True,
        by=by,
        now=now,
    )
    detach_paper(draft.pk, by=by, now=now)
    proposal = "att pröva gemensam nattbemanning enligt bilaga 1, samt\natt följa upp efter ett år."
    written = Written(ItemKind.DECISION, item.heading, proposal=proposal)
    write_point(item.pk, written, by=by, now=now)


def the_points_are_ordered(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """A point is added and taken off again, and what is hardest comes first."""
    meeting, by = story.meetings[slug, days], story.as_coordinator
    kind = ItemKind.DISCUSSION
    extra = add_point(meeting.pk, kind=kind, heading="Sommarens läge", by=by, now=now)
    take_off_point(extra.pk, by=by, now=now)
    first = meeting.items.filter(kind=ItemKind.DECISION).get().pk
    ids = list(meeting.items.order_by("position").values_list("pk", flat=True))
    ids.remove(first)
    order_points(meeting.pk, [*ids[:3], first, *ids[3:]], by=by, now=now)


def the_summons_is_supplemented(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """A paper came late and a point grew: those who are called are told what is new."""
    meeting, by = story.meetings[slug, days], story.as_coordinator
    item = meeting.items.get(heading="Nationell information om nära vård")
    title = "Bildspel"
    data = "Påhittat bildspel för demonstrationen.\n".encode()
    attach_paper(item.pk, title=title, file="bildspel.txt", data=data, by=by, now=now)
    send_supplement(meeting.pk, by=by, now=now)


def _one_page(title: str, text: str) -> bytes:
    """Return a page as a plain PDF, so that there is one to put among the papers."""
    shown = [f"BT /F 14 Tf 72 770 Td ({title}) Tj ET", f"BT /F 11 Tf 72 740 Td ({text}) Tj ET"]
    content = "\n".join(shown).encode("cp1252")
    font = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F << " + font + b" >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    written, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        % (
            count,
            table,
            count,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(written)
    )
