"""Every sentence about principals."""

OBSTACLES = {
    "registrar_unchanged": "Uppgifterna är redan så. Ändra något innan du sparar.",
    "decider_unchanged": "Organet är redan det som brukar besluta. Välj ett annat.",
    "email_not_an_address": (
        "”%(email)s” är ingen e-postadress. Skriv den som registrator@kommun.se."
    ),
    "prefix_too_long": "Diariets prefix får vara högst %(limit)s tecken.",
    "decider_name_too_long": "Organets namn får vara högst %(limit)s tecken.",
    "decider_without_name": "Ange vad organet heter, som socialnämnden.",
}

VERBS = {
    "principal.registrar_set": "Registratorns uppgifter för {principal} ändrades.",
    "principal.decider_set": (
        "{body} antecknades som det organ som brukar besluta hos {principal}."
    ),
}

LANGUAGES = {"sami": "samiska", "finnish": "finska", "meankieli": "meänkieli"}
