"""Every sentence about to whom a recommendation goes, and who stands between."""

from collections.abc import Mapping, Sequence

from samverkan.dispatches.choices import AddressScope, Binding
from samverkan.dispatches.wording.listing import listed
from samverkan.principals.choices import LineBodyKind, Side

NAMED_AT_MOST = 6
EVERYONE = "till alla huvudmän"
OBSTACLES = {
    "grouping_not_there": "Grupperingen gäller inte i dag. Välj en annan, eller vissa huvudmän.",
    "addressee_not_there": (
        "%(principals)s är inte huvudman i dag. Ta bort den ur valet, eller välj den som har tagit "
        "över."
    ),
    "no_addressees": "Ingen huvudman är vald. Välj vilka rekommendationen ska gå till.",
    "nobody_concerned": (
        "Alla som är valda står som att de inte berörs. Då finns ingen att expediera till: ändra "
        "valet."
    ),
    "not_concerned_without_reason": "Skriv varför frågan inte berör %(principals)s.",
    "unconcerned_reason_too_long": "Skriv skälet med högst %(limit)s tecken.",
    "not_concerned_not_addressed": (
        "%(principals)s är inte bland dem som är valda, och behöver inte anges som ej berörd."
    ),
    "not_dispatched_yet": (
        "Rekommendationen är inte expedierad. Välj mottagarna när den expedieras."
    ),
    "addressed_already": "%(principal)s har redan fått rekommendationen.",
    "no_reason_to_add": "Skriv varför huvudmannen läggs till nu.",
    "dispatch_taken_over": (
        "En annan huvudman har tagit över frågan. Svaret lämnas av den som har tagit över."
    ),
    "concerned_already": "Frågan berör redan huvudmannen. Inget behöver ändras.",
    "not_concerned_already": "Det är redan antecknat att frågan inte berör huvudmannen.",
    "has_decided": ("Huvudmannen har redan beslutat: %(state)s. Är det fel? Rätta svaret först."),
    "no_reason_for_concern": "Skriv varför.",
    "principal_ended": (
        "%(principal)s upphörde %(last)s. %(heir)s har tagit över och lämnar svaret."
    ),
    "principal_ended_alone": (
        "%(principal)s upphörde %(last)s. Ingen har antecknats som efterträdare: lägg in den i "
        "strukturen."
    ),
    "answers_though_not_concerned": (
        "Det är antecknat att frågan inte berör huvudmannen. Ta tillbaka det först, om det ändå "
        "finns ett svar."
    ),
    "held_by_federation": (
        "Rekommendationen är inte sänd till huvudmannen än. Den ligger hos %(federation)s, som ska "
        "rekommendera vidare."
    ),
    "no_successor": ("%(principal)s har ingen efterträdare. Lägg in den i strukturen först."),
    "succession_ahead": "%(heir)s tar över först %(first)s. Vänta till den dagen.",
    "nothing_to_take_over": (
        "Inget väntar hos %(principal)s. Svar som redan har lämnats står kvar."
    ),
    "federation_unreachable": (
        "Registratorns e-post saknas för mellanledet %(federations)s. Lägg in den under Huvudmän."
    ),
    "federation_has_said": "Mellanledet har redan lämnat besked: %(state)s.",
    "no_federation_day": "Ange vilken dag mellanledet tog ställning.",
    "federation_day_ahead": "Dagen ligger i framtiden. Lämna besked när mötet har hållits.",
    "before_federation_dispatch": (
        "Dagen ligger före den %(dispatched_on)s, då rekommendationen sändes till mellanledet. "
        "Kontrollera datumet."
    ),
    "members_unreachable": (
        "Registratorns e-post saknas för %(principals)s. Be koordinatorn att lägga in den."
    ),
    "no_reason_to_decline": "Skriv varför ni inte rekommenderar vidare.",
    "federation_has_not_declined": (
        "%(federation)s har inte avböjt. Vänta på beskedet, eller registrera det åt mellanledet."
    ),
    "nobody_waits_there": "Ingen väntar längre på %(federation)s.",
    "level_after_dispatch": (
        "Rekommendationen är expedierad. Beslutsnivån står i det som sändes och ändras inte."
    ),
    "level_without_kind": "Välj på vilken nivå huvudmännen ska besluta.",
    "level_without_ground": (
        "Skriv vad som föreskriver nivån, till exempel en paragraf. Annars är den rådgivande."
    ),
    "level_ground_too_long": "Skriv grunden med högst %(limit)s tecken.",
    "choice_not_seen": (
        "Mottagarna har ändrats sedan listan visades. Läs listan nedanför och expediera sedan."
    ),
    "unknown_in_lines": (
        "”%(line)s” går inte att läsa. Skriv en huvudman per rad: namnet, kolon och skälet."
    ),
}
VERBS = {
    "recommendation.level_set": "Beslutsnivån angavs. {sentence}",
    "concern.noted": "Frågan berör inte {principal}. Skäl: {reason}",
    "concern.taken_back": "Frågan berör ändå {principal}. Skäl: {reason}",
    "dispatch.added_later": "Rekommendationen expedierades senare också till {principal}: {reason}",
    "dispatch.taken_over": "{heir} tog över det som väntade hos {principal}.",
    "federation.recommended_on": (
        "{federation} rekommenderade den {on} sina medlemmar att besluta enligt rekommendationen. "
        "Den expedierades vidare till {count}."
    ),
    "federation.declined": "{federation} rekommenderar inte vidare. Skäl: {reason}",
    "federation.passed": (
        "Rekommendationen expedierades direkt till {count} av medlemmarna i {federation}."
    ),
    "federation.link_renewed": "En ny personlig länk sändes till {federation}.",
}
GENERIC = {
    (LineBodyKind.COUNCIL, Side.MUNICIPALITIES): "Kommunfullmäktige",
    (LineBodyKind.COUNCIL, Side.REGION): "Regionfullmäktige",
    (LineBodyKind.BOARD, Side.MUNICIPALITIES): "Kommunstyrelsen",
    (LineBodyKind.BOARD, Side.REGION): "Regionstyrelsen",
}
AT_LEVEL = {
    LineBodyKind.COUNCIL: "fullmäktige",
    LineBodyKind.BOARD: "styrelsen",
    LineBodyKind.COMMITTEE: "en nämnd",
    LineBodyKind.OFFICER: "en tjänsteperson på delegation",
}
SIDES = {Side.MUNICIPALITIES: ("kommunen", "kommunerna"), Side.REGION: ("regionen", "regionerna")}


