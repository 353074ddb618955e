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
    "letterhead_without_name": "Skriv vad myndigheten heter i brevhuvudet.",
    "letterhead_too_long": "%(field)s: skriv högst %(limit)s tecken.",
    "not_an_organisation_number": (
        "Organisationsnumret stämmer inte med sin kontrollsiffra. Skriv det med tio siffror, som "
        "232100-0222, eller lämna fältet tomt."
    ),
    "not_a_vat_number": (
        "Momsnumret ska vara SE och tolv siffror, som SE232100022201. Rätta det eller lämna "
        "fältet tomt."
    ),
    "vat_number_of_another": (
        "Momsnumret hör inte till organisationsnumret: de tio siffrorna efter SE ska vara samma."
    ),
    "not_a_bankgiro": (
        "Bankgirot stämmer inte med sin kontrollsiffra. Skriv det med bindestreck, som 5728-3061, "
        "eller lämna fältet tomt."
    ),
    "letterhead_is_a_mobile": (
        "Numret är en mobiltelefon. Skriv en växel: brevhuvudet är offentligt och ska inte ha en "
        "persons nummer."
    ),
    "letterhead_unchanged": "Brevhuvudet är redan så. Ändra något innan du sparar.",
    "letterhead_before_present": (
        "Det brevhuvud som används gäller från %(first)s. Välj den dagen eller en senare."
    ),
    "letterhead_ends_before_it_begins": "Den sista dagen är före den första. Välj en senare.",
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
    # The days when a principal's own bodies meet
    "line_days_too_many": "Skriv högst %(most)s dagar åt gången.",
    "line_source_too_long": "Källan får vara högst %(limit)s tecken.",
    "line_days_without_source": (
        "Skriv varifrån dagarna är kända, till exempel huvudmannens webbplats. Utan källa kan de "
        "bara antecknas som antagna."
    ),
    "line_day_passed": "%(on)s har redan varit. Skriv bara kommande dagar.",
    "line_day_far": "%(on)s ligger mer än %(years)s år bort. Kontrollera årtalet.",
    "line_day_twice": "%(on)s står två gånger. Ta bort den ena.",
    "papers_after_line_meeting": (
        "Sista dagen för handlingar, %(papers_by)s, är efter sammanträdet %(on)s. Rätta den ena."
    ),
    "line_days_changed_meanwhile": (
        "Någon annan ändrade dagarna medan du skrev. Det du skrev finns kvar: jämför med de dagar "
        "som är antecknade nu och spara igen."
    ),
    "line_days_unchanged": "Dagarna är redan antecknade så. Ändra något innan du sparar.",
    "no_line_days_to_confirm": "Det finns inga kommande dagar att bekräfta. Skriv in dem först.",
    "line_lead_too_long": "Skriv ett antal dagar från 0 till %(limit)s.",
    "line_leads_unchanged": "Tiderna är redan så. Ändra något innan du sparar.",
    "line_body_without_name": "Ange vad organet heter, som kommunfullmäktige.",
    "line_body_name_too_long": "Organets namn får vara högst %(limit)s tecken.",
    "line_body_exists": "%(name)s finns redan hos huvudmannen.",
}

VERBS = {
    "principal.registrar_set": "Registratorns uppgifter för {principal} ändrades.",
    "principal.decider_set": (
        "{body} antecknades som det organ som brukar besluta hos {principal}."
    ),
    "principal.letterhead_set": "Brevhuvudet för {principal} ändrades.",
    "federation.registrar_set": "Registratorns adress för {federation} ändrades.",
    "outside.added": "{actor} lades in som aktör utanför samverkan: {kind}. {reason}",
    "outside.changed": "Uppgifterna om {actor} ändrades. {reason}",
    "outside.ended": "{actor} upphörde; sista dagen var {last}.",
    "line_days.set": (
        "Sammanträdesdagar antecknades för {body} hos {principal}: {new} nya, {changed} ändrade, "
        "{gone} borttagna."
    ),
    "line_days.confirmed": "Sammanträdesdagarna för {body} hos {principal} bekräftades.",
    "line_days.read": (
        "Sammanträdesdagar lästes in för {bodies} organ: {new} nya, {changed} ändrade, "
        "{gone} borttagna."
    ),
    "line_body.leads_set": "Handläggningstiderna för {body} hos {principal} ändrades.",
    "line_body.added": "{body} lades till bland organen hos {principal}.",
}

LANGUAGES = {"sami": "samiska", "finnish": "finska", "meankieli": "meänkieli"}
