"""Every sentence about what follows from the answers, and about what is concluded of them."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format

from samverkan.dispatches.choices import EffectRule
from samverkan.dispatches.rules.effects import Consequence, Position, Said, Since, Terms
from samverkan.dispatches.wording.listing import listed
from samverkan.principals.choices import Side

NAMED_AT_MOST = 3
SAYS = {
    Said.ADOPTED: "har antagit",
    Said.EARLIER: "har svarat på en tidigare version",
    Said.SILENT: "har inte svarat",
    Said.REJECTED: "har avslagit",
    Said.UNCONCERNED: "berörs inte",
}
# Who are named first, when not all can be: those who stand outside, then those who are in.
NAMED_FIRST = (Said.REJECTED, Said.ADOPTED, Said.EARLIER, Said.SILENT, Said.UNCONCERNED)
NO_WAY = "Kan inte börja gälla så som svaren står, för"
NOBODY = "Rekommendationen berör ingen av dem som den sändes till."

OBSTACLES = {
    "effect_after_dispatch": (
        "Rekommendationen är expedierad. Vad som följer av svaren bestäms innan huvudmännen får "
        "den; anteckna i stället en slutsats med sin grund."
    ),
    "effect_without_number": (
        "Skriv hur många som måste anta: antingen ett antal eller en andel i procent, inte båda."
    ),
    "effect_number_too_small": "Skriv ett antal som är minst 1.",
    "effect_share_beyond": "Skriv en andel mellan 1 och 100 procent.",
    "effect_without_day": "Ange från vilken dag rekommendationen ska gälla.",
    "effect_day_without_rule": (
        "En dag behöver en regel: välj för vem rekommendationen ska gälla från den dagen, eller "
        "lämna dagen tom."
    ),
    "effect_day_before_agreed": (
        "Dagen ligger före den %(agreed_on)s, då organet enades. Välj en senare dag."
    ),
    "effect_without_source": "Skriv varifrån regeln är känd, till exempel vilken punkt eller text.",
    "effect_more_than_addressed": (
        "Regeln kräver att %(needed)s antar, men rekommendationen går bara till %(addressed)s. "
        "Ändra regeln."
    ),
    "effect_without_both_sides": (
        "Regeln gäller mellan regionen och varje kommun, men rekommendationen går bara till den "
        "ena sidan. Ändra regeln."
    ),
    "conclusion_empty": "Skriv vilken slutsats som dras av svaren.",
    "conclusion_without_ground": "Skriv grunden för slutsatsen.",
    "conclusion_without_source": "Skriv varifrån grunden är känd.",
    "conclusion_before_dispatch": (
        "Rekommendationen är inte expedierad. En slutsats kan antecknas när huvudmännen har fått "
        "den."
    ),
    "conclusion_unchanged": "Slutsatsen är redan antecknad med samma grund.",
}

VERBS = {
    "recommendation.effect_chosen": (
        "För rekommendationen valdes regeln ”{words}”. Varifrån: {ground}"
    ),
    "recommendation.concluded": "Slutsats antecknades: {conclusion} Grund: {ground}",
}

EXPLAINED = {
    EffectRule.NONE: (
        "Ingen text säger hur många som måste anta. Därför dras ingen slutsats av svaren: en "
        "koordinator antecknar den, med sin grund."
    ),
    EffectRule.ADOPTERS: (
        "Rekommendationen gäller för varje huvudman som har antagit den, från dagen för beslutet."
    ),
    EffectRule.ALL: (
        "Rekommendationen gäller först när alla som berörs har antagit den, från det sista "
        "beslutets dag."
    ),
    EffectRule.AT_LEAST: (
        "Rekommendationen gäller för dem som har antagit den, från dagen då de blev tillräckligt "
        "många."
    ),
    EffectRule.PAIRWISE: (
        "Rekommendationen gäller mellan regionen och en kommun när båda har antagit den, från det "
        "senare beslutets dag."
    ),
    EffectRule.FROM_DATE: (
        "Rekommendationen gäller för varje huvudman som har antagit den, tidigast från en bestämd "
        "dag."
    ),
}
NEVER_BOUND = "Den som inte själv har antagit den omfattas aldrig."


def conclusion_sentence(text: str, ground: str) -> str:
    """Return a conclusion as a report back tells it."""
    return f"Slutsats: {text} Grund: {ground}"


def rule_words(terms: Terms) -> str:
    """Return a rule in a few words: "gäller när minst 10 har antagit, tidigast 1 maj 2027"."""
    said = str(terms.kind.label)
    if terms.kind is EffectRule.AT_LEAST:
        many = f"{terms.share} procent" if terms.share else str(terms.at_least)
        said = f"gäller när minst {many} har antagit"
    if terms.starts_on is None:
        return said
    if terms.kind is EffectRule.FROM_DATE:
        return f"gäller från den {_day(terms.starts_on)} för dem som har antagit"
    return f"{said}, tidigast den {_day(terms.starts_on)}"


def explanation(terms: Terms) -> str:
    """Return why the sentence says what it says: the rule, and whom it can never bind."""
    said = EXPLAINED[terms.kind]
    if terms.starts_on is not None:
        said += f" Inget gäller före den {_day(terms.starts_on)}."
    return said if terms.kind is EffectRule.NONE else f"{said} {NEVER_BOUND}"


def consequence_sentence(found: Consequence, *, today: date) -> str:
    """Return what follows: "Gäller för de 12 som har antagit; 3 har inte svarat; …"."""
    if not found.concerned:
        return NOBODY if found.positions else ""
    named = _named(found.positions)
    if found.applies or found.coming:
        return f"{_in_force(found, named)}."
    if found.terms.kind is EffectRule.PAIRWISE:
        return f"{_not_in_force(found, today)}: {_listing(_each_side(found))}."
    return f"{_not_in_force(found, today)}: {_listing(_everyone(found.positions, named))}."


def _in_force(found: Consequence, named: set[Said]) -> str:
    shown = found.applies or found.coming
    joint = found.terms.kind is EffectRule.ALL
    day = shown[0].on if joint or found.coming else None
    begins = "sedan" if found.applies else "från"
    whom = _between(found, shown, named) if _is_pairwise(found) else f"för {_whom(found, named)}"
    dated = f" {begins} den {_day(day)}" if day else ""
    head = f"Gäller {whom}{dated}" if joint else f"Gäller{dated} {whom}"
    if found.terms.kind is EffectRule.AT_LEAST:
        head += f", eftersom det krävs minst {found.needed}"
    held = {one.who for one in shown}
    rest = [one for one in found.positions if one not in held]
    return "; ".join([head, *_clauses(rest, named, of=len(found.concerned))])


def _whom(found: Consequence, named: set[Said]) -> str:
    adopted = found.those(Said.ADOPTED)
    if len(adopted) == len(found.concerned) > 1:
        return f"alla {len(adopted)}"
    if Said.ADOPTED in named:
        names = listed([one.name for one in adopted])
        return names if found.terms.kind is EffectRule.ALL else f"{names}, som har antagit"
    return f"de {len(adopted)} som har antagit"


def _between(found: Consequence, shown: Sequence[Since], named: set[Said]) -> str:
    """Return "mellan Region Västerbotten och de 12 kommuner som har antagit"."""
    regions = [one.who for one in shown if one.who.side is Side.REGION]
    others = [one.who for one in shown if one.who.side is not Side.REGION]
    of_all = [one for one in found.concerned if one.side is not Side.REGION]
    who = f"{len(others)} kommuner"
    if len(others) <= NAMED_AT_MOST:
        who = listed([one.name for one in others])
    elif len(others) == len(of_all):
        who = f"alla {who}"
    else:
        who = f"de {who} som har antagit"
    return f"mellan {_few_or_many(regions, 'regioner')} och {who}"


def _not_in_force(found: Consequence, today: date) -> str:
    kind, everyone = found.terms.kind, len(found.concerned)
    starts_on = found.terms.starts_on
    ahead = starts_on is not None and starts_on > today
    earliest = f", tidigast den {_day(starts_on)}" if starts_on and ahead else ""
    all_of = f"alla {everyone}" if everyone > 1 else found.concerned[0].name
    many = f"minst {found.needed} av {everyone}"
    if kind is EffectRule.NONE:
        return "Inget gäller av sig självt"
    if kind is EffectRule.ALL:
        demand = all_of
    elif kind is EffectRule.AT_LEAST:
        demand = many
    elif kind is EffectRule.PAIRWISE:
        demand = "regionen och minst en kommun"
    else:
        return f"Gäller för den som antar{earliest}" if found.possible else "Gäller inte för någon"
    if not found.possible:
        return f"{NO_WAY} {demand} måste anta"
    if kind is EffectRule.PAIRWISE:
        return f"Gäller mellan regionen och varje kommun när båda har antagit{earliest}"
    return f"Gäller när {demand} har antagit{earliest}"


def _each_side(found: Consequence) -> list[str]:
    """Return the clauses with the region apart and first: without it nothing applies."""
    regions = [one for one in found.positions if one.side is Side.REGION]
    others = [one for one in found.positions if one.side is not Side.REGION]
    clauses = [_everyone(part, _named(part)) for part in (regions, others) if part]
    return [clause for part in clauses for clause in part]


def _everyone(positions: Sequence[Position], named: set[Said]) -> list[str]:
    concerned = sum(one.said is not Said.UNCONCERNED for one in positions)
    return _clauses(positions, named, of=concerned)


def _clauses(positions: Sequence[Position], named: set[Said], *, of: int) -> list[str]:
    """Return "12 har antagit", "3 har inte svarat", "Malå har avslagit", and nothing for nobody."""
    clauses = []
    for said, says in SAYS.items():
        those = [one for one in positions if one.said is said]
        if said is Said.SILENT and len(those) == of > NAMED_AT_MOST:
            clauses.append(f"ingen av {len(those)} har svarat än")
        elif those and said in named:
            clauses.append(f"{listed([one.name for one in those])} {says}")
        elif those:
            everyone = len(those) == of and said is not Said.UNCONCERNED
            clauses.append(f"{'alla ' if everyone else ''}{len(those)} {says}")
    return clauses


def _listing(clauses: Sequence[str]) -> str:
    """Return clauses in a row; with a comma inside one of them, semicolons between them."""
    inside = any("," in clause or " och " in clause for clause in clauses)
    return ("; " if inside else ", ").join(clauses)


def _named(positions: Sequence[Position]) -> set[Said]:
    """Return which groups are named and not counted: at most three names in a sentence."""
    left, named = NAMED_AT_MOST, set()
    for said in NAMED_FIRST:
        many = sum(one.said is said for one in positions)
        if 0 < many <= left:
            left -= many
            named.add(said)
    return named


def _few_or_many(positions: Sequence[Position], noun: str) -> str:
    if len(positions) > NAMED_AT_MOST:
        return f"{len(positions)} {noun}"
    return listed([one.name for one in positions])


def _is_pairwise(found: Consequence) -> bool:
    return found.terms.kind is EffectRule.PAIRWISE


def _day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else ""