def to_whom(
    scope: AddressScope,
    names: Sequence[str],
    *,
    total: int,
    side: Side | None = None,
    grouping: str = "",
    through: Sequence[str] = (),
) -> str:
    """Return to whom a recommendation goes, as in "till kommunerna"; whole without a capital."""
    if scope is AddressScope.SIDE and side is not None:
        said = f"till {SIDES[side][len(names) > 1]}"
    elif scope is AddressScope.GROUPING:
        said = f"till grupperingen {grouping}"
    elif scope is AddressScope.NAMED and len(names) > NAMED_AT_MOST:
        said = f"till {len(names)} av {total} huvudmän"
    elif scope is AddressScope.NAMED:
        said = f"till {listed(names)}"
    else:
        said = EVERYONE
    if not through:
        return said
    if len(through) > NAMED_AT_MOST:
        return f"{said}, genom {len(through)} mellanled"
    return f"{said}, genom {listed(through)}"


def of_side(side: Side, count: int) -> str:
    """Return what so many principals of a side are called, as a choice begins."""
    return SIDES[side][count > 1].capitalize()


def level_sentence(binding: Binding, kind: LineBodyKind | None, ground: str = "") -> str:
    """Return on which level the principals are to decide, as the proposal and the pages say it."""
    if binding is Binding.FREE or kind is None:
        return "Varje huvudman avgör själv på vilken nivå den beslutar."
    if binding is Binding.PRESCRIBED:
        return f"Beslutet fattas av {AT_LEVEL[kind]} hos varje huvudman. Grund: {ground}."
    return f"Beslutet föreslås fattas av {AT_LEVEL[kind]} hos varje huvudman." + (
        f" {ground}." if ground else ""
    )


def unconcerned(names: Sequence[str]) -> str:
    """Return "Berörs inte: Malå och Sorsele."; nothing when all are concerned."""
    return f"Berörs inte: {listed(names)}." if names else ""


def besides(unconcerned_names: Sequence[str], federations: Sequence[str], count: int) -> str:
    """Return what the journal adds to whom a recommendation went to; a sentence or two, or none."""
    parts = [unconcerned(unconcerned_names)]
    if federations:
        parts.append(f"{listed(federations)} ska rekommendera vidare till {count}.")
    return "".join(f" {part}" for part in parts if part)


def held(waiting: Mapping[str, int]) -> str:
    """Return where a recommendation waits on its way, and for how many."""
    return " ".join(
        f"Väntar hos {federation}, som ska rekommendera vidare till {count} huvudmän."
        for federation, count in waiting.items()
    )
