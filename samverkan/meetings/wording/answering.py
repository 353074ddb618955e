"""Every sentence about answering a summons and calling substitutes."""

OBSTACLES = {
    "answer_too_late": "Mötet är %(stage)s. Svaret går inte att ändra längre.",
    "call_is_revoked": "Kallelsen är återkallad, eftersom uppdraget är slut före mötet.",
    "no_distance_here": (
        "Organet möts på plats. Välj att du kommer eller att du har förhinder, och skriv gärna "
        "ett meddelande."
    ),
    "not_called_yet": (
        "Mötet är %(stage)s. Ersättare kallas när kallelsen är sänd och mötet ännu inte är hållet."
    ),
    "member_is_coming": "Ledamoten har inte anmält förhinder. Anteckna förhindret först.",
    "substitute_is_called": "En ersättare är redan kallad för ledamoten. Ladda om sidan.",
    "no_substitute_left": (
        "Ingen ersättare är kvar för huvudmannen. Fråga huvudmannen om någon annan kan utses."
    ),
    "substitute_of_other_principal": (
        "Ersättaren sitter inte för samma huvudman. En ersättare träder in för den egna "
        "huvudmannens ledamot."
    ),
    "substitute_is_taken": (
        "Ersättaren har tackat nej eller är redan kallad för någon annan. Välj nästa i ordningen."
    ),
    "nobody_to_call": "Alla som sitter i organet på mötesdagen är redan kallade, och ingen annan.",
}

VERBS = {
    "call.answered": "{person} svarade på kallelsen till {body} den {on}: {reply}.",
    "substitute.called": "{person} kallades i stället för {absent} till {body} den {on}.",
    "substitute.released": "{person} behövs inte i stället för {absent} i {body} den {on}.",
    "meeting.successors_called": (
        "Kallelsen till {body} den {on} följde uppdragen. Kallade: {called}. Återkallade: {gone}."
    ),
    "body.attendance_order_set": "Så deltar man i {body}: {distance}, {substitutes}.",
}
