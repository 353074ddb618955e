"""Every sentence about what concerns a principal."""

OBSTACLES = {
    "not_of_the_principal": (
        "Veckobrevet går till dem som har ett uppdrag eller en roll hos huvudmannen."
    ),
    "weekly_letter_unchanged": "Det är redan så. Ingenting har ändrats.",
}

VERBS = {
    "weekly_letter.begun": "Veckobrevet om {principal} beställdes.",
    "weekly_letter.ended": "Veckobrevet om {principal} avslutades.",
    "weekly_letter.sent": "Veckobrevet om {principal} sändes.",
}
