"""What the pages about governing documents show: never a draft."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import Http404

from samverkan.bodies.choices import TextKind, TextStage
from samverkan.bodies.models import GoverningText, TextVersion
from samverkan.bodies.queries.texts import TextState, texts_on, values_on
from samverkan.bodies.rules.texts import FORMED_AT_SEMINAR, in_force
from samverkan.journal.periods import contains
from samverkan.meetings.queries import public_meetings
from samverkan.public.paging import Row

SHOWN = (
    "text",
    "text__body",
    "text__slug",
    "text__title",
    "text__kind",
    "number",
    "stage",
    "adopted_on",
    "adopted_by__name",
    "valid_from",
    "source",
)


@dataclass(frozen=True)
class Shelf:
    """Whose governing documents: those in force on the day, and the kinds that are missing."""

    name: str
    slug: str
    states: list[TextState]
    missing: list[str]


def shelves_on(collaboration_id: int, on: date) -> list[Shelf]:
    """Return what holds on a day, body by body and then function by function (R011)."""
    found = texts_on(collaboration_id, on)
    shelves = [
        _shelf(one.body.name, one.body.slug, one.states, one.expected)
        for one in found.bodies
        if contains(one.body.period, on)
    ]
    shelves += [
        _shelf(one.function.name, "", one.states, [TextKind.ASSIGNMENT]) for one in found.functions
    ]
    return [one for one in shelves if one.states or one.missing]


def _shelf(name: str, slug: str, states: list[TextState], expected: list[TextKind]) -> Shelf:
    """Leave drafts out: what there is only a draft of is missing to everybody."""
    held = [one for one in states if one.version]
    kinds = {one.text.kind for one in held}
    # The values stand above all shelves.
    shown = [one for one in held if one.text.kind not in FORMED_AT_SEMINAR]
    return Shelf(name, slug, shown, [one.label for one in expected if one.value not in kinds])


def text_of(collaboration_id: int, slug: str) -> tuple[GoverningText, list[TextVersion]]:
    """Return a governing document and its versions that everybody may read, the newest first.

    Raises Http404 when there is none.
    """
    texts = GoverningText.objects.filter(collaboration_id=collaboration_id, slug=slug)
    text = texts.select_related("body__setter", "function").first()
    if text is None:
        raise Http404
    found = text.versions.exclude(stage=TextStage.DRAFT).order_by("-number")
    versions = list(found.select_related("adopted_by", "values__text"))
    if not versions:
        raise Http404
    return text, versions


def chosen(versions: Sequence[TextVersion], number: str) -> TextVersion | None:
    """Return the version that an address asks for by its number, or None when it asks for none.

    Raises Http404 when there is no such version.
    """
    if not number:
        return None
    for one in versions:
        if str(one.number) == number:
            return one
    raise Http404


def current(text: GoverningText, versions: Sequence[TextVersion], on: date) -> TextVersion | None:
    """Return the version that holds on a day; none when the body is not there."""
    if text.body and not contains(text.body.period, on):
        return None
    return in_force(versions, on)


def rows_in_force(bodies: Collection[int], on: date) -> list[Row]:
    """Return, as a row, the version that holds on a day of each governing document of bodies."""
    found = (
        TextVersion.objects.filter(text__body__in=bodies)
        .order_by("text__body", "text__kind", "text__title", "text")
        .values_list(*SHOWN, named=True)
    )
    by_text = groupby(found, key=lambda one: one.text)
    held = (in_force(versions, on) for _, versions in by_text)
    return [one._asdict() for one in held if one is not None]


def meeting_is_public(collaboration_id: int, version: TextVersion) -> bool:
    """Return whether there is a page about the meeting where a version was adopted."""
    if version.meeting_on is None or version.adopted_by_id is None:
        return False
    meetings = public_meetings(collaboration_id)
    return meetings.filter(body_id=version.adopted_by_id, on=version.meeting_on).exists()


def values_in_force(collaboration_id: int, on: date) -> list[TextVersion]:
    """Return the values and the target picture that all cooperation starts from (R038)."""
    return values_on(collaboration_id, on)
