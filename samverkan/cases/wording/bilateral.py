"""Every sentence about contacts between one municipality and the region."""

OBSTACLES = {
    "contact_without_subject": "Skriv vad kontakten gäller.",
    "contact_not_of_a_municipality": "En bilateral kontakt är mellan en kommun och regionen.",
    "informed_in_the_future": "Dagen har inte varit än. Skriv dagen då koordinatorn informerades.",
    "coordinator_not_informed": (
        "Frågan kan beröra fler än en kommun. Informera koordinatorerna, eller gör den till ett "
        "ärende, så att det inte blir två processer."
    ),
    "first_meeting_by_municipality": (
        "Kommunen sammankallar till det första mötet. Därefter kan båda kalla."
    ),
    "contact_meeting_without_day": "Skriv vilken dag mötet är.",
    "contact_meeting_already_noted": "Det är redan antecknat om mötet hölls.",
    "contact_meeting_held_when": "Skriv vilken dag mötet hölls.",
    "contact_meeting_not_yet": "Dagen har inte varit än. Anteckna efter mötet.",
    "contact_is_a_case": "Kontakten är redan ett ärende. Fortsätt i ärendet.",
}

VERBS = {
    "bilateral.noted": "{principal} och regionen har en bilateral kontakt om {contact}.",
    "bilateral.changed": "Kontakten om {contact} ändrades: {fields}.",
    "bilateral.meeting_called": "{side} kallade till möte {when} om {contact}.",
    "bilateral.appointed": "{side} utsåg {people} till möte om {contact}.",
    "bilateral.meeting_noted": "Mötet om {contact} {held}.",
    "bilateral.became_case": "Kontakten om {contact} blev ärende {number} i {body}.",
}
