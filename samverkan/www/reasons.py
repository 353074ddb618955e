"""Why something stands in the way: the rule in one sentence, and the paragraph it rests on.

The sentences hold in any county; where each rule stands in a county's own texts is data
(`structures/<county>/grounds.toml`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.agreements.models import Ground, Section
from samverkan.agreements.queries import anchor
from samverkan.journal.obstacles import Obstacle
from samverkan.sentences import say
from samverkan.www.pages import Workspace


@dataclass(frozen=True)
class Reason:
    """A rule in plain words, and the code under which the county says where it stands."""

    code: str
    rule: str


@dataclass(frozen=True)
class Shown:
    """An obstacle as a page shows it."""

    sentence: str
    rule: str = ""
    quote: str = ""
    source: str = ""
    url: str = ""


RULES = {
    "not_documented": "Frågan ska vara dokumenterad innan organet tar ställning.",
    "no_handler": "Den regionala koordinatorn svarar för handläggningen.",
    "no_experts": "Beredningen ska ta med dem som är berörda och kan frågan.",
    "outside_scope": "Överenskommelsen säger vilka delar av vård och omsorg samverkan gäller.",
    "no_scope": "Överenskommelsen säger vilka delar av vård och omsorg samverkan gäller.",
    "no_value_inhabitants": "Samverkan ska bidra till att skapa värde för invånaren.",
    "no_value_operations": (
        "Samverkan är en stödprocess som skapar värde för huvudmännens verksamhet."
    ),
    "no_responsible_management": "Frågor i samverkan lyfts av ansvarig ledning.",
    "raiser_not_member": "Frågor till gruppen väcks av någon av dess medlemmar.",
    "case_not_prepared": "Arbetsutskottet sätter upp väl beredda ärenden på dagordningen.",
    "agenda_is_empty": "Arbetsutskottet förbereder dagordningen innan organet möts.",
    "minutes_not_approved": (
        "En rekommendation expedieras så som den står i justerade anteckningar."
    ),
    "unreachable": (
        "Rekommendationer expedieras till varje huvudman för beslut: till alla eller ingen."
    ),
    "earlier_meeting_open": "Punkterna numreras i följd från möte till möte, utan lucka.",
    "nobody_present": "Anteckningarna anger vilka som var beslutande.",
    "assignment_not_by_setter": "Organet ovanför fastställer uppdragsbeskrivningen.",
    "assignment_not_from_above": "Beredningar och råd har ett uppdrag från organet ovanför.",
    "work_order_not_by_its_body": "Organet reviderar självt sin arbetsordning.",
    "routine_not_by_its_body": "Organet som äger rutinen beslutar om den.",
    "values_not_at_the_seminar": "Ledningsseminariet formulerar och reviderar värdegrund och mål.",
    "values_not_of_a_seminar": "Ledningsseminariet formulerar och reviderar värdegrund och mål.",
    "only_work_orders_are_proposed": (
        "Arbetet inleds enligt en föreslagen arbetsordning; annat ska antas."
    ),
    "proposal_is_not_first": "Arbetet inleds enligt förslaget, och organet reviderar det sedan.",
    "sections_missing": (
        "Av uppdraget ska framgå vilka som ingår, hur de utses, återkoppling, rapportering och "
        "uppföljning."
    ),
    "no_goal": "Uppdraget har tydliga målsättningar.",
    "basic_sections_missing": (
        "Uppdragsbeskrivningar reglerar uppdrag, mandat och rapporteringsvägar."
    ),
    "values_not_pointed_to": "Värdegrund och målbild ingår i uppdragsbeskrivningen.",
    "values_to_be_formulated": "Värdegrund och målbild ingår i uppdragsbeskrivningen.",
    "values_not_yet_formulated": "Värdegrund och målbild ingår i uppdragsbeskrivningen.",
    "values_are_older": "Värdegrund och målbild ingår i uppdragsbeskrivningen.",
    "no_seat": "Överenskommelsen säger hur många representanter och ersättare varje huvudman har.",
    "seats_taken": (
        "Överenskommelsen säger hur många representanter och ersättare varje huvudman har."
    ),
    "seat_is_derived": (
        "I arbetsutskottet deltar ordföranden och vice ordföranden; platsen följer uppdraget."
    ),
    "chair_not_member": "Ordförande och vice ordförande utses inom gruppen.",
    "chairs_from_one_side": "Ordförande och vice ordförande representerar var sin sida.",
    "not_the_sides_turn": "Uppdragen skiftar mellan huvudmännen varje år.",
    "term_not_calendar_year": "Uppdragen löper på ett kalenderår.",
    "extension_not_unanimous": (
        "Uppdraget kan löpa längre än ett år efter enigt beslut, om det finns skäl."
    ),
    "extension_without_reasons": "Uppdraget kan löpa längre än ett år om det finns skäl för det.",
    "extension_not_to_new_year": "Uppdragen löper på kalenderår.",
    "closing_steps_left": (
        "Den gamla organisationen förbereds för att avvecklas, den nya för att ta vid."
    ),
    "body_takes_no_cases": (
        "Det finns en dag då den gamla strukturen upphör och den nya börjar gälla."
    ),
    "function_is_full": "Överenskommelsen säger hur många årsarbetare stödet omfattar.",
    "function_without_holder": (
        "En samordnande funktion ska finnas, av den storlek som överenskommelsen säger."
    ),
    "function_partly_vacant": "Överenskommelsen säger hur många årsarbetare stödet omfattar.",
    "function_without_assignment": "Den samordnande funktionen ska ha ett tydligt uppdrag.",
    "employer_not_host": "Koordinatorsfunktionen är placerad i regionen.",
    "holder_is_elected": "Strukturen samordnas med stöd av tjänstepersoner.",
    "no_coordinator_left": "Samverkan ska stödjas av koordinatorer.",
    "programme_of_another_body": (
        "Överenskommelsen säger vilket organ som fastställer seminariets program."
    ),
    "programme_without_point": (
        "Överenskommelsen säger vilket organ som fastställer seminariets program."
    ),
    "programme_not_proposed": (
        "Överenskommelsen säger vilket organ som fastställer seminariets program."
    ),
    "held_without_programme": "Programmet fastställs innan seminariet hålls.",
    "planner_not_the_leading_group": (
        "Ledningsgruppen planerar seminariet, med stöd av koordinatorerna."
    ),
    "headings_unused": (
        "Seminariet ska ge kunskap om hälsa och livsvillkor och parternas förhållanden, och "
        "underlag för vad som ska utvecklas och prioriteras."
    ),
    "last_year_not_followed_up": "På seminariet följs det som prioriterades året före upp.",
    "year_without_seminar": "Ledningsseminariet hålls varje år.",
    "prioritised_before_the_seminar": "Det är på seminariet som områdena kan prioriteras.",
    "priority_without_work": (
        "Ledningsgruppen arbetar med de utvecklingsfrågor som seminariet prioriterat."
    ),
    "themes_not_asked_for": "Ledningsgruppen föreslår teman att samtala om på seminariet.",
    "no_themes_came": "Ledningsgruppen föreslår teman att samtala om på seminariet.",
    "outside_is_a_party": "Parter är kommunerna och regionen; andra aktörer omfattas inte.",
    "school_channel_taken": (
        "Kommunen har en samverkan med fristående aktörer, och den ska användas."
    ),
    "routine_not_by_its_owner": "Det organ som beslutar om rutinerna antar ärendegången.",
    "routine_others_decide": "Beslut i sak fattas bara i huvudmännens linje.",
    "routine_others_recommend": "Grupperingar i samverkan kan enas om rekommendationer.",
    "routine_documents_nothing": "Frågan ska vara dokumenterad innan organet tar ställning.",
    "case_is_away": (
        "En fråga kan beredas till en arena med mer övergripande nivå, och kommer tillbaka "
        "därifrån."
    ),
    "not_prepared_below": "Ett annat organ bereder ärendena innan de tas upp här.",
    "admission_unanswered": (
        "Frågorna ska vara sådana som inte kan lösas av tjänstepersoner eller lokalt."
    ),
    "not_admitted": "Frågorna ska vara sådana som inte kan lösas av tjänstepersoner eller lokalt.",
    "admission_warns": "Överenskommelsen säger vilka slags frågor som hör till organet.",
    "step_skipped": "Det som kan lösas lokalt eller bland tjänstepersoner går inte högre.",
    "lines_silent": (
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje."
    ),
    "lines_must_answer": (
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje."
    ),
    "lines_object": (
        "En fråga som lyfts till en annan ansvarsnivå går via varje huvudmans ordinarie linje."
    ),
    "no_relation_to_values": "Framtidsbilden ska genomsyra samverkan och ge riktningen.",
    "school_channel_not_informed": (
        "Kommunen har en samverkan med fristående aktörer, och den ska användas."
    ),
    "overlap_not_compared": "Arbetet synkroniseras med samordningsförbund och statliga satsningar.",
    "not_involved_everywhere": (
        "Representanten ser till att berörda hos den egna huvudmannen är involverade."
    ),
    "nobody_involved": (
        "Representanten ser till att berörda hos den egna huvudmannen är involverade."
    ),
    "revision_goes_further": (
        "Ändringar rekommenderas av det organ som har det uppdraget och beslutas av parterna."
    ),
    "revision_not_by_its_body": (
        "Ändringar rekommenderas av det organ som har det uppdraget och beslutas av parterna."
    ),
    "coordinator_not_informed": "För att undvika parallella processer involveras koordinatorerna.",
}


def explained(work: Workspace, obstacles: Iterable[Obstacle]) -> list[Shown]:
    """Return the obstacles in words, each with the paragraph that its rule rests on."""
    return with_reasons(
        work, [(one, Reason(one.code, RULES.get(one.code, ""))) for one in obstacles]
    )


def with_reasons(work: Workspace, pairs: Iterable[tuple[Obstacle, Reason]]) -> list[Shown]:
    """Return obstacles in words, each with the paragraph of the reason that comes with it."""
    pairs = list(pairs)
    grounds = _grounds(work, {reason.code for _, reason in pairs})
    numbers = {ground.section for ground in grounds.values() if ground.section}
    sections = _sections(work, numbers) if numbers else {}
    return [_shown(work, obstacle, reason, grounds, sections) for obstacle, reason in pairs]


def _grounds(work: Workspace, codes: set[str]) -> dict[str, Ground]:
    if not codes:
        return {}
    found = Ground.objects.filter(collaboration=work.collaboration, code__in=codes)
    return {ground.code: ground for ground in found}


def _sections(work: Workspace, numbers: set[str]) -> dict[str, Section]:
    found = Section.objects.filter(
        agreement__collaboration=work.collaboration, number__in=numbers
    ).select_related("agreement")
    return {section.number: section for section in found.order_by("-agreement_id")}


def _shown(
    work: Workspace,
    obstacle: Obstacle,
    reason: Reason,
    grounds: dict[str, Ground],
    sections: dict[str, Section],
) -> Shown:
    ground = grounds.get(reason.code)
    section = sections.get(ground.section) if ground else None
    # A new version of the agreement may have other words under the same number.
    if ground is None or section is None or ground.word not in section.text:
        return Shown(say(obstacle), reason.rule, source=ground.source if ground else "")
    address = work.public_url("agreement", section.agreement.slug)
    return Shown(
        say(obstacle),
        reason.rule,
        quote=_paragraph(section.text, ground.word),
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
