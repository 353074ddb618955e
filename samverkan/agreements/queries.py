"""Questions about agreements: their texts, and the section that a rule rests on."""

import re

from django.db.models import Prefetch, QuerySet

from samverkan.agreements.models import Agreement, Section

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def agreements_of(collaboration_id: int) -> QuerySet[Agreement]:
    """Return a collaboration's agreements with their sections, in order."""
    sections = Prefetch("sections", queryset=Section.objects.order_by("position"))
    return (
        Agreement.objects.filter(collaboration_id=collaboration_id)
        .order_by("pk")
        .prefetch_related(sections)
    )


def section_of(collaboration_id: int, number: str) -> Section | None:
    """Return a section by its number, as in "5.1.3"; of several agreements, the first one's."""
    return (
        Section.objects.filter(agreement__collaboration_id=collaboration_id, number=number)
        .select_related("agreement")
        .order_by("agreement_id")
        .first()
    )


def quoted(collaboration_id: int, reference: str) -> str:
    """Return the text of the section that a source points to, as in "överenskommelsen § 5.1.3".

    Of several sections the first; empty when there is none. Markdown, as the agreement spells.
    """
    _, _, after = reference.partition("§")
    number = _NUMBER.search(after)
    section = section_of(collaboration_id, number[0]) if number else None
    return section.text if section else ""


def anchor(number: str) -> str:
    """Return where on the agreement's page a section begins, as in "avsnitt-5-1-3"."""
    return f"avsnitt-{number.replace('.', '-')}"
