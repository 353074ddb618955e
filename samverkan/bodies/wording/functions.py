"""Every sentence about coordinators' functions, costs and outside actors."""

from decimal import Decimal

OBSTACLES: dict[str, str] = {
    "holding_ends_before_it_begins": (
        "Den sista dagen är före den första, %(first)s. Välj en senare sista dag."
    ),
    "holding_before_function": "Funktionen finns från %(first)s. Välj en senare första dag.",
    "holding_after_function": (
        "Funktionen upphör, med %(last)s som sista dag. Låt innehavet sluta senast då."
    ),
    "holding_ended_already": "Innehavet slutar redan %(last)s. Välj en tidigare dag.",
    "share_not_of_full_time": "Skriv andelen i hela procent av en heltid, från 1 till 100.",
    "share_unchanged": "Andelen är redan så. Välj en annan.",
    "share_changes_outside_holding": (
        "Den nya andelen ska börja under innehavet, som är från %(first)s. Välj en dag i det."
    ),
    "function_is_full": (
        "Den %(day)s är %(free)s av funktionens %(size)s årsarbetare lediga. Välj en mindre andel "
        "eller en annan tid."
    ),
    "already_holds_function": (
        "Personen har redan en del av funktionen den tiden. Ändra andelen i stället."
    ),
    "person_over_full_time": (
        "Personen får tillsammans %(percent)s procent av en heltid den %(day)s. Skriv varför."
    ),
    "employer_not_host": (
        "Funktionen är placerad hos %(host)s, men arbetsgivaren är %(employer)s. Skriv varför."
    ),
    "holder_is_elected": (
        "Stödet ges av tjänstepersoner, men personen är förtroendevald. Skriv varför."
    ),
    "no_coordinator_left": (
        "Rollen som koordinator följer med, och efter den dagen är ingen koordinator. Ge någon "
        "annan rollen först, eller skriv varför."
    ),
    "function_without_holder": "Ingen innehar funktionen, som är på %(size)s årsarbetare.",
    "function_partly_vacant": "%(vacant)s av %(size)s årsarbetare är utan innehavare.",
    "function_without_assignment": "Funktionen har ingen antagen uppdragsbeskrivning.",
    "cost_year_out_of_range": "Välj ett år från %(first)s till %(last)s.",
    "cost_outside_function": "Funktionen finns inte år %(year)s. Välj ett annat år.",
    "cost_not_an_amount": (
        "Skriv beloppet i kronor, med högst två decimaler, till exempel 1 450 000."
    ),
    "cost_without_source": (
        "Skriv varifrån beloppet kommer, till exempel regionens budget för året."
    ),
    "cost_unchanged": "Kostnaden är redan så. Ändra något innan du sparar.",
    "cost_already_unknown": (
        "Kostnaden för år %(year)s är redan okänd. Skriv ett belopp, eller gå tillbaka."
    ),
    "key_lacks_municipalities": (
        "Skriv en vikt för varje kommun, 0 för den som inte ska betala. Det saknas för %(names)s."
    ),
    "key_counts_others": (
        "Nyckeln gäller bara kommunerna. Regionens del fördelas inte vidare här."
    ),
    "key_weight_out_of_range": "Skriv vikten som ett helt tal från 0 till %(most)s.",
    "key_without_weight": "Minst en kommun ska ha en vikt som är större än 0.",
    "key_without_source": "Skriv vem som har beslutat om nyckeln, och när.",
    "key_unchanged": "Nyckeln är redan så. Ändra något innan du sparar.",
    "key_already_missing": "Det finns ingen nyckel att ta bort. Skriv vikterna, eller gå tillbaka.",
    "overlap_without_note": "Skriv vad som stämdes av.",
    "overlap_note_too_long": "Skriv högst %(limit)s tecken om avstämningen.",
    "overlap_in_the_future": "Dagen har inte varit än. Anteckna avstämningen när den är gjord.",
    "overlap_actor_not_then": "Aktören fanns inte den dagen. Välj en annan dag.",
    "overlap_body_not_then": "Organet fanns inte den dagen. Välj ett annat organ.",
    "overlap_noted_already": "Det är redan antecknat, med samma ord och dag.",
}

VERBS: dict[str, str] = {
    "function.held": (
        "{person} fick {percent} procent av en heltid i {function} från {first}. {reason}"
    ),
    "function.share_changed": (
        "{person} har {percent} procent av en heltid i {function} från {first}, i stället för "
        "{before}. {reason}"
    ),
    "function.holding_ended": "{person} lämnade {function}; sista dagen är {last}. {reason}",
    "function.cost_set": "Kostnaden för {function} år {year} antecknades: {kronor} kronor.",
    "function.cost_unknown": "Kostnaden för {function} år {year} är okänd.",
    "function.key_set": "En nyckel mellan kommunerna antecknades för {function} år {year}.",
    "function.key_removed": "Nyckeln mellan kommunerna togs bort för {function} år {year}.",
    "outside.overlap_checked": (
        "{body} stämde av sitt arbete med {actor} den {on}. Inget dubbelarbete fanns."
    ),
    "outside.overlap_found": (
        "{body} stämde av sitt arbete med {actor} den {on}. Dubbelarbete fanns."
    ),
}

NO_SPLIT = "Hur kostnaden delas är inte angivet."
NO_KEY = (
    "Kommunernas del är inte fördelad vidare: källorna anger ingen nyckel mellan kommunerna, och "
    "ingen är antecknad."
)


def kronor(amount: Decimal) -> str:
    """Return an amount as people write it: "1 450 000" or "333,33"."""
    figures = f"{amount:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    return figures.removesuffix(",00")
