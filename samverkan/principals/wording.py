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
    "outside_is_a_party": (
        "Kommunerna och regionen är parter och står bland huvudmännen. Här läggs bara in aktörer "
        "som inte är parter."
    ),
    "outside_without_name": "Skriv vad aktören heter.",
    "outside_text_too_long": "%(field)s: skriv högst %(limit)s tecken.",
    "outside_already_entered": (
        "En sådan aktör med det namnet finns redan. Ändra den, eller skriv ett annat namn."
    ),
    "outside_without_municipality": "Välj vilken kommun den hör till.",
    "outside_has_no_municipality": (
        "Bara skolkanaler och privata skolhuvudmän hör till en kommun. Ta bort valet av kommun."
    ),
    "school_channel_taken": (
        "Kommunen har redan en samverkan med fristående skolor den tiden. Ändra den som finns."
    ),
    "contact_is_a_mobile": (
        "Numret är en mobiltelefon. Skriv en växel eller en funktionsbrevlåda: kontakten är "
        "offentlig och ska inte vara en persons."
    ),
    "contact_is_somebody": (
        "Adressen ser ut att vara en persons. Skriv en funktionsbrevlåda, eller varför den "
        "får stå här."
    ),
    "outside_unchanged": "Uppgifterna är redan så. Ändra något innan du sparar.",
    "outside_ends_before_it_begins": (
        "Den sista dagen är före den första, %(first)s. Välj en senare dag."
    ),
    "outside_ended_already": "Aktören upphör redan %(last)s. Välj en tidigare dag.",
}

VERBS = {
    "principal.registrar_set": "Registratorns uppgifter för {principal} ändrades.",
    "principal.decider_set": (
        "{body} antecknades som det organ som brukar besluta hos {principal}."
    ),
    "federation.registrar_set": "Registratorns adress för {federation} ändrades.",
    "outside.added": "{actor} lades in som aktör utanför samverkan: {kind}. {reason}",
    "outside.changed": "Uppgifterna om {actor} ändrades. {reason}",
    "outside.ended": "{actor} upphörde; sista dagen var {last}.",
}

LANGUAGES = {"sami": "samiska", "finnish": "finska", "meankieli": "meänkieli"}
