"""Every sentence about cases."""

OBSTACLES = {
    "no_title": "Skriv en rubrik för frågan.",
    "no_question": "Skriv vad frågan gäller.",
    "no_raiser": "Ange vem i organet som väcker frågan.",
    "raiser_not_member": (
        "Frågor väcks av någon av organets medlemmar. Välj en medlem som väcker frågan."
    ),
    "no_value_inhabitants": "Värdet för invånaren är inte beskrivet.",
    "no_value_operations": "Värdet för verksamheterna är inte beskrivet.",
    "no_responsible_management": (
        "Ansvarig ledning är inte angiven. Skriv vilken ledning som står bakom frågan."
    ),
    "no_scope": "Området är inte valt. Välj vilken del av samverkan frågan hör till.",
    "outside_scope": (
        "Frågan hör inte till något av överenskommelsens områden. Du kan fortsätta, men skriv "
        "varför den ska tas upp här."
    ),
    "not_documented": "Det här saknas i ärendet: %(missing)s. Fyll i det innan ärendet är berett.",
    "no_handler": "Ärendet saknar handläggare. Välj en koordinator.",
    "no_experts": (
        "Inga sakkunniga är antecknade. Du kan fortsätta, men skriv varför de inte behövs."
    ),
    "wrong_stage": "Ärendet är %(stage)s. Därifrån kan det inte bli %(to)s.",
    "case_is_treated": "Ärendet är %(stage)s. Det går inte längre att ändra.",
    "case_changed_meanwhile": (
        "Någon annan ändrade ärendet nyss. Det du skrev finns kvar här nedanför. Läs ärendet som "
        "det är nu och spara sedan igen."
    ),
    "body_takes_no_cases": (
        "Organet finns inte den dagen och tar inte emot ärenden. Välj det organ som tagit över."
    ),
    "case_already_there": "Ärendet hör redan till organet. Välj ett annat.",
    "body_of_other_collaboration": "Organet hör till en annan samverkan. Välj ett organ här.",
    "no_reason_to_move": "Skriv varför ärendet flyttas.",
    "nothing_changed": "Ingenting är ändrat. Ändra något, eller gå tillbaka.",
}

UNKNOWN_RAISER = "Någon, okänt vem,"

MISSING = {
    "title": "rubrik",
    "question": "fråga",
    "summary": "sammanfattning",
    "background": "bakgrund",
    "value_inhabitants": "värde för invånaren",
    "value_operations": "värde för verksamheterna",
    "target_groups": "målgrupp",
    "scope": "område",
    "touched": "vilka mer berörs",
    "responsible_management": "ansvarig ledning",
    "experts": "berörda sakkunniga",
}

VERBS = {
    "case.raised": "{raiser} väckte frågan i {body}.",
    "case.documented": "Ärendet kompletterades: {fields}.",
    "case.prepared": "Ärendet blev berett.",
    "case.ranked": "Arbetsutskottet prioriterade ärendet: {rank}.",
    "case.moved": "Ärendet flyttades från {old_body} till {body}. {reason}",
}
