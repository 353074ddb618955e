"""Which page mends what is found, and what it is told on the way there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import NoReverseMatch

from samverkan.bodies.choices import MissionKind, Office, TextKind
from samverkan.bodies.rules.findings import Finding
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.principals.choices import OutsideKind
from samverkan.www.pages import Workspace

OFFICES = {
    Office.CHAIR.value: "ordforande",
    Office.VICE_CHAIR.value: "vice-ordforande",
    Office.SECOND_VICE_CHAIR.value: "andre-vice-ordforande",
}
Args = Callable[[Finding], tuple[object, ...]]
Asks = Callable[[Finding], Mapping[str, str]]


def _body(one: Finding) -> tuple[object, ...]:
    return (one.body,)


def _about(one: Finding) -> tuple[object, ...]:
    return (one.about,)


def _nothing(one: Finding) -> tuple[object, ...]:
    return ()


def _office(one: Finding) -> tuple[object, ...]:
    return (one.body, OFFICES[one.about])


def _whose(one: Finding) -> Mapping[str, str]:
    return {"for": f"p-{one.principal}"} if one.principal else {}


def _substitute(one: Finding) -> Mapping[str, str]:
    return {**_whose(one), "plats": MissionKind.SUBSTITUTE.value}


def _new_text(one: Finding) -> Mapping[str, str]:
    return {"organ": one.body or "", "slag": one.about}


def _functions_text(one: Finding) -> Mapping[str, str]:
    return {"funktion": one.about, "slag": TextKind.ASSIGNMENT.value}


def _review(one: Finding) -> Mapping[str, str]:
    return {"av": one.about}


def _channel(one: Finding) -> Mapping[str, str]:
    return {"slag": OutsideKind.SCHOOL_CHANNEL.value, "kommun": one.principal or ""}


def _no_more(one: Finding) -> Mapping[str, str]:
    return {}


def _nowhere(one: Finding) -> str:
    return ""


def _seats_of(one: Finding) -> str:
    return f"p-{one.principal}" if one.principal else "platser"


def _chairs(one: Finding) -> str:
    return "ordforande"


@dataclass(frozen=True)
class Way:
    """A page that mends something: its name, what the link says, what it is told, where on it."""

    page: str
    label: str
    args: Args = _body
    asks: Asks = _no_more
    at: Callable[[Finding], str] = _nowhere


APPOINT = Way("appoint", "Skriv in ett uppdrag", asks=_whose)
SEATS = Way("change_quota", "Ändra platserna", asks=_whose)
BODY = Way("structure_body", "Öppna organet")
MISSIONS = replace(BODY, label="Öppna uppdragen", at=_seats_of)
CHAIRS = replace(BODY, at=_chairs)
ELECT = Way("elect_chair", "Skriv in vem som är vald", _office)
START = Way("start_text", "Skriv ett utkast", _nothing, _new_text)
TEXT = Way("text", "Öppna styrdokumentet", _about)
REVIEW = Way("note_review", "Anteckna översynen", asks=_review)
FACTS = Way("change_body", "Ändra organets uppgifter")
HOLD = Way("hold_function", "Skriv in en innehavare", _about)
FUNCTIONS = Way("functions", "Öppna stöd och kostnader", _nothing)
SYNC = Way("note_overlap", "Anteckna en avstämning", _about)
CLOSE = Way("close_body", "Öppna avvecklingen")
HUB = Way("structure", "Öppna strukturen", _nothing)

WAYS = {
    "seat_vacant": APPOINT,
    "seats_too_few": APPOINT,
    "parity_broken": APPOINT,
    "substitute_vacant": Way("appoint", "Skriv in en ersättare", asks=_substitute),
    "not_represented": SEATS,
    "seat_of_no_party": SEATS,
    "mission_ends": Way("replace_member", "Skriv in en efterträdare", _about),
    "no_line": MISSIONS,
    "no_committee": MISSIONS,
    "main_not_marked": MISSIONS,
    "other_service": MISSIONS,
    "appointment_unknown": MISSIONS,
    "office_vacant": ELECT,
    "chair_left_the_body": ELECT,
    "next_term_open": ELECT,
    "both_chairs_one_side": CHAIRS,
    "substitute_in_chair": CHAIRS,
    "chair_out_of_turn": CHAIRS,
    "chairs_alike": CHAIRS,
    "assignment_missing": START,
    "text_missing": START,
    "only_proposed": TEXT,
    "section_lacking": TEXT,
    "older_values": TEXT,
    "feedback_interval_unknown": TEXT,
    "review_overdue": REVIEW,
    "review_soon": REVIEW,
    "setter_unknown": FACTS,
    "purpose_unknown": FACTS,
    "function_without_holder": HOLD,
    "function_partly_vacant": HOLD,
    "function_without_assignment": Way("start_text", "Skriv ett utkast", _nothing, _functions_text),
    "function_overfull": FUNCTIONS,
    "holder_elsewhere": FUNCTIONS,
    "split_assumed": FUNCTIONS,
    "split_unknown": FUNCTIONS,
    "no_school_channel": Way("add_outside", "Skriv in kanalen", _nothing, _channel),
    "association_not_synchronised": SYNC,
    "initiative_not_coordinated": SYNC,
    "gap_before_heir": BODY,
    "overlap_with_heir": BODY,
    "no_heir": BODY,
    "heir_assumed": BODY,
    "closing_before_the_end": CLOSE,
    "closed_with_steps_left": CLOSE,
    "ended_body_has_members": BODY,
    "missions_outlast_body": BODY,
    "level_without_arena": HUB,
    "no_arena_at_level": HUB,
}


def begun_texts(day: Snapshot) -> Mapping[tuple[str, str], str]:
    """Return the texts there are, drafts too, by whose they are and their kind."""
    functions = {one.pk: one.slug for one in day.functions}
    found = {}
    for one in day.texts:
        if one.body is not None and one.body in day.body:
            found[day.body[one.body].slug, one.kind] = one.slug
        elif one.function is not None and one.function in functions:
            found[functions[one.function], one.kind] = one.slug
    return found


def way_to_mend(
    work: Workspace, one: Finding, begun: Mapping[tuple[str, str], str]
) -> tuple[str, str]:
    """Return the address and the words of the link that mends something; empty for none."""
    way = WAYS.get(one.code)
    if way is None:
        return "", ""
    if text := _begun(way, one, begun):
        return work.url(TEXT.page, text), TEXT.label
    try:
        address = work.url(way.page, *way.args(one))
    except NoReverseMatch:
        return "", ""
    asks, at = way.asks(one), way.at(one)
    query, fragment = (f"?{urlencode(asks)}" if asks else ""), (f"#{at}" if at else "")
    return f"{address}{query}{fragment}", way.label


def _begun(way: Way, one: Finding, begun: Mapping[tuple[str, str], str]) -> str:
    """Return the text that somebody has begun already, where one is to be written."""
    if way.page != START.page:
        return ""
    whose = (one.body, one.about) if one.body else (one.about, TextKind.ASSIGNMENT.value)
    return begun.get(whose, "")
