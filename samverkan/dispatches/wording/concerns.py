"""Every sentence about what concerns a principal."""

OBSTACLES = {
    "not_of_the_principal": (
        "Veckobrevet går till dem som har ett uppdrag eller en roll hos huvudmannen."
    ),
    "concerns_mail_unchanged": "Det är redan så. Ingenting har ändrats.",
}

VERBS = {
    "concerns_mail.begun": "Veckobrevet om {principal} beställdes.",
    "concerns_mail.ended": "Veckobrevet om {principal} avslutades.",
    "concerns_mail.sent": "Veckobrevet om {principal} sändes.",
}
