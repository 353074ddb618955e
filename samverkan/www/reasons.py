"""Why something stands in the way: the rule in one sentence, and the paragraph it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.agreements.models import Section
from samverkan.agreements.queries import anchor
from samverkan.journal.obstacles import Obstacle
from samverkan.sentences import say
from samverkan.www.pages import Workspace

MAIN_POINTS_GENERAL = "Huvudpunkterna, Gemensam struktur för samverkan"
MAIN_POINTS_OFFICIALS = "Huvudpunkterna, Tjänstepersoner"
MAIN_POINTS_ELECTED = "Huvudpunkterna, Förtroendevalda"


@dataclass(frozen=True)
class Reason:
    """A rule in plain words; the section of the agreement and the word to find its paragraph by."""

    rule: str
    section: str = ""
    word: str = ""
    source: str = ""


@dataclass(frozen=True)
class Shown:
    """An obstacle as a page shows it."""

    sentence: str
    rule: str = ""
    quote: str = ""
    source: str = ""
    url: str = ""


REASONS = {
    "not_documented": Reason(
        "Frågan ska vara dokumenterad innan organet tar ställning.", "7", "dokumenteras"
    ),
    "no_handler": Reason(
        "Den regionala koordinatorn svarar för handläggningen.", source=MAIN_POINTS_OFFICIALS
    ),
    "no_experts": Reason(
        "Beredningen ska ta med dem som är berörda och kan frågan.", source=MAIN_POINTS_ELECTED
    ),
    "outside_scope": Reason(
        "Överenskommelsen säger vilka delar av vård och omsorg samverkan gäller.",
        "6.1",
        "Samverkan gäller",
    ),
    "no_scope": Reason(
        "Överenskommelsen säger vilka delar av vård och omsorg samverkan gäller.",
        "6.1",
        "Samverkan gäller",
    ),
    "no_value_inhabitants": Reason(
        "Samverkan ska bidra till att skapa värde för invånaren.", source="Överenskommelsen § 1"
    ),
    "no_value_operations": Reason(
        "Samverkan är en stödprocess som skapar värde för huvudmännens verksamhet.",
        source=MAIN_POINTS_GENERAL,
    ),
    "no_responsible_management": Reason(
        "Frågor i samverkan lyfts av ansvarig ledning.", source=MAIN_POINTS_GENERAL
    ),
    "raiser_not_member": Reason(
        "Frågor till gruppen väcks av någon av dess medlemmar.", "6.1.2", "aktualiseras"
    ),
    "case_not_prepared": Reason(
        "Arbetsutskottet sätter upp väl beredda ärenden på dagordningen.", "6.1.6", "agenda"
    ),
    "agenda_is_empty": Reason(
        "Arbetsutskottet förbereder dagordningen innan organet möts.", "6.1.6", "agenda"
    ),
    "minutes_not_approved": Reason(
        "En rekommendation expedieras så som den står i justerade anteckningar.",
        source="Styrgruppens anteckningar 27 september 2018",
    ),
    "unreachable": Reason(
        "Rekommendationer expedieras till varje huvudman för beslut: till alla eller ingen.",
        source=MAIN_POINTS_OFFICIALS,
    ),
    "earlier_meeting_open": Reason(
        "Punkterna numreras i följd från möte till möte, utan lucka.",
        source="Styrgruppens anteckningar 27 september 2018",
    ),
    "nobody_present": Reason(
        "Anteckningarna anger vilka som var beslutande.",
        source="Styrgruppens anteckningar 27 september 2018",
    ),
}


def explained(work: Workspace, obstacles: Iterable[Obstacle]) -> list[Shown]:
    """Return the obstacles in words, each with the paragraph that its rule rests on."""
    obstacles = list(obstacles)
    reasons = [REASONS.get(one.code, Reason("")) for one in obstacles]
    numbers = {reason.section for reason in reasons if reason.section}
    sections = _sections(work, numbers) if numbers else {}
    return [
        _shown(work, obstacle, reason, sections.get(reason.section))
        for obstacle, reason in zip(obstacles, reasons, strict=True)
    ]


def _sections(work: Workspace, numbers: set[str]) -> dict[str, Section]:
    found = Section.objects.filter(
        agreement__collaboration=work.collaboration, number__in=numbers
    ).select_related("agreement")
    return {section.number: section for section in found.order_by("-agreement_id")}


def _shown(work: Workspace, obstacle: Obstacle, reason: Reason, section: Section | None) -> Shown:
    if section is None:
        source = reason.source or (f"Överenskommelsen § {reason.section}" if reason.section else "")
        return Shown(say(obstacle), reason.rule, source=source)
    address = work.public_url("agreement", section.agreement.slug)
    return Shown(
        say(obstacle),
        reason.rule,
        quote=_paragraph(section.text, reason.word),
        source=f"Överenskommelsen § {section.number}",
        url=f"{address}#{anchor(section.number)}",
    )


def _paragraph(text: str, word: str) -> str:
    return next((part.strip() for part in text.split("\n\n") if word in part), "")
