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
    "not_prepared_below": Reason(
        "Ett annat organ bereder ärendena innan de tas upp här.", "5.1.2", "bereds i"
    ),
    "admission_unanswered": Reason(
        "Frågorna ska vara sådana som inte kan lösas av tjänstepersoner eller lokalt.",
        "5.1.2",
        "inte kan lösas",
    ),
    "not_admitted": Reason(
        "Frågorna ska vara sådana som inte kan lösas av tjänstepersoner eller lokalt.",
        "5.1.2",
        "inte kan lösas",
    ),
    "admission_warns": Reason(
        "Överenskommelsen säger vilka slags frågor som hör till organet.", "5.1.2", "karaktären"
    ),
    "step_skipped": Reason(
        "Det som kan lösas lokalt eller bland tjänstepersoner går inte högre.",
        "5.1.2",
        "inte kan lösas",
    ),
    "lines_silent": Reason(
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje.",
        "7",
        "linjefunktion",
    ),
    "lines_must_answer": Reason(
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje.",
        "7",
        "linjefunktion",
    ),
    "lines_object": Reason(
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje.",
        "7",
        "linjefunktion",
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
    "assignment_not_by_setter": Reason(
        "Organet ovanför fastställer uppdragsbeskrivningen.", "6.1.2", "fastställs"
    ),
    "assignment_not_from_above": Reason(
        "Beredningar och råd har ett uppdrag från organet ovanför.", "6.2", "målsättningar"
    ),
    "work_order_not_by_its_body": Reason(
        "Organet reviderar självt sin arbetsordning.", "5.1.4", "revidera"
    ),
    "routine_not_by_its_body": Reason(
        "Organet som äger rutinen beslutar om den.", "7", "Beskrivning av rutiner"
    ),
    "values_not_at_the_seminar": Reason(
        "Ledningsseminariet formulerar och reviderar värdegrund och mål.", "3", "reviderar"
    ),
    "values_not_of_a_seminar": Reason(
        "Ledningsseminariet formulerar och reviderar värdegrund och mål.", "3", "reviderar"
    ),
    "only_work_orders_are_proposed": Reason(
        "Arbetet inleds enligt en föreslagen arbetsordning; annat ska antas.", "5.1.4", "inleds"
    ),
    "proposal_is_not_first": Reason(
        "Arbetet inleds enligt förslaget, och organet reviderar det sedan.", "5.1.4", "inleds"
    ),
    "sections_missing": Reason(
        "Av uppdraget ska framgå vilka som ingår, hur de utses, återkoppling, rapportering och "
        "uppföljning.",
        "6.2",
        "framgå",
    ),
    "no_goal": Reason("Uppdraget har tydliga målsättningar.", "6.2", "målsättningar"),
    "basic_sections_missing": Reason(
        "Uppdragsbeskrivningar reglerar uppdrag, mandat och rapporteringsvägar.",
        source="Projektdirektivet, P3",
    ),
    "values_not_pointed_to": Reason(
        "Värdegrund och målbild ingår i uppdragsbeskrivningen.", "6.1.1", "skall ingå"
    ),
    "values_to_be_formulated": Reason(
        "Värdegrund och målbild ingår i uppdragsbeskrivningen.", "6.1.1", "skall ingå"
    ),
    "values_not_yet_formulated": Reason(
        "Värdegrund och målbild ingår i uppdragsbeskrivningen.", "6.1.1", "skall ingå"
    ),
    "values_are_older": Reason(
        "Värdegrund och målbild ingår i uppdragsbeskrivningen.", "6.1.1", "skall ingå"
    ),
    "no_seat": Reason(
        "Överenskommelsen säger hur många representanter och ersättare varje huvudman har.",
        "5.1.3",
        "en ersättare",
    ),
    "seats_taken": Reason(
        "Överenskommelsen säger hur många representanter och ersättare varje huvudman har.",
        "5.1.3",
        "en ersättare",
    ),
    "seat_is_derived": Reason(
        "I arbetsutskottet deltar ordföranden och vice ordföranden; platsen följer uppdraget.",
        "5.1.5",
        "deltar",
    ),
    "chair_not_member": Reason(
        "Ordförande och vice ordförande utses inom gruppen.", "5.1.3", "utses inom gruppen"
    ),
    "chairs_from_one_side": Reason(
        "Ordförande och vice ordförande representerar var sin sida.", "5.1.3", "den andra"
    ),
    "not_the_sides_turn": Reason(
        "Uppdragen skiftar mellan huvudmännen varje år.", "5.1.3", "skiftar"
    ),
    "term_not_calendar_year": Reason("Uppdragen löper på ett kalenderår.", "5.1.3", "kalenderår"),
    "extension_not_unanimous": Reason(
        "Uppdraget kan löpa längre än ett år efter enigt beslut, om det finns skäl.",
        "5.1.3",
        "enigt beslut",
    ),
    "extension_without_reasons": Reason(
        "Uppdraget kan löpa längre än ett år om det finns skäl för det.", "5.1.3", "skäl"
    ),
    "extension_not_to_new_year": Reason("Uppdragen löper på kalenderår.", "5.1.3", "kalenderår"),
    "closing_steps_left": Reason(
        "Den gamla organisationen förbereds för att avvecklas, den nya för att ta vid.",
        source="Projektdirektivet, P4",
    ),
    "body_takes_no_cases": Reason(
        "Det finns en dag då den gamla strukturen upphör och den nya börjar gälla.",
        source="Projektdirektivet, P4",
    ),
    "function_is_full": Reason(
        "Överenskommelsen säger hur många årsarbetare stödet omfattar.", "8", "tjänsteutrymme"
    ),
    "function_without_holder": Reason(
        "En samordnande funktion ska finnas, av den storlek som överenskommelsen säger.",
        "8",
        "tjänsteutrymme",
    ),
    "function_partly_vacant": Reason(
        "Överenskommelsen säger hur många årsarbetare stödet omfattar.", "8", "tjänsteutrymme"
    ),
    "function_without_assignment": Reason(
        "Den samordnande funktionen ska ha ett tydligt uppdrag.", source=MAIN_POINTS_GENERAL
    ),
    "employer_not_host": Reason("Koordinatorsfunktionen är placerad i regionen.", "8", "placering"),
    "holder_is_elected": Reason(
        "Strukturen samordnas med stöd av tjänstepersoner.", "8", "tjänstepersonsstöd"
    ),
    "no_coordinator_left": Reason(
        "Samverkan ska stödjas av koordinatorer.", source="Överenskommelsen § 1"
    ),
    "outside_is_a_party": Reason(
        "Parter är kommunerna och regionen; andra aktörer omfattas inte.", "2", "Parter i denna"
    ),
    "school_channel_taken": Reason(
        "Kommunen har en samverkan med fristående aktörer, och den ska användas.", "2", "Privata"
    ),
}


