"""Every sentence about the case-flow routine and the exits of a case."""

OBSTACLES = {
    # The check of a routine
    "routine_key_twice": "%(what)s ”%(key)s” finns två gånger. Ta bort det ena.",
    "routine_unknown_stage": (
        "”%(what)s” hänvisar till läget ”%(stage)s”, som inte finns. Välj ett annat läge."
    ),
    "routine_no_beginning": (
        "Rutinen har ingen början. Lägg till ett steg av slaget väcka, som inte kommer från något "
        "läge."
    ),
    "routine_step_from_nowhere": (
        "Steget ”%(step)s” kommer inte från något läge. Det gör bara det steg som väcker frågan."
    ),
    "routine_unreachable": (
        "Inget ärende kan komma till läget ”%(stage)s”. Låt ett steg leda dit, eller ta bort läget."
    ),
    "routine_dead_end": (
        "Från läget ”%(stage)s” leder inget steg vidare, och det är inget slut. Lägg till ett steg."
    ),
    "routine_never_ends": (
        "Från läget ”%(stage)s” går det aldrig att komma till ett slut. Låt något steg leda dit."
    ),
    "routine_two_doors": (
        "Ärenden blir ”%(stage)s” på två ställen i rutinen. Låt stegen dit leda till samma läge."
    ),
    "routine_step_of_nobody": "Steget ”%(step)s” tas av ingen. Ange vem.",
    "routine_others_decide": (
        "I steget ”%(step)s” beslutar någon annan än huvudmannen. Beslut i sak tas bara hos "
        "huvudmännen."
    ),
    "routine_others_recommend": (
        "I steget ”%(step)s” rekommenderar någon annan än organet. Det är organet som enas, vid "
        "ett möte."
    ),
    "routine_documents_nothing": (
        "Steget ”%(step)s” kräver inget i ärendet. Välj vad som ska vara skrivet."
    ),
    "routine_unknown_field": (
        "Steget ”%(step)s” kräver ”%(field)s”, som inte finns i ärendet. Ta bort det."
    ),
    "routine_step_astray": (
        "Steget ”%(step)s” är av slaget %(kind)s och kan inte gå från %(stage)s till %(to)s. Välj "
        "ett annat slag eller andra lägen."
    ),
    "routine_lacks_step": (
        "Rutinen saknar ett steg från %(stage)s till %(to)s (slaget %(kind)s). Ett möte kan leda "
        "dit, så lägg till steget."
    ),
    "routine_without_exit": (
        "Rutinen har ingen utgång med skäl. Lägg till minst en, så att inget ärende försvinner "
        "tyst."
    ),
    "routine_exit_from_nowhere": (
        "Utgången ”%(exit)s” används inte från något läge. Välj från vilka."
    ),
    "routine_exit_too_late": (
        "Utgången ”%(exit)s” kan inte tas från läget ”%(stage)s”: då har organet redan "
        "rekommenderat. Ta bort läget ur utgången."
    ),
    # Writing a draft
    "routine_name": "Skriv ett namn på högst %(limit)s tecken.",
    "routine_text_too_long": "Texten är för lång. Skriv högst %(limit)s tecken.",
    "routine_too_much": "Rutinen får ha högst %(limit)s lägen, steg och frågor av varje slag.",
    "routine_days": "Ange fristen som ett antal dagar, från 1 till %(limit)s.",
    "routine_unchanged": "Ingenting är ändrat. Ändra något, eller gå tillbaka.",
    "routine_draft_there": "Det finns redan ett utkast. Fortsätt på det, eller kasta det först.",
    # Adopting
    "routine_not_by_its_owner": (
        "Frågan ”%(matter)s” hör inte till organets egna. Den beslutas av %(owners)s."
    ),
    # Exits
    "exit_not_in_routine": (
        "Ärendets rutin har inte utgången ”%(exit)s”. Välj en annan, eller ändra rutinen."
    ),
    "exit_not_from_here": (
        "Ärendet är %(stage)s. Därifrån, i det här organet, har rutinen inte utgången ”%(exit)s”."
    ),
    "exit_without_reason": "Skriv varför ärendet lämnar vägen. Skälet syns i ärendet.",
    "exit_reason_too_long": "Skriv högst %(limit)s tecken.",
    "exit_where_too_long": "Skriv vart med högst %(limit)s tecken.",
    "exit_without_body": "Välj vilket organ som tar över ärendet.",
    "exit_without_where": "Skriv vart ärendet går.",
    "exit_not_to_body": "Utgången ”%(exit)s” leder inte till det organet. Välj ett annat.",
    "case_is_away": (
        "Ärendet är hos %(where)s. Anteckna vad de kom fram till när det har kommit tillbaka."
    ),
    "case_is_not_away": "Ärendet är redan här. Ingenting finns att anteckna.",
    "return_without_result": "Skriv vad de kom fram till.",
    # Trying a draft on what has been
    "trial_no_exit": "Utkastet har inte utgången ”%(exit)s” för ett ärende som är %(stage)s.",
    "trial_no_step": "Utkastet har inget steg från %(stage)s till %(to)s.",
    "trial_not_written": "Utkastet kräver det som saknas i ärendet: %(missing)s.",
}

VERBS = {
    "routine.begun": "Ett utkast till version {version} av ärendegångens rutin påbörjades.",
    "routine.drafted": "Utkastet till version {version} av ärendegångens rutin ändrades.",
    "routine.dropped": "Utkastet till version {version} av ärendegångens rutin kastades.",
    "routine.adopted": (
        "{adopter} antog version {version} av ärendegångens rutin {decided}. Den gäller nya "
        "ärenden från {valid_from}."
    ),
    "case.left": "Ärendet lämnade vägen: {exit}. {reason}",
    "case.returned": "Ärendet kom tillbaka från {where}. {result}",
}
