"""Every sentence about packages, their reception and reference numbers."""

OBSTACLES = {
    "package_not_made": "Paketet görs i ordning just nu. Hämta det igen om en liten stund.",
    "package_not_whole": (
        "Kontrollsumman stämmer inte: paketet har summan %(sha256)s. Hämta paketet igen."
    ),
    "no_package": (
        "Det finns inget paket: expedieringen är inläst ur en källa och sändes inte härifrån."
    ),
    "nothing_to_confirm": "Skicka ert diarienummer, paketets kontrollsumma eller båda.",
    "confirmation_not_read": (
        "Det som skickades går inte att läsa. Skicka JSON, högst 10 kB, med texterna "
        "reference_number och sha256."
    ),
    "reference_number_taken": (
        "Diarienumret %(number)s är redan lämnat för rekommendation %(recommendation)s. "
        "Kontrollera numret: varje rekommendation har sitt eget."
    ),
    "reference_number_too_long": "Diarienumret är för långt. Skriv högst %(limit)s tecken.",
    "numbers_changed_meanwhile": (
        "Något ändrades medan du läste. Läs igenom raderna igen och läs in dem sedan."
    ),
    "has_other_number": (
        "Rekommendationen har redan diarienumret %(number)s. Är det fel? Öppna rekommendationen "
        "och rätta svaret."
    ),
}

VERBS = {
    "package.made": "Paketen med handlingar till {count} huvudmän gjordes i ordning.",
    "package.fetched": "{principal} hämtade paketet med handlingarna.",
    "registrar.link_renewed": (
        "En ny länk till allt som väntar sändes till registratorn hos {principal}."
    ),
    "registrar.link_revoked": "Länken till allt som väntar hos {principal} återkallades.",
}
