"""The description put together: its parts and chapters, numbered, and cut where it is long."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from samverkan.bodies.choices import Sphere
from samverkan.documents.texts import BlockText, ChapterText, DescriptionText, PartText
from samverkan.journal.models import Collaboration
from samverkan.public.describing import bodies as body_words
from samverkan.public.describing import sources, support, whole
from samverkan.public.describing.blocks import paragraphs
from samverkan.public.queries import description as queries
from samverkan.public.queries.description import Details, Frame, Listing

MOST_ROWS = 3000  # of one page of the description; a body takes some, and one for each seat
MOST_PRINTED = 5000
ROWS_OF_A_BODY = 15

POLITICAL, OFFICIALS, BESIDE = "3", "4", "5"
HEADINGS = {
    "1": "Samverkan och dess parter",
    "2": "Så går en fråga",
    POLITICAL: "Politisk nivå",
    OFFICIALS: "Tjänstepersonsnivå",
    BESIDE: "Arbetsgrupper och arenor utanför den fasta strukturen",
    "6": "Stöd, kostnader och aktörer utanför",
    "7": "Vad som fanns före",
    "8": "Källor",
}
EMPTY = {
    POLITICAL: "Inga organ för förtroendevalda fanns den här dagen.",
    OFFICIALS: "Inga organ för tjänstepersoner fanns den här dagen.",
    BESIDE: "Inga arbetsgrupper eller arenor utanför strukturen fanns den här dagen.",
}


@dataclass(frozen=True)
class Numbered:
    """A body with the number of its chapter."""

    number: str
    body: Listing

    @property
    def part(self) -> str:
        """Return the number of the part that it stands in."""
        return self.number.partition(".")[0]

    @property
    def rows(self) -> int:
        """Return how much room the chapter takes."""
        return ROWS_OF_A_BODY + self.body.rows


def numbered(listings: Sequence[Listing]) -> list[Numbered]:
    """Return the bodies with their chapters' numbers, part by part."""
    parts: dict[str, list[Listing]] = {POLITICAL: [], OFFICIALS: [], BESIDE: []}
    for one in listings:
        parts[_part_of(one)].append(one)
    return [
        Numbered(f"{part}.{at}", one)
        for part, found in parts.items()
        for at, one in enumerate(found, start=1)
    ]


def sheets_of(chapters: Sequence[Numbered]) -> list[list[Numbered]]:
    """Return the chapters cut in sheets that a page can hold; a sheet is of one part."""
    sheets: list[list[Numbered]] = []
    room = 0
    for one in chapters:
        if not sheets or one.rows > room or sheets[-1][-1].part != one.part:
            sheets.append([])
            room = MOST_ROWS
        sheets[-1].append(one)
        room -= one.rows
    return sheets


def rows_of(chapters: Sequence[Numbered]) -> int:
    """Return how long a description of all the chapters is."""
    return sum(one.rows for one in chapters)


def document(
    collaboration: Collaboration,
    on: date,
    chapters: Sequence[Numbered],
    *,
    listings: Sequence[Listing],
    whole_too: bool = True,
) -> DescriptionText:
    """Return the description of a day, of the given chapters, with the whole or without (R014)."""
    here = collaboration.pk
    details = queries.details_of(here, on, [one.body.pk for one in chapters]) if chapters else {}
    complete = len(chapters) == len(listings)
    parts = [
        _part(number, _introduction(number, chapters), _chapters(number, chapters, details))
        for number in (POLITICAL, OFFICIALS, BESIDE)
        if complete or any(one.part == number for one in chapters)
    ]
    known = [source for one in chapters for source in body_words.sources(details[one.body.pk])]
    if whole_too:
        frame = queries.frame_on(here, on)
        known = [*whole.sources(frame), *known]
        parts = [*_before(collaboration, frame, listings), *parts, *_after(frame)]
    parts.append(_part("8", sources.gathered(known), []))
    changed = collaboration.head_at
    return {
        "collaboration": collaboration.name,
        "county": collaboration.county,
        "parties": collaboration.parties_text,
        "on": on.isoformat(),
        "journal": collaboration.head_sequence,
        "changed": localtime(changed).date().isoformat() if changed else "",
        "parts": parts,
    }


def _part_of(one: Listing) -> str:
    if not one.fixed:
        return BESIDE
    return OFFICIALS if one.sphere == Sphere.OFFICIALS else POLITICAL


def _before(
    collaboration: Collaboration, frame: Frame, listings: Sequence[Listing]
) -> Iterator[PartText]:
    yield _part("1", whole.parties(collaboration, frame), [])
    yield _part("2", whole.how_a_question_goes(listings), [])


def _after(frame: Frame) -> Iterator[PartText]:
    functions = [
        _chapter(f"6.{at}", f"funktion-{row['one'].slug}", row["one"].name, support.support(row))
        for at, row in enumerate(frame.functions, start=1)
    ]
    actors = _chapter(
        f"6.{len(functions) + 1}", "aktorer", "Aktörer utanför samverkan", support.outside(frame)
    )
    nobody = [] if functions else paragraphs("Inga koordinatorsfunktioner fanns den här dagen.")
    yield _part("6", nobody, [*functions, actors])
    yield _part("7", whole.former(frame), [])


def _introduction(part: str, chapters: Sequence[Numbered]) -> list[BlockText]:
    if any(one.part == part for one in chapters):
        return []
    return paragraphs(EMPTY[part])


def _chapters(
    part: str, chapters: Sequence[Numbered], details: Mapping[int, Details]
) -> list[ChapterText]:
    return [
        _chapter(
            one.number,
            f"organ-{one.body.slug}",
            one.body.name,
            body_words.chapter(details[one.body.pk]),
            body=one.body.slug,
        )
        for one in chapters
        if one.part == part
    ]


def _part(number: str, blocks: list[BlockText], chapters: list[ChapterText]) -> PartText:
    return {
        "number": number,
        "anchor": f"del-{number}",
        "heading": HEADINGS[number],
        "blocks": blocks,
        "chapters": chapters,
    }


def _chapter(
    number: str, anchor: str, heading: str, blocks: list[BlockText], *, body: str = ""
) -> ChapterText:
    return {"number": number, "anchor": anchor, "heading": heading, "body": body, "blocks": blocks}
