"""Every sentence about seats, chairs and the end of a body."""

OBSTACLES = {
    "no_seat": (
        "Den som platsen skulle tillhöra har ingen plats i organet den %(day)s. Platserna står i "
        "överenskommelsen."
    ),
    "seats_taken": (
        "Platserna är tagna den %(day)s: högst %(most)s. Avsluta ett uppdrag innan ett nytt börjar."
    ),
    "seat_is_derived": (
        "Platserna i organet följer av uppdrag i ett annat organ och ges inte för hand. Välj "
        "ordförande eller vice ordförande där, så följer platsen med."
    ),
    "already_has_the_seat": "Personen har redan ett sådant uppdrag i organet under perioden.",
    "holder_not_there": (
        "Den som platsen skulle tillhöra är inte part under hela perioden. Välj en annan period."
    ),
    "ends_before_beginning": "Sista dagen (%(last)s) ligger före första dagen (%(first)s).",
    "before_the_body": "Organet finns från den %(first)s. Uppdraget kan inte börja tidigare.",
    "after_the_body": "Organet upphör den %(last)s. Uppdraget behöver sluta senast då.",
    "already_ended": "Uppdraget slutar redan den %(last)s.",
    "chair_not_member": (
        "Ordförande och vice ordförande utses inom gruppen. Ge personen ett uppdrag i organet "
        "först."
    ),
    "chair_is_substitute": (
        "Personen är ersättare. Ordförande brukar vara ordinarie; skriv skälet om det ska bli så."
    ),
    "leads_after_leaving": (
        "Personens uppdrag i organet slutar den %(last)s, innan perioden är slut. Förläng "
        "uppdraget, eller välj någon annan."
    ),
    "holds_another_office": (
        "Personen leder redan organet i ett annat uppdrag under perioden. Välj någon annan."
    ),
    "chairs_from_one_side": (
        "Ordförande och vice ordförande kommer från var sin sida: kommunerna och regionen. "
        "Välj någon från den andra sidan."
    ),
    "not_the_sides_turn": (
        "Ordförandeskapet skiftar mellan sidorna, och nu är turen hos %(side)s. Välj någon "
        "därifrån."
    ),
    "next_chair_is_of_the_side": (
        "Den som är vald till ordförande efter kommer också från %(side)s. Välj någon från den "
        "andra sidan, eller ta tillbaka det valet."
    ),
    "no_second_vice_chair": "Organet har en vice ordförande, inte två.",
    "term_ends_first": "Sista dagen ligger före den första. Ändra dagarna.",
    "term_not_calendar_year": "Uppdraget löper till och med 31 december %(year)s.",
    "term_not_as_ordered": "Uppdraget löper till och med den %(last)s, enligt organets ordning.",
    "office_taken": "Det finns redan en %(office)s under perioden.",
    "extension_not_open": "Organets ordning säger inte att uppdraget kan förlängas.",
    "extension_not_longer": (
        "Uppdraget löper redan till och med den %(last)s. Välj en senare dag."
    ),
    "extension_not_to_new_year": "Ett förlängt uppdrag slutar också det den 31 december.",
    "extension_not_unanimous": (
        "Här kräver en längre period ett enhälligt beslut i gruppen. Är beslutet enhälligt, ange "
        "det; annars väljs en ny ordförande."
    ),
    "extension_without_reasons": "Skriv skälen till att uppdraget ska löpa längre.",
    "extension_not_decided_yet": (
        "Beslutet kan inte vara taget efter i dag. Ange dagen då gruppen beslutade."
    ),
    "extension_decided_late": (
        "Beslutet behöver vara taget medan uppdraget löper, senast den %(last)s. Välj i stället "
        "ordförande på nytt."
    ),
    "successor_elected": (
        "Någon annan är redan vald för tiden efter. Avsluta det valet innan uppdraget förlängs."
    ),
    "body_ends_first": "Organet börjar den %(first)s och kan inte upphöra före dess.",
    "body_has_met_since": (
        "Organet har haft möten efter den dagen, där ersättare tjänstgjorde. Välj en senare dag."
    ),
    "body_already_ended": "Organet upphör redan den %(last)s.",
    "closing_steps_left": (
        "Det här återstår innan organet upphör: %(left)s. Du kan fortsätta, men skriv varför."
    ),
    "closing_step_done": "Det är redan antecknat.",
    "closing_step_ahead": "Dagen har inte varit än. Anteckna det när det är klart.",
    "mission_unchanged": "Uppgifterna är redan sådana. Det finns inget nytt att spara.",
    "handover_unchanged": "Det finns inget nytt att spara.",
}

VERBS = {
    "mission.given": "{person} fick uppdrag i {body} för {principal} ({kind}) från den {first}.",
    "mission.ended": "{person} lämnade sitt uppdrag i {body} för {principal}. Sista dagen: {last}.",
    "mission.withdrawn": "{person} tillträder inte uppdraget i {body} för {principal}.",
    "mission.replaced": (
        "{person} tog över efter {former} i {body} för {principal} ({kind}) den {first}."
    ),
    "mission.corrected": "Uppgifterna om uppdraget i {body} för {person} rättades.",
    "mission.handed_over": "{person} skrev vad som lämnas över i {body}.",
    "chair.elected": "{person} utsågs till {office} i {body} från den {first} till den {last}.",
    "chair.extended": "{person} är {office} i {body} till den {last}. Skäl: {reasons}",
    "chair.withdrawn": "{person} tillträder inte uppdraget som {office} i {body}.",
    "chair.ended": "{person} lämnade uppdraget som {office} i {body}. Sista dagen: {last}.",
    "body.ended": "{body} upphör. Sista dagen är den {last}.",
    "body.closing_noted": "Inför att {body} upphör: {step}, den {on}.",
}


def seats_counted(least: int, most: int, substitutes: int) -> str:
    """Return how many seats somebody has, as in "1–2 ordinarie, 2 ersättare"."""
    ordinary = f"{most}" if least == most else f"{least}–{most}"
    return f"{ordinary} ordinarie, {substitutes} ersättare"
