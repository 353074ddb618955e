"""Every sentence about bodies, seats and chairs."""

OBSTACLES = {
    "no_seat": "Huvudmannen har ingen plats i organet. Platserna står i överenskommelsen.",
    "seats_taken": (
        "Huvudmannens platser är tagna: högst %(most)s. Avsluta ett uppdrag innan ett nytt börjar."
    ),
    "chair_not_member": (
        "Ordförande och vice ordförande utses inom gruppen. Ge personen ett uppdrag i organet "
        "först."
    ),
    "chairs_from_one_side": (
        "Ordförande och vice ordförande kommer från var sin sida: kommunerna och regionen. "
        "Välj någon från den andra sidan."
    ),
    "term_not_calendar_year": "Uppdraget löper till och med 31 december %(year)s.",
    "office_taken": "Det finns redan en %(office)s under perioden.",
}

VERBS = {
    "mission.given": "{person} fick uppdrag i {body} för {principal} ({kind}).",
    "chair.elected": "{person} utsågs till {office} i {body}.",
}