def explained(work: Workspace, obstacles: Iterable[Obstacle]) -> list[Shown]:
    """Return the obstacles in words, each with the paragraph that its rule rests on."""
    return with_reasons(work, [(one, REASONS.get(one.code, Reason(""))) for one in obstacles])


def with_reasons(work: Workspace, pairs: Iterable[tuple[Obstacle, Reason]]) -> list[Shown]:
    """Return obstacles in words, each with the paragraph of the reason that comes with it."""
    pairs = list(pairs)
    numbers = {reason.section for _, reason in pairs if reason.section}
    sections = _sections(work, numbers) if numbers else {}
    return [
        _shown(work, obstacle, reason, sections.get(reason.section)) for obstacle, reason in pairs
    ]


def _sections(work: Workspace, numbers: set[str]) -> dict[str, Section]:
    found = Section.objects.filter(
        agreement__collaboration=work.collaboration, number__in=numbers
    ).select_related("agreement")
    return {section.number: section for section in found.order_by("-agreement_id")}


def _shown(work: Workspace, obstacle: Obstacle, reason: Reason, section: Section | None) -> Shown:
    # Another county's agreement has other words under the same number, or no such number.
    if section is None or reason.word not in section.text:
        return Shown(say(obstacle), reason.rule, source=reason.source)
    address = work.public_url("agreement", section.agreement.slug)
    return Shown(
        say(obstacle),
        reason.rule,
        quote=_paragraph(section.text, reason.word),
        source=f"Överenskommelsen § {section.number}",
        url=f"{address}#{anchor(section.number)}",
    )


def _paragraph(text: str, word: str) -> str:
    """Return the paragraph with a word in it; of a list, the line."""
    part = next((part.strip() for part in text.split("\n\n") if word in part), "")
    rows = part.splitlines()
    if rows and all(row.startswith("- ") for row in rows):
        return next(row.removeprefix("- ") for row in rows if word in row)
    return part
